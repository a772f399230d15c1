"use client";

import { cx } from "@rembuk/ui/class-names";
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseListItem } from "../case-data";

type Waiting = NonNullable<CaseListItem["waitingReferral"]>;

const wordOf = ({ kind, isTakenOn }: Waiting) =>
  kind === "transfer" ? "transfer" : isTakenOn ? "takenOn" : "asked";

/** A referral that waits for the reader, quietly, with the day that it is due. */
export function WaitingMark({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("queue.waiting");
  const { shortDate } = useFormat();
  const isLate = waiting.dueAt <= new Date();
  const date = shortDate(waiting.dueAt);
  const words = t(isLate ? `${wordOf(waiting)}Late` : wordOf(waiting), { date });
  return (
    <span
      title={words}
      className={cx("flex min-w-0 items-center gap-1", isLate ? "text-bad" : "text-turn-text")}
    >
      <Inbox size={13} aria-hidden className="flex-none" />
      <span className="truncate">{words}</span>
    </span>
  );
}
