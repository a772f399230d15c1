"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./class-names";
import { FieldContext } from "./field-context";

export interface FieldProps {
  label: ReactNode;
  /** Id of the control; made up when missing. Error summaries link to it. */
  id?: string;
  hint?: ReactNode;
  /** A sentence; shown before the control so that it is read first. */
  error?: ReactNode;
  /** Words for an optional field, "(boleh kosong)". */
  optional?: string;
  /** The control is a group (radios): a fieldset with a legend instead of a label. */
  group?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, hint, error, then the control, wired together for screen readers. */
export function Field(props: FieldProps) {
  const made = useId();
  const id = props.id ?? made;
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = props.error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  const Box = props.group ? "fieldset" : "div";
  const Label = props.group ? "legend" : "label";
  return (
    <Box
      className={cx("flex min-w-0 flex-col gap-[5px]", props.className)}
      aria-describedby={props.group ? describedBy : undefined}
    >
      <Label
        htmlFor={props.group ? undefined : id}
        className={cx(
          "text-control font-semibold",
          props.group && "mb-[5px]",
          props.hideLabel && "sr-only",
        )}
      >
        {props.label}
        {props.optional ? <span className="font-normal text-text-3"> {props.optional}</span> : null}
      </Label>
      {props.hint ? (
        <p id={hintId} className="-mt-0.5 text-meta text-text-2">
          {props.hint}
        </p>
      ) : null}
      {props.error ? <FieldError id={errorId}>{props.error}</FieldError> : null}
      <FieldContext value={{ id, describedBy, invalid: Boolean(props.error) }}>
        {props.children}
      </FieldContext>
    </Box>
  );
}

/** Triangle and sentence of an error. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-meta font-semibold text-bad">
      <TriangleAlert size={14} aria-hidden className="mt-px" />
      <span>{children}</span>
    </p>
  );
}
