"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";

export const isPin = (text: string): boolean => /^\d{6}$/.test(text);

/** Six digits, shown as dots, with the keys of a telephone. */
export function PinField({
  label,
  hint,
  error,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (pin: string) => void;
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      <TextInput
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ""))}
        className="max-w-48 font-mono text-18 tracking-[0.4em]"
      />
    </Field>
  );
}

/** A new PIN and the same again, as they are typed. */
export interface NewPin {
  readonly pin: string;
  readonly again: string;
}

export const noPin: NewPin = { pin: "", again: "" };
export const isNewPin = ({ pin, again }: NewPin): boolean => isPin(pin) && pin === again;

/** A new PIN, typed twice; what is wrong is said after the first attempt. */
export function NewPinFields({
  value,
  tried,
  onChange,
}: {
  value: NewPin;
  tried: boolean;
  onChange: (value: NewPin) => void;
}) {
  const t = useTranslations("pin");
  const { pin, again } = value;
  return (
    <>
      <PinField
        label={t("new")}
        hint={t("hint")}
        error={tried && !isPin(pin) ? t("newForm") : undefined}
        value={pin}
        onChange={(typed) => onChange({ ...value, pin: typed })}
      />
      <PinField
        label={t("again")}
        error={tried && again !== pin ? t("differs") : undefined}
        value={again}
        onChange={(typed) => onChange({ ...value, again: typed })}
      />
    </>
  );
}
