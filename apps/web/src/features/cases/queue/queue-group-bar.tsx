"use client";

import { CalendarClock, CalendarDays, CalendarRange, Pause, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import type { DueGroup } from "./group-by-due";

const ICONS: Record<DueGroup, ReactNode> = {
  late: <TriangleAlert size={14} aria-hidden className="text-bad" />,
  today: <CalendarClock size={14} aria-hidden className="text-warn" />,
  week: <CalendarDays size={14} aria-hidden className="text-text-2" />,
  later: <CalendarRange size={14} aria-hidden className="text-text-2" />,
  held: <Pause size={14} aria-hidden className="text-warn" />,
  none: <CalendarRange size={14} aria-hidden className="text-text-2" />,
};

/** Heading of a group: what it holds, how many of them, in which order. */
export function GroupWords({ group, count }: { group: DueGroup; count: number }) {
  const t = useTranslations("queue");
  const { longDate } = useFormat();
  const words =
    group === "today" ? t("group.today", { date: longDate(new Date()) }) : t(`group.${group}`);
  const note = group === "late" || group === "later" ? t(`groupNote.${group}`) : null;
  return (
    <>
      {ICONS[group]}
      <span className="font-medium">{words}</span>
      <span className="text-text-3">{count}</span>
      {note ? <span className="ml-auto hidden text-text-3 sm:inline">{note}</span> : null}
    </>
  );
}
