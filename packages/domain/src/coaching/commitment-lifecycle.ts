import { addDays, localDate } from "../calendars/local-date";
import { type CoachingObstacle, isOpenCommitment, refuse } from "./engagement-lifecycle";
import type { Commitment, CommitmentEvidence, CommitmentStatus } from "./model";

export const commitmentMoves = ["agree", "start", "submit", "verify", "return", "drop"] as const;
export type CommitmentMove = (typeof commitmentMoves)[number];

interface Rule {
  readonly from: readonly CommitmentStatus[];
  readonly to: CommitmentStatus;
}

export const commitmentRules: Readonly<Record<CommitmentMove, Rule>> = {
  agree: { from: ["proposed"], to: "agreed" },
  start: { from: ["agreed", "returned"], to: "in_progress" },
  submit: { from: ["agreed", "in_progress", "overdue", "returned"], to: "evidence_submitted" },
  verify: { from: ["evidence_submitted"], to: "verified" },
  return: { from: ["evidence_submitted"], to: "returned" },
  drop: {
    from: ["proposed", "agreed", "in_progress", "overdue", "evidence_submitted", "returned"],
    to: "dropped",
  },
};

export type CommitmentStep =
  | { readonly move: "agree" | "start" | "verify" }
  | { readonly move: "submit"; readonly note: string; readonly link: string | null }
  | { readonly move: "return" | "drop"; readonly reason: string };

/** What stands in the way of a step; null: nothing. Nobody agrees to, verifies or drops what is their own. */
export const commitmentObstacle = (
  { status, proposedById, ownerId, evidence }: Commitment,
  move: CommitmentMove,
  actorId: string,
): CoachingObstacle | null => {
  if (!commitmentRules[move].from.includes(status)) return "not-now";
  if (move === "agree") return proposedById === actorId ? "own" : null;
  if (move === "drop") return ownerId === actorId ? "own" : null;
  const isJudging = move === "verify" || move === "return";
  return isJudging && [ownerId, evidence?.byId].includes(actorId) ? "own" : null;
};

const waitsAnew = (today: string) => ({ waitsSince: today, remindedOn: null, alertedOn: null });

const changedBy = (
  step: CommitmentStep,
  actorId: string,
  { today, now }: { readonly today: string; readonly now: Date },
): Partial<Commitment> => {
  if (step.move === "agree") return { agreedById: actorId, ...waitsAnew(today) };
  if (step.move === "submit") {
    const evidence: CommitmentEvidence = {
      ...{ note: step.note, link: step.link, byId: actorId, at: now },
    };
    return { evidence, waitsSince: null };
  }
  if (step.move === "verify") return { verifiedById: actorId };
  if (step.move === "return") return { returnedReason: step.reason, ...waitsAnew(today) };
  return step.move === "drop" ? { droppedReason: step.reason, waitsSince: null } : {};
};

/** The commitment after a step. @throws conflict COACHING_STEP_NOT_NOW with what stands in the way */
export const decideCommitmentStep = (
  commitment: Commitment,
  step: CommitmentStep,
  actorId: string,
  at: { readonly today: string; readonly now: Date },
): Commitment => {
  const obstacle = commitmentObstacle(commitment, step.move, actorId);
  if (obstacle) throw refuse(step.move, obstacle);
  const { to: status } = commitmentRules[step.move];
  return {
    ...commitment,
    ...changedBy(step, actorId, at),
    ...{ status, version: commitment.version + 1 },
  };
};

/** Days without evidence after which its owner is reminded, and after which coach and camat are told. */
export const reminderDays = 30;
export const alertDays = 37;

const after = (day: string, days: number): string => addDays(localDate(day), days);

/** The day on which the owner is reminded and the one on which coach and camat are told; null: nobody waits. */
export const waitingDays = ({ waitsSince }: Pick<Commitment, "waitsSince">) =>
  waitsSince === null
    ? null
    : { remindsOn: after(waitsSince, reminderDays), alertsOn: after(waitsSince, alertDays) };

export type Chase = "overdue" | "reminded" | "alerted";

/**
 * What the worker finds to do about a commitment today, each at most once until its evidence is waited for anew;
 * null: nothing. A worker that stood still for weeks does both. Day 0 is the day it was agreed or returned.
 */
export const decideChase = (
  commitment: Commitment,
  today: string,
): { readonly after: Commitment; readonly done: readonly Chase[] } | null => {
  const days = waitingDays(commitment);
  if (!days) return null;
  const isLate = commitment.dueOn < today && ["agreed", "in_progress"].includes(commitment.status);
  const isReminded = commitment.remindedOn === null && days.remindsOn <= today;
  const isAlerted = commitment.alertedOn === null && days.alertsOn <= today;
  const done: Chase[] = [
    ...(isLate ? (["overdue"] as const) : []),
    ...(isReminded ? (["reminded"] as const) : []),
    ...(isAlerted ? (["alerted"] as const) : []),
  ];
  if (done.length === 0) return null;
  return {
    done,
    after: {
      ...commitment,
      ...(isLate ? { status: "overdue" as const } : {}),
      ...(isReminded ? { remindedOn: today } : {}),
      ...(isAlerted ? { alertedOn: today } : {}),
      version: commitment.version + 1,
    },
  };
};

/** A case that the commitment opened. @throws conflict COACHING_STEP_NOT_NOW when it ended or has one */
export const decideCaseLink = (commitment: Commitment, caseId: string): Commitment => {
  if (!isOpenCommitment(commitment.status) || commitment.caseId !== null)
    throw refuse("case", "not-now");
  return { ...commitment, caseId, version: commitment.version + 1 };
};
