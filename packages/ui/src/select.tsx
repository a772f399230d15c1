"use client";

import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { cx } from "./class-names";
import { CONTROL_LOOK, useFieldLink } from "./field-context";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  ref?: Ref<HTMLSelectElement>;
  options?: readonly SelectOption[];
  /** First, empty choice ("Pilih"). */
  placeholder?: string;
}

/** The platform's own select, styled: it works with every phone and screen reader. */
export function Select({ options, placeholder, className, children, ...rest }: SelectProps) {
  const link = useFieldLink(rest);
  return (
    <span className={cx("relative block", className)}>
      <select
        {...rest}
        {...link}
        className={cx(CONTROL_LOOK, "h-(--field) appearance-none truncate pr-8")}
      >
        {placeholder !== undefined ? <option value="">{placeholder}</option> : null}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        size={16}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-text-2"
      />
    </span>
  );
}
