"use client";

import { Panel } from "@rembuk/ui/panel";
import { TrendLine } from "@rembuk/ui/trend-line";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { Board } from "./board-data";
import { figureHref } from "./figure-href";

/** Twelve weeks of cases received and settled, with the table as its twin. */
export function TrendPanel({ board }: { board: Board }) {
  const t = useTranslations("board.trend");
  const { shortDate } = useFormat();
  const dayAndMonth = (date: Date) => shortDate(date).split(" ").slice(0, 2).join(" ");
  const received = board.weeks.reduce((n, week) => n + week.received, 0);
  const settled = board.weeks.reduce((n, week) => n + week.settled, 0);
  const [first] = board.weeks;
  const sentence = t("sentence", {
    since: first ? shortDate(first.startsOn) : "",
    received,
    settled,
    change: `${received < settled ? "−" : "+"}${Math.abs(received - settled)}`,
  });
  const series = (key: "received" | "settled", look: "dashed" | "main") => ({
    key,
    look,
    label: t(key),
    values: board.weeks.map((week) => week[key]),
    hrefs: board.weeks.map(({ monday }) => figureHref({ moved: key, since: monday })),
  });
  return (
    <Panel id="tren" title={t("title")}>
      <TrendLine
        points={board.weeks.map((week) => dayAndMonth(week.startsOn))}
        series={[series("received", "dashed"), series("settled", "main")]}
        sentence={sentence}
        tableLabel={t("table")}
        pointLabel={t("week")}
      />
    </Panel>
  );
}
