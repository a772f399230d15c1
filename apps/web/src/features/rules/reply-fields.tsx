"use client";

import { type ReplyUse, replyTexts, replyUses } from "@rembuk/domain/cases/canned-replies";
import { outcomes } from "@rembuk/domain/cases/model";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { type ReplyEntry, type ReplyProblem, statusesOfUse } from "./reply-entry";
import type { RuleNode } from "./rules-data";
import type { RuleWords } from "./use-rule-words";

interface ReplyFieldsProps {
  entry: ReplyEntry;
  change: (part: Partial<ReplyEntry>) => void;
  problems: Readonly<Record<string, ReplyProblem>>;
  isNew: boolean;
  nodes: readonly RuleNode[];
  words: RuleWords;
}

/** What it is for, when it is offered, and its words. */
export function ReplyFields(props: ReplyFieldsProps) {
  const t = useTranslations("replies");
  const { entry, change, problems, isNew, nodes } = props;
  return (
    <>
      {isNew ? (
        <Field label={t("useLabel")}>
          <Select
            value={entry.use}
            options={replyUses.map((use) => ({ value: use, label: t(`use.${use}`) }))}
            onChange={(event) =>
              change({ use: event.target.value as ReplyUse, texts: {}, statuses: [] })
            }
            className="sm:max-w-[320px]"
          />
        </Field>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("name")} error={problems.name ? t("nameMissing") : undefined}>
          <TextInput
            value={entry.name}
            maxLength={80}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <Field label={t("category")}>
          <Combobox
            options={nodes.map(({ code, values }) => ({ value: code, label: values.name }))}
            value={entry.categoryCode}
            placeholder={t("anyCategory")}
            onChange={(categoryCode) => change({ categoryCode })}
            emptyLabel={t("noCategory")}
            clearLabel={t("anyCategory")}
          />
        </Field>
      </div>
      <Statuses {...props} />
      <Extras {...props} />
      <div className="flex flex-col gap-3">
        <p className="text-12 text-text-2">{t("placeholders")}</p>
        {replyTexts[entry.use].map((field) => (
          <Field
            key={field}
            label={t(`text.${field}`)}
            error={problems[field] ? t(`problem.${problems[field]}`) : undefined}
          >
            <Textarea
              rows={3}
              maxLength={2000}
              value={entry.texts[field] ?? ""}
              onChange={(event) =>
                change({ texts: { ...entry.texts, [field]: event.target.value } })
              }
            />
          </Field>
        ))}
      </div>
    </>
  );
}

function Statuses({ entry, change }: ReplyFieldsProps) {
  const t = useTranslations("replies");
  const name = useTranslations("case.status");
  const choices = statusesOfUse[entry.use];
  if (choices.length === 0) return null;
  return (
    <Field group label={t("statuses")} hint={t("statusesHint")}>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.map((status) => (
          <Checkbox
            key={status}
            id={`balasan-${status}`}
            label={name(status)}
            checked={entry.statuses.includes(status)}
            onChange={(event) =>
              change({
                statuses: event.target.checked
                  ? [...entry.statuses, status]
                  : entry.statuses.filter((other) => other !== status),
              })
            }
          />
        ))}
      </div>
    </Field>
  );
}

/** A macro's target, an answer's outcome. */
function Extras({ entry, change, words }: ReplyFieldsProps) {
  const t = useTranslations("replies");
  const outcome = useTranslations("case.outcome");
  if (entry.use === "route") {
    return (
      <Field label={t("target")} hint={t("targetHint")}>
        <Combobox
          options={words.sectors
            .filter(({ code }) => !code.startsWith("KEC_"))
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={entry.target}
          placeholder={t("anyTarget")}
          onChange={(target) => change({ target })}
          emptyLabel={t("noTarget")}
          clearLabel={t("anyTarget")}
        />
      </Field>
    );
  }
  if (entry.use !== "resolve") return null;
  return (
    <Field label={t("outcome")}>
      <Select
        value={entry.outcome}
        placeholder={t("anyOutcome")}
        options={outcomes.map((one) => ({ value: one, label: outcome(one) }))}
        onChange={(event) => change({ outcome: event.target.value })}
      />
    </Field>
  );
}
