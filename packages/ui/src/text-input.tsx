"use client";

import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { cx } from "./class-names";
import { CONTROL_LOOK, useFieldLink } from "./field-context";

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  ref?: Ref<HTMLInputElement>;
  /** Monospaced digits for NIK, phone and case numbers. */
  mono?: boolean;
  /** Icon inside, before the text. */
  icon?: ReactNode;
  /** Something inside, after the text (unit, show-password button). */
  trailing?: ReactNode;
}

/** One line of text. Inside a `Field` it takes its id and descriptions from there. */
export function TextInput({ mono, icon, trailing, className, ...rest }: TextInputProps) {
  const link = useFieldLink(rest);
  const input = (
    <input
      type="text"
      {...rest}
      {...link}
      className={cx(
        CONTROL_LOOK,
        "h-(--field)",
        "read-only:bg-sunken",
        mono && "font-mono",
        icon ? "pl-8" : null,
        trailing ? "pr-10" : null,
        !icon && !trailing && className,
      )}
    />
  );
  if (!icon && !trailing) {
    return input;
  }
  return (
    <span className={cx("relative block", className)}>
      {icon ? (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-text-3">
          {icon}
        </span>
      ) : null}
      {input}
      {trailing ? (
        <span className="absolute inset-y-0 right-1.5 flex items-center text-text-2">
          {trailing}
        </span>
      ) : null}
    </span>
  );
}
