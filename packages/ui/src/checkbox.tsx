"use client";

import { Check, Minus } from "lucide-react";
import { type InputHTMLAttributes, type ReactNode, type Ref, useEffect, useRef } from "react";
import { cx } from "./class-names";
import { useFieldLink } from "./field-context";

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  ref?: Ref<HTMLInputElement>;
  /** Words beside the box; in a table row use `hideLabel`. */
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  /** Some but not all (header of a list). */
  mixed?: boolean;
}

/** A native checkbox drawn with the tokens; the target is at least 24 px (44 on phones). */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, hideLabel, mixed, className, ref, ...rest } = props;
  const link = useFieldLink(rest);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) {
      box.current.indeterminate = Boolean(mixed);
    }
  }, [mixed]);
  const setRef = (node: HTMLInputElement | null) => {
    box.current = node;
    if (typeof ref === "function") {
      ref(node);
    } else if (ref) {
      ref.current = node;
    }
  };
  return (
    <label
      className={cx(
        "inline-flex min-h-(--target-min) min-w-(--target-min) items-start gap-2 text-control",
        hideLabel && "justify-center",
        className,
      )}
    >
      <span className="relative mt-[calc((var(--target-min)-var(--box))/2)] flex size-(--box) flex-none">
        <input type="checkbox" {...rest} {...link} ref={setRef} className={BOX} />
        <Check size={12} strokeWidth={3} aria-hidden className={cx(MARK, "peer-checked:block")} />
        <Minus
          size={12}
          strokeWidth={3}
          aria-hidden
          className={cx(MARK, "peer-indeterminate:block")}
        />
      </span>
      <span
        className={
          hideLabel ? "sr-only" : "pt-[calc((var(--target-min)-var(--lh-control))/2)] pb-[3px]"
        }
      >
        {label}
        {hint ? <span className="block text-meta text-text-2">{hint}</span> : null}
      </span>
    </label>
  );
}

const BOX = [
  "peer absolute inset-0 m-0 size-full appearance-none rounded-[3px] border-[1.5px]",
  "border-line-control bg-surface checked:border-brand checked:bg-brand",
  "indeterminate:border-brand indeterminate:bg-brand aria-invalid:border-bad",
  "disabled:border-line disabled:bg-sunken",
].join(" ");

const MARK = [
  "pointer-events-none absolute top-1/2 left-1/2 hidden -translate-x-1/2 -translate-y-1/2",
  "text-on-brand",
].join(" ");
