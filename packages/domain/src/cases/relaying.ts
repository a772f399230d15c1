import type { WorkingCalendar } from "../calendars/model";
import { toLocalDate, workingDaysBetween } from "../calendars/working-days";
import { DomainError } from "../kernel/errors";
import type { RelayCaseCommand } from "./commands";
import { type CaseEvent, caseEvent } from "./events";
import type { Case } from "./model";

/** Working days that the village has to tell the citizen, once an answer has come down. */
export const relayWithinDays = 2;

/** True when there is a citizen who waits to be told: entered in somebody's name. */
export const hasCitizen = (kase: Pick<Case, "reporterPersonId" | "reporterUserId">): boolean =>
  kase.reporterPersonId !== null || kase.reporterUserId !== null;

/**
 * Records that the citizen was told. It moves no clock and no state.
 * @throws invalid RELAY_NOBODY, or INPUT_INVALID when told before receipt or in the future
 */
export const decideRelay = (
  kase: Case,
  relay: { readonly id: string } & Pick<RelayCaseCommand, "how" | "toldAt">,
  now: Date,
): readonly CaseEvent[] => {
  if (!hasCitizen(kase)) throw new DomainError("invalid", "RELAY_NOBODY");
  if (relay.toldAt > now || relay.toldAt < kase.receivedAt)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "toldAt" });
  const { id, how, toldAt } = relay;
  return [caseEvent("case.relayed", kase, { relayId: id, how, toldAt: toldAt.toISOString() })];
};

/** True when a telling came after the answer. It is entered by the minute: the answer's own counts. */
export const isToldSince = (
  relays: readonly { readonly toldAt: Date }[],
  resolvedAt: Date,
): boolean => {
  const minute = Math.floor(resolvedAt.getTime() / 60_000) * 60_000;
  return relays.some(({ toldAt }) => toldAt.getTime() >= minute);
};

/** The case waits for the village to tell its citizen, and has for longer than it should. */
export const isRelayMissed = (kase: Case, calendar: WorkingCalendar, now: Date): boolean => {
  if (kase.status !== "resolved" || kase.resolvedAt === null) return false;
  if (!hasCitizen(kase) || kase.isSupervisory) return false;
  const from = toLocalDate(kase.resolvedAt, calendar.zone);
  return workingDaysBetween(from, toLocalDate(now, calendar.zone), calendar) > relayWithinDays;
};
