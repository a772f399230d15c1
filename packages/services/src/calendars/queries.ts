import type { Database, Transaction } from "@rembuk/db/client";
import {
  type CalendarDay,
  type CalendarHours,
  type CalendarSources,
  composeCalendar,
} from "@rembuk/domain/calendars/composing";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { remembered } from "../kernel/remembered";

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

/** Days and hours that hold in these areas ("" the whole country), withdrawn ones left out. */
export const loadCalendarSources = async (
  db: Database | Transaction,
  areaCodes?: readonly string[],
): Promise<CalendarSources> => {
  const where = {
    withdrawnAt: null,
    ...(areaCodes ? { areaCode: { in: [...areaCodes] } } : {}),
  };
  const [days, hours] = await Promise.all([
    db.holiday.findMany({ where }),
    db.officeHours.findMany({ where }),
  ]);
  return {
    days: days.map((d) => ({ ...d, date: isoDate(d.date), type: d.type as CalendarDay["type"] })),
    hours: hours.map((h) => ({
      ...h,
      startsOn: isoDate(h.startsOn),
      endsOn: h.endsOn && isoDate(h.endsOn),
      week: h.week as unknown as CalendarHours["week"],
    })),
  };
};

/**
 * The calendar of an office as it stands now: "63.11.07", or "63.11.07:PUSKESMAS" for one sector's
 * office there. Asked anew each time; what a screen or an act needs is `officeCalendar`.
 * @throws invalid VILLAGE_NOT_IN_REACH where there is no such area
 */
export const readCalendar = async (
  db: Database | Transaction,
  key: string,
): Promise<WorkingCalendar> => {
  const [areaCode = "", sectorCode] = key.split(":");
  const areas = ["", areaCode.slice(0, 2), areaCode.slice(0, 5), areaCode];
  const area = await db.area.findUnique({ where: { code: areaCode } });
  if (!area) throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH");
  return composeCalendar(await loadCalendarSources(db, areas), {
    zone: area.zone as Zone,
    areaCode,
    sectorCode: sectorCode ?? null,
  });
};

/** The working calendar of a kecamatan's office (or of a sector's in it), remembered for a minute. */
export const officeCalendar: (db: Database, key: string) => Promise<WorkingCalendar> =
  remembered(readCalendar);

interface Held {
  readonly subdistrictCode: string;
  readonly holder: { readonly kind: string; readonly code: string | null };
}

/** Where the calendar of a case's stage is looked up: a sector counts by its own office's days. */
export const stageCalendarKey = ({ subdistrictCode, holder }: Held): string =>
  holder.kind === "sector" && holder.code !== null
    ? `${subdistrictCode}:${holder.code}`
    : subdistrictCode;

/** Both calendars of a case: the kecamatan's for the total, the holder's for the stage. */
export const caseCalendars = async (
  db: Database,
  held: Held,
): Promise<{ readonly total: WorkingCalendar; readonly stage: WorkingCalendar }> => {
  const [total, stage] = await Promise.all([
    officeCalendar(db, held.subdistrictCode),
    officeCalendar(db, stageCalendarKey(held)),
  ]);
  return { total, stage };
};
