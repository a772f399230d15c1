"use client";

import { isAtWork } from "@rembuk/domain/onboarding/model";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

const askAgainMs = 1_000;

/** Registers that were sent, asked for again while the worker is at one of them. */
export function useImports(areaCode: string) {
  return useQuery(
    useTRPC().onboarding.imports.queryOptions(
      { areaCode },
      {
        refetchInterval: ({ state }) =>
          state.data?.some(({ status }) => isAtWork(status)) ? askAgainMs : false,
        refetchIntervalInBackground: true,
        refetchOnMount: "always",
      },
    ),
  );
}
