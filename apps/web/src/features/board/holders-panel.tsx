"use client";

import { BarLegend, BarList, type BarRow } from "@rembuk/ui/bar-list";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { Board, BoardFigure } from "./board-data";
import { figureHref } from "./figure-href";
import { useHolderName } from "./use-holder-name";

type Count = { readonly open: number; readonly near: number; readonly late: number };

/** The three parts of a bar; together they are the total. */
export const barParts = ({ open, near, late }: Count): BarRow["parts"] => [
  { value: open - near - late, tone: "fine" },
  { value: near, tone: "near" },
  { value: late, tone: "late" },
];

/** In whose hands the open cases are: desk, sections, sectors, villages. */
export function HoldersPanel({
  board,
  most = 14,
}: {
  board: Board;
  /** Rows before "others". */
  most?: number;
}) {
  const t = useTranslations("board");
  const name = useHolderName();
  const rows: BarRow[] = board.holders.map((holder) => {
    const label = name(holder);
    return {
      key: `${holder.kind}:${holder.code ?? ""}`,
      label,
      parts: barParts(holder),
      total: String(holder.open),
      lateText: holder.late > 0 ? t("lateCount", { count: holder.late }) : undefined,
      href: figureHref({
        holderKind: holder.kind as BoardFigure["holderKind"],
        holderCode: holder.code ?? undefined,
      }),
      sentence: t("groupSentence", { name: label, open: holder.open, late: holder.late }),
    };
  });
  const shown = rows.slice(0, most);
  const others = rows.slice(most);
  return (
    <Panel
      id="pemegang"
      title={t("holders.title")}
      actions={
        <BarLegend
          entries={[
            { tone: "fine", label: t("legend.fine") },
            { tone: "near", label: t("legend.near") },
            { tone: "late", label: t("legend.late") },
          ]}
        />
      }
    >
      {rows.length > 0 ? (
        <BarList rows={shown} label={t("holders.title")} labelWidth="9.5rem" />
      ) : (
        <p className="text-control text-text-2">{t("holders.none")}</p>
      )}
      {others.length > 0 ? (
        <details>
          <summary className="flex min-h-9 cursor-pointer items-center border-t border-line text-12 text-brand underline decoration-1 underline-offset-2">
            {t("holders.others", {
              holders: others.length,
              count: board.open - shown.reduce((n, row) => n + Number(row.total), 0),
            })}
          </summary>
          <BarList rows={others} label={t("holders.title")} labelWidth="9.5rem" />
        </details>
      ) : null}
      <p className="mt-2 border-t border-line pt-2.5 text-12 text-text-2">
        {t("holders.note", { count: board.open })}
      </p>
    </Panel>
  );
}
