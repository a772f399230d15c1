"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useTRPC } from "@/lib/trpc";

/** Whose rules are open: from the address, else the first place of the reader. */
export function usePlace() {
  const places = useQuery(useTRPC().rules.places.queryOptions());
  const [code, setCode] = useQueryState("wilayah", parseAsString);
  const found = places.data?.find((place) => place.code === code) ?? places.data?.[0] ?? null;
  return {
    query: places,
    places: places.data ?? [],
    place: found,
    choose: (next: string) => void setCode(next),
  };
}
