"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useRupiah } from "@/lib/rupiah";
import type { Impact } from "./impact-data";

/** What a handover cost, with the trips that it comes from. */
export function CostPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.cost");
  const { number, shortDate } = useFormat();
  const rupiah = useRupiah();
  const { costs } = impact;
  if (!costs) return null;
  return (
    <Panel id="biaya" title={t("title")}>
      <p className="text-22 font-bold tracking-[-0.02em] tabular-nums">
        {costs.perReceipt === null ? "–" : rupiah(costs.perReceipt)}
      </p>
      <p className="text-12 text-text-2">
        {t("explain", { cost: rupiah(costs.cost), receipts: number(costs.receipts) })}
        {costs.unknown > 0 ? ` ${t("unknown", { count: costs.unknown })}` : null}
      </p>
      <ul className="mt-2 divide-y divide-line border-t border-line text-13">
        {costs.trips.map((trip) => (
          <li key={trip.tripId} className="flex items-baseline gap-3 py-1.5">
            <span className="min-w-0 flex-1">
              <TextLink href={`/kunjungan/${trip.tripId}`}>{trip.purpose}</TextLink>
              <span className="block text-12 text-text-2">
                {shortDate(dayOf(trip.startsOn))} · {t("receipts", { count: trip.receipts })}
              </span>
            </span>
            <b className="shrink-0 tabular-nums">
              {trip.perReceipt === null ? "–" : rupiah(trip.perReceipt)}
            </b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
