"use client";

import { remainingOf } from "@rembuk/domain/trips/reconciliation";
import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { ShownGoods, ShownTrip } from "./trip-data";

const fates = ["delivered", "returned", "lost", "remaining"] as const;
const fills = {
  delivered: "bg-brand",
  returned: "bg-info",
  lost: "bg-bad",
  remaining: "bg-line-strong",
};

/** What the store received, what went into the car, and what became of it. */
export function TripGoods({ trip, onCount }: { trip: ShownTrip; onCount: () => void }) {
  const t = useTranslations("trips.goods");
  return (
    <Panel
      id="barang"
      flush
      title={t("title")}
      note={t("note")}
      actions={
        trip.mayCount ? (
          <Button size="small" tone="primary" onClick={onCount}>
            {t("count")}
          </Button>
        ) : null
      }
    >
      {trip.goods.length === 0 ? <p className="p-3 text-text-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {trip.goods.map((item) => (
          <li key={item.id} className="px-3 py-2.5">
            <GoodsItem item={item} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function GoodsItem({ item }: { item: ShownGoods }) {
  const t = useTranslations("trips.goods");
  const { shortDate, number } = useFormat();
  const counts = { ...item, remaining: remainingOf(item) };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-14">
        <b className="font-semibold break-words">{item.name}</b>
        <span className="text-text-2">
          {item.loaded === null
            ? t("received", { count: item.received, unit: item.unit })
            : t("loaded", { count: item.loaded, received: item.received, unit: item.unit })}
        </span>
      </p>
      <p className="text-12 text-text-2 break-words">
        {t("from", {
          source: item.source,
          number: item.receiptNumber,
          day: shortDate(dayOf(item.receivedOn)),
        })}
      </p>
      {item.loaded !== null && item.delivered !== null ? (
        <>
          <div aria-hidden className="mt-1.5 flex h-2.5 gap-px overflow-hidden rounded-r1">
            {fates.map((fate) => (
              <span
                key={fate}
                className={fills[fate]}
                style={{ flexGrow: counts[fate] ?? 0, flexBasis: 0 }}
              />
            ))}
          </div>
          <dl className="mt-1.5 grid grid-cols-4 gap-2 text-12">
            {fates.map((fate) => (
              <div key={fate} className="flex flex-col-reverse">
                <dt className="text-text-2">{t(`fate.${fate}`)}</dt>
                <dd className="text-16 font-bold tabular-nums">{number(counts[fate] ?? 0)}</dd>
              </div>
            ))}
          </dl>
          {item.lostReason ? (
            <p className="text-12 text-bad break-words">
              {t("lostBecause", { reason: item.lostReason })}
            </p>
          ) : null}
        </>
      ) : null}
    </>
  );
}
