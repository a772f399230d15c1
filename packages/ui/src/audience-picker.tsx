"use client";

import { type Audience, AudienceIcon } from "./audience-look";
import { Segmented } from "./segmented";

const ORDER: readonly Audience[] = ["internal", "partner", "reporter"];

/** Who may read what is being written. Asked before it can be saved; the caller's default stands. */
export function AudiencePicker({
  label,
  labels,
  reach,
  value,
  onChange,
  allowed = ORDER,
}: {
  label: string;
  labels: Record<Audience, string>;
  /** Sentence for the chosen audience, "Hanya kecamatan". */
  reach: Record<Audience, string>;
  value: Audience;
  onChange: (audience: Audience) => void;
  allowed?: readonly Audience[];
}) {
  const options = ORDER.filter((audience) => allowed.includes(audience)).map((audience) => ({
    value: audience,
    label: labels[audience],
    icon: <AudienceIcon audience={audience} />,
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Segmented
        size="small"
        label={label}
        options={options}
        value={value}
        onChange={(next) => {
          const audience = ORDER.find((one) => one === next);
          if (audience) {
            onChange(audience);
          }
        }}
      />
      <span aria-live="polite" className="text-meta text-text-2">
        {reach[value]}
      </span>
    </div>
  );
}
