"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

/** Reads the registry again after an act. */
export function useRefreshRegistry(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries(trpc.beneficiaries.pathFilter());
    void queries.invalidateQueries(trpc.audit.pathFilter());
  };
}
