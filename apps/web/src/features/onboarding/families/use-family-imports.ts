"use client";

import { isAtWork } from "@rembuk/domain/onboarding/model";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/lib/trpc";

const askAgainMs = 1_000;

/** Lists of families that were sent, asked for again while the worker is at one of them, and how to send one. */
export function useFamilyImports(areaCode: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const imports = useQuery(
    trpc.beneficiaries.imports.queryOptions(
      { areaCode },
      {
        refetchInterval: ({ state }) =>
          state.data?.some(({ status }) => isAtWork(status)) ? askAgainMs : false,
        refetchIntervalInBackground: true,
        refetchOnMount: "always",
      },
    ),
  );
  const villages = useQuery(
    trpc.beneficiaries.villages.queryOptions(undefined, { staleTime: 600_000 }),
  );
  const send = useMutation({
    mutationFn: (content: string) =>
      client.beneficiaries.sendImport.mutate({
        ...{ clientActionId: crypto.randomUUID(), areaCode, content },
      }),
    onSuccess: () => cache.invalidateQueries(trpc.beneficiaries.imports.pathFilter()),
  });
  return { imports, send, villages: villages.data ?? [] };
}
