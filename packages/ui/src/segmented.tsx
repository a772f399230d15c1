"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./class-names";

export interface SegmentOption {
  value: string;
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
}

/** A few short choices side by side: a radio group, arrows move. */
export function Segmented({
  label,
  options,
  value,
  onChange,
  size = "medium",
  className,
}: {
  /** Accessible name of the group. */
  label: string;
  options: readonly SegmentOption[];
  value: string;
  onChange: (value: string) => void;
  size?: "small" | "medium";
  className?: string;
}) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx(
        "inline-flex max-w-full flex-wrap rounded-r2 border border-line-control bg-surface",
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            "relative inline-flex items-center gap-1.5 border-l border-line-control",
            "font-medium first:rounded-l-[3px] first:border-l-0 last:rounded-r-[3px]",
            "has-checked:bg-text has-checked:font-semibold has-checked:text-surface",
            "has-focus-visible:outline-2 has-focus-visible:outline-offset-2",
            "has-focus-visible:z-[1] has-focus-visible:outline-focus",
            size === "small"
              ? "min-h-[max(26px,var(--target-min))] px-2 text-meta"
              : "min-h-[calc(var(--control)-2px)] px-3 text-control",
            option.disabled ? "text-text-3" : "hover:not-has-checked:bg-hover",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 m-0 appearance-none opacity-0"
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </div>
  );
}
