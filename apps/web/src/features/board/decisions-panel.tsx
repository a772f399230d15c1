"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { TurnDiamond } from "@rembuk/ui/turn-marker";
import { CircleDashed, TrendingUp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCaseWords } from "@/features/cases/wording/use-case-words";
import type { Board, BoardCase } from "./board-data";
import { figureHref } from "./figure-href";

const urgent = (kase: BoardCase) =>
  kase.stage.daysLeft < kase.total.daysLeft ? kase.stage : kase.total;

/** What only a leader can move: nobody owns it, it was raised, it is late for longest. */
export function DecisionsPanel({ board, mine }: { board: Board; mine: boolean }) {
  const t = useTranslations("board.decisions");
  const { rowClock, shortHolder } = useCaseWords();
  const [longest] = board.lateCases;
  const listed = (cases: readonly BoardCase[]) =>
    cases.map((c) => `${c.title} (${c.villageName}, ${rowClock(urgent(c)).text})`).join("; ");
  const count = [board.unowned, board.escalated, longest ? 1 : 0].filter(Boolean).length;
  return (
    <Panel
      id="keputusan"
      flush
      icon={mine && count > 0 ? <TurnDiamond /> : undefined}
      title={t(mine ? "titleMine" : "title")}
      actions={<span className="text-12 text-text-2">{count}</span>}
    >
      {count === 0 ? <p className="px-4 py-5 text-control text-text-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line px-4">
        {board.unowned > 0 ? (
          <Decision
            icon={<CircleDashed size={18} aria-hidden />}
            title={t("unowned", { count: board.unowned })}
            detail={listed(board.unownedCases)}
            href={figureHref({ unowned: true })}
            act={t("choose")}
            first
          />
        ) : null}
        {board.escalated > 0 ? (
          <Decision
            icon={<TrendingUp size={18} aria-hidden />}
            title={t("escalated", { count: board.escalated })}
            detail={listed(board.escalatedCases)}
            href={figureHref({ escalated: true })}
            act={t("look")}
            first={board.unowned === 0}
          />
        ) : null}
        {longest ? (
          <Decision
            icon={<TriangleAlert size={18} aria-hidden />}
            title={t("longest", { title: longest.title })}
            detail={t("longestDetail", {
              clock: rowClock(urgent(longest)).text,
              holder: shortHolder(longest.holder, longest.villageName),
              village: longest.villageName,
            })}
            href={`/kasus/${longest.id}`}
            act={t("open")}
          />
        ) : null}
      </ul>
    </Panel>
  );
}

function Decision({
  icon,
  title,
  detail,
  href,
  act,
  first = false,
}: {
  icon: ReactNode;
  title: string;
  detail: string;
  href: string;
  act: string;
  first?: boolean;
}) {
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-2.5 py-2.5">
      <span className="mt-0.5 text-bad">{icon}</span>
      <div className="min-w-0">
        <p className="text-control font-semibold">{title}</p>
        <p className="line-clamp-3 text-12 text-text-2">{detail}</p>
      </div>
      <ButtonLink
        href={href}
        size="small"
        tone={first ? "primary" : "secondary"}
        aria-label={`${act}: ${title}`}
      >
        {act}
      </ButtonLink>
    </li>
  );
}
