"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Board, BoardFigure } from "./board-data";
import { figureHref } from "./figure-href";
import { FigureLink } from "./figure-link";

const door = (figure: BoardFigure, tone: "plain" | "bad") => (words: ReactNode) => (
  <FigureLink href={figureHref(figure)} tone={tone}>
    {words}
  </FigureLink>
);

/** One or two sentences whose numbers are links. */
export function BoardSentence({ board }: { board: Board }) {
  const t = useTranslations("board.sentence");
  const busy = board.villages.filter((village) => village.open > 0).length;
  if (board.open === 0) {
    return <p className={SENTENCE}>{t("nothing", { villages: board.villages.length })}</p>;
  }
  return (
    <p className={SENTENCE}>
      {t.rich("open", {
        open: board.open,
        busy,
        villages: board.villages.length,
        a: door({}, "plain"),
      })}{" "}
      {t.rich("late", {
        late: board.late,
        unowned: board.unowned,
        escalated: board.escalated,
        l: door({ lateness: "late" }, "bad"),
        u: door({ unowned: true }, "bad"),
        e: door({ escalated: true }, "plain"),
      })}{" "}
      <span className="sm:block">
        {t.rich("week", {
          received: board.receivedThisWeek,
          settled: board.settledThisWeek,
          r: door({ thisWeek: "received" }, "plain"),
          s: door({ thisWeek: "settled" }, "plain"),
        })}
      </span>
    </p>
  );
}

export const SENTENCE =
  "mt-2 max-w-[46em] text-18 leading-7 font-semibold tracking-[-0.02em] text-pretty sm:text-[25px] sm:leading-9";
