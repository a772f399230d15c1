"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import type { ListGroup } from "./queue-look";
import type { QueueInput } from "./queue-view";
import { type CountedGroup, isCounted } from "./row-groups";

/** Where the list goes on: in which group, and behind which row of it. */
interface Place {
  readonly at: number;
  readonly cursor: { readonly key: string; readonly id: string } | null;
}

const PAGE = 50;
const none: readonly CountedGroup[] = [];

/** The filter of one group; both are exact. */
const within = (by: ListGroup, code: string) =>
  by === "village" ? { villages: [code] } : { leadSector: code };

/** Groups from `at` on that together fill a page: asked for at once. */
const nextGroups = (groups: readonly CountedGroup[], at: number): readonly CountedGroup[] => {
  let rows = 0;
  return groups.slice(at).filter(({ count }, index) => {
    const isWanted = index === 0 || rows + count <= PAGE;
    rows += isWanted ? count : PAGE;
    return isWanted;
  });
};

/** A heading more or less: the pages are asked for anew, and what is read stays until they are there. */
function useFreshGroups(groups: readonly CountedGroup[], refetch: () => unknown): void {
  const codes = groups.map(({ code }) => code).join();
  const before = useRef(codes);
  useEffect(() => {
    const isOther = before.current !== "" && before.current !== codes;
    before.current = codes;
    if (isOther && codes !== "") void refetch();
  }, [codes, refetch]);
}

/**
 * The list group after group, each page by the keyset of its group: what is loaded stands in the order
 * of the headings, and nothing moves when more is loaded.
 */
export function useGroupedList(input: QueueInput, by: ListGroup) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const isOn = isCounted(by);
  const { order: _, ...filter } = input;
  const counts = useQuery(
    trpc.cases.groups.queryOptions(
      { ...filter, by: isOn ? by : "village" },
      { enabled: isOn, refetchOnMount: "always" },
    ),
  );
  const groups = counts.data?.groups ?? none;
  const list = useInfiniteQuery({
    queryKey: [...trpc.cases.list.pathKey(), { ...input, by }],
    enabled: isOn && groups.length > 0,
    refetchOnMount: "always",
    initialPageParam: { at: 0, cursor: null } as Place,
    queryFn: async ({ pageParam: { at, cursor }, signal }) => {
      const wanted = cursor ? groups.slice(at, at + 1) : nextGroups(groups, at);
      const pages = await Promise.all(
        wanted.map(({ code }) =>
          client.cases.list.query(
            { ...input, ...within(by, code), cursor, limit: PAGE },
            { signal },
          ),
        ),
      );
      const rest = pages.at(-1)?.nextCursor ?? null;
      const last = at + wanted.length - 1;
      const next: Place | null = rest
        ? { at: last, cursor: rest }
        : last + 1 < groups.length
          ? { at: last + 1, cursor: null }
          : null;
      return { items: pages.flatMap(({ items }) => items), next };
    },
    getNextPageParam: ({ next }) => next,
  });
  useFreshGroups(groups, list.refetch);
  return { list, counts, groups, isTooMany: counts.data?.isTooMany ?? false };
}
