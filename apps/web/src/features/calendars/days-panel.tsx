"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { CalendarDay } from "./calendar-data";

interface DaysPanelProps {
  days: readonly CalendarDay[];
  actions: ReactNode;
  onWithdraw: (day: CalendarDay) => void;
}

/** The free days of a year in order, each with the decree that made it one. */
export function DaysPanel({ days, actions, onWithdraw }: DaysPanelProps) {
  const t = useTranslations("calendar");
  return (
    <Panel
      id="hari-libur"
      flush
      title={t("days.title")}
      note={t("days.count", { count: days.length })}
      actions={actions}
    >
      {days.length === 0 ? (
        <p className="px-3 py-6 text-control text-text-2">{t("days.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {days.map((day) => (
            <DayItem
              key={`${day.date} ${day.areaCode}`}
              day={day}
              onWithdraw={() => onWithdraw(day)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DayItem({ day, onWithdraw }: { day: CalendarDay; onWithdraw: () => void }) {
  const t = useTranslations("calendar");
  const format = useFormat();
  const decree = day.decreeNumber ?? t("days.noDecree");
  const decreed = day.decreeDate
    ? t("days.decreeOn", { decree, date: format.shortDate(dayOf(day.decreeDate)) })
    : decree;
  return (
    <li className="grid min-h-11 items-center gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[minmax(0,200px)_minmax(0,1fr)_auto]">
      <span className="tabular-nums">{format.longDate(dayOf(day.date))}</span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-1.5 font-semibold break-words">
          {day.name}
          <Chip tone={day.type === "LOCAL" ? "brand" : "plain"}>{t(`type.${day.type}`)}</Chip>
        </span>
        <span className="block text-12 break-words text-text-2">
          {[day.areaName, decreed].filter(Boolean).join(" · ")}
        </span>
      </span>
      {day.mayEdit ? (
        <Button
          size="small"
          className="justify-self-start"
          aria-label={t("days.withdrawOf", { name: day.name })}
          onClick={onWithdraw}
        >
          {t("days.withdraw")}
        </Button>
      ) : null}
    </li>
  );
}
