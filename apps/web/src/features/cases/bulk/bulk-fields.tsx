"use client";

import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useTargetOptions } from "../actions/use-target-options";
import { AudienceField } from "./audience-field";
import { AnswerFields, NoteFields } from "./bulk-reply-fields";
import type { BulkFieldsProps } from "./use-bulk-form";
import { useBulkReplies } from "./use-bulk-replies";

/** What an act on many cases asks for: one answer for all of them. */
export function BulkFields(props: BulkFieldsProps) {
  const { act } = props;
  if (act === "triage" || act === "accept") return null;
  if (act === "note") return <NoteFields {...props} />;
  if (act === "resolve") return <AnswerFields {...props} />;
  if (act === "macro") return <MacroFields {...props} />;
  return (
    <>
      {act === "assign" ? <TargetField {...props} /> : null}
      <InstructionField {...props} />
    </>
  );
}

function TargetField({ form }: BulkFieldsProps) {
  const t = useTranslations("caseActions.fields.target");
  const options = useTargetOptions(null);
  const error = form.missing.includes("target") ? t("missing") : undefined;
  return (
    <Field id="bulk-target" label={t("label")} error={error}>
      <Combobox
        options={options}
        value={form.values.target}
        onChange={(target) => form.set({ target })}
        emptyLabel={t("empty")}
        clearLabel={t("clear")}
      />
    </Field>
  );
}

function InstructionField({ act, form }: BulkFieldsProps) {
  const t = useTranslations("caseActions.fields.instruction");
  const bulk = useTranslations("bulk");
  const error = form.missing.includes("instruction") ? t("missing") : undefined;
  return (
    <Field
      id="bulk-instruction"
      label={t("label")}
      hint={bulk(act === "route" ? "routeHint" : "assignHint")}
      error={error}
    >
      <Textarea
        rows={3}
        maxLength={2000}
        value={form.values.instruction}
        onChange={(event) => form.set({ instruction: event.target.value })}
      />
    </Field>
  );
}

function MacroFields({ rows, form }: BulkFieldsProps) {
  const t = useTranslations("bulk.macro");
  const use = useTranslations("replies.use");
  const { replies } = useBulkReplies(rows, true);
  const chosen = form.values.reply;
  return (
    <>
      <Field
        id="bulk-reply"
        label={t("label")}
        hint={t("hint")}
        error={form.missing.includes("reply") ? t("missing") : undefined}
      >
        <Combobox
          options={replies.map((one) => ({ value: one.id, label: one.name, detail: use(one.use) }))}
          value={chosen?.id ?? null}
          onChange={(id) => form.set({ reply: replies.find((one) => one.id === id) ?? null })}
          emptyLabel={t("empty")}
          clearLabel={t("clear")}
        />
      </Field>
      {chosen?.use === "note" ? <AudienceField form={form} /> : null}
    </>
  );
}
