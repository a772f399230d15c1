"use client";

import type { ClockFigure } from "@rembuk/ui/clock-figures";
import { TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail, Clock } from "../case-data";
import { clockLook, clockPhrase } from "../wording/clock-words";
import { useCaseWords } from "../wording/use-case-words";

/** Levels that have a name; anything else is not shown. */
const levels = { 1: "1", 2: "2", 3: "3", 4: "4" } as const;
export const levelKey = (level: number) => levels[level as keyof typeof levels] ?? null;

/** The two figures above the band, in words. `narrow` cuts weekdays to three letters. */
export function useClockFigures(kase: CaseDetail, narrow: boolean) {
  const t = useTranslations("case.figures");
  const { longDate, narrowDate } = useFormat(kase.calendar.zone);
  const { holder, shortHolder } = useCaseWords();
  const date = narrow ? narrowDate : longDate;

  const figure = (clock: Clock): Pick<ClockFigure, "value" | "unit" | "state"> => {
    const { key, days } = clockPhrase(clock);
    const state = clockLook(clock);
    if (key === "late") return { value: t("lateValue", { days }), unit: t("lateUnit"), state };
    if (key === "today") return { value: t("todayValue"), state };
    if (key === "held") {
      const unit = clock.heldDays > 0 ? t("heldUnit", { days: clock.heldDays }) : undefined;
      return { value: t("heldValue"), unit, state };
    }
    if (key === "done") {
      const span = { used: clock.usedDays, limit: clock.limitDays };
      return { value: t("doneValue"), unit: t("doneUnit", span), state };
    }
    return { value: String(days), unit: t("leftUnit"), state };
  };

  const total: ClockFigure = {
    ...figure(kase.total),
    title: t(narrow ? "totalShort" : "total"),
    detail: [
      t("due", { date: date(kase.total.dueAt), days: kase.total.limitDays }),
      kase.dueIsEstimate ? t("estimate") : "",
    ]
      .filter(Boolean)
      .join(", "),
  };
  const who = narrow
    ? shortHolder(kase.holder, kase.village.name)
    : holder(kase.holder, kase.village.name);
  const isSettled = kase.closedAt !== null;
  const stage: ClockFigure = isSettled
    ? {
        title: t("stageDone"),
        value: t("doneValue"),
        detail: date(kase.closedAt ?? kase.stage.dueAt),
        state: "done",
      }
    : {
        ...figure(kase.stage),
        title: t(narrow ? "stageShort" : "stage", { holder: who }),
        detail:
          kase.status === "resolved"
            ? t("confirmBy", { date: date(kase.stage.dueAt) })
            : t("limit", { date: date(kase.stage.dueAt), days: kase.stage.limitDays }),
      };
  return { total, stage };
}

/** Beside the figures: how high the case has been raised, and what a pause waits for. */
export function useClockAside(kase: CaseDetail): ReactNode {
  const t = useTranslations("case.escalation");
  const reason = useTranslations("case.holdReason");
  const { longDate } = useFormat(kase.calendar.zone);
  const level = kase.closedAt === null ? levelKey(kase.escalationLevel) : null;
  const hold = kase.status === "on_hold" ? kase.holds.find((h) => h.endedAt === null) : undefined;
  if (level === null && !hold) return undefined;
  return (
    <div className="flex flex-col gap-1">
      {level === null ? null : (
        <>
          <p className="font-semibold text-text-3">{t("title")}</p>
          <p className="flex items-center gap-1.5 font-semibold text-text first-letter:uppercase">
            <TrendingUp size={14} aria-hidden />
            {t(`level.${level}`)}
          </p>
          <p>{t("text", { level: t(`level.${level}`) })}</p>
        </>
      )}
      {hold ? (
        <p>{t("held", { reason: reason(hold.waitingFor), date: longDate(hold.until) })}</p>
      ) : null}
    </div>
  );
}
