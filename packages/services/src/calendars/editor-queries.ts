import { canInArea } from "@rembuk/domain/access/policy";
import type { HoursKind, ListCalendarInput } from "@rembuk/domain/calendars/commands";
import type { CalendarCause } from "@rembuk/domain/calendars/events";
import type { Holiday, OfficeDay } from "@rembuk/domain/calendars/model";
import type { ServiceContext } from "../context";

export interface CalendarDayRow {
  /** "2026-12-25" */
  readonly date: string;
  /** "" is the whole country. */
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly name: string;
  readonly type: Holiday["type"];
  readonly decreeNumber: string | null;
  readonly decreeDate: string | null;
  readonly mayEdit: boolean;
}

export interface OfficeHoursRow {
  readonly id: string;
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly sectorCode: string | null;
  readonly sectorName: string | null;
  readonly kind: HoursKind;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly week: readonly OfficeDay[];
  readonly decreeNumber: string | null;
  readonly mayEdit: boolean;
}

export interface CalendarChangeRow {
  readonly id: string;
  readonly cause: CalendarCause;
  readonly name: string;
  readonly startsOn: string;
  readonly createdAt: Date;
  /** Deadlines moved so far, confidential cases not counted. */
  readonly moved: number;
  readonly finishedAt: Date | null;
}

export interface CalendarPage {
  readonly days: readonly CalendarDayRow[];
  readonly hours: readonly OfficeHoursRow[];
  readonly changes: readonly CalendarChangeRow[];
  /** True when the year's national days are decreed: else deadlines in it are estimates. */
  readonly isDecreed: boolean;
  /** Areas at which this reader may add something, of those above. */
  readonly editableAreas: readonly string[];
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const isoOrNull = (date: Date | null): string | null => (date === null ? null : iso(date));
const mostChanges = 8;

/** The area itself and what lies above it, the country ("") first. */
const levelsOf = (areaCode: string): readonly string[] => [
  ...new Set(["", areaCode.slice(0, 2), areaCode.slice(0, 5), areaCode.slice(0, 8)]),
];

/** A year of an office's calendar: what holds there, by which decree, and the latest edits. Master data. */
export const listCalendar = async (
  ctx: ServiceContext,
  { areaCode, year }: ListCalendarInput,
): Promise<CalendarPage> => {
  const levels = levelsOf(areaCode);
  const within = { withdrawnAt: null, areaCode: { in: [...levels] } };
  const first = new Date(`${year}-01-01T00:00:00Z`);
  const last = new Date(`${year}-12-31T00:00:00Z`);
  const [days, hours, changes, areas] = await Promise.all([
    ctx.db.holiday.findMany({
      where: { ...within, date: { gte: first, lte: last } },
      orderBy: [{ date: "asc" }, { areaCode: "asc" }],
    }),
    ctx.db.officeHours.findMany({
      where: {
        ...within,
        startsOn: { lte: last },
        OR: [{ endsOn: null }, { endsOn: { gte: first } }],
      },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    }),
    ctx.db.calendarChange.findMany({
      where: { areaCode: { in: [...levels] } },
      orderBy: { createdAt: "desc" },
      take: mostChanges,
    }),
    ctx.db.area.findMany({ where: { code: { in: [...levels] } } }),
  ]);
  const codes = hours.flatMap((h) => (h.sectorCode === null ? [] : [h.sectorCode]));
  const sectors = await ctx.db.sector.findMany({ where: { code: { in: codes } } });
  const areaName = (code: string) => areas.find((a) => a.code === code)?.name ?? null;
  const mayEdit = (code: string) => canInArea(ctx.actor, "calendar.edit", { areaCode: code });
  return {
    days: days.map((d) => ({
      date: iso(d.date),
      areaCode: d.areaCode,
      areaName: areaName(d.areaCode),
      name: d.name,
      type: d.type as Holiday["type"],
      decreeNumber: d.decreeNumber,
      decreeDate: isoOrNull(d.decreeDate),
      mayEdit: mayEdit(d.areaCode),
    })),
    hours: hours.map((h) => ({
      id: h.id,
      areaCode: h.areaCode,
      areaName: areaName(h.areaCode),
      sectorCode: h.sectorCode,
      sectorName: sectors.find((s) => s.code === h.sectorCode)?.name ?? null,
      kind: h.kind as HoursKind,
      name: h.name,
      startsOn: iso(h.startsOn),
      endsOn: isoOrNull(h.endsOn),
      week: h.week as unknown as readonly OfficeDay[],
      decreeNumber: h.decreeNumber,
      mayEdit: mayEdit(h.areaCode),
    })),
    changes: changes.map(({ id, cause, name, startsOn, createdAt, moved, finishedAt }) => ({
      ...{ id, name, createdAt, moved, finishedAt },
      cause: cause as CalendarCause,
      startsOn: iso(startsOn),
    })),
    isDecreed: days.some((d) => d.type !== "LOCAL"),
    editableAreas: levels.filter(mayEdit),
  };
};
