"use client";

import { CountTable } from "@rembuk/ui/count-table";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { Impact } from "./impact-data";
import { receiptsHref } from "./receipts-href";

/** What nobody had to travel, with what is assumed; and how long it took until the first receipt. */
export function TravelPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.travel");
  const { number } = useFormat();
  const { travel, waits } = impact;
  return (
    <Panel id="perjalanan" title={t("title")}>
      <p className="text-22 font-bold tracking-[-0.02em] tabular-nums">
        {t("hours", { hours: number(travel.hours) })}
      </p>
      <p className="text-12 text-text-2">
        {t("journeys", { count: number(travel.journeys) })} {t("assumed")}
        {travel.unknown > 0 ? ` ${t("unknown", { count: number(travel.unknown) })}` : null}
      </p>
      <div className="mt-3 border-t border-line pt-2.5">
        <h3 className="text-control font-bold">{t("waitTitle")}</h3>
        {waits ? (
          <>
            <p className="text-22 font-bold tracking-[-0.02em] tabular-nums">
              {t("days", { count: waits.median })}
            </p>
            <p className="text-12 text-text-2">
              {t("wait", { slow: number(waits.slow), count: number(waits.count) })}
            </p>
          </>
        ) : (
          <p className="text-13 text-text-2">{t("waitNone")}</p>
        )}
      </div>
    </Panel>
  );
}

/** Each year beside the others, and everybody together: a person of each is one. */
export function YearsPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.years");
  const { years, everybody } = impact;
  const cell = (label: string, key: "people" | "receipts" | "households", value: number) => ({
    value,
    sentence: `${label}, ${t(key)}: ${value}`,
  });
  const keys = ["people", "receipts", "households"] as const;
  const all = t("all");
  return (
    <Panel id="per-tahun" title={t("title")}>
      <CountTable
        caption={t("title")}
        rowHead={t("year")}
        columns={keys.map((key) => ({ key, label: t(key) }))}
        rows={[
          ...[...years].reverse().map((one) => ({
            ...{ key: String(one.year), label: String(one.year) },
            cells: keys.map((key) => ({
              ...cell(String(one.year), key, one[key]),
              href: one[key] > 0 ? receiptsHref({ year: one.year }) : undefined,
            })),
          })),
          { key: "all", label: all, cells: keys.map((key) => cell(all, key, everybody[key])) },
        ]}
      />
    </Panel>
  );
}

/** Services of other sectors that rode along: what each of them counted. */
export function AlongsidePanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.alongside");
  const { number } = useFormat();
  if (impact.alongside.length === 0) return null;
  return (
    <Panel id="satu-pintu" title={t("title")} note={t("note")}>
      <ul className="divide-y divide-line text-13">
        {impact.alongside.map(({ name, served }) => (
          <li key={name} className="flex items-baseline gap-3 py-1.5">
            <span className="min-w-0 flex-1">{name}</span>
            <b className="tabular-nums">{t("served", { count: number(served) })}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
