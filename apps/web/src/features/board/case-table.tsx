"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { StatusWord } from "@rembuk/ui/status-glyph";
import type { RowClock } from "@rembuk/ui/two-clocks-row";
import { Lock, TrendingUp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCaseWords } from "@/features/cases/wording/use-case-words";
import type { BoardCase } from "./board-data";

const COLUMNS = ["case", "village", "status", "total", "holder", "stage", "level"] as const;

/** Cases of a board with both clocks and the one who has them. Without room each row is a card. */
export function CaseTable({
  cases,
  caption,
  ofOneVillage = false,
}: {
  cases: readonly BoardCase[];
  caption: string;
  /** All are of the village whose page it is: its name is not said in each row. */
  ofOneVillage?: boolean;
}) {
  const t = useTranslations("board.columns");
  const columns = COLUMNS.filter((column) => !(ofOneVillage && column === "village"));
  return (
    <div className="@container">
      <table className="block w-full border-collapse text-control @4xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="hidden text-left text-12 text-text-2 @4xl:table-header-group">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-2 font-medium first:pl-4 last:pr-4">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block @4xl:table-row-group">
          {cases.map((kase) => (
            <CaseLine key={kase.id} kase={kase} withVillage={!ofOneVillage} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CELL = "@4xl:table-cell @4xl:px-2 @4xl:py-2 @4xl:align-middle";

function CaseLine({ kase, withVillage }: { kase: BoardCase; withVillage: boolean }) {
  const t = useTranslations("board");
  const status = useTranslations("case.status");
  const { rowClock, shortHolder } = useCaseWords();
  return (
    <tr className="grid grid-cols-2 items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 hover:bg-hover @4xl:table-row @4xl:px-0">
      <CaseName kase={kase} />
      {withVillage ? (
        <td className={`${CELL} @4xl:whitespace-nowrap`}>{kase.villageName}</td>
      ) : null}
      <td className={CELL}>
        <StatusWord state={kase.status} label={status(kase.status)} />
      </td>
      <td className={`${CELL} whitespace-nowrap`}>
        <ClockWord clock={rowClock(kase.total)} label={t("columns.total")} />
      </td>
      <td className={`${CELL} order-last @4xl:min-w-28`}>
        {shortHolder(kase.holder, kase.villageName)}
      </td>
      <td className={`${CELL} whitespace-nowrap`}>
        <ClockWord clock={rowClock(kase.stage)} label={t("columns.stage")} />
      </td>
      <td className={`${CELL} order-last text-12 whitespace-nowrap text-text-2 @4xl:pr-4`}>
        {kase.escalationLevel > 0 ? (
          <span className="inline-flex items-center gap-1.5">
            <TrendingUp size={14} aria-hidden />
            {t(`level.${Math.min(4, kase.escalationLevel)}` as "level.1")}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function CaseName({ kase }: { kase: BoardCase }) {
  const t = useTranslations("board");
  return (
    <th
      scope="row"
      className={`${CELL} col-span-2 text-left font-normal @4xl:w-full @4xl:max-w-0 @4xl:pl-4`}
    >
      <AppLink
        href={`/kasus/${kase.id}`}
        className="group flex min-w-0 flex-col gap-x-3 text-inherit no-underline @6xl:flex-row @6xl:items-baseline"
      >
        <span className="order-last font-mono text-12 whitespace-nowrap text-brand underline decoration-1 underline-offset-2 @6xl:order-first">
          {kase.number}
        </span>
        <span className="font-semibold group-hover:underline @4xl:truncate" title={kase.title}>
          {kase.title}
          {kase.isSecret ? (
            <Lock size={14} role="img" aria-label={t("secret")} className="ml-1.5 inline" />
          ) : null}
        </span>
      </AppLink>
    </th>
  );
}

const INK: Record<RowClock["state"], string> = {
  fine: "text-text-2",
  hold: "text-text-2",
  near: "font-semibold text-warn",
  late: "font-semibold text-bad",
};

function ClockWord({ clock, label }: { clock: RowClock; label: string }) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${INK[clock.state]}`}>
      <span className="text-11 font-normal text-text-3 @4xl:sr-only">{label}</span>
      {clock.state === "late" ? <TriangleAlert size={14} aria-hidden /> : null}
      {clock.text}
    </span>
  );
}
