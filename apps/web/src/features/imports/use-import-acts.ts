"use client";

import type { ImportPlan } from "@rembuk/domain/onboarding/commands";
import type { ImportKind } from "@rembuk/domain/onboarding/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/lib/trpc";

/** What can be done with a workbook that was sent. */
export type ImportAct =
  | { readonly act: "start"; readonly takesSimilar: boolean }
  | { readonly act: "cancel" }
  | { readonly act: "undo" }
  | { readonly act: "plan"; readonly plan: ImportPlan };

/** An act on a workbook; the list of workbooks is read again behind it. */
export function useImportAct(kind: ImportKind, importId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const door = kind === "register" ? client.onboarding : client.beneficiaries;
  return useMutation({
    mutationFn: (wanted: ImportAct) => {
      const command = { clientActionId: crypto.randomUUID(), importId };
      if (wanted.act === "start")
        return door.startImport.mutate({ ...command, takesSimilar: wanted.takesSimilar });
      if (wanted.act === "plan") return door.planImport.mutate({ ...command, plan: wanted.plan });
      return wanted.act === "cancel"
        ? door.cancelImport.mutate(command)
        : door.undoImport.mutate(command);
    },
    onSuccess: () =>
      cache.invalidateQueries(
        (kind === "register" ? trpc.onboarding : trpc.beneficiaries).pathFilter(),
      ),
  });
}
