"use client";

import type { BulkOutcome } from "@rembuk/domain/cases/bulk";
import { useToast } from "@rembuk/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import type { CallFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { useMarkPending } from "./pending-cases";

/** How an act of the list goes on behind its window. */
export interface QuickAct {
  /** The row shows at once what the case will be, and the window goes. */
  readonly begin: (becomes: Partial<BulkOutcome>) => void;
  /** It is so: the row shows what the server says. */
  readonly end: () => Promise<void>;
  /** It was refused: the row is what it was, and why is said, with the way back to what was typed. */
  readonly refuse: (failure: CallFailure) => void;
}

export function useQuickAct(options: {
  readonly caseId: string;
  readonly number: string;
  readonly close: () => void;
  readonly reopen: () => void;
}): QuickAct {
  const { caseId, number, close, reopen } = options;
  const t = useTranslations("queue.pending");
  const wording = useErrorWording();
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mark, unmark } = useMarkPending();
  return {
    begin: (becomes) => {
      mark([[caseId, { becomes, kind: "saving" }]]);
      close();
    },
    end: async () => {
      await queries.invalidateQueries(trpc.cases.list.pathFilter());
      unmark([caseId]);
    },
    refuse: (failure) => {
      unmark([caseId]);
      // Somebody was faster, most often: who tries again acts on what the case is now.
      void queries.invalidateQueries(trpc.cases.list.pathFilter());
      toast.show({
        title: t("refused", { number }),
        description: wording(failure.code),
        tone: "failed",
        timeout: 0,
        action: { label: t("reopen"), onAction: reopen },
      });
    },
  };
}
