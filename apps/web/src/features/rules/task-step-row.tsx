"use client";

import { taskDoers } from "@rembuk/domain/cases/task-steps";
import { Checkbox } from "@rembuk/ui/checkbox";
import { IconButton } from "@rembuk/ui/icon-button";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { daysId, daysOf, type TaskLine, titleId } from "./task-lines";

interface TaskStepRowProps {
  line: TaskLine;
  /** Its place, from 0. */
  at: number;
  all: number;
  showProblems: boolean;
  onChange: (part: Partial<TaskLine>) => void;
  /** Carries it to another place; the control of that id has the focus afterwards. */
  onCarry: (to: number, control: string) => void;
  onRemove: () => void;
}

/** One step: title, who, days and whether it is required; Alt with an arrow carries it. */
export function TaskStepRow(props: TaskStepRowProps) {
  const t = useTranslations("rules.steps");
  const doerWord = useTranslations("referrals.tasks.doer");
  const { line, at, all, showProblems, onChange, onCarry } = props;
  const place = at + 1;
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    onCarry(at + step, (event.target as HTMLElement).id || titleId(line));
  };
  return (
    <li
      onKeyDown={onKeyDown}
      className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5 border-b border-line px-3 py-2 last:border-b-0 lg:grid-cols-[24px_minmax(0,1fr)_176px_92px_auto_auto]"
    >
      <span aria-hidden className="text-center text-12 font-semibold text-text-2 tabular-nums">
        {place}
      </span>
      <Textarea
        rows={1}
        id={titleId(line)}
        aria-label={t("stepTitle", { place })}
        aria-invalid={showProblems && line.title.trim() === "" ? true : undefined}
        maxLength={200}
        value={line.title}
        placeholder={t("titlePlaceholder")}
        // One line of words, however long it is: it only wraps.
        onChange={(event) => onChange({ title: event.target.value.replace(/\s*\n\s*/g, " ") })}
        className="min-h-(--field)! resize-none! py-[7px]! max-lg:col-span-2"
      />
      <span className="flex flex-wrap items-center gap-2 max-lg:col-start-2 lg:contents">
        <Select
          id={`langkah-siapa-${line.key}`}
          aria-label={t("stepDoer", { place })}
          value={line.doer}
          options={taskDoers.map((doer) => ({ value: doer, label: doerWord(doer) }))}
          onChange={(event) =>
            onChange({ doer: taskDoers.find((d) => d === event.target.value) ?? "holder" })
          }
          className="max-lg:min-w-40 max-lg:flex-1"
        />
        <TextInput
          id={daysId(line)}
          aria-label={t("stepDays", { place })}
          aria-invalid={showProblems && daysOf(line) === null ? true : undefined}
          inputMode="numeric"
          maxLength={2}
          value={line.limitDays}
          onChange={(event) => onChange({ limitDays: event.target.value })}
          trailing={<span className="pr-1.5 text-12">{t("days")}</span>}
          className="max-lg:w-26"
        />
        <Checkbox
          id={`langkah-wajib-${line.key}`}
          label={t("mandatory")}
          checked={line.isMandatory}
          onChange={(event) => onChange({ isMandatory: event.target.checked })}
        />
      </span>
      <RowActions {...props} isFirst={at === 0} isLast={at === all - 1} />
    </li>
  );
}

function RowActions(props: TaskStepRowProps & { isFirst: boolean; isLast: boolean }) {
  const t = useTranslations("rules.steps");
  const { line, at, onCarry, onRemove } = props;
  const name = line.title.trim() || t("stepTitle", { place: at + 1 });
  const up = `langkah-naik-${line.key}`;
  const down = `langkah-turun-${line.key}`;
  return (
    <span className="flex items-center max-lg:col-start-3 max-lg:row-start-2 max-lg:flex-col">
      <IconButton
        id={up}
        size="small"
        icon={<ArrowUp size={14} aria-hidden />}
        label={t("up", { name })}
        disabled={props.isFirst}
        // At the end of the list its own button is off: the other one goes on.
        onClick={() => onCarry(at - 1, at === 1 ? down : up)}
      />
      <IconButton
        id={down}
        size="small"
        icon={<ArrowDown size={14} aria-hidden />}
        label={t("down", { name })}
        disabled={props.isLast}
        onClick={() => onCarry(at + 1, at === props.all - 2 ? up : down)}
      />
      <IconButton
        size="small"
        icon={<X size={14} aria-hidden />}
        label={t("remove", { name })}
        onClick={onRemove}
      />
    </span>
  );
}
