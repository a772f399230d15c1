"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Board, BoardFigure } from "./board-data";
import { caseListHref } from "./case-list-href";
import { figureHref } from "./figure-href";
import { FigureLink } from "./figure-link";

const door = (figure: BoardFigure, tone: "plain" | "bad") => (words: ReactNode) => (
  <FigureLink href={figureHref(figure)} tone={tone}>
    {words}
  </FigureLink>
);

/** Where the open cases are: in villages, in kecamatan, or in the one village whose board it is. */
function OpenPart({ board }: { board: Board }) {
  const t = useTranslations("board.sentence");
  const { open, turn, villages, subdistricts } = board;
  const a = door({}, "plain");
  const busy = (places: readonly { open: number }[]) => places.filter((p) => p.open > 0).length;
  if (subdistricts.length > 1) {
    const places = subdistricts.length;
    return t.rich("openSubdistricts", { open, busy: busy(subdistricts), places, a });
  }
  if (villages.length === 1) {
    const mine = (words: ReactNode) => (
      <FigureLink href={caseListHref({ holder: "mine" })}>{words}</FigureLink>
    );
    return t.rich("openHere", { open, turn, a, t: mine });
  }
  return t.rich("open", { open, busy: busy(villages), villages: villages.length, a });
}

/** One or two sentences whose numbers are links. */
export function BoardSentence({ board }: { board: Board }) {
  const t = useTranslations("board.sentence");
  if (board.open === 0) {
    return <p className={SENTENCE}>{t("nothing", { villages: board.villages.length })}</p>;
  }
  return (
    <p className={SENTENCE}>
      <OpenPart board={board} />{" "}
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
          r: door({ moved: "received" }, "plain"),
          s: door({ moved: "settled" }, "plain"),
        })}
      </span>
    </p>
  );
}

export const SENTENCE =
  "mt-2 max-w-[46em] text-18 leading-7 font-semibold tracking-[-0.02em] text-pretty sm:text-[25px] sm:leading-9";
