"use client";

import type { SummaryError } from "@rembuk/ui/error-summary";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFieldArray, useForm } from "react-hook-form";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { findDraft, forgetDraft, keepDraft } from "./household-draft";
import { entryProblems, formPath, type HouseholdEntry, saveCommand } from "./household-entry";
import type { Household } from "./registry-data";
import { useRefreshRegistry } from "./use-refresh-registry";

/** Id of a control; the error summary links to it. */
export const controlId = (path: string): string => `keluarga-${path.replaceAll(".", "-")}`;

/** Only a new household is kept as a draft: what is stored is not to be overlaid by an old form. */
const useKeptDraft = (
  userId: string | null,
  initial: HouseholdEntry,
  form: ReturnType<typeof useForm<HouseholdEntry>>,
) => {
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    if (userId === null) return;
    const draft = findDraft(userId, initial);
    if (draft) form.reset(draft);
    setRestored(draft !== null);
    const watching = form.watch((values) => keepDraft(userId, values as HouseholdEntry));
    return () => watching.unsubscribe();
  }, [userId, initial, form]);
  const startAnew = () => {
    if (userId !== null) forgetDraft(userId);
    form.reset(initial);
    setRestored(false);
  };
  return { isRestored, startAnew };
};

/** A household's form: validated as the server will, kept as a draft, sent once. */
export function useHouseholdForm(
  start: HouseholdEntry,
  household: Pick<Household, "id" | "version"> | null,
  userId: string,
) {
  const t = useTranslations("registry.errors");
  const wording = useErrorWording();
  const router = useRouter();
  const refresh = useRefreshRegistry();
  const [initial] = useState(start);
  const form = useForm<HouseholdEntry>({ defaultValues: initial, shouldFocusError: false });
  const members = useFieldArray({ control: form.control, name: "members", keyName: "key" });
  const draft = useKeptDraft(household ? null : userId, initial, form);
  const [attempt, setAttempt] = useState(0);
  // One act for one content: another content is another act.
  const [sent, setSent] = useState({ body: "", clientActionId: "" });
  const save = useMutation(useTRPC().beneficiaries.save.mutationOptions());
  const entry = form.watch();
  const problems = attempt > 0 ? entryProblems(entry) : new Map<string, never>();

  const failure = save.error ? callFailure(save.error) : null;
  const refused =
    typeof failure?.details.field === "string" ? formPath(entry, failure.details.field) : null;
  const errorOf = (path: string): string | undefined => {
    const problem = problems.get(path);
    if (problem) return t(problem);
    return failure && refused === path ? wording(failure.code) : undefined;
  };
  const paths = [...new Set([...problems.keys(), ...(refused ? [refused] : [])])];
  const summary = paths.flatMap((path): SummaryError[] => {
    const message = errorOf(path);
    return message ? [{ fieldId: controlId(path), message }] : [];
  });

  function send() {
    setAttempt((before) => before + 1);
    const values = form.getValues();
    if (entryProblems(values).size > 0) return;
    const body = JSON.stringify(values);
    const clientActionId = sent.body === body ? sent.clientActionId : crypto.randomUUID();
    setSent({ body, clientActionId });
    save.mutate(saveCommand(values, household, clientActionId), {
      onSuccess: (saved) => {
        // A draft is of a new household: changing another one leaves it.
        if (!household) forgetDraft(userId);
        refresh();
        router.push(`/keluarga/${saved.householdId}${saved.elsewhere.length > 0 ? "?lain=1" : ""}`);
      },
      onError: () => setAttempt((before) => before + 1),
    });
  }

  return {
    ...{ form, members, entry, draft, errorOf, summary, attempt, send },
    pending: save.isPending || save.isSuccess,
    /** A refusal that no field explains. */
    formError: failure && refused === null ? wording(failure.code) : null,
    /** Where the number is that was refused because another household has it. */
    otherHousehold:
      typeof failure?.details.householdId === "string" ? failure.details.householdId : null,
  };
}

export type HouseholdForm = ReturnType<typeof useHouseholdForm>;
