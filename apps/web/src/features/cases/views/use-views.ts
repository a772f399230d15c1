"use client";

import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { useTRPC } from "@/lib/trpc";
import { readAddress, savedHref } from "../queue/queue-address";
import { queueInput } from "../queue/queue-view";

type RoleName =
  | "unverified"
  | "unowned"
  | "waiting"
  | "returned"
  | "escalated"
  | "this-week"
  | "asked"
  | "answered"
  | "assigned"
  | "late-by-village"
  | "late-by-sector"
  | "in-hand";

/** A view as the menu offers it. */
export interface OfferedView {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly whose: "role" | "own" | "office";
  readonly address: Readonly<Record<string, string | undefined>>;
  /** Of a saved one. */
  readonly saved: { readonly version: number; readonly officeKey: string | null } | null;
  readonly isOwn: boolean;
  readonly updatedByName: string;
}

const MINUTE_MS = 60_000;

/** The views that this person may open, and how to ask for them again. */
export function useViews() {
  const t = useTranslations("queue.saved");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const asked = useQuery(trpc.views.list.queryOptions(undefined, { staleTime: MINUTE_MS }));
  const { data } = asked;
  const views = useMemo((): readonly OfferedView[] => {
    const ofRole = (data?.ofRole ?? []).map(
      ({ key, address }): OfferedView => ({
        ...{ key, address, whose: "role", saved: null, isOwn: false, updatedByName: "" },
        name: t(`ofRole.${key.replace(/^role-/, "") as RoleName}`),
        href: savedHref(key, address),
      }),
    );
    const saved = (data?.saved ?? []).map(
      ({ id, name, address, version, officeKey, isOwn, updatedByName }): OfferedView => ({
        ...{ key: id, name, address, isOwn, updatedByName, saved: { version, officeKey } },
        whose: officeKey === null ? "own" : "office",
        href: savedHref(id, address),
      }),
    );
    return [...ofRole, ...saved];
  }, [data, t]);
  const refresh = useCallback(
    () => queries.invalidateQueries(trpc.views.pathFilter()),
    [queries, trpc],
  );
  return {
    ...{ views, refresh, isPending: asked.isPending, isError: asked.isError },
    offices: data?.offices ?? [],
    startKey: data?.startKey ?? null,
  };
}

/** How many cases stand in each view, as this reader may open them; asked for while somebody looks. */
export function useViewCounts(views: readonly OfferedView[], isLooking: boolean) {
  const trpc = useTRPC();
  const asked = useQueries({
    queries: views.map(({ key, address }) => {
      const { order: _, ...filter } = queueInput(readAddress(address).filters);
      return trpc.cases.counts.queryOptions(
        { [key]: filter },
        { enabled: isLooking, staleTime: MINUTE_MS / 4 },
      );
    }),
  });
  return Object.fromEntries(views.map(({ key }, at) => [key, asked[at]?.data?.[key]]));
}
