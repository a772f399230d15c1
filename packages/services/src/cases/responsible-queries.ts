import type { Database } from "@rembuk/db/client";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { officeCalendar } from "../calendars/queries";
import { remembered } from "../kernel/remembered";

/** The named officer who stays from intake to closing: the Kasi of the section ("63.11.07:KASI_PMD"). */
export const findResponsible: (db: Database, key: string) => Promise<string | null> = remembered(
  async (db: Database, key: string) => {
    const [areaCode = "", section = ""] = key.split(":");
    const role = section === "SEKCAM" ? "subdistrict-secretary" : "section-head";
    const { zone } = await officeCalendar(db, areaCode);
    const today = new Date(`${toLocalDate(new Date(), zone)}T00:00:00Z`);
    const found = await db.assignment.findFirst({
      where: {
        areaCode,
        role,
        ...(section === "SEKCAM" ? {} : { sectorCode: section }),
        user: { disabledAt: null },
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      orderBy: { startsOn: "desc" },
      select: { userId: true },
    });
    return found?.userId ?? null;
  },
);
