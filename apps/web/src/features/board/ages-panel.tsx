"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { BarList } from "@rembuk/ui/bar-list";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
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
    <Panel id="umur" title={t("ages.title")} note={t("ages.note")} className="flex-1">
      <BarList rows={rows} label={t("ages.title")} labelWidth="3.25rem" />
      <Oldest kase={board.oldestCase} />
    </Panel>
  );
}

function Oldest({ kase }: { kase: Board["oldestCase"] }) {
  const t = useTranslations("board.ages");
  const { shortDate } = useFormat();
  if (!kase) return null;
  return (
    <p className="mt-2 border-t border-line pt-2.5 text-12 text-text-2">
      {t.rich("oldest", {
        number: kase.number,
        village: kase.villageName,
        date: shortDate(kase.receivedAt),
        days: kase.total.usedDays + kase.total.heldDays,
        title: kase.title,
        a: (words) => <TextLink href={`/kasus/${kase.id}`}>{words}</TextLink>,
      })}
    </p>
  );
}
