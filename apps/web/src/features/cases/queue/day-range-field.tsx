"use client";

import type { DayRange } from "@rembuk/domain/cases/list-filters";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";

interface DayRangeFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  range: DayRange | null;
  onChange: (range: DayRange | null) => void;
}

/** Two days, both included; either may be left open. */
export function DayRangeField({ label, hint, error, range, onChange }: DayRangeFieldProps) {
  const t = useTranslations("queue.window");
  const put = (change: DayRange) => {
    const next = { ...range, ...change };
    onChange(next.from || next.to ? next : null);
  };
  const end = (side: "from" | "to") => (
    <Field label={t(side)}>
      <TextInput
        type="date"
        max="2099-12-31"
        value={range?.[side] ?? ""}
        onChange={(event) => put({ [side]: event.target.value || undefined })}
      />
    </Field>
  );
  return (
    <Field group label={label} hint={hint} error={error}>
      <div className="grid grid-cols-2 gap-3">
        {end("from")}
        {end("to")}
      </div>
    </Field>
  );
}
