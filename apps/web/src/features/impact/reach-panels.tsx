"use client";

import { BarList } from "@rembuk/ui/bar-list";
import { Panel } from "@rembuk/ui/panel";
import { TileGrid } from "@rembuk/ui/tile-grid";
import { quantileBounds } from "@rembuk/ui/tile-steps";
import { TrendLine } from "@rembuk/ui/trend-line";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useNarrow } from "@/features/board/use-narrow";
import type { Impact } from "./impact-data";
import { receiptsHref } from "./receipts-href";
import { useMonthNames } from "./use-month-names";

/** Names are read whole: a phone has room for three. */
const columnsFor = (narrow: boolean, places: number) => Math.min(narrow ? 3 : 4, places);

/** People served by village, as tiles in the order of the alphabet: a scheme, no map. */
export function VillageTiles({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.tiles");
  const { year, villages } = impact;
  const width = columnsFor(useNarrow(), villages.length);
  return (
    <Panel>
      <TileGrid
        title={t("title")}
        tiles={villages.map((village, at) => ({
          ...{ key: village.code, name: village.name, count: village.people, late: 0 },
          ...{ column: (at % width) + 1, row: Math.floor(at / width) + 1 },
          href: village.people > 0 ? receiptsHref({ year, villageCode: village.code }) : undefined,
          sentence: t("sentence", {
            ...{ name: village.name, people: village.people, receipts: village.receipts },
          }),
        }))}
        bounds={quantileBounds(villages.map((village) => village.people))}
        labels={{
          ...{ tiles: t("tiles"), table: t("table"), view: t("view"), caption: t("caption") },
          ...{ count: t("count"), name: t("name"), suppressed: t("suppressed") },
        }}
      />
    </Panel>
  );
}

const lastMonth = ({ readAt, year }: Impact): number =>
  readAt.getFullYear() === year ? readAt.getMonth() + 1 : 12;

/** People and receipts of each month, with their table. */
export function MonthsPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.months");
  const names = useMonthNames();
  const { year, months } = impact;
  // A month that has not begun is not known to be empty.
  const begun = (month: number) => month <= lastMonth(impact);
  const most = months.reduce((best, one) => (one.people > best.people ? one : best));
  const hrefs = months.map(({ month }) => receiptsHref({ year, month }));
  return (
    <Panel id="per-bulan" title={t("title")}>
      <TrendLine
        points={months.map(({ month }) => names.short(month))}
        series={[
          {
            ...{ key: "receipts", look: "dashed", label: t("receipts"), hrefs },
            values: months.map(({ month, receipts }) => (begun(month) ? receipts : null)),
          },
          {
            ...{ key: "people", look: "main", label: t("people"), hrefs },
            values: months.map(({ month, people }) => (begun(month) ? people : null)),
          },
        ]}
        sentence={t("sentence", { month: names.long(most.month), people: most.people })}
        tableLabel={t("table")}
        pointLabel={t("month")}
      />
    </Panel>
  );
}

/** People by program; one person may stand in several. */
export function ProgramsPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.programs");
  const { number } = useFormat();
  const { year, programs } = impact;
  return (
    <Panel id="per-program" title={t("title")} note={t("note")}>
      <BarList
        label={t("title")}
        labelWidth="9.5rem"
        rows={programs.map(({ code, name, people, receipts }) => {
          const label = code === "" ? t("beside") : name || code;
          return {
            ...{ key: code, label, parts: [{ value: people, tone: "fine" }] },
            total: t("people", { people: number(people) }),
            href: receiptsHref({ year, programCode: code }),
            sentence: t("sentence", { label, people, receipts }),
          };
        })}
      />
    </Panel>
  );
}
