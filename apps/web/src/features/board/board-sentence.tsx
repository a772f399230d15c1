"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Board } from "./board-data";
import { FigureLink } from "./figure-link";
import { figureHref } from "./figure-href";

/** One or two sentences whose numbers are links. */
export function BoardSentence({ board }: { board: Board }) {
  const t = useTranslations("board.sentence");
  const busy = board.villages.filter((village) => village.open > 0).length;
  const link = (figure: Parameters<typeof figureHref>[0], tone: "plain" | "bad") =>
    function Link(words: ReactNode) {
      return (
        <FigureLink href={figureHref(figure)} tone={tone}>
          {words}
        </FigureLink>
      );
    };
  if (board.open === 0) {
    return <p className={SENTENCE}>{t("nothing", { villages: board.villages.length })}</p>;
  }
  return (
    <p className={SENTENCE}>
      {t.rich("open", {
        open: board.open,
        busy,
        villages: board.villages.length,
        a: link({}, "plain"),
      })}{" "}
      {t.rich("late", {
        late: board.late,
        unowned: board.unowned,
        escalated: board.escalated,
        l: link({ lateness: "late" }, "bad"),
        u: link({ unowned: true }, "bad"),
        e: link({ escalated: true }, "plain"),
      })}{" "}
      <span className="sm:block">
        {t.rich("week", {
          received: board.receivedThisWeek,
          settled: board.settledThisWeek,
          r: link({ thisWeek: "received" }, "plain"),
          s: link({ thisWeek: "settled" }, "plain"),
        })}
      </span>
    </p>
  );
}

export const SENTENCE =
  "mt-2 max-w-[46em] text-18 leading-7 font-semibold tracking-[-0.02em] text-pretty sm:text-[25px] sm:leading-9";
