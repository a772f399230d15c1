"use client";

import type { Ref, TextareaHTMLAttributes } from "react";
import { cx } from "./class-names";
import { CONTROL_LOOK, useFieldLink } from "./field-context";

export interface TextareaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, ...rest }: TextareaProps) {
  const link = useFieldLink(rest);
  return (
    <textarea
      rows={3}
      {...rest}
      {...link}
      className={cx(
        CONTROL_LOOK,
        "block max-h-[60vh] min-h-[76px] resize-y py-2 [field-sizing:content] read-only:bg-sunken",
        className,
      )}
    />
  );
}
