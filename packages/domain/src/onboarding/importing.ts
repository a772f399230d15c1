import type { WorkingCalendar } from "../calendars/model";
import { instantAt, toLocalDate, workingDaysBetween } from "../calendars/working-days";
import { ombudsmanNoticeAt } from "../cases/escalation";
import { type CaseEvent, caseEvent } from "../cases/events";
import { heldBy } from "../cases/holders";
import type { Case, CaseCategory, SectorLevel } from "../cases/model";
import { decideOpening } from "../cases/opening";
import { deadlineAfter } from "../cases/sla";
import { type StageClock, startStage } from "../cases/stages";
import type { RegisterRow } from "./register-rows";

/** A register knows days, no hours: its cases came when the office had just opened. */
const openingMinutes = 8 * 60;

export interface ImportPlace {
  readonly id: string;
  readonly importId: string;
  readonly number: string;
  readonly subdistrictCode: string;
  readonly createdById: string;
  readonly reporterPersonId: string | null;
  readonly responsibleId: string | null;
}

export interface ImportedCase {
  readonly kase: Case;
  readonly event: CaseEvent;
  /** So old that the sweep would tell its reporter where else to turn. */
  readonly isPastResort: boolean;
}

export const receivedAtOf = (row: RegisterRow, calendar: WorkingCalendar): Date =>
  instantAt(row.receivedOn, openingMinutes, calendar.zone);

/** Nobody's turn any more; it ended on the day that the register names, else on the day of its receipt. */
const settled = (kase: Case, row: RegisterRow, calendar: WorkingCalendar): Case => {
  const at = instantAt(row.settledOn ?? row.receivedOn, openingMinutes, calendar.zone);
  return {
    ...kase,
    status: "closed",
    responsibleId: null,
    outcome: row.outcome,
    answer: row.answer === "" ? null : { response: row.answer, solution: "", followUp: "" },
    resolvedAt: at,
    closedAt: at,
    ...heldBy({ kind: "none", code: null, userId: null }),
  };
};

/**
 * An open case keeps the day of its receipt, but nobody is late for what was promised before Rembuk: the
 * days that have passed are added to its limit, so that both clocks count their full days from now on.
 */
const takenOver = (
  kase: Case,
  category: CaseCategory,
  calendar: WorkingCalendar,
  clock: StageClock,
): Case => {
  const { receivedAt } = kase;
  const day = (at: Date) => toLocalDate(at, calendar.zone);
  const passed = Math.max(0, workingDaysBetween(day(receivedAt), day(clock.now), calendar));
  const totalLimitDays = passed + category.resolutionDays;
  const total = deadlineAfter({ receivedAt, workingDays: totalLimitDays, calendar, holds: [] });
  return {
    ...kase,
    totalLimitDays,
    totalDueAt: total.dueAt,
    dueIsEstimate: total.isEstimate,
    ...startStage(clock, "verify"),
  };
};

const oldNumber = (row: RegisterRow): string =>
  row.number === "" ? "" : `\n\nNomor register lama: ${row.number}`;

/**
 * A case as it comes out of an office's register: marked "impor" by its channel, with its own dates. An
 * emergency of long ago is none now.
 */
export const decideImport = (
  row: RegisterRow,
  place: ImportPlace,
  category: CaseCategory,
  inspectorate: SectorLevel,
  ground: { readonly clock: StageClock; readonly calendar: WorkingCalendar },
): ImportedCase => {
  const { clock, calendar } = ground;
  const { importId, ...where } = place;
  const receivedAt = receivedAtOf(row, calendar);
  const opening = {
    ...where,
    villageCode: row.villageCode,
    regencyCode: place.subdistrictCode.slice(0, 5),
    channel: "import" as const,
    title: row.title,
    description: `${row.description}${oldNumber(row)}`,
    privacy: null,
    reporterUserId: null,
    reportedParty: null,
    receivedAt,
  };
  const { after } = decideOpening(opening, category, inspectorate, clock);
  const calm: Case = { ...after, isEmergency: false, responseDueAt: null, status: row.status };
  const kase =
    row.status === "closed"
      ? settled(calm, row, calendar)
      : takenOver(calm, category, calendar, clock);
  const event = caseEvent("case.imported", kase, {
    ...{ status: kase.status, holder: kase.holder.kind, categoryCode: category.code },
    ...{ ruleId: category.ruleId, villageCode: kase.villageCode, importId, row: row.row },
  });
  const isPastResort = ombudsmanNoticeAt({ receivedAt, holds: [], calendar }) <= clock.now;
  return { kase, event, isPastResort };
};

const sameWords = 0.8;

/** Titles of one village and day that say the same: four words of five, by the shorter one. */
export const isSameMatter = (
  mine: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): boolean => {
  const least = Math.min(mine.size, theirs.size);
  if (least === 0) return false;
  const shared = [...mine.keys()].filter((word) => theirs.has(word)).length;
  return shared / least >= sameWords && shared / Math.max(mine.size, theirs.size) >= 0.5;
};
