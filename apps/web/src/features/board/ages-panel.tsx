"use client";

import { BarList } from "@rembuk/ui/bar-list";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { Board } from "./board-data";
import { figureHref } from "./figure-href";
import { barParts } from "./holders-panel";

/** Open cases by age, in working days since receipt. */
export function AgesPanel({ board }: { board: Board }) {
  const t = useTranslations("board");
  const rows = board.ages.map((age, at) => {
    const label = age.to === null ? `> ${age.from - 1}` : `${age.from}–${age.to}`;
    return {
      key: label,
      label,
      parts: barParts(age),
      total: String(age.open),
      lateText: age.late > 0 ? t("lateCount", { count: age.late }) : undefined,
      href: age.open > 0 ? figureHref({ age: at }) : undefined,
      sentence: t("ages.sentence", { range: label, open: age.open, late: age.late }),
    };
  });
  return (
    <Panel id="umur" title={t("ages.title")} note={t("ages.note")}>
      <BarList rows={rows} label={t("ages.title")} labelWidth="3.25rem" />
    </Panel>
  );
}
