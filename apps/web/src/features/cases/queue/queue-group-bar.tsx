"use client";

import type { DueGroup } from "@rembuk/domain/cases/list-filters";
import {
  ArrowDownNarrowWide,
  Building2,
  CalendarClock,
  CalendarDays,
  CalendarRange,
  MapPin,
  Pause,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import type { Heading } from "./row-groups";

const ICONS: Record<DueGroup | "none" | "village" | "sector", ReactNode> = {
  late: <TriangleAlert size={14} aria-hidden className="text-bad" />,
  today: <CalendarClock size={14} aria-hidden className="text-warn" />,
  week: <CalendarDays size={14} aria-hidden className="text-text-2" />,
  later: <CalendarRange size={14} aria-hidden className="text-text-2" />,
  held: <Pause size={14} aria-hidden className="text-warn" />,
  none: <ArrowDownNarrowWide size={14} aria-hidden className="text-text-2" />,
  village: <MapPin size={14} aria-hidden className="text-text-2" />,
  sector: <Building2 size={14} aria-hidden className="text-text-2" />,
};

function useHeadingWords() {
  const t = useTranslations("queue");
  const { longDate } = useFormat();
  return (heading: Heading): { icon: ReactNode; words: string; note: string | null } => {
    if (heading.by === "none")
      return { icon: ICONS.none, words: t(`inOrder.${heading.order}`), note: null };
    if (heading.by !== "due") {
      const { by, name, code, late } = heading;
      const words = by === "sector" && code === "" ? t("group.noSector") : name;
      return { icon: ICONS[by], words, note: late > 0 ? t("groupNote.ofLate", { late }) : null };
    }
    const { due } = heading;
    const words =
      due === "today" ? t("group.today", { date: longDate(new Date()) }) : t(`group.${due}`);
    const isNoted = due === "late" || due === "later";
    return { icon: ICONS[due], words, note: isNoted ? t(`groupNote.${due}`) : null };
  };
}

/** Heading of a group: what it holds, how many of them, in which order. */
export function GroupWords({ heading }: { heading: Heading }) {
  const { number } = useFormat();
  const { icon, words, note } = useHeadingWords()(heading);
  const isLate = heading.by !== "due" && note !== null;
  return (
    <>
      {icon}
      <span className="truncate font-medium">{words}</span>
      {heading.by === "none" || heading.count === 0 ? null : (
        <span className="text-text-3">{number(heading.count)}</span>
      )}
      {note ? (
        <span
          className={isLate ? "ml-auto flex-none text-bad" : "ml-auto hidden text-text-3 sm:inline"}
        >
          {note}
        </span>
      ) : null}
    </>
  );
}
