"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { MeetingSheet } from "@/features/papers/meeting-sheet";
import type { Board } from "./board-data";
import { BoardSentence } from "./board-sentence";

/** Whose board it is, when it was read, and the sentence of numbers. */
export function BoardHeader({ board, office }: { board: Board; office: string }) {
  const t = useTranslations("board");
  const format = useFormat();
  return (
    <header className="border-b border-line bg-surface px-4 pt-4 pb-[18px] sm:px-7">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-text-2">
        <h1 className="text-12 font-bold text-text">{t("title")}</h1>
        <span>{office}</span>
        <time dateTime={board.readAt.toISOString()} className="sm:ml-auto">
          {format.longDateTime(board.readAt)}
        </time>
        <MeetingSheet />
      </div>
      <BoardSentence board={board} />
    </header>
  );
}
