"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { Board } from "./board-data";
import { type Group, GroupBars } from "./group-bars";

/** Open cases by age, in working days since receipt. */
export function AgesPanel({ board }: { board: Board }) {
  const t = useTranslations("board.ages");
  const groups = board.ages.map((age, at): Group => {
    const label = age.to === null ? `> ${age.from - 1}` : `${age.from}–${age.to}`;
    const sentence = t("sentence", { range: label, open: age.open, late: age.late });
    return { ...age, key: label, label, sentence, figure: { age: at } };
  });
  return (
    <Panel id="umur" title={t("title")} note={t("note")} className="flex-1">
      <GroupBars groups={groups} label={t("title")} rowHead={t("row")} labelWidth="3.25rem" />
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
