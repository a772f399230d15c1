"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

/** How far a kecamatan is, from live data each time. */
export function useOnboarding(areaCode: string) {
  return useQuery(
    useTRPC().onboarding.show.queryOptions({ areaCode }, { refetchOnMount: "always" }),
  );
}

/** An act of a step; what stands on the screen is read again behind it. */
export function useStepAct<Input>(act: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await cache.invalidateQueries(trpc.onboarding.pathFilter());
      onDone?.();
    },
  });
}
