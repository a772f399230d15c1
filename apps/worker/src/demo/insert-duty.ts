import type { Database } from "@rembuk/db/client";
import { addDays } from "@rembuk/domain/calendars/local-date";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { spansOutsideOffice } from "@rembuk/domain/staff/duty";
import { officeCalendar } from "@rembuk/services/calendars/queries";
import type { DemoAccount } from "./accounts";
import { idOf } from "./chance";
import { type DemoOffice, demoOffices } from "./offices";

const date = (text: string): Date => new Date(`${text}T00:00:00Z`);
/** Who takes turns at night, in the order of the weeks. */
const onDuty = ["kasi-trantib", "triase-2", "sekcam"] as const;
const rosterDays = { before: 3, after: 14 };

/** Nights and free days of two weeks around the first start, each stretch somebody else's turn. */
const insertRoster = async (
  db: Database,
  office: DemoOffice,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const today = toLocalDate(anchor, office.zone);
  const calendar = await officeCalendar(db, office.subdistrictCode);
  const from = addDays(today, -rosterDays.before);
  const spans = spansOutsideOffice(from, addDays(today, rosterDays.after), calendar);
  const people = onDuty.flatMap((name) =>
    accounts.filter((a) => a.username === `${office.prefix}.${name}`),
  );
  const createdById = accounts.find((a) => a.username === `${office.prefix}.admin`)?.userId;
  if (people.length === 0 || !createdById) throw new Error(`nobody is on duty in ${office.prefix}`);
  await db.dutyShift.createMany({
    data: spans.map((span, i) => ({
      ...span,
      id: idOf(`shift/${office.prefix}/${i}`),
      areaCode: office.subdistrictCode,
      userId: people[i % people.length]?.userId ?? createdById,
      createdById,
      createdAt: anchor,
    })),
    skipDuplicates: true,
  });
};

/** A Kasi on leave, whose office a colleague holds as Plh. */
const insertAbsence = async (
  db: Database,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const named = (username: string): DemoAccount => {
    const found = accounts.find((a) => a.username === username);
    if (!found) throw new Error(`no account ${username}`);
    return found;
  };
  const substitute = named("parsel.kasi-pemerintahan");
  const today = toLocalDate(anchor, "WITA");
  await db.absence.createMany({
    data: [
      {
        id: idOf("absence/parsel.kasi-pelayanan"),
        assignmentId: named("parsel.kasi-pelayanan").assignmentId,
        substituteId: substitute.userId,
        substituteAssignmentId: substitute.assignmentId,
        acting: "plh",
        reason: "leave",
        letterNumber: `800/41/KEC-PRS/${today.slice(0, 4)}`,
        startsOn: date(addDays(today, -1)),
        endsOn: date(addDays(today, 10)),
        createdById: named("parsel.admin").userId,
        createdAt: anchor,
      },
    ],
    skipDuplicates: true,
  });
};

/** The founding day of a kabupaten, free there alone: the next one after the first start. */
const insertLocalDay = async (db: Database, anchor: Date): Promise<void> => {
  const year = anchor.getUTCFullYear();
  const day = date(`${year}-04-08`) > anchor ? year : year + 1;
  await db.holiday.createMany({
    data: [
      {
        date: date(`${day}-04-08`),
        areaCode: "63.11",
        name: "Hari jadi Kabupaten Balangan",
        type: "LOCAL",
        decreeNumber: `Surat edaran contoh 003/1/${day}`,
      },
    ],
    skipDuplicates: true,
  });
};

/** Substitute, duty roster and local day of the demonstration. */
export const insertDuty = async (
  db: Database,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  await insertLocalDay(db, anchor);
  await insertAbsence(db, accounts, anchor);
  for (const office of demoOffices) await insertRoster(db, office, accounts, anchor);
};
