"use client";

import { standardWeek } from "@rembuk/domain/calendars/model";
import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { type OfficeHours, timeOf } from "./calendar-data";

interface HoursPanelProps {
  hours: readonly OfficeHours[];
  actions: ReactNode;
  onWithdraw: (hours: OfficeHours) => void;
}

/** When offices are open: the ordinary week, and what holds instead of it. */
export function HoursPanel({ hours, actions, onWithdraw }: HoursPanelProps) {
  const t = useTranslations("calendar");
  const week = useWeekWords();
  return (
    <Panel id="jam-kantor" flush title={t("hours.list")} actions={actions}>
      <ul className="divide-y divide-line">
        <li className="px-3 py-2">
          <p className="font-semibold">{t("hours.ordinary")}</p>
          <p className="text-12 text-text-2">{week(standardWeek)}</p>
        </li>
        {hours.map((one) => (
          <HoursItem key={one.id} hours={one} onWithdraw={() => onWithdraw(one)} />
        ))}
      </ul>
    </Panel>
  );
}

/** "Senin sampai Sabtu, 08.00 sampai 14.00" */
function useWeekWords() {
  const t = useTranslations("calendar");
  return (week: OfficeHours["week"]): string => {
    const first = week[0];
    const last = week.at(-1);
    if (!first || !last) return "";
    return t("hours.week", {
      from: t(`weekday.${String(first.weekday) as "1"}`),
      to: t(`weekday.${String(last.weekday) as "1"}`),
      opens: timeOf(first.opensAt).replace(":", "."),
      closes: timeOf(first.closesAt).replace(":", "."),
    });
  };
}

function HoursItem({ hours, onWithdraw }: { hours: OfficeHours; onWithdraw: () => void }) {
  const t = useTranslations("calendar");
  const format = useFormat();
  const week = useWeekWords();
  const from = format.shortDate(dayOf(hours.startsOn));
  const period = hours.endsOn
    ? t("hours.between", { from, to: format.shortDate(dayOf(hours.endsOn)) })
    : t("hours.since", { from });
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{hours.name}</p>
        <p className="text-12">{week(hours.week)}</p>
        <p className="text-12 break-words text-text-2">
          {[hours.areaName ?? t("country"), period, hours.decreeNumber].filter(Boolean).join(" · ")}
        </p>
      </div>
      {hours.mayEdit ? (
        <Button
          size="small"
          aria-label={t("days.withdrawOf", { name: hours.name })}
          onClick={onWithdraw}
        >
          {t("days.withdraw")}
        </Button>
      ) : null}
    </li>
  );
}
