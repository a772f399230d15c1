"use client";

import { bulkNoteLength } from "@rembuk/domain/cases/bulk";
import { outcomes } from "@rembuk/domain/cases/model";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { AudienceField } from "./audience-field";
import type { BulkFieldsProps } from "./use-bulk-form";

type WordField = "body" | "response" | "solution" | "followUp";

function WordsField({
  form,
  field,
  rows,
  most,
}: {
  form: BulkFieldsProps["form"];
  field: WordField;
  rows: number;
  most: number;
}) {
  const t = useTranslations("bulk.reply");
  return (
    <Field
      id={`bulk-${field}`}
      label={t(`${field}.label`)}
      hint={field === "body" ? t("body.hint", { most }) : undefined}
      error={form.missing.includes(field) ? t(`${field}.missing`) : undefined}
    >
      <Textarea
        rows={rows}
        maxLength={most}
        value={form.values[field]}
        onChange={(event) => form.set({ [field]: event.target.value })}
      />
    </Field>
  );
}

/** One message for all; where only a referral opens the case it becomes a step of the help. */
export function NoteFields({ form }: BulkFieldsProps) {
  return (
    <>
      <AudienceField form={form} />
      <WordsField form={form} field="body" rows={3} most={bulkNoteLength} />
    </>
  );
}

/** One answer for all: the outcome and its three fields. */
export function AnswerFields({ form }: BulkFieldsProps) {
  const t = useTranslations("bulk.reply");
  const outcome = useTranslations("case.outcome");
  return (
    <>
      <Field
        id="bulk-outcome"
        group
        label={t("outcome.label")}
        error={form.missing.includes("outcome") ? t("outcome.missing") : undefined}
      >
        <RadioGrid
          name="bulk-outcome"
          options={outcomes.map((one) => ({ value: one, label: outcome(one) }))}
          value={form.values.outcome}
          onChange={(next) => form.set({ outcome: outcomes.find((one) => one === next) ?? null })}
        />
      </Field>
      <WordsField form={form} field="response" rows={2} most={2000} />
      <WordsField form={form} field="solution" rows={2} most={2000} />
      <WordsField form={form} field="followUp" rows={2} most={2000} />
    </>
  );
}
