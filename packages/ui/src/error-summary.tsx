"use client";

import { TriangleAlert } from "lucide-react";
import { type MouseEvent, useEffect, useRef } from "react";

export interface SummaryError {
  /** Id of the control. */
  fieldId: string;
  /** The same sentence as at the field. */
  message: string;
}

/**
 * Errors of a form, at its top, each a link to its field. The focus moves here whenever
 * `attempt` changes (count the tries to send).
 */
export function ErrorSummary({
  title,
  errors,
  attempt,
}: {
  title: string;
  errors: readonly SummaryError[];
  attempt?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const some = errors.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt moves the focus again
  useEffect(() => {
    if (some) {
      box.current?.focus();
    }
  }, [some, attempt]);
  if (!some) {
    return null;
  }
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-r2 border-2 border-bad bg-surface p-3"
    >
      <h2 className="flex items-center gap-2 text-15 font-bold">
        <TriangleAlert size={18} aria-hidden className="text-bad" />
        {title}
      </h2>
      <ul className="mt-1.5 flex flex-col gap-1">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={(event) => focusField(event, error.fieldId)}
              className="inline-block min-h-(--target-min) text-body font-semibold text-bad underline underline-offset-2"
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The label comes into view with the control, not only the control's upper edge. */
function focusField(event: MouseEvent, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) {
    return;
  }
  event.preventDefault();
  const focusable = field.matches("input, select, textarea, button, [tabindex]")
    ? field
    : (field.querySelector<HTMLElement>("input, select, textarea, button, [tabindex]") ?? field);
  focusable.closest("div, fieldset")?.scrollIntoView({ block: "nearest" });
  focusable.focus();
}
