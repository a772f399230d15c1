"use client";

import { createContext, use } from "react";

/** What a field tells the control inside it. */
export interface FieldLink {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

export const FieldContext = createContext<FieldLink | null>(null);

interface OwnAria {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
}

/** Id and aria attributes for a control: its own first, then those of the field around it. */
export function useFieldLink(own: OwnAria) {
  const field = use(FieldContext);
  return {
    id: own.id ?? field?.id,
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": own["aria-invalid"] ?? (field?.invalid || undefined),
  };
}

/** Look shared by text inputs, text areas and selects. */
export const CONTROL_LOOK = [
  "w-full min-w-0 rounded-r2 border border-line-control bg-surface px-2.5 text-body text-text",
  "transition-colors duration-(--m-fast) hover:border-text-3",
  "focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-1",
  "focus-visible:outline-focus",
  "aria-invalid:border-2 aria-invalid:border-bad",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-text-3",
].join(" ");
