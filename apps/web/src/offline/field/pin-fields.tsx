"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";

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
