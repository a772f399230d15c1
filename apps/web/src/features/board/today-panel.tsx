"use client";

import { Panel } from "@rembuk/ui/panel";
import { TurnDiamond } from "@rembuk/ui/turn-marker";
import { useTranslations } from "next-intl";
import type { Board } from "./board-data";
import type { BoardKind } from "./board-kind";
import { FigureLink } from "./figure-link";
import { type TodayFigure, todayFigures } from "./today-figures";

/** What the day asks: each number opens its cases. */
export function TodayPanel({ board, kind }: { board: Board; kind: BoardKind }) {
  const t = useTranslations("board.today");
  const figures = todayFigures(board, kind);
  const waits = figures.some((one) => one.tone === "turn" && one.count > 0);
  return (
    <Panel
      id="hari-ini"
      flush
      icon={waits ? <TurnDiamond /> : undefined}
      title={t(kind === "village" ? "titleVillage" : "title")}
    >
      <dl className="divide-y divide-line px-4">
        {figures.map((figure) => (
          <TodayLine key={figure.key} figure={figure} />
        ))}
      </dl>
    </Panel>
  );
}

function TodayLine({ figure }: { figure: TodayFigure }) {
  const t = useTranslations("board.today");
  const { key, count, href, tone } = figure;
  return (
    <div className="flex min-h-[max(38px,var(--target-min))] items-center gap-3 text-control">
      <dt className="min-w-0 flex-1">{t(`figures.${key}`)}</dt>
      <dd className="text-18 font-bold tabular-nums">
        {count > 0 ? (
          <FigureLink href={href} tone={tone === "bad" ? "bad" : "plain"}>
            <span className="sr-only">{t(`figures.${key}`)}: </span>
            {count}
          </FigureLink>
        ) : (
          <span className="text-text-3">0</span>
        )}
      </dd>
    </div>
  );
}
