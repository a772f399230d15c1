"use client";

import type { SummaryError } from "@rembuk/ui/error-summary";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { FieldProblem } from "./appointment-entry";

/** Id of a control of these forms; the error summary links to it. */
export const fieldId = (field: string): string => `orang-${field}`;

/** Where a failure of the server belongs; a code without a field of its own stands at the form. */
const fieldOfCode: Readonly<Record<string, string>> = {
  USERNAME_TAKEN: "username",
  PHONE_INVALID: "phone",
  ASSIGNMENT_OUT_OF_REACH: "role",
};

export type Problems = Readonly<Record<string, FieldProblem | undefined>>;

/** Which field a refusal is about: the server names it, or its code tells. Null: none. */
export function fieldOfFailure(
  code: string,
  details: Readonly<Record<string, unknown>>,
): string | null {
  if (typeof details.field === "string") return details.field;
  return fieldOfCode[code] ?? null;
}

/**
 * Errors of a form, of the browser and of the server, as sentences by field and as a summary.
 * `fields` is the order of the form.
 */
export function useFormErrors(fields: readonly string[], problems: Problems, failure: unknown) {
  const t = useTranslations("people.errors");
  const wording = useErrorWording();
  const [attempt, setAttempt] = useState(0);
  const refused = failure ? callFailure(failure) : null;
  const refusedField = refused && fieldOfFailure(refused.code, refused.details);
  const isKnownField = refusedField !== null && fields.includes(refusedField);

  const sentence = (field: string): string | undefined => {
    const problem = attempt > 0 ? problems[field] : undefined;
    if (problem) {
      const key = `${field}.${problem}`;
      return t.has(key as "role.missing") ? t(key as "role.missing") : t("invalid");
    }
    if (!refused || refusedField !== field) return undefined;
    const taken = `taken.${field}`;
    if (refused.code === "USERNAME_TAKEN" && t.has(taken as "taken.phone")) {
      return t(taken as "taken.phone");
    }
    return refused.code === "INPUT_INVALID" ? t("notHere") : wording(refused.code);
  };
  const sentences = Object.fromEntries(fields.map((field) => [field, sentence(field)]));
  const summary = fields.flatMap((field): SummaryError[] => {
    const message = sentences[field];
    return message ? [{ fieldId: fieldId(field), message }] : [];
  });
  return {
    sentences,
    summary,
    attempt,
    /** A refusal that no field explains. */
    formError: refused && !isKnownField ? wording(refused.code) : null,
    /** Counts a try; true when nothing is missing. */
    tryToSend: (): boolean => {
      setAttempt((before) => before + 1);
      return Object.values(problems).every((problem) => problem === undefined);
    },
    /** The server answered: the focus moves to its refusal. */
    noteFailure: () => setAttempt((before) => before + 1),
  };
}
