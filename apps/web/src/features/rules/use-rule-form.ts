"use client";

import { longestTaskDays } from "@rembuk/domain/cases/task-steps";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import {
  entryOf,
  hasSoundTasks,
  mostOf,
  type RuleEntry,
  settingsOf,
  wrongNumbers,
} from "./rule-entry";
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

/** What is typed and ticked, begun from what the area saved last. */
function useTyped(node: RuleNode) {
  const wasActive = node.own?.isActive ?? true;
  const [entry, setEntry] = useState(() => entryOf(node.own?.settings ?? {}));
  const [isActive, setActive] = useState(wasActive);
  const [told, setTold] = useState(false);
  const [reason, setReason] = useState("");
  const [inForceOn, setInForceOn] = useState("");
  const change = (part: Partial<RuleEntry>) => setEntry((before) => ({ ...before, ...part }));
  return {
    ...{ entry, change, isActive, setActive, wasActive, told, setTold },
    ...{ reason, setReason, inForceOn, setInForceOn },
  };
}
type Typed = ReturnType<typeof useTyped>;

/** What is wrong, in sentences by field: the numbers always, the rest only for saving. */
function useProblems({ entry, reason, told, isActive, wasActive }: Typed, openCases: number) {
  const t = useTranslations("rules");
  const numbers: Record<string, string> = Object.fromEntries(
    wrongNumbers(entry).map((field) => [field, t("wrongNumber", { most: mostOf(field) })]),
  );
  if (!hasSoundTasks(entry)) numbers.tasks = t("steps.wrong", { most: longestTaskDays });
  const missingTold = wasActive && !isActive && openCases > 0 && !told;
  const saving: Record<string, string> = {
    ...numbers,
    ...(reason.trim().length < shortestReason ? { reason: t("save.reasonMissing") } : {}),
    ...(missingTold ? { told: t("active.toldMissing") } : {}),
  };
  return { numbers, saving };
}

/** Saves on the version that was seen; what shows rules is read again. */
function useSaving({ place, node }: Options, typed: Typed) {
  const t = useTranslations("rules");
  const toast = useToast();
  const trpc = useTRPC();
  const client = useQueryClient();
  // A refusal keeps nothing under it, a lost answer comes again; the next version has a form of its own.
  const [clientActionId] = useState(() => crypto.randomUUID());
  const saving = useMutation(trpc.rules.save.mutationOptions());
  const send = () => {
    const about = { areaCode: place.code, categoryCode: node.code };
    const { isActive, told: toldOpenCases, entry, inForceOn, reason } = typed;
    const content = { settings: settingsOf(entry), isActive, toldOpenCases };
    const when = { inForceOn: inForceOn || null, reason: reason.trim() };
    saving.mutate(
      { clientActionId, ...about, version: node.own?.version ?? 0, ...content, ...when },
      {
        onSuccess: ({ version }) => {
          toast.show({ title: t("save.done", { name: node.values.name, version }) });
          void client.invalidateQueries(trpc.rules.history.pathFilter());
          void client.invalidateQueries(trpc.rules.tree.pathFilter());
          void client.invalidateQueries(trpc.cases.categories.pathFilter());
        },
      },
    );
  };
  return { mutation: saving, send };
}

const isSame = (one: RuleEntry | null, other: RuleEntry): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The form of one rule: entry, trial and saving. */
export function useRuleForm(options: Options) {
  const wording = useErrorWording();
  const typed = useTyped(options.node);
  const problems = useProblems(typed, options.openCases);
  const trial = useTrial(options.place, options.node);
  const saving = useSaving(options, typed);
  const [attempt, setAttempt] = useState<{ count: number; of: "numbers" | "saving" }>({
    count: 0,
    of: "numbers",
  });
  const isSound = (of: "numbers" | "saving"): boolean => {
    setAttempt(({ count }) => ({ count: count + 1, of }));
    return Object.keys(problems[of]).length === 0;
  };
  const refusal = saving.mutation.error ?? trial.query.error;
  return {
    ...typed,
    errors: attempt.count > 0 ? problems[attempt.of] : {},
    attempt: attempt.count,
    failure: refusal ? wording(callFailure(refusal).code) : null,
    isSaving: saving.mutation.isPending,
    save: () => {
      if (isSound("saving") && !saving.mutation.isPending) saving.send();
    },
    tryIt: () => {
      if (!isSound("numbers")) return;
      saving.mutation.reset();
      if (isSame(trial.tried, typed.entry)) void trial.query.refetch();
      trial.setTried(typed.entry);
    },
    trial: {
      // Counts of an earlier entry would lie beside the fields as they stand.
      data: isSame(trial.tried, typed.entry) ? trial.query.data : undefined,
      isFetching: trial.query.isFetching,
    },
  };
}

export type RuleFormState = ReturnType<typeof useRuleForm>;
