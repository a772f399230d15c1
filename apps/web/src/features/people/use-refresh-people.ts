"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

/** Reads people, devices and the trail again after an act. */
export function useRefreshPeople(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries(trpc.staff.pathFilter());
    void queries.invalidateQueries(trpc.audit.pathFilter());
  };
}
