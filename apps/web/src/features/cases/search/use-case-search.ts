"use client";

import { isPersonalTerm } from "@rembuk/domain/cases/personal-term";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { parseAsArrayOf, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";

export type SearchResult = Awaited<
  ReturnType<ReturnType<typeof useTRPCClient>["cases"]["search"]["mutate"]>
>;
export type FoundCase = SearchResult["items"][number];
export type FacetName = keyof SearchResult["facets"];

const PAGE = 20;
const several = parseAsArrayOf(parseAsString).withDefault([]);

const address = {
  cari: parseAsString.withDefault(""),
  status: several,
  desa: several,
  jenis: several,
  tahun: parseAsArrayOf(parseAsInteger).withDefault([]),
};
const unnarrowed = { status: null, desa: null, jenis: null, tahun: null };

/** The term and what it is narrowed by stand in the address; a NIK or a phone only in this page. */
function useTerm() {
  const [values, setValues] = useQueryStates(address, { history: "replace" });
  const [unwritten, setUnwritten] = useState("");
  return {
    term: {
      text: (unwritten || values.cari).trim(),
      statuses: values.status,
      villages: values.desa,
      categories: values.jenis,
      years: values.tahun,
    },
    isUnwritten: unwritten !== "",
    /** Another term begins anew: what it is narrowed by belonged to the old one. */
    ask: (text: string) => {
      const isPersonal = isPersonalTerm(text);
      setUnwritten(isPersonal ? text : "");
      void setValues({ ...unnarrowed, cari: isPersonal || text === "" ? null : text });
    },
    narrow: (name: FacetName, chosen: readonly string[]) => {
      const list = chosen.length > 0 ? [...chosen] : null;
      if (name === "statuses") void setValues({ status: list });
      if (name === "villages") void setValues({ desa: list });
      if (name === "categories") void setValues({ jenis: list });
      if (name === "years") void setValues({ tahun: list?.map(Number) ?? null });
    },
    widen: () => void setValues(unnarrowed),
  };
}

/** What was asked, and the pages of what was found. Asked by POST: a term stands in no address of a call. */
export function useCaseSearch() {
  const { term, ...acts } = useTerm();
  const client = useTRPCClient();
  const found = useInfiniteQuery({
    queryKey: ["case-search", term],
    queryFn: ({ pageParam, signal }) =>
      client.cases.search.mutate({ ...term, cursor: pageParam, limit: PAGE }, { signal }),
    initialPageParam: null as SearchResult["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
    enabled: term.text !== "",
    placeholderData: keepPreviousData,
    // Each asking by NIK or phone is a look at a person: a tab that comes back does not repeat it.
    refetchOnWindowFocus: false,
  });
  const pages = term.text === "" ? [] : (found.data?.pages ?? []);
  return { term, ...acts, found, first: pages[0] ?? null, items: pages.flatMap((p) => p.items) };
}
export type CaseSearch = ReturnType<typeof useCaseSearch>;
