"use client";

import { mostTaskSteps, movedLine } from "@rembuk/domain/cases/task-steps";
import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { Panel } from "@rembuk/ui/panel";
import { Plus, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { RuleFieldsProps } from "./rule-field";
import type { RulePlace } from "./rules-data";
import { freshLine, linesOf, type TaskLine, titleId } from "./task-lines";
import { TaskPreview } from "./task-preview";
import { TaskStepRow } from "./task-step-row";

/** The checklist of a category: the inherited one until somebody changes a step. */
export function TaskStepsPart(props: RuleFieldsProps & { place: RulePlace }) {
  const t = useTranslations("rules.steps");
  const { node, words, form } = props;
  const lines = form.entry.tasks ?? linesOf(node.inherited.tasks);
  const isOwn = form.entry.tasks !== null;
  const source = words.sourceWord(node.inheritedFrom.tasks);
  const [said, setSaid] = useState("");
  const [focusOn, setFocusOn] = useState<string | null>(null);
  useEffect(() => {
    if (focusOn === null) return;
    // A row that was carried loses the focus when the browser moves it.
    document.getElementById(focusOn)?.focus();
    setFocusOn(null);
  }, [focusOn]);
  const set = (next: readonly TaskLine[] | null) => form.change({ tasks: next });
  const change = (key: string, part: Partial<TaskLine>) =>
    set(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const carry = (at: number, to: number, control: string) => {
    const next = movedLine(lines, at, to);
    if (next === lines) return;
    set(next);
    setSaid(t("moved", { title: lines[at]?.title ?? "", at: to + 1, all: lines.length }));
    setFocusOn(control);
  };
  const add = () => {
    const line = freshLine(lines);
    set([...lines, line]);
    setFocusOn(titleId(line));
  };
  return (
    <Panel
      id="langkah-kerja"
      level={3}
      title={t("title")}
      note={isOwn ? t("setHere") : t("inherits", { source })}
      actions={
        isOwn ? (
          <Button
            size="small"
            tone="quiet"
            icon={<RotateCcw size={14} aria-hidden />}
            onClick={() => set(null)}
          >
            {t("reset", { count: node.inherited.tasks.length })}
          </Button>
        ) : null
      }
      flush
    >
      <div className="flex flex-col gap-2 p-3">
        <p className="text-12 text-text-2">{t("lead")}</p>
        {form.errors.tasks ? <FieldError>{form.errors.tasks}</FieldError> : null}
        {lines.length === 0 ? <p className="text-control text-text-2">{t("empty")}</p> : null}
      </div>
      <ol aria-label={t("title")} className="border-t border-line empty:hidden">
        {lines.map((line, at) => (
          <TaskStepRow
            key={line.key}
            line={line}
            at={at}
            all={lines.length}
            showProblems={form.errors.tasks !== undefined}
            onChange={(part) => change(line.key, part)}
            onCarry={(to, control) => carry(at, to, control)}
            onRemove={() => set(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
      </ol>
      <div className="border-t border-line p-3">
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden />}
          disabled={lines.length >= mostTaskSteps}
          onClick={add}
        >
          {t("add")}
        </Button>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
      <TaskPreview {...props} lines={lines} />
    </Panel>
  );
}
