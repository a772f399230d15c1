import { DomainError } from "../kernel/errors";
import { classified } from "./classification";
import { caseEvent } from "./events";
import { desk, ended, endHolds, heldBy, withHolds } from "./holders";
import { requireAction } from "./lifecycle";
import type {
  Answer,
  Case,
  CaseCategory,
  Hold,
  HoldReason,
  NoteAudience,
  Outcome,
  SectorLevel,
} from "./model";
import { confirmerOf, focalSectionOf } from "./reported-unit";
import { type Decision, partyOf } from "./routing";
import { confirmWindowDays, type MovedDeadline, type StageClock, startStage } from "./stages";

const dayMs = 86_400_000;
/** A hold may not outlive this; after it the case asks for a person again. */
export const maximumHoldDays = 90;

/**
 * Verified: complete, ours, rightly classed. The category may be corrected: deadlines follow from
 * the first receipt, privacy may rise and never falls. Found to be a supervisory complaint, the case
 * leaves the office it may be about at once, the responsible included, for the inspectorate.
 */
export const decideTriage = (
  kase: Case,
  command: { readonly noteId?: string | undefined },
  category: CaseCategory,
  inspectorate: SectorLevel,
  clock: StageClock,
): Decision => {
  requireAction(kase, "triage");
  const note = command.noteId ? { noteId: command.noteId } : {};
  const triaged: Case = {
    ...kase,
    ...classified(kase, kase.privacy, category, clock, kase.holds),
    status: "triaged",
  };
  const event = caseEvent("case.triaged", kase, {
    categoryCode: category.code,
    ruleId: category.ruleId,
    ...note,
  });
  if (!triaged.isSupervisory) return { after: triaged, events: [event] };
  const party = partyOf(kase, inspectorate);
  const after: Case = {
    ...triaged,
    status: "assigned",
    ...heldBy({ kind: "sector", code: inspectorate.code, userId: null }),
    responsibleId: null,
    leadSectorCode: inspectorate.code,
    leadParty: party,
    ...startStage(clock, "followUp"),
  };
  const target = { target: inspectorate.code, holder: "sector", party, ...note } as const;
  return { after, events: [event, caseEvent("case.routed", kase, target)] };
};

/**
 * The holder takes the work on. That is its first follow-up, so its stage now gets the days of
 * the resolution; on the same strand, because the case did not change hands.
 */
export const decideAccept = (
  kase: Case,
  command: { readonly onBehalf: boolean; readonly noteId?: string },
  clock: StageClock,
): Decision => {
  requireAction(kase, "accept");
  const deadline = clock.stageDeadline ?? clock.deadline;
  const work = deadline(kase.stageStartedAt, clock.category.resolutionDays).dueAt;
  const after: Case = {
    ...kase,
    status: "in_progress",
    firstFollowUpAt: kase.firstFollowUpAt ?? clock.now,
    stageLimitDays: clock.category.resolutionDays,
    stageDueAt: work,
  };
  const payload = {
    onBehalf: command.onBehalf,
    ...(command.noteId ? { noteId: command.noteId } : {}),
  };
  return { after, events: [caseEvent("case.accepted", kase, payload)] };
};

/** Back to the desk with a reason, on the same total clock; the sector stops seeing it. */
export const decideDecline = (
  kase: Case,
  command: { readonly onBehalf: boolean; readonly noteId: string },
  clock: StageClock,
): Decision => {
  requireAction(kase, "decline");
  const after: Case = {
    ...kase,
    status: "declined",
    sectionCode: focalSectionOf(kase, clock.category.focalSectionCode),
    ...heldBy(desk),
    leadSectorCode: null,
    leadParty: null,
    ...startStage(clock, "verify"),
  };
  const payload = { by: kase.holder.code, onBehalf: command.onBehalf, noteId: command.noteId };
  return { after, events: [caseEvent("case.declined", kase, payload)] };
};

/** A note moves no state and no clock; the holder's first one counts as first follow-up. */
export const decideNote = (
  kase: Case,
  note: { readonly noteId: string; readonly audience: NoteAudience; readonly byHolder: boolean },
  now: Date,
): Decision => {
  const isFirstFollowUp =
    note.byHolder && kase.firstFollowUpAt === null && kase.status === "in_progress";
  const after = isFirstFollowUp ? { ...kase, firstFollowUpAt: now } : kase;
  const payload = { noteId: note.noteId, audience: note.audience, isFirstFollowUp };
  return { after, events: [caseEvent("case.note-added", kase, payload)] };
};

