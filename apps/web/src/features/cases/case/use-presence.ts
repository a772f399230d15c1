"use client";

import { presenceBeatMs } from "@rembuk/domain/cases/presence";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";

/**
 * Who else has the case open, by name; the live channel says when to ask again.
 * @param isEntered the page says that it has the case open, and hears of the others with each beat
 */
export function usePresent(caseId: string, isEntered: boolean): readonly string[] {
  const trpc = useTRPC();
  const refetchInterval = isEntered ? false : presenceBeatMs;
  const { data } = useQuery(trpc.cases.present.queryOptions({ caseId }, { refetchInterval }));
  return (data ?? []).map((one) => one.name);
}

/**
 * Says that this page has the case open, as long as it is looked at. A page that dies without a word
 * is forgotten by the server.
 */
export function useEnterCase(caseId: string): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  useEffect(() => {
    const enter = async () => {
      if (document.hidden) return;
      const others = await client.cases.enter.mutate({ caseId }).catch(() => null);
      if (others) queries.setQueryData(trpc.cases.present.queryKey({ caseId }), [...others]);
    };
    const leave = () => void client.cases.leave.mutate({ caseId }).catch(() => undefined);
    const onVisibility = () => void (document.hidden ? leave() : enter());
    void enter();
    const timer = setInterval(() => void enter(), presenceBeatMs);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisibility);
      leave();
    };
  }, [caseId, client, queries, trpc]);
}
