import { DomainError } from "../kernel/errors";
import { caseEvent } from "./events";
import { desk, ended, endHolds, heldBy, withHolds } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case, Hold } from "./model";
import { confirmerOf } from "./reported-unit";
import type { Decision } from "./routing";
import { confirmWindowDays, type StageClock, startStage } from "./stages";

const dayMs = 86_400_000;

/**
 * Something is missing (perlu dilengkapi): the turn goes to the village or the reporter for ten
 * calendar days. The wait is a hold: it stops the day limits, stays visible as jeda, and the elapsed
 * total goes on counting. A secret case is asked about by the desk itself, which keeps it.
 */
export const decideAskInfo = (
  kase: Case,
  command: { readonly noteId: string },
  clock: StageClock,
): Decision => {
  requireAction(kase, "ask-info");
  const { now } = clock;
  const until = new Date(now.getTime() + confirmWindowDays * dayMs);
  const wait: Hold = { startedAt: now, endedAt: null, waitingFor: "reporter", until };
  const after: Case = {
    ...kase,
    status: "needs_info",
    ...heldBy(kase.isSecret ? desk : confirmerOf(kase)),
    ...withHolds(kase, [...kase.holds, wait], clock.deadline),
    stageStartedAt: now,
    stageDueAt: until,
  };
  const payload = { until: until.toISOString(), noteId: command.noteId };
  return { after, events: [caseEvent("case.info-asked", kase, payload)] };
};

/** What was missing has come: back to the desk, with fresh days to verify and the same total clock. */
export const decideComplete = (
  kase: Case,
  command: { readonly onBehalf: boolean; readonly noteId: string },
  clock: StageClock,
): Decision => {
  requireAction(kase, "complete");
  const after: Case = {
    ...kase,
    status: "received",
    ...heldBy(desk),
    ...withHolds(kase, endHolds(kase.holds, clock.now), clock.deadline),
    ...startStage(clock, "verify"),
  };
  const payload = { onBehalf: command.onBehalf, noteId: command.noteId };
  return { after, events: [caseEvent("case.completed", kase, payload)] };
};

/** Ten days without a word: the question has lapsed, and the case with it. */
export const decideLapse = (kase: Case, now: Date): Decision => {
  if (kase.status !== "needs_info" || now < kase.stageDueAt) {
    throw new DomainError("conflict", "CASE_ACTION_NOT_NOW", { action: "lapse" });
  }
  const after = { ...ended(kase, "lapsed", now), holds: endHolds(kase.holds, now) };
  return { after, events: [caseEvent("case.lapsed", kase, {})] };
};
