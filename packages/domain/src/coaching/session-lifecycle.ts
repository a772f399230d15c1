import { agreementObstacle, isAgreed, withSignature } from "./agreement";
import { attendanceGaps } from "./attendance";
import { type CoachingObstacle, refuse } from "./engagement-lifecycle";
import {
  type Attendance,
  type CoachingBatch,
  type CoachingSession,
  noAgreement,
  type SessionMinutes,
  type SessionStatus,
  type Side,
  type Signature,
} from "./model";

export const sessionMoves = ["reschedule", "hold", "write", "agree", "miss"] as const;
export type SessionMove = (typeof sessionMoves)[number];

/** From where each step is taken. Minutes may be written again until both sides stand behind them. */
export const sessionRules: Readonly<Record<SessionMove, readonly SessionStatus[]>> = {
  reschedule: ["scheduled"],
  hold: ["scheduled"],
  write: ["held", "minutes_draft"],
  agree: ["minutes_draft"],
  miss: ["scheduled"],
};

export type SessionStep =
  | {
      readonly move: "reschedule";
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly place: string;
    }
  | { readonly move: "hold"; readonly attendance: Attendance }
  | { readonly move: "write"; readonly minutes: Omit<SessionMinutes, "agreement"> }
  | { readonly move: "agree"; readonly side: Side; readonly by: Signature }
  | { readonly move: "miss"; readonly reason: string };

type Batch = Pick<CoachingBatch, "institutions" | "team">;

/** What stands in the way of a step of a session; null: nothing. */
export const sessionObstacle = (
  session: CoachingSession,
  step: SessionStep,
  batch: Batch,
  now: Date,
): CoachingObstacle | null => {
  if (!sessionRules[step.move].includes(session.status)) return "not-now";
  if ((step.move === "hold" || step.move === "miss") && session.startsAt > now) return "too-early";
  if (step.move === "hold" && attendanceGaps(batch, step.attendance).length > 0)
    return "attendance-missing";
  return step.move === "agree" && session.minutes
    ? agreementObstacle(session.minutes.agreement, step.side, step.by.userId)
    : null;
};

const changedBy = (session: CoachingSession, step: SessionStep): Partial<CoachingSession> => {
  if (step.move === "reschedule")
    return { startsAt: step.startsAt, endsAt: step.endsAt, place: step.place };
  if (step.move === "hold") return { status: "held", attendance: step.attendance };
  if (step.move === "miss") return { status: "missed", missedReason: step.reason };
  // What was agreed were other words: both sides agree anew.
  if (step.move === "write")
    return { status: "minutes_draft", minutes: { ...step.minutes, agreement: noAgreement } };
  if (!session.minutes) return {};
  const agreement = withSignature(session.minutes.agreement, step.side, step.by);
  const status = isAgreed(agreement) ? "minutes_agreed" : "minutes_draft";
  return { status, minutes: { ...session.minutes, agreement } };
};

/** The session after a step. @throws conflict COACHING_STEP_NOT_NOW with what stands in the way */
export const decideSessionStep = (
  session: CoachingSession,
  step: SessionStep,
  batch: Batch,
  now: Date,
): CoachingSession => {
  const obstacle = sessionObstacle(session, step, batch, now);
  if (obstacle) throw refuse(step.move, obstacle);
  return { ...session, ...changedBy(session, step), version: session.version + 1 };
};

/** An idea of the agreed minutes that became an innovation. @throws conflict COACHING_STEP_NOT_NOW */
export const decideIdea = (
  session: CoachingSession,
  ideaId: string,
  innovationId: string,
): CoachingSession => {
  const { minutes } = session;
  const isOpen = minutes?.ideas.some((one) => one.id === ideaId && one.innovationId === null);
  if (!minutes || !isOpen || session.status !== "minutes_agreed") throw refuse("idea", "not-now");
  const ideas = minutes.ideas.map((one) => (one.id === ideaId ? { ...one, innovationId } : one));
  return { ...session, minutes: { ...minutes, ideas }, version: session.version + 1 };
};
