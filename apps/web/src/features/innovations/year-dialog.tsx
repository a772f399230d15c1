"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useInnovationAct } from "./use-innovation-act";
import {
  type YearEntry,
  type YearField,
  type YearRow,
  yearContent,
  yearEntryOf,
  yearProblems,
} from "./year-entry";

const fields = ["id", "implementedFrom", "implementedTo", "designWords", "source"] as const;
const dates: readonly YearField[] = ["implementedFrom", "implementedTo"];

/** A year of the national index: new, or one that there is. */
export function YearDialog({ year, onClose }: { year: YearRow | null; onClose: () => void }) {
  const t = useTranslations("assessment.years");
  const base = useId();
  const [entry, setEntry] = useState<YearEntry>(() => yearEntryOf(year));
  const [attempt, setAttempt] = useState(0);
  const problems = yearProblems(entry);
  const errorOf = (field: YearField) =>
    attempt > 0 && problems.includes(field) ? t(`problems.${field}`) : undefined;
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.saveYear.mutate({
        ...{ ...yearContent(entry), clientActionId },
        ...{ isNew: year === null, version: year?.version ?? 0 },
      }),
    done: t("saved"),
    onDone: onClose,
  });
  // The name of a year that there is stays: innovations were held against it.
  const shown = fields.filter((field) => year === null || field !== "id");
  return (
    <ActDialog
      title={t(year ? "edit" : "add")}
      subject={year?.id ?? t("title")}
      text={t("text")}
      sendLabel={t("send")}
      size="medium"
      isSending={act.isSending}
      failure={act.failure}
      errors={shown.flatMap((field) => {
        const message = errorOf(field);
        return message ? [{ fieldId: `${base}-${field}`, message }] : [];
      })}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (problems.length === 0) act.send();
      }}
      onClose={onClose}
    >
      {shown.map((field) => (
        <Field
          key={field}
          id={`${base}-${field}`}
          label={t(`fields.${field}`)}
          hint={field === "id" || field === "source" ? t(`hints.${field}`) : undefined}
          error={errorOf(field)}
        >
          <TextInput
            type={dates.includes(field) ? "date" : "text"}
            inputMode={field === "designWords" ? "numeric" : undefined}
            maxLength={300}
            value={entry[field]}
            onChange={(event) => setEntry((before) => ({ ...before, [field]: event.target.value }))}
          />
        </Field>
      ))}
      <Checkbox
        label={t("fields.isActive")}
        hint={t("hints.isActive")}
        checked={entry.isActive}
        onChange={(event) => setEntry((before) => ({ ...before, isActive: event.target.checked }))}
      />
    </ActDialog>
  );
}