/**
 * A pause stops both day limits, has a maximum, and stays visible as jeda. Both deadlines move at
 * once by the days that it is meant to cover, so that a held case does not read late.
 */
export const decideHold = (
  kase: Case,
  command: { readonly waitingFor: HoldReason; readonly until: Date; readonly noteId: string },
  now: Date,
  moved: MovedDeadline,
): Decision => {
  requireAction(kase, "hold");
  if (command.until <= now || command.until.getTime() > now.getTime() + maximumHoldDays * dayMs) {
    throw new DomainError("invalid", "HOLD_TOO_LONG", { days: maximumHoldDays });
  }
  const hold: Hold = {
    startedAt: now,
    endedAt: null,
    waitingFor: command.waitingFor,
    until: command.until,
  };
  const payload = {
    waitingFor: command.waitingFor,
    until: command.until.toISOString(),
    noteId: command.noteId,
  };
  return {
    after: { ...kase, status: "on_hold", ...bothMoved(kase, [...kase.holds, hold], moved) },
    events: [caseEvent("case.held", kase, payload)],
  };
};

/** Both deadlines as the holds leave them. */
const bothMoved = (kase: Case, holds: readonly Hold[], moved: MovedDeadline) => ({
  ...withHolds(kase, holds, moved),
  stageDueAt: moved(kase.stageStartedAt, kase.stageLimitDays, holds, "stage").dueAt,
});

/** Work goes on: both deadlines move by the days that the hold covered whole. */
export const decideResume = (
  kase: Case,
  command: { readonly bySystem: boolean },
  now: Date,
  moved: MovedDeadline,
): Decision => {
  requireAction(kase, "resume");
  const after: Case = {
    ...kase,
    status: "in_progress",
    ...bothMoved(kase, endHolds(kase.holds, now), moved),
  };
  return { after, events: [caseEvent("case.resumed", kase, { bySystem: command.bySystem })] };
};

/** An answer in three fields and one of five outcomes; then it is the village's turn to confirm. */
export const decideResolve = (
  kase: Case,
  command: {
    readonly outcome: Outcome;
    readonly answer: Answer;
    readonly onBehalf: boolean;
    readonly noteId?: string;
  },
  now: Date,
): Decision => {
  requireAction(kase, "resolve");
  const confirmBy = new Date(now.getTime() + confirmWindowDays * dayMs);
  const after: Case = {
    ...kase,
    status: "resolved",
    outcome: command.outcome,
    answer: command.answer,
    resolvedAt: now,
    confirmBy,
    firstFollowUpAt: kase.firstFollowUpAt ?? now,
    ...heldBy(confirmerOf(kase)),
    stageStartedAt: now,
    stageDueAt: confirmBy,
  };
  const payload = {
    outcome: command.outcome,
    onBehalf: command.onBehalf,
    ...(command.noteId ? { noteId: command.noteId } : {}),
  };
  return { after, events: [caseEvent("case.resolved", kase, payload)] };
};

/** The village says that it is settled. */
export const decideConfirm = (
  kase: Case,
  command: { readonly noteId?: string },
  now: Date,
): Decision => {
  requireAction(kase, "confirm");
  const payload = command.noteId ? { noteId: command.noteId } : {};
  return {
    after: ended(kase, "closed", now),
    events: [
      caseEvent("case.confirmed", kase, payload),
      caseEvent("case.closed", kase, { bySystem: false }),
    ],
  };
};

/** Not settled: back to the desk for a new routing, on the same total clock. */
export const decideReopen = (
  kase: Case,
  command: { readonly noteId: string },
  clock: StageClock,
): Decision => {
  requireAction(kase, "reopen");
  const after: Case = {
    ...kase,
    status: "reopened",
    ...heldBy(desk),
    outcome: null,
    answer: null,
    resolvedAt: null,
    confirmBy: null,
    ...startStage(clock, "verify"),
  };
  return { after, events: [caseEvent("case.reopened", kase, { noteId: command.noteId })] };
};

/** The window ended without a word, or the inspectorate settles a supervisory case. */
export const decideClose = (
  kase: Case,
  command: { readonly bySystem: boolean },
  now: Date,
): Decision => {
  requireAction(kase, "close", now);
  return {
    after: ended(kase, "closed", now),
    events: [caseEvent("case.closed", kase, { bySystem: command.bySystem })],
  };
};
