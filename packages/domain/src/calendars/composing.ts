import { isWithin } from "../areas/area-code";
import { workingCalendarSchema } from "./calendar-schema";
import type { CalendarEdit } from "./commands";
import { type Holiday, type OfficeDay, standardWeek, type WorkingCalendar } from "./model";
import type { Zone } from "./zone";

/** A day without office as it is kept: "" is the whole country. */
export interface CalendarDay {
  /** "2026-12-25" */
  readonly date: string;
  readonly areaCode: string;
  readonly name: string;
  readonly type: Holiday["type"];
}

/** Other hours from a day on: of all offices of an area, or of one sector's in it. */
export interface CalendarHours {
  readonly id: string;
  readonly areaCode: string;
  readonly sectorCode: string | null;
  readonly name: string;
  readonly startsOn: string;
  /** Null: until further notice. */
  readonly endsOn: string | null;
  readonly week: readonly OfficeDay[];
}

export interface CalendarSources {
  readonly days: readonly CalendarDay[];
  readonly hours: readonly CalendarHours[];
}

const forEver = "9999-12-31";

/**
 * The calendar of one office. Later periods hold over earlier ones, so they are listed from the
 * general to the particular: the sector's own over the area's, the kecamatan's over the kabupaten's,
 * a season over what holds until further notice.
 */
export const composeCalendar = (
  sources: CalendarSources,
  office: { readonly zone: Zone; readonly areaCode: string; readonly sectorCode: string | null },
): WorkingCalendar => {
  const days = sources.days.filter((day) => isWithin(office.areaCode, day.areaCode));
  const hours = sources.hours
    .filter((h) => isWithin(office.areaCode, h.areaCode))
    .filter((h) => h.sectorCode === null || h.sectorCode === office.sectorCode)
    .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
  const decreed = days.filter((d) => d.type !== "LOCAL").map((d) => Number(d.date.slice(0, 4)));
  return workingCalendarSchema.parse({
    zone: office.zone,
    week: [...standardWeek],
    holidays: days.map(({ date, name, type }) => ({ date, name, type })),
    coveredYears: [...new Set(decreed)],
    periods: hours.map((h) => ({
      name: h.name,
      from: h.startsOn,
      to: h.endsOn ?? forEver,
      week: h.week,
    })),
  });
};

const rank = (h: CalendarHours): number =>
  (h.sectorCode === null ? 0 : 100) + h.areaCode.length * 2 + (h.endsOn === null ? 0 : 1);

/** The sources as they would be after an edit: for the preview, before anything is saved. */
export const applyEdit = (sources: CalendarSources, edit: CalendarEdit): CalendarSources => {
  const { days, hours } = sources;
  if (edit.kind === "add-day") return { hours, days: [...days, edit] };
  if (edit.kind === "withdraw-day") {
    const isKept = (d: CalendarDay) => d.date !== edit.date || d.areaCode !== edit.areaCode;
    return { hours, days: days.filter(isKept) };
  }
  if (edit.kind === "withdraw-hours") return { days, hours: hours.filter((h) => h.id !== edit.id) };
  const added: CalendarHours = {
    ...edit,
    // Of two alike the newer holds, as it will once it is saved.
    id: "~",
    sectorCode: edit.sectorCode ?? null,
    endsOn: edit.endsOn ?? null,
  };
  return { days, hours: [...hours, added] };
};
