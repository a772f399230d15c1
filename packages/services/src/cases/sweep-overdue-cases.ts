import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import {
  type EscalationFacts,
  escalationLevel,
  isResortDue,
  ladderOf,
  ombudsmanNoticeAt,
  type StageDuty,
} from "@rembuk/domain/cases/escalation";
import { type CaseEvent, caseEvent } from "@rembuk/domain/cases/events";
import type { Case, CaseStatus } from "@rembuk/domain/cases/model";
import { hasPassed } from "@rembuk/domain/cases/sla";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findUnattended, findUnowned } from "./owner-queries";
import { ruleOfCase } from "./rule-queries";
import {
  type ClockName,
  lockDueCases,
  type SweepChange,
  type SweptCase,
  saveSweep,
} from "./sweep-store";

/** A case is looked at again within this, so that a level falls once its duty is done (ms). */
const lookAgainMs = 60 * 60_000;
const batchSize = 500;
/** What is left is found a minute later; the oldest and the unowned come first. */
const mostBatches = 40;

const beforeRouting: readonly CaseStatus[] = ["received", "triaged", "declined", "reopened"];

const followUpDuty = (kase: Case): StageDuty | null => {
  if (kase.isEmergency && kase.responseDueAt !== null) {
    return { dueAt: kase.responseDueAt, doneAt: kase.firstFollowUpAt };
  }
  return kase.status === "assigned" ? { dueAt: kase.stageDueAt, doneAt: null } : null;
};

/** The office's days and the rungs that the case's own rule names. */
export interface SweepGround {
  readonly calendar: WorkingCalendar;
  readonly escalateTo: string;
}

/** What the ladder is climbed by, read from a case as it stands. */
export const escalationFacts = (
  kase: Case,
  { calendar, escalateTo }: SweepGround,
  now: Date,
  unownedSince: Date | null,
): EscalationFacts => ({
  unowned: unownedSince === null ? null : { since: unownedSince, until: null },
  verification: beforeRouting.includes(kase.status)
    ? { dueAt: kase.stageDueAt, doneAt: null }
    : null,
  followUp: followUpDuty(kase),
  dueAt: kase.totalDueAt,
  endedAt: kase.resolvedAt ?? kase.closedAt,
  isEmergency: kase.isEmergency,
  calendar,
  ladder: ladderOf(escalateTo),
  now,
});

/** When the case is 60 working days old, holds left out. */
const sixtyDaysOf = ({ receivedAt, holds }: Case, calendar: WorkingCalendar): Date =>
  ombudsmanNoticeAt({ receivedAt, holds, calendar });

const dueOf = (kase: Case, clock: ClockName): Date | null => {
  if (clock === "total") return kase.totalDueAt;
  if (clock === "stage") return kase.stageDueAt;
  return kase.firstFollowUpAt === null ? kase.responseDueAt : null;
};

const clocks: readonly ClockName[] = ["total", "stage", "response"];

const newlyOverdue = ({ kase, knownOverdue }: SweptCase, now: Date): readonly ClockName[] =>
  clocks.filter((clock) => {
    const dueAt = dueOf(kase, clock);
    return !knownOverdue[clock] && dueAt !== null && hasPassed(dueAt, now);
  });

const triggerOf = (owner: OwnerFinding, overdue: readonly ClockName[]): string => {
  if (owner !== "owned") return owner;
  return overdue[0] ?? "time";
};

/** unowned: nobody answers for it; unattended: an emergency outside office hours, nobody on duty. */
export type OwnerFinding = "owned" | "unowned" | "unattended";

