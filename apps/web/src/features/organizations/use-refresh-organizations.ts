"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

/** Reads partners, their people and the trail again after an act. */
export function useRefreshOrganizations(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries(trpc.organizations.pathFilter());
    void queries.invalidateQueries(trpc.staff.pathFilter());
    void queries.invalidateQueries(trpc.audit.pathFilter());
  };
}
