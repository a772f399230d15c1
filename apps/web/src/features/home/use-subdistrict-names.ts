"use client";

import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

const HOUR_MS = 3_600_000;

/** Names of the kecamatan of a list, by code; "Kec. Halong". */
export function useSubdistrictNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const trpc = useTRPC();
  const wanted = [...new Set(codes)];
  const offices = useQueries({
    queries: wanted.map((subdistrictCode) => ({
      ...trpc.areas.office.queryOptions({ subdistrictCode }),
      staleTime: HOUR_MS,
    })),
  });
  return new Map(
    offices.flatMap(({ data }) =>
      data ? [[data.subdistrictCode, data.name.replace("Kecamatan ", "Kec. ")] as const] : [],
    ),
  );
}
