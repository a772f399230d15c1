"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTRPC } from "@/lib/trpc";

/** The kecamatan whose programs are looked at: the one of the address, else the reader's first. */
export function useProgramPlace() {
  const asked = useSearchParams().get("kecamatan");
  const places = useQuery(useTRPC().aid.places.queryOptions(undefined, { staleTime: 600_000 }));
  const all = places.data ?? [];
  const place = all.find((one) => one.code === asked) ?? all[0] ?? null;
  return { places: all, place, isLoaded: places.data !== undefined, error: places.error };
}

/** The page of a program; the kecamatan stands in the address where the reader has several. */
export const programHref = (code: string, place: string, several: boolean): string =>
  `/bantuan/${code}${several ? `?kecamatan=${place}` : ""}`;
