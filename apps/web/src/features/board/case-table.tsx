"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { Lock, TrendingUp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RowClock } from "@rembuk/ui/two-clocks-row";
import { useCaseWords } from "@/features/cases/wording/use-case-words";
import type { BoardCase } from "./board-data";

const COLUMNS = ["case", "village", "status", "total", "holder", "stage", "level"] as const;

/** Cases of a board with both clocks and the one who has them. On the phone each row is a card. */
export function CaseTable({ cases, caption }: { cases: readonly BoardCase[]; caption: string }) {
  const t = useTranslations("board.columns");
  return (
    <table className="block w-full border-collapse text-control md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden text-left text-12 text-text-2 md:table-header-group">
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="px-2 py-2 font-medium first:pl-4 last:pr-4">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {cases.map((kase) => (
          <CaseLine key={kase.id} kase={kase} />
        ))}
      </tbody>
    </table>
  );
}

const CELL = "md:table-cell md:px-2 md:py-2 md:align-middle";

function CaseLine({ kase }: { kase: BoardCase }) {
  const t = useTranslations("board");
  const status = useTranslations("case.status");
  const { rowClock, shortHolder } = useCaseWords();
  return (
    <tr className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 hover:bg-hover md:table-row md:px-0 md:first:border-t">
      <th
        scope="row"
        className={`${CELL} w-full text-left font-normal md:w-auto md:max-w-0 md:min-w-[16rem] md:pl-4`}
      >
        <AppLink
          href={`/kasus/${kase.id}`}
          className="flex min-w-0 flex-col gap-x-3 text-inherit no-underline hover:underline md:flex-row md:items-baseline"
        >
          <span className="font-mono text-12 whitespace-nowrap text-brand underline">
            {kase.number}
          </span>
          <span className="font-semibold md:truncate" title={kase.title}>
            {kase.title}
            {kase.isSecret ? (
              <Lock size={14} role="img" aria-label={t("secret")} className="ml-1.5 inline" />
            ) : null}
          </span>
        </AppLink>
      </th>
      <td className={`${CELL} whitespace-nowrap`}>{kase.villageName}</td>
      <td className={CELL}>
        <StatusWord state={kase.status} label={status(kase.status)} />
      </td>
      <td className={`${CELL} whitespace-nowrap`}>
        <ClockWord clock={rowClock(kase.total)} label={t("columns.total")} />
      </td>
      <td className={CELL}>{shortHolder(kase.holder, kase.villageName)}</td>
      <td className={`${CELL} whitespace-nowrap`}>
        <ClockWord clock={rowClock(kase.stage)} label={t("columns.stage")} />
      </td>
      <td className={`${CELL} text-12 whitespace-nowrap text-text-2 md:pr-4`}>
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

function ClockWord({ clock, label }: { clock: RowClock; label: string }) {
  const late = clock.state === "late";
  return (
    <span
      className={`inline-flex items-center gap-1.5 ${late ? "font-semibold text-bad" : clock.state === "near" ? "text-warn" : "text-text-2"}`}
    >
      <span className="text-11 text-text-3 md:sr-only">{label}</span>
      {late ? <TriangleAlert size={14} aria-hidden /> : null}
      {clock.text}
    </span>
  );
}
