"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { entryOf, isChanged, mostOf, type RuleEntry, settingsOf, wrongNumbers } from "./rule-entry";
import type { RuleNode, RulePlace } from "./rules-data";

/** Id of a control of the editor; the error summary links to it. */
export const ruleFieldId = (field: string): string => `aturan-${field}`;

const shortestReason = 5;

interface Options {
  readonly place: RulePlace;
  readonly node: RuleNode;
  readonly openCases: number;
}

/** Counts what the typed rule would have done, when asked to; a later change asks anew. */
function useTrial(place: RulePlace, node: RuleNode) {
  const [tried, setTried] = useState<RuleEntry | null>(null);
  const query = useQuery(
    useTRPC().rules.preview.queryOptions(
      {
        areaCode: place.code,
        categoryCode: node.code,
        settings: tried ? settingsOf(tried) : {},
      },
      { enabled: tried !== null, retry: false },
    ),
  );
  return { tried, setTried, query };
}

/** The form of one rule: entry, trial and saving on the version that was seen. */
export function useRuleForm({ place, node, openCases }: Options) {
  const t = useTranslations("rules");
  const wording = useErrorWording();
  const toast = useToast();
  const trpc = useTRPC();
  const client = useQueryClient();
  const wasActive = node.own?.isActive ?? true;
  const [entry, setEntry] = useState(() => entryOf(node.own?.settings ?? {}));
  const [isActive, setActive] = useState(wasActive);
  const [told, setTold] = useState(false);
  const [reason, setReason] = useState("");
  const [inForceOn, setInForceOn] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [isTried, setIsTried] = useState(false);
  const [clientActionId, setId] = useState(() => crypto.randomUUID());
  const trial = useTrial(place, node);
  const saving = useMutation(trpc.rules.save.mutationOptions());

  const wrong = wrongNumbers(entry);
  const numberErrors = Object.fromEntries(
    wrong.map((field) => [field, t("wrongNumber", { most: mostOf(field) })]),
  );
  const missingTold = wasActive && !isActive && openCases > 0 && !told;
  const saveErrors: Record<string, string> = {
    ...(reason.trim().length < shortestReason ? { reason: t("save.reasonMissing") } : {}),
    ...(missingTold ? { told: t("active.toldMissing") } : {}),
  };
  const errors: Record<string, string> =
    attempt > 0 ? { ...numberErrors, ...(isTried ? {} : saveErrors) } : {};
  const refusal = saving.error ?? trial.query.error;

  const check = (found: Record<string, string>, trying: boolean): boolean => {
    setIsTried(trying);
    setAttempt((before) => before + 1);
    return Object.keys(found).length === 0;
  };
  const save = () => {
    if (!check({ ...numberErrors, ...saveErrors }, false) || saving.isPending) return;
    saving.mutate(
      {
        clientActionId,
        areaCode: place.code,
        categoryCode: node.code,
        version: node.own?.version ?? 0,
        settings: settingsOf(entry),
        isActive,
        inForceOn: inForceOn || null,
        reason: reason.trim(),
        toldOpenCases: told,
      },
      {
        onSuccess: ({ version }) => {
          toast.show({ title: t("save.done", { name: node.values.name, version }) });
          void client.invalidateQueries(trpc.rules.history.pathFilter());
          void client.invalidateQueries(trpc.rules.tree.pathFilter());
          void client.invalidateQueries(trpc.cases.categories.pathFilter());
        },
        onSettled: () => setId(crypto.randomUUID()),
      },
    );
  };
  return {
    entry,
    change: (part: Partial<RuleEntry>) => setEntry((before) => ({ ...before, ...part })),
    ...{ isActive, setActive, wasActive, told, setTold },
    ...{ reason, setReason, inForceOn, setInForceOn },
    isChanged: isChanged(entry, node) || isActive !== wasActive,
    errors,
    attempt,
    failure: refusal ? wording(callFailure(refusal).code) : null,
    isSaving: saving.isPending,
    save,
    tryIt: () => {
      if (!check(numberErrors, true)) return;
      saving.reset();
      if (trial.tried && JSON.stringify(trial.tried) === JSON.stringify(entry)) {
        void trial.query.refetch();
      }
      trial.setTried(entry);
    },
    trial: {
      // Counts of an earlier entry would lie beside the fields as they stand.
      data: JSON.stringify(trial.tried) === JSON.stringify(entry) ? trial.query.data : undefined,
      isFetching: trial.query.isFetching,
    },
  };
}

export type RuleFormState = ReturnType<typeof useRuleForm>;
