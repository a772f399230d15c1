"use client";

import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { BoardCase } from "./board-data";
import { CaseTable } from "./case-table";
import { figureHref } from "./figure-href";
import { FigureLink } from "./figure-link";

/** The late cases, the latest first, with the one who has them. */
export function LatePanel({
  cases,
  total,
  ofOneVillage = false,
}: {
  cases: readonly BoardCase[];
  total: number;
  ofOneVillage?: boolean;
}) {
  const t = useTranslations("board.late");
  return (
    <Panel
      id="lewat"
      flush
      title={t("title", { count: total })}
      actions={
        total > cases.length ? (
          <FigureLink href={figureHref({ lateness: "late" })}>
            <span className="text-12 font-semibold">{t("all", { count: total })}</span>
          </FigureLink>
        ) : null
      }
    >
      {cases.length > 0 ? (
        <CaseTable
          cases={cases}
          caption={t("title", { count: total })}
          ofOneVillage={ofOneVillage}
        />
      ) : (
        <p className="px-4 py-6 text-control text-text-2">{t("none")}</p>
      )}
    </Panel>
  );
}
