"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { TwoClocksRow } from "@rembuk/ui/two-clocks-row";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo } from "react";
import { useCaseWords } from "../wording/use-case-words";
import type { QueueItem } from "./queue-cells";
import { GroupWords } from "./queue-group-bar";
import type { RowGroup } from "./row-groups";
import { linesOf } from "./use-list-window";
import { WaitingMark } from "./waiting-mark";

interface QueueCardsProps {
  scroller: RefObject<HTMLDivElement | null>;
  groups: readonly RowGroup<QueueItem>[];
  /** There are more rows than are loaded. */
  isOpenEnded: boolean;
}

const HEADING = 32;
const CARD = 108;

/** The list on a phone: one column of links, with the status word and both clocks; those in sight are drawn. */
export function QueueCards({ scroller, groups, isOpenEnded }: QueueCardsProps) {
  const t = useTranslations("queue");
  const lines = useMemo(() => linesOf(groups), [groups]);
  const count = lines.filter((line) => line.kind === "row").length;
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: (index) => (lines[index]?.kind === "heading" ? HEADING : CARD),
    overscan: 8,
  });
  return (
    <ul
      aria-label={t("listLabel")}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const line = lines[index];
        if (!line) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            {...(line.kind === "row"
              ? { "aria-posinset": line.at + 1, "aria-setsize": isOpenEnded ? -1 : count }
              : {})}
            className="absolute inset-x-0 top-0 border-b border-line"
            style={{ transform: `translateY(${start}px)` }}
          >
            {line.kind === "row" ? (
              <QueueCard row={line.row} />
            ) : (
              <h2 className="flex min-h-8 items-center gap-2 bg-surface-2 px-4 text-12 text-text-2">
                <GroupWords heading={line.heading} />
              </h2>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function QueueCard({ row }: { row: QueueItem }) {
  const t = useTranslations("queue");
  const clock = useTranslations("case.clock");
  const { rowClock, statusWord } = useCaseWords();
  return (
    <AppLink
      href={`/kasus/${row.id}`}
      data-case={row.id}
      className="flex flex-col gap-1.5 px-4 py-3 text-text no-underline hover:bg-hover focus-visible:outline-offset-[-2px]"
    >
      <span className="flex items-start gap-2">
        {row.isMyTurn && !row.gone ? (
          <span className="flex h-[22px] items-center">
            <TurnMarker label={t("yourTurn")} />
          </span>
        ) : null}
        <span className="min-w-0 flex-1 text-15 font-semibold">{row.title}</span>
        {row.isSecret ? (
          <span title={t("secret")} className="pt-1 text-text-2">
            <Lock size={14} aria-hidden />
            <span className="sr-only">{t("secret")}</span>
          </span>
        ) : null}
      </span>
      <span className="text-13 text-text-2">
        <span className="font-mono text-12">{row.number}</span> · {row.villageName}
      </span>
      {row.waitingReferral && !row.gone ? (
        <span className="text-13">
          <WaitingMark waiting={row.waitingReferral} />
        </span>
      ) : null}
      <span className="flex items-center justify-between gap-3">
        {row.gone ? (
          <span className="text-13 text-text-2">{t("gone")}</span>
        ) : (
          <StatusWord state={row.status} label={statusWord(row)} className="text-14" />
        )}
        <TwoClocksRow
          total={rowClock(row.total)}
          stage={rowClock(row.stage)}
          totalLabel={clock("total")}
          stageLabel={clock("stage")}
        />
      </span>
    </AppLink>
  );
}