/** What the sweep finds of one case: marks, level, events. Pure. */
export const decideSweep = (
  swept: SweptCase,
  ground: SweepGround,
  now: Date,
  owner: OwnerFinding = "owned",
): { readonly change: SweepChange; readonly events: readonly CaseEvent[] } => {
  const { kase } = swept;
  const unownedSince = owner === "owned" ? null : (swept.unownedSince ?? now);
  const overdue = newlyOverdue(swept, now);
  const facts = escalationFacts(kase, ground, now, unownedSince);
  const { level, nextEscalationAt } = escalationLevel(facts);
  const sixtyDaysAt = sixtyDaysOf(kase, ground.calendar);
  const tellsResort = !swept.isResortTold && isResortDue(facts, level, sixtyDaysAt);
  const events: CaseEvent[] = overdue.map((clock) =>
    caseEvent("case.overdue", kase, { clock, dueAt: (dueOf(kase, clock) ?? now).toISOString() }),
  );
  if (level > kase.escalationLevel) {
    events.push(caseEvent("case.escalated", kase, { level, trigger: triggerOf(owner, overdue) }));
  }
  if (tellsResort) events.push(caseEvent("case.resort-told", kase, {}));
  const checkAt = soonestOf([
    nextEscalationAt,
    level > 0 ? new Date(now.getTime() + lookAgainMs) : null,
    sixtyDaysAt > now ? sixtyDaysAt : null,
  ]);
  return { change: { id: kase.id, overdue, level, checkAt, unownedSince, tellsResort }, events };
};

const soonestOf = (moments: readonly (Date | null)[]): Date | null =>
  moments
    .filter((moment) => moment !== null)
    .reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);

export interface Swept {
  readonly cases: number;
  readonly overdue: number;
  readonly escalated: number;
}

const sweepBatch = (ctx: ServiceContext): Promise<Swept> =>
  inTransaction(ctx, async (tx) => {
    const found = await lockDueCases(tx, ctx.now(), batchSize);
    if (found.length === 0) return { cases: 0, overdue: 0, escalated: 0 };
    const offices = [...new Set(found.map((f) => f.kase.subdistrictCode))];
    const calendars = new Map<string, WorkingCalendar>();
    for (const code of offices) calendars.set(code, await officeCalendar(ctx.db, code));
    const rungs = new Map<string, string>();
    for (const { kase } of found) rungs.set(kase.id, (await ruleOfCase(ctx, kase)).escalateTo);
    const ids = found.map((f) => f.kase.id);
    const unowned = await findUnowned(tx, ids, ctx.now());
    const unattended = await findUnattended(
      tx,
      ctx,
      found.map((f) => f.kase),
    );
    const ownerOf = (id: string): OwnerFinding => {
      if (unowned.has(id)) return "unowned";
      return unattended.has(id) ? "unattended" : "owned";
    };
    const decided = found.map((f) => {
      const calendar = calendars.get(f.kase.subdistrictCode);
      if (!calendar) throw new Error(`no calendar for ${f.kase.subdistrictCode}`);
      const ground = { calendar, escalateTo: rungs.get(f.kase.id) ?? "" };
      return decideSweep(f, ground, ctx.now(), ownerOf(f.kase.id));
    });
    const events = decided.flatMap((d) => d.events);
    await saveSweep(
      tx,
      ctx,
      decided.map((d) => d.change),
      events,
    );
    const count = (type: CaseEvent["type"]) => events.filter((e) => e.type === type).length;
    return {
      cases: found.length,
      overdue: count("case.overdue"),
      escalated: count("case.escalated"),
    };
  });

/**
 * Finds what has become overdue since the last sweep, on the total, stage and response clocks, and
 * how high each late case has risen. Each clock is recorded once, however many sweeps run.
 */
export const sweepOverdueCases = async (ctx: ServiceContext): Promise<Swept> => {
  let all: Swept = { cases: 0, overdue: 0, escalated: 0 };
  for (let batches = 0; batches < mostBatches; batches += 1) {
    const batch = await sweepBatch(ctx);
    all = {
      cases: all.cases + batch.cases,
      overdue: all.overdue + batch.overdue,
      escalated: all.escalated + batch.escalated,
    };
    if (batch.cases < batchSize) break;
  }
  return all;
};
