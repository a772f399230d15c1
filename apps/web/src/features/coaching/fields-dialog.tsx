"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { Client } from "@/lib/use-act";
import { missingFields, type Values } from "./field-values";
import { useCoachingAct } from "./use-coaching-act";

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: "text" | "words" | "date" | "time" | "choice";
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Letters at least; 0: it may stay empty. */
  readonly least: number;
}

export interface FieldsDialogProps {
  title: string;
  subject: string;
  text: string;
  sendLabel: string;
  done: string;
  fields: readonly FieldSpec[];
  initial?: Values;
  /** More to fill in above the fields, and whether it is whole. */
  before?: ReactNode;
  isWhole?: boolean;
  run: (coaching: Client["coaching"], clientActionId: string, values: Values) => Promise<unknown>;
  onClose: () => void;
}

/** One step in coaching with the words that it needs. */
export function FieldsDialog(props: FieldsDialogProps) {
  const { fields, isWhole = true, onClose } = props;
  const t = useTranslations("coaching");
  const base = useId();
  const [values, setValues] = useState<Values>(() => ({
    ...Object.fromEntries(fields.map(({ name }) => [name, ""])),
    ...props.initial,
  }));
  const [attempt, setAttempt] = useState(0);
  const missing = missingFields(fields, values);
  const errorOf = ({ name, label, least }: FieldSpec) =>
    attempt > 0 && missing.includes(name)
      ? t(least > 1 ? "form.short" : "form.missing", { label, least })
      : undefined;
  const act = useCoachingAct({
    run: (coaching, clientActionId) => props.run(coaching, clientActionId, values),
    done: props.done,
    onDone: onClose,
  });
  const errors = fields.flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ fieldId: `${base}-${field.name}`, message }] : [];
  });
  return (
    <ActDialog
      title={props.title}
      subject={props.subject}
      text={props.text}
      sendLabel={props.sendLabel}
      size="medium"
      isSending={act.isSending}
      failure={act.failure}
      errors={errors}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (missing.length === 0 && isWhole) act.send();
      }}
      onClose={onClose}
    >
      {props.before}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`${base}-${field.name}`}
          label={field.label}
          hint={field.hint}
          error={errorOf(field)}
        >
          <Control
            field={field}
            value={values[field.name] ?? ""}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        </Field>
      ))}
    </ActDialog>
  );
}

function Control({
  field,
  value,
  onChange,
}: {
  field: FieldSpec;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("coaching");
  const { kind = "text", options } = field;
  if (kind === "choice")
    return (
      <Select
        value={value}
        placeholder={t("form.choose")}
        options={[...(options ?? [])]}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (kind === "words")
    return (
      <Textarea
        rows={3}
        maxLength={2_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <TextInput
      type={kind}
      maxLength={300}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
