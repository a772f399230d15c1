"use client";

import type { BulkOutcome } from "@rembuk/domain/cases/bulk";
import type { CaseAction } from "@rembuk/domain/cases/lifecycle";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type CallFailure, callFailure } from "@/lib/trpc-client";
import { useRefreshCase } from "../case/use-case";
import type { CaseDetail } from "../case-data";
import type { QuickAct } from "../pending/use-quick-act";
import { dropDraft } from "./action-drafts";

/** What every command carries besides its own fields. */
export interface CommandBase {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly version: number;
}

const CHANGED_CODES = new Set(["CASE_CHANGED_MEANWHILE", "CASE_ACTION_NOT_NOW"]);

export interface ActionSender<Values> {
  readonly send: (values: Values) => void;
  /** Sends again on the version that is known now, after somebody else's change was looked at. */
  readonly sendAgain: (values: Values) => void;
  readonly isSending: boolean;
  /** Null, or why it was not saved; a change by somebody else is in `changed` instead. */
  readonly failure: CallFailure | null;
  /** Ids of what had happened when the form was opened, once somebody else was faster. */
  readonly changed: ReadonlySet<string> | null;
}

/**
 * Sends one intended act. Its id is made once, with the form, so that a retry after a lost answer
 * repeats nothing. Success drops the draft, re-reads the case and says so.
 */
export function useActionSender<Values>(options: {
  readonly kase: CaseDetail;
  readonly action: CaseAction;
  readonly run: (base: CommandBase, values: Values) => Promise<unknown>;
  readonly onDone: () => void;
  /** Words of the toast instead of the usual ones; null for none. */
  readonly doneWords?: ((values: Values) => string | null) | undefined;
  /** With both, the act is shown at once and taken back if it is refused. */
  readonly quick?: QuickAct | undefined;
  readonly foresee?: ((values: Values) => Partial<BulkOutcome>) | undefined;
}): ActionSender<Values> {
  const { kase, action, run, onDone, doneWords, foresee } = options;
  const quick = foresee ? options.quick : undefined;
  const t = useTranslations("caseActions");
  const toast = useToast();
  const refresh = useRefreshCase(kase.id);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const [version, setVersion] = useState(kase.version);
  const [known] = useState(() => new Set(kase.timeline.map((entry) => entry.id)));
  const mutation = useMutation({
    mutationFn: ({ values, on }: { values: Values; on: number }) =>
      run({ clientActionId, caseId: kase.id, version: on }, values),
    onMutate: ({ values }) => {
      if (foresee) quick?.begin(foresee(values));
    },
    onSuccess: async (_, { values }) => {
      dropDraft(kase.id, action);
      const usual = () => t(`${action}.done`, { number: kase.number, target: "" });
      const words = doneWords ? doneWords(values) : usual();
      if (words !== null) toast.show({ title: words });
      await Promise.all([refresh(), quick?.end()]);
      if (!quick) onDone();
    },
    onError: (error) => {
      quick?.refuse(callFailure(error));
      if (CHANGED_CODES.has(callFailure(error).code)) void refresh();
    },
  });
  const failure = mutation.error ? callFailure(mutation.error) : null;
  const isChanged = failure !== null && CHANGED_CODES.has(failure.code);
  return {
    send: (values) => mutation.mutate({ values, on: version }),
    sendAgain: (values) => {
      setVersion(kase.version);
      mutation.mutate({ values, on: kase.version });
    },
    isSending: mutation.isPending,
    failure: isChanged ? null : failure,
    changed: isChanged ? known : null,
  };
}
