import { type DayTable, dayTableOf } from "../calendars/day-table";
import type { WorkingCalendar } from "../calendars/model";
import { LONGEST_SEARCH_DAYS } from "../calendars/working-days";
import { type DeadlineInput, deadlineAfter, hasPassed } from "./sla";

/** 1 sector lead or section head, 2 sekcam, 3 camat, 4 kabupaten; 0 nobody above the holder. */
export type EscalationLevel = 0 | 1 | 2 | 3 | 4;
type Rung = Exclude<EscalationLevel, 0>;

/** Every rung. A category's escalate_to may skip some: "SEKCAM>CAMAT" is [2, 3, 4]. */
export const fullLadder: readonly Rung[] = [1, 2, 3, 4];

const rungNames: Readonly<Record<string, Rung>> = {
  KASI: 1,
  SEKTOR: 1,
  SEKCAM: 2,
  CAMAT: 3,
  KABUPATEN: 4,
};

/**
 * The rungs of a category. What it names, and the kabupaten above; "INSPEKTORAT only" stays with its
 * own leaders, because nobody else may read it. A text that names none climbs each rung.
 */
export const ladderOf = (escalateTo: string): readonly Rung[] => {
  if (escalateTo.trim().endsWith(" only")) return [1];
  const named = escalateTo.split(">").flatMap((name) => rungNames[name.trim()] ?? []);
  return named.length === 0 ? fullLadder : [...new Set<Rung>([...named, 4])].sort();
};

const HOURS_OVERDUE = [0, 24, 72] as const;
const UNOWNED_LEVEL = 2;
const UNVERIFIED_LEVEL = 2;
const NO_FOLLOW_UP_LEVEL = 3;
const OMBUDSMAN_WORKING_DAYS = 60;
const MS_PER_HOUR = 3_600_000;

/** A duty of a stage: due at an instant, done at another or not yet. */
export interface StageDuty {
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

export interface EscalationFacts {
  /** When nobody owned the case or nobody was on duty; `until` null while it is so. */
  readonly unowned: { readonly since: Date; readonly until: Date | null } | null;
  /** Verify and forward (3 working days unless the category says otherwise). */
  readonly verification: StageDuty | null;
  /** First follow-up (5 working days); for an emergency its hours of first response. */
  readonly followUp: StageDuty | null;
  /** The total deadline. */
  readonly dueAt: Date;
  /** When the case was resolved or left the office; null while it is open. */
  readonly endedAt: Date | null;
  readonly isEmergency: boolean;
  readonly calendar: WorkingCalendar;
  readonly ladder?: readonly Rung[];
  readonly now: Date;
}

export interface Escalation {
  readonly level: EscalationLevel;
  /** When the level rises if nothing is done; null when it cannot rise any more. */
  readonly nextEscalationAt: Date | null;
}

/**
 * How high a case has been raised. Stage triggers hold while their duty is undone. Once the total
 * deadline has passed, the case climbs from the rung on which it then stood, one rung at 0, 24 and
 * 72 wall-clock hours; those hours pause on non-working days, except for an emergency, and end at
 * the top of the ladder.
 */
export function escalationLevel(facts: EscalationFacts): Escalation {
  const { endedAt, now } = facts;
  const steps = overdueSteps(facts);
  const at = endedAt && endedAt < now ? endedAt : now;
  const level = levelAt(at, facts, steps);
  if (endedAt) return { level, nextEscalationAt: null };
  const coming = [
    facts.unowned?.since,
    facts.verification?.dueAt,
    facts.followUp?.dueAt,
    ...steps,
  ].filter((moment): moment is Date => moment !== undefined && moment > now);
  coming.sort((a, b) => a.getTime() - b.getTime());
  const next = coming.find((moment) => levelAt(moment, facts, steps) > level);
  return { level, nextEscalationAt: next ?? null };
}

/**
 * Must the reporter be told where else to turn (SP4N-LAPOR, Ombudsman)? When the case stands on the
 * last rung past its deadline, or after 60 working days.
 */
export const isResortDue = (
  facts: Pick<EscalationFacts, "dueAt" | "calendar" | "isEmergency" | "ladder" | "now" | "endedAt">,
  level: EscalationLevel,
  sixtyDaysAt: Date,
): boolean => {
  if (facts.endedAt !== null) return false;
  const last = (facts.ladder ?? fullLadder).at(-1) ?? 0;
  return (level >= last && hasPassed(facts.dueAt, facts.now)) || hasPassed(sixtyDaysAt, facts.now);
};

/** After 60 working days unresolved the reporter is told of the Ombudsman. */
export const ombudsmanNoticeAt = (input: Omit<DeadlineInput, "workingDays">): Date =>
  deadlineAfter({ ...input, workingDays: OMBUDSMAN_WORKING_DAYS }).dueAt;

function levelAt(at: Date, facts: EscalationFacts, steps: readonly Date[]): EscalationLevel {
  const standing = standingLevel(at, facts);
  const taken = steps.filter((step) => step <= at).length;
  if (taken === 0) return standing;
  const climbed = climb(standingLevel(facts.dueAt, facts), taken, facts.ladder ?? fullLadder);
  return Math.max(climbed, standing) as EscalationLevel;
}

/** The rung that the stage triggers alone ask for at an instant. */
function standingLevel(at: Date, facts: EscalationFacts): EscalationLevel {
  const { unowned, verification, followUp, ladder = fullLadder } = facts;
  const isUnowned = unowned && unowned.since <= at && !(unowned.until && unowned.until <= at);
  const wanted = Math.max(
    isUnowned ? UNOWNED_LEVEL : 0,
    isOverdue(verification, at) ? UNVERIFIED_LEVEL : 0,
    isOverdue(followUp, at) ? NO_FOLLOW_UP_LEVEL : 0,
  );
  if (wanted === 0) return 0;
  return ladder.find((rung) => rung >= wanted) ?? ladder.at(-1) ?? 0;
}

const isOverdue = (duty: StageDuty | null, at: Date): boolean =>
  duty !== null && hasPassed(duty.dueAt, at) && !(duty.doneAt && duty.doneAt <= at);

function climb(from: EscalationLevel, steps: number, ladder: readonly Rung[]): EscalationLevel {
  const above = ladder.filter((rung) => rung > from);
  return above[Math.min(steps, above.length) - 1] ?? from;
}

function overdueSteps({ dueAt, isEmergency, calendar }: EscalationFacts): readonly Date[] {
  const table = dayTableOf(calendar);
  return HOURS_OVERDUE.map((hours) =>
    isEmergency || hours === 0
      ? new Date(dueAt.getTime() + hours * MS_PER_HOUR)
      : addHoursOfWorkingDays(dueAt, hours, table),
  );
}

/** Wall-clock hours, nights included, that stand still on days without office. */
function addHoursOfWorkingDays(from: Date, hours: number, table: DayTable): Date {
  let left = hours * MS_PER_HOUR;
  let at = from.getTime();
  const first = table.dayOf(from);
  for (let day = first; day - first <= LONGEST_SEARCH_DAYS; day += 1) {
    const midnight = table.startOf(day + 1);
    if (table.isWorking(day)) {
      if (at + left <= midnight) return new Date(at + left);
      left -= midnight - at;
    }
    at = midnight;
  }
  throw new RangeError("The calendar has no working days in reach");
}
