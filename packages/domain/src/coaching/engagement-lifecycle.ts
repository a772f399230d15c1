import { DomainError } from "../kernel/errors";
import { isAgreed } from "./agreement";
import type {
  CoachingEngagement,
  CoachingSession,
  Commitment,
  CommitmentStatus,
  EngagementStatus,
  Leadership,
} from "./model";

export const engagementMoves = ["start", "monitor", "complete", "lapse", "cancel"] as const;
export type EngagementMove = (typeof engagementMoves)[number];

interface Rule {
  readonly from: readonly EngagementStatus[];
  readonly to: EngagementStatus;
}

export const engagementRules: Readonly<Record<EngagementMove, Rule>> = {
  start: { from: ["planned"], to: "active" },
  monitor: { from: ["active"], to: "monitoring" },
  complete: { from: ["monitoring"], to: "completed" },
  lapse: { from: ["active", "monitoring"], to: "lapsed" },
  cancel: { from: ["planned", "active"], to: "cancelled" },
};

/** Sessions, plan and commitments are written while it runs. */
export const isRunningEngagement = (status: EngagementStatus): boolean =>
  ["planned", "active", "monitoring"].includes(status);

const ended: readonly CommitmentStatus[] = ["verified", "dropped"];
export const isOpenCommitment = (status: CommitmentStatus): boolean => !ended.includes(status);

/** Why a step cannot be taken; wording `coaching.obstacles.<code>`. */
export type CoachingObstacle =
  | "not-now"
  | "own"
  | "same-person"
  | "no-session"
  | "no-plan"
  | "commitments-open"
  | "attendance-missing"
  | "ended"
  | "too-early";

export const refuse = (move: string, obstacle: CoachingObstacle) =>
  new DomainError("conflict", "COACHING_STEP_NOT_NOW", { move, obstacle });

interface Around {
  readonly sessions: readonly Pick<CoachingSession, "status">[];
  readonly commitments: readonly Pick<Commitment, "status">[];
}

/** What stands in the way of a step of an engagement; null: nothing. */
export const engagementObstacle = (
  engagement: Pick<CoachingEngagement, "status" | "plan">,
  { sessions, commitments }: Around,
  move: EngagementMove,
): CoachingObstacle | null => {
  if (!engagementRules[move].from.includes(engagement.status)) return "not-now";
  if (move === "start") return sessions.length === 0 ? "no-session" : null;
  if (move === "monitor") {
    if (!sessions.some(({ status }) => status === "minutes_agreed")) return "no-session";
    return engagement.plan && isAgreed(engagement.plan.agreement) ? null : "no-plan";
  }
  if (move === "complete")
    return commitments.some(({ status }) => isOpenCommitment(status)) ? "commitments-open" : null;
  return null;
};

/** The engagement after a step. @throws conflict COACHING_STEP_NOT_NOW with what stands in the way */
export const decideEngagementMove = (
  engagement: CoachingEngagement,
  around: Around,
  { move, reason }: { readonly move: EngagementMove; readonly reason: string | null },
): CoachingEngagement => {
  const obstacle = engagementObstacle(engagement, around, move);
  if (obstacle) throw refuse(move, obstacle);
  const endReason = move === "lapse" || move === "cancel" ? reason : null;
  const { to: status } = engagementRules[move];
  return { ...engagement, status, endReason, version: engagement.version + 1 };
};

/**
 * The next camat takes over by name; those before stay. Open commitments of the one who left become the next
 * one's, with everything that was said about them. @throws conflict COACHING_STEP_NOT_NOW for one who leads already
 */
export const decideHandover = (
  engagement: CoachingEngagement,
  commitments: readonly Commitment[],
  next: Leadership,
): { readonly after: CoachingEngagement; readonly passed: readonly Commitment[] } => {
  const last = engagement.leaders.at(-1);
  if (!isRunningEngagement(engagement.status)) throw refuse("handover", "ended");
  if (last?.userId === next.userId) throw refuse("handover", "not-now");
  const passed = commitments
    .filter((one) => isOpenCommitment(one.status) && one.ownerId === last?.userId)
    .map((one) => ({
      ...one,
      ...{ ownerId: next.userId, ownerName: next.name, version: one.version + 1 },
    }));
  const leaders = [...engagement.leaders, next];
  return { after: { ...engagement, leaders, version: engagement.version + 1 }, passed };
};
