import type { Database } from "@rembuk/db/client";
import {
  standardWeek,
  type WorkingCalendar,
  workingCalendarSchema,
} from "@rembuk/domain/calendars/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { remembered } from "../kernel/remembered";

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

/** The working calendar of a kecamatan's office: its zone, national days and the region's own. */
export const officeCalendar: (db: Database, subdistrictCode: string) => Promise<WorkingCalendar> =
  remembered(async (db: Database, subdistrictCode: string) => {
    const regency = subdistrictCode.slice(0, 5);
    const [area, days] = await Promise.all([
      db.area.findUnique({ where: { code: subdistrictCode } }),
      db.holiday.findMany({ where: { areaCode: { in: ["", regency, subdistrictCode] } } }),
    ]);
    if (!area) throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH");
    const decreed = days.filter((d) => d.type !== "LOCAL").map((d) => d.date.getUTCFullYear());
    return workingCalendarSchema.parse({
      zone: area.zone,
      week: [...standardWeek],
      holidays: days.map((d) => ({ date: isoDate(d.date), name: d.name, type: d.type })),
      coveredYears: [...new Set(decreed)],
    });
  });
