"use client";

import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { Segmented } from "@rembuk/ui/segmented";
import { useQuery } from "@tanstack/react-query";
import { CalendarPlus, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { areaTitle, type NamedArea } from "@/features/areas/area-name";
import { AreaPicker } from "@/features/areas/area-picker";
import { PeopleTabs } from "@/features/people/people-tabs";
import type { TabRights } from "@/features/people/tab-rights";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CalendarDay, CalendarPage, OfficeHours } from "./calendar-data";
import { ChangesPanel } from "./changes-panel";
import { DayDialog } from "./day-dialog";
import { DaysPanel } from "./days-panel";
import { EditDialog } from "./edit-dialog";
import { HoursDialog } from "./hours-dialog";
import { HoursPanel } from "./hours-panel";

interface CalendarScreenProps {
  /** The reader's office, or the whole country ("") to choose from. */
  area: NamedArea;
  /** The area that is open first, of the whole country. */
  start?: NamedArea | undefined;
  /** This year where the office is. */
  year: number;
  rights: TabRights;
}

/** Free days and office hours of an area, and for its administrators the way to change them. */
export function CalendarScreen({ area: own, start, year: thisYear, rights }: CalendarScreenProps) {
  const t = useTranslations("calendar");
  const wording = useErrorWording();
  const [area, setArea] = useState(start ?? own);
  const [year, setYear] = useState(thisYear);
  const calendar = useQuery(useTRPC().calendars.list.queryOptions({ areaCode: area.code, year }));
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface px-4 pt-1 sm:px-5">
        <PeopleTabs current="calendar" rights={rights} />
        <div className="-mx-4 flex flex-wrap items-center gap-2.5 border-t border-line px-4 py-2.5 sm:-mx-5 sm:px-5">
          <Segmented
            label={t("year")}
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
            options={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((y) => ({
              value: String(y),
              label: String(y),
            }))}
          />
          {own.code === "" ? (
            <div className="w-full sm:w-[320px]">
              <AreaPicker
                label={t("area")}
                placeholder={t("country")}
                under=""
                value={area.code === "" ? null : area}
                onChange={(chosen) =>
                  setArea(chosen ? { ...chosen, code: chosen.code.slice(0, 8) } : own)
                }
              />
            </div>
          ) : (
            <p className="text-12 text-text-2">{areaTitle(area)}</p>
          )}
        </div>
      </header>
      {calendar.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={calendar.isFetching}
          onRetry={() => void calendar.refetch()}
        >
          {wording(callFailure(calendar.error).code)}
        </ErrorState>
      ) : calendar.data ? (
        <CalendarBody page={calendar.data} area={area} />
      ) : (
        <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />
      )}
    </div>
  );
}

type Open = "day" | "hours" | { day: CalendarDay } | { hours: OfficeHours } | null;

function CalendarBody({ page, area }: { page: CalendarPage; area: NamedArea }) {
  const t = useTranslations("calendar");
  const [open, setOpen] = useState<Open>(null);
  const places = page.editableAreas.map((code) => ({
    code,
    label: code === "" ? t("country") : code === area.code ? areaTitle(area) : t("above", { code }),
  }));
  const mayAdd = places.length > 0;
  const close = () => setOpen(null);
  return (
    <div className="grid gap-3.5 px-4 py-3.5 sm:px-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
      <div className="flex min-w-0 flex-col gap-3.5">
        {page.isDecreed ? null : <Notice tone="warn">{t("notDecreed")}</Notice>}
        <DaysPanel
          days={page.days}
          onWithdraw={(day) => setOpen({ day })}
          actions={
            mayAdd ? (
              <Button
                size="small"
                icon={<CalendarPlus size={14} aria-hidden />}
                onClick={() => setOpen("day")}
              >
                {t("day.open")}
              </Button>
            ) : null
          }
        />
      </div>
      <div className="flex min-w-0 flex-col gap-3.5">
        <HoursPanel
          hours={page.hours}
          onWithdraw={(hours) => setOpen({ hours })}
          actions={
            mayAdd ? (
              <Button
                size="small"
                icon={<Clock size={14} aria-hidden />}
                onClick={() => setOpen("hours")}
              >
                {t("hours.open")}
              </Button>
            ) : null
          }
        />
        <ChangesPanel changes={page.changes} />
      </div>
      {open === "day" ? <DayDialog places={places} onClose={close} /> : null}
      {open === "hours" ? <HoursDialog places={places} onClose={close} /> : null}
      {open !== null && typeof open === "object" ? (
        <WithdrawDialog open={open} onClose={close} />
      ) : null}
    </div>
  );
}

/** What is withdrawn stays on record; deadlines are counted again without it. */
function WithdrawDialog({
  open,
  onClose,
}: {
  open: { day: CalendarDay } | { hours: OfficeHours };
  onClose: () => void;
}) {
  const t = useTranslations("calendar");
  const isDay = "day" in open;
  return (
    <EditDialog
      danger
      title={t("withdraw.title")}
      act={t("withdraw.send")}
      edit={
        isDay
          ? { kind: "withdraw-day", date: open.day.date, areaCode: open.day.areaCode }
          : { kind: "withdraw-hours", id: open.hours.id }
      }
      onClose={onClose}
    >
      <p className="break-words">
        {t("withdraw.text", { name: isDay ? open.day.name : open.hours.name })}
      </p>
    </EditDialog>
  );
}
