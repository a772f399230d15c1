"use client";

import { BarList, type BarRow } from "@rembuk/ui/bar-list";
import { CountTable } from "@rembuk/ui/count-table";
import { useTranslations } from "next-intl";
import type { BoardFigure } from "./board-data";
import { figureHref } from "./figure-href";

export type Count = { readonly open: number; readonly near: number; readonly late: number };

/** A group of open cases, and the figure that opens them. */
export interface Group extends Count {
  readonly key: string;
  readonly label: string;
  readonly figure: BoardFigure;
  /** Read out instead of the name and its numbers. */
  readonly sentence?: string;
}

/** The three parts of a bar; together they are the total. */
const barParts = ({ open, near, late }: Count): BarRow["parts"] => [
  { value: open - near - late, tone: "fine" },
  { value: near, tone: "near" },
  { value: late, tone: "late" },
];

/** Groups as bars, the first ones open, with the table of all of them as their twin. */
export function GroupBars({
  groups,
  label,
  rowHead,
  most = groups.length,
  labelWidth = "9.5rem",
  othersLabel,
}: {
  groups: readonly Group[];
  /** Name of the list and of its table. */
  label: string;
  rowHead: string;
  most?: number;
  labelWidth?: string;
  /** "4 pemegang lain, 9 kasus" */
  othersLabel?: (groups: number, cases: number) => string;
}) {
  const t = useTranslations("board");
  const rows = groups.map((group): BarRow => {
    const { key, open, late, figure } = group;
    return {
      key,
      label: group.label,
      parts: barParts(group),
      total: String(open),
      lateText: late > 0 ? t("lateCount", { count: late }) : undefined,
      href: open > 0 ? figureHref(figure) : undefined,
      sentence: group.sentence ?? t("groupSentence", { name: group.label, open, late }),
    };
  });
  const others = groups.slice(most);
  const sum = others.reduce((n, group) => n + group.open, 0);
  return (
    <>
      <BarList rows={rows.slice(0, most)} label={label} labelWidth={labelWidth} />
      {others.length > 0 ? (
        <details>
          <summary className={`${SUMMARY} border-t border-line`}>
            {othersLabel?.(others.length, sum) ?? t("others", { groups: others.length, sum })}
          </summary>
          <BarList rows={rows.slice(most)} label={label} labelWidth={labelWidth} />
        </details>
      ) : null}
      <GroupTable groups={groups} label={label} rowHead={rowHead} />
    </>
  );
}

const SUMMARY =
  "flex min-h-9 cursor-pointer items-center text-12 text-brand underline decoration-1 underline-offset-2";

/** The same numbers as a table: each of them a door, also the parts of a bar. */
function GroupTable({
  groups,
  label,
  rowHead,
}: {
  groups: readonly Group[];
  label: string;
  rowHead: string;
}) {
  const t = useTranslations("board.groupTable");
  const cell = (group: Group, part: keyof Count) => ({
    value: group[part],
    href: figureHref(part === "open" ? group.figure : { ...group.figure, lateness: part }),
    sentence: `${group.label}, ${t(part)}: ${group[part]}`,
    tone: part === "late" ? ("bad" as const) : ("plain" as const),
  });
  return (
    <details className="border-t border-line">
      <summary className={SUMMARY}>{t("title")}</summary>
      <CountTable
        caption={label}
        rowHead={rowHead}
        columns={(["open", "near", "late"] as const).map((key) => ({ key, label: t(key) }))}
        rows={groups.map((group) => ({
          key: group.key,
          label: group.label,
          cells: [cell(group, "open"), cell(group, "near"), cell(group, "late")],
        }))}
      />
    </details>
  );
}
