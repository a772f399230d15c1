"use client";

import { cx } from "@rembuk/ui/class-names";
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseListItem } from "../case-data";

interface WaitingMarkProps {
  waiting: NonNullable<CaseListItem["waitingReferral"]>;
  /** In a row of the desk: a word and the day; the whole is read out and stands in the tip. */
  short?: boolean;
}

/** A referral that waits for the reader, quietly, with the day that it is due. */
export function WaitingMark({ waiting, short = false }: WaitingMarkProps) {
  const t = useTranslations("queue.waiting");
  const { shortDate } = useFormat();
  const { kind, isTakenOn, dueAt } = waiting;
  const isLate = dueAt <= new Date();
  const word = kind === "transfer" ? "transfer" : isTakenOn ? "takenOn" : "asked";
  const date = shortDate(dueAt);
  const words = t(isLate ? `${word}Late` : word, { date });
  return (
    <span
      title={words}
      className={cx("flex min-w-0 items-center gap-1", isLate ? "text-bad" : "text-turn-text")}
    >
      <Inbox size={13} aria-hidden className="flex-none" />
      <span className="truncate" aria-hidden={short}>
        {short ? t(isLate ? "short.late" : `short.${word}`, { date }) : words}
      </span>
      {short ? <span className="sr-only">{words}</span> : null}
    </span>
  );
}
