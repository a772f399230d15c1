"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { TurnDiamond } from "@rembuk/ui/turn-marker";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import type { TripRow } from "./trip-data";
import { tripDays } from "./trip-days";
import { TripStatusChip } from "./trip-status";

/** Does the team wait for this village's word? */
const waits = (trip: TripRow, villageCode: string): boolean =>
  (trip.status === "planned" || trip.status === "approved") &&
  trip.stops.some((stop) => stop.villageCode === villageCode && !stop.isSet);

/** Trips that come to the village; those that wait for its time and place first. Nothing where there is none. */
export function VillageTrips({ villageCode }: { villageCode: string }) {
  const t = useTranslations("trips.home");
  const { shortDate } = useFormat();
  const trips = useQuery(useTRPC().trips.list.queryOptions({ scope: "running", limit: 20 }));
  const rows = [...(trips.data?.items ?? [])].sort(
    (a, b) => Number(waits(b, villageCode)) - Number(waits(a, villageCode)),
  );
  if (rows.length === 0) return null;
  return (
    <div className="px-4 py-3">
      <Panel
        id="kunjungan-desa"
        flush
        icon={rows.some((row) => waits(row, villageCode)) ? <TurnDiamond /> : undefined}
        title={t("title")}
      >
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}>
              <AppLink
                href={`/kunjungan/${row.id}`}
                className="flex min-h-14 flex-col items-start gap-1 px-3 py-2 text-inherit no-underline hover:bg-hover"
              >
                <span className="font-semibold break-words">{row.purpose}</span>
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-text-2">
                  {tripDays(row, shortDate)}
                  {waits(row, villageCode) ? (
                    <b className="text-turn-text">{t("unset")}</b>
                  ) : (
                    <TripStatusChip status={row.status} />
                  )}
                </span>
              </AppLink>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
