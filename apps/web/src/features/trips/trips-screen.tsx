"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button, ButtonLink } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Segmented } from "@rembuk/ui/segmented";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FileCheck, ListChecks, NotebookPen, Plus, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { TripRow } from "./trip-data";
import { tripDays } from "./trip-days";
import { TripStatusChip } from "./trip-status";

const scopes = ["running", "ended"] as const;
type Scope = (typeof scopes)[number];

interface TripsScreenProps {
  mayPlan: boolean;
  /** The reader puts recipients on trips: where they wait stands on the planning board. */
  seesWaiting: boolean;
  /** The reader works in the office that issues SKs. */
  seesDecrees: boolean;
  /** The reader decides about what revoked phones still sent. */
  seesQuarantine: boolean;
  /** The reader works in the office that prepares the programs. */
  seesMeetings: boolean;
}

/** Trips to the villages: what is planned, on its way, and behind us. */
export function TripsScreen({ mayPlan, seesWaiting, ...sees }: TripsScreenProps) {
  const t = useTranslations("trips");
  const [scope, setScope] = useState<Scope>("running");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        title={t("title")}
        beside={
          <Segmented
            size="small"
            label={t("scope.label")}
            value={scope}
            onChange={(value) => setScope(value as Scope)}
            options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          />
        }
        actions={
          <>
            {seesWaiting ? (
              <ButtonLink
                href="/kunjungan/rencana"
                size="small"
                icon={<ListChecks size={14} aria-hidden />}
              >
                {t("board.open")}
              </ButtonLink>
            ) : null}
            {sees.seesQuarantine ? (
              <ButtonLink
                href="/perangkat/karantina"
                size="small"
                icon={<ShieldAlert size={14} aria-hidden />}
              >
                {t("quarantine")}
              </ButtonLink>
            ) : null}
            {sees.seesMeetings ? (
              <ButtonLink href="/rapat" size="small" icon={<NotebookPen size={14} aria-hidden />}>
                {t("meetings")}
              </ButtonLink>
            ) : null}
            {sees.seesDecrees ? (
              <ButtonLink
                href="/kunjungan/sk"
                size="small"
                icon={<FileCheck size={14} aria-hidden />}
              >
                {t("decrees.open")}
              </ButtonLink>
            ) : null}
            {mayPlan ? (
              <ButtonLink
                href="/kunjungan/baru"
                size="small"
                tone="primary"
                icon={<Plus size={14} aria-hidden />}
              >
                {t("plan.open")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="px-4 py-3.5 sm:px-7">
        <TripList scope={scope} />
      </div>
    </div>
  );
}

function TripList({ scope }: { scope: Scope }) {
  const t = useTranslations("trips");
  const wording = useErrorWording();
  const trips = useInfiniteQuery(
    useTRPC().trips.list.infiniteQueryOptions(
      { scope, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  if (trips.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={trips.isFetching}
        onRetry={() => void trips.refetch()}
      >
        {wording(callFailure(trips.error).code)}
      </ErrorState>
    );
  if (!trips.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  const rows = trips.data.pages.flatMap((page) => page.items);
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {rows.length === 0 ? (
        <EmptyState title={t(`empty.${scope}`)}>{t("empty.text")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}>
              <TripItem row={row} />
            </li>
          ))}
        </ul>
      )}
      {trips.hasNextPage ? (
        <div className="border-t border-line p-2">
          <Button
            block
            pending={trips.isFetchingNextPage}
            pendingLabel={t("loading")}
            onClick={() => void trips.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function TripItem({ row }: { row: TripRow }) {
  const t = useTranslations("trips");
  const { shortDate } = useFormat();
  const set = row.stops.filter((stop) => stop.isSet).length;
  return (
    <AppLink
      href={`/kunjungan/${row.id}`}
      className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-inherit no-underline hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <span className="min-w-0">
        <span className="block text-14 font-semibold break-words">{row.purpose}</span>
        <span className="block text-13 text-text-2">
          {row.stops.map((stop) => stop.villageName).join(", ") || t("noStops")}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-text-2 sm:justify-end">
        <span className="tabular-nums">{tripDays(row, shortDate)}</span>
        {row.status === "planned" || row.status === "approved" ? (
          <span>{t("confirmed", { set, stops: row.stops.length })}</span>
        ) : null}
        <TripStatusChip status={row.status} />
      </span>
    </AppLink>
  );
}
