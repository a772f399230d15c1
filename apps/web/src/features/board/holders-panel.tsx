"use client";

import { BarLegend } from "@rembuk/ui/bar-list";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { Board, BoardFigure } from "./board-data";
import { type Group, GroupBars } from "./group-bars";
import { useHolderName } from "./use-holder-name";

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
  const groups = board.holders.map((holder): Group => {
    const holderKind = holder.kind as BoardFigure["holderKind"];
    return {
      ...{ open: holder.open, near: holder.near, late: holder.late },
      key: `${holder.kind}:${holder.code ?? ""}`,
      label: name(holder),
      figure: { holderKind, holderCode: holder.code ?? undefined },
    };
  });
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
      {groups.length > 0 ? (
        <GroupBars
          groups={groups}
          most={most}
          label={t("holders.title")}
          rowHead={t("columns.holder")}
          othersLabel={(holders, count) => t("holders.others", { holders, count })}
        />
      ) : (
        <p className="text-control text-text-2">{t("holders.none")}</p>
      )}
      <p className="mt-2 border-t border-line pt-2.5 text-12 text-text-2">
        {t("holders.note", { count: board.open })}
      </p>
    </Panel>
  );
}
