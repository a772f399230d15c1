"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { BarList } from "@rembuk/ui/bar-list";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { FigureLink } from "./figure-link";
import type { Impact, ImpactVillage } from "./impact-data";
import { receiptsHref } from "./receipts-href";

/** "The same access": what a hundred families received, beside how far away they live. */
export function AccessPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.access");
  return (
    <Panel id="akses" title={t("title")} note={t("note")}>
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        <AccessBars
          label={t("byDistance")}
          rows={impact.byDistance.map((group) => ({
            ...{ ...group, key: group.distance, name: t(`distance.${group.distance}`) },
          }))}
        />
        <AccessBars
          label={t("bySignal")}
          rows={impact.bySignal.map((group) => ({
            ...{ ...group, key: group.signal, name: t("signal", { signal: group.signal }) },
          }))}
        />
      </div>
      <AccessTable impact={impact} />
      <p className="mt-2.5 text-12 text-text-2">{t("explain")}</p>
    </Panel>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly villages: number;
  readonly perHundred: number | null;
}

function AccessBars({ label, rows }: { label: string; rows: readonly Row[] }) {
  const t = useTranslations("impact.access");
  const { number } = useFormat();
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-12 font-semibold text-text-2">{label}</h3>
      <BarList
        label={label}
        labelWidth="12rem"
        rows={rows.map(({ key, name, villages, perHundred }) => ({
          ...{ key, label: t("group", { name, villages }) },
          parts: [{ value: perHundred ?? 0, tone: "fine" }],
          total: perHundred === null ? "–" : number(perHundred),
          sentence: t("sentence", {
            ...{ name, villages, perHundred: perHundred === null ? "–" : number(perHundred) },
          }),
        }))}
      />
    </div>
  );
}

/** The farthest first; last whose distance nobody has written down. */
const byDistance = (a: ImpactVillage, b: ImpactVillage): number =>
  (b.facts?.hoursToOffice ?? -1) - (a.facts?.hoursToOffice ?? -1) || a.name.localeCompare(b.name);

const columns = [
  "hours",
  "signal",
  "families",
  "receipts",
  "perHundred",
  "people",
  "wait",
] as const;

function AccessTable({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.access");
  return (
    // Focusable, so that a table wider than a phone can be scrolled by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="mt-3 overflow-x-auto" aria-label={t("table")} tabIndex={0}>
      <table className="w-full border-collapse text-control tabular-nums">
        <thead className="text-12 text-text-2">
          <tr className="border-b border-line">
            <th
              scope="col"
              className="sticky left-0 z-[1] bg-surface py-1.5 pr-2 text-left font-semibold"
            >
              {t("village")}
            </th>
            {columns.map((key) => (
              <th key={key} scope="col" className="px-2 py-1.5 text-right font-semibold last:pr-1">
                {t(`columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...impact.villages].sort(byDistance).map((village) => (
            <AccessRow key={village.code} village={village} year={impact.year} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AccessRow({ village, year }: { village: ImpactVillage; year: number }) {
  const t = useTranslations("impact.access");
  const { number } = useFormat();
  const { code, name, facts, families, receipts, perHundred, people, waits } = village;
  const href = receiptsHref({ year, villageCode: code });
  const figures = [
    facts ? t("hours", { hours: number(facts.hoursToOffice) }) : "–",
    facts ? t("signal", { signal: facts.signal }) : "–",
    number(families),
    <FigureLink
      key="receipts"
      href={href}
      isDoor={receipts > 0}
      label={t("receiptsOf", { name, receipts })}
    >
      {number(receipts)}
    </FigureLink>,
    perHundred === null ? "–" : number(perHundred),
    number(people),
    waits ? t("days", { count: waits.median }) : "–",
  ];
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="sticky left-0 z-[1] bg-surface py-1.5 pr-2 text-left font-medium">
        <TextLink href={`/desa/${code}`}>{name}</TextLink>
      </th>
      {figures.map((figure, at) => (
        <td key={columns[at]} className="px-2 py-1.5 text-right whitespace-nowrap last:pr-1">
          {figure}
        </td>
      ))}
    </tr>
  );
}
