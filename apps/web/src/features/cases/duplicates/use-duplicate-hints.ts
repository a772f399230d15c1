"use client";

import type { FindDuplicatesInput } from "@rembuk/domain/cases/commands";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";

export type DuplicateHint = Awaited<
  ReturnType<ReturnType<typeof useTRPCClient>["cases"]["findDuplicates"]["mutate"]>
>[number];

/** So long the typing rests before the words are compared. */
const REST_MS = 700;

/** What was given, once it has stood still for a while. */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(key) as Value), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
}

/**
 * Reports that may be of the same matter. Sent as a body, never in an address, because names and
 * stories are compared. A hint that fails to come is no error: the work goes on without it.
 */
export function useDuplicateHints(input: FindDuplicatesInput | null): readonly DuplicateHint[] {
  const client = useTRPCClient();
  const { data } = useQuery({
    queryKey: ["duplicate-hints", input],
    queryFn: () => (input ? client.cases.findDuplicates.mutate(input) : []),
    enabled: input !== null,
    staleTime: 30_000,
    retry: false,
    // Names and numbers of people stay no longer in memory than the form does.
    gcTime: 0,
  });
  return data ?? [];
}
