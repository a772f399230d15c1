"use client";

import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import type { SummaryError } from "@rembuk/ui/error-summary";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { handOverFiles } from "@/features/files/handed-files";
import { useErrorWording } from "@/lib/use-error-wording";
import { fieldId, type IntakeField, type NikCheck, openingOf, problemsOf } from "./intake-entry";
import type { useIntakeDraft } from "./use-intake-draft";
import { useOpenCase } from "./use-open-case";

/** Where the sentence of a failure that belongs to no entry leads: to the button, to try again. */
export const SUBMIT_ID = "isian-kirim";

interface SubmitInput {
  draft: ReturnType<typeof useIntakeDraft>;
  check: NikCheck;
  channel: OpenCaseCommand["channel"];
  /** Attached on the next page, when the case is there. */
  photos?: readonly File[];
}

/** Checks an entry, sends it once, and words what is wrong: at the field and in the summary alike. */
export function useIntakeSubmit({ draft, check, channel, photos = [] }: SubmitInput) {
  const t = useTranslations("intake");
  const wording = useErrorWording();
  const [attempt, setAttempt] = useState(0);
  const [tried, setTried] = useState<readonly IntakeField[]>([]);
  const sending = useOpenCase({
    onOpened: (caseId) => {
      handOverFiles(caseId, photos);
      draft.startAnew();
    },
    onReused: draft.renewAction,
  });
  const { entry } = draft;
  // A sentence goes as soon as its entry is right; new ones come with the next try alone.
  const open = new Set(problemsOf(entry, check));
  const shown = tried.filter((field) => open.has(field));
  const errors: Partial<Record<IntakeField, string>> = {};
  for (const field of shown) errors[field] = t(`problem.${field}`);
  const summary: SummaryError[] = shown.map((field) => ({
    fieldId: fieldId(field),
    message: errors[field] ?? "",
  }));
  if (sending.failure && summary.length === 0) {
    const { code, field } = sending.failure;
    const message = wording(code);
    if (field) errors[field] = message;
    summary.push({ fieldId: field ? fieldId(field) : SUBMIT_ID, message });
  }
  const isUnsent = shown.length === 0 && sending.failure !== null && sending.failure.field === null;
  const title = isUnsent ? t("problem.notSent") : t("problem.title", { count: summary.length });
  const submit = () => {
    const problems = problemsOf(entry, check);
    setTried(problems);
    setAttempt((before) => before + 1);
    if (problems.length > 0 || draft.clientActionId === "") return;
    sending.open(
      openingOf(entry, {
        clientActionId: draft.clientActionId,
        channel,
        zone: check.zone,
        capacityWords: t(`capacities.${entry.capacity}`),
      }),
    );
  };
  return {
    submit,
    errors,
    summary,
    title,
    attempt,
    isPending: sending.isPending,
    failure: sending.failure,
  };
}
