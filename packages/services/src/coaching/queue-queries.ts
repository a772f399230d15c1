import { canOnEngagement, permissionOfSide } from "@rembuk/domain/coaching/access";
import { agreementObstacle } from "@rembuk/domain/coaching/agreement";
import { commitmentObstacle } from "@rembuk/domain/coaching/commitment-lifecycle";
import { isRunningEngagement } from "@rembuk/domain/coaching/engagement-lifecycle";
import {
  type Agreement,
  type CoachingEngagement,
  type CoachingSession,
  type Commitment,
  sides,
} from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { isLate } from "./batch-queries";
import { findCommitments } from "./commitment-store";
import { coachingScope, placeNames } from "./scope-queries";
import { findEngagements, findSessions } from "./store";

/** What can wait for a person in coaching; wording `coaching.queue.kinds.<kind>`. */
export type WaitingKind =
  | "hold-session"
  | "write-minutes"
  | "agree-minutes"
  | "agree-plan"
  | "agree-commitment"
  | "show-evidence"
  | "check-evidence"
  | "chase-late";

export interface WaitingItem {
  readonly key: string;
  readonly kind: WaitingKind;
  readonly engagementId: string;
  readonly placeName: string;
  /** What it is about; empty where the kind says it. */
  readonly text: string;
  /** The day from which it is late; null: without one. */
  readonly dueOn: string | null;
  readonly isLate: boolean;
}
type Bare = Omit<WaitingItem, "placeName" | "engagementId">;

const signs = (ctx: ServiceContext, engagement: CoachingEngagement, agreement: Agreement) =>
  sides.some(
    (side) =>
      canOnEngagement(ctx.actor, permissionOfSide[side], engagement) &&
      agreementObstacle(agreement, side, ctx.actor.userId) === null,
  );

const ofSession = (
  ctx: ServiceContext,
  engagement: CoachingEngagement,
  session: CoachingSession,
): readonly Bare[] => {
  const { id, status, minutes, place: text } = session;
  const day = officeToday(session.startsAt);
  const coaches = canOnEngagement(ctx.actor, "coaching.coach", engagement);
  const isLateFrom = day < officeToday(ctx.now());
  const item = (kind: WaitingKind): readonly Bare[] => [
    { key: `${kind}/${id}`, kind, text, dueOn: day, isLate: isLateFrom },
  ];
  if (coaches && status === "scheduled" && session.endsAt <= ctx.now()) return item("hold-session");
  if (coaches && status === "held") return item("write-minutes");
  return status === "minutes_draft" && minutes && signs(ctx, engagement, minutes.agreement)
    ? item("agree-minutes")
    : [];
};

const ofCommitment = (
  ctx: ServiceContext,
  engagement: CoachingEngagement,
  commitment: Commitment,
): readonly Bare[] => {
  const { id, text, dueOn, status, ownerId } = commitment;
  const me = ctx.actor.userId;
  const late = isLate(commitment, officeToday(ctx.now()));
  const item = (kind: WaitingKind): readonly Bare[] => [
    { key: `${kind}/${id}`, kind, text, dueOn, isLate: late },
  ];
  const holds = (permission: "coaching.agree" | "coaching.coach") =>
    canOnEngagement(ctx.actor, permission, engagement);
  if (status === "proposed" && holds("coaching.agree"))
    return commitmentObstacle(commitment, "agree", me) === null ? item("agree-commitment") : [];
  if (["agreed", "in_progress", "overdue", "returned"].includes(status)) {
    if (ownerId === me) return item("show-evidence");
    return late && (holds("coaching.coach") || holds("coaching.agree")) ? item("chase-late") : [];
  }
  return status === "evidence_submitted" &&
    holds("coaching.coach") &&
    commitmentObstacle(commitment, "verify", me) === null
    ? item("check-evidence")
    : [];
};

const ofEngagement = (ctx: ServiceContext, engagement: CoachingEngagement): readonly Bare[] => {
  const { id, plan } = engagement;
  if (!plan || !signs(ctx, engagement, plan.agreement)) return [];
  return [{ key: `agree-plan/${id}`, kind: "agree-plan", text: "", dueOn: null, isLate: false }];
};

/** Late first, then by day; what has no day comes last. */
const inOrder = (a: WaitingItem, b: WaitingItem): number =>
  Number(b.isLate) - Number(a.isLate) ||
  (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9") ||
  a.key.localeCompare(b.key);

/** Everything in coaching that waits for the reader, late first. @throws forbidden */
export const listWaiting = async (ctx: ServiceContext): Promise<readonly WaitingItem[]> => {
  requireHeld(ctx, "coaching.read");
  const found = await inTransaction(ctx, async (tx) => {
    const readable = await findEngagements(tx, { OR: coachingScope(ctx.actor) });
    const engagements = readable.filter(({ status }) => isRunningEngagement(status));
    const ids = engagements.map(({ id }) => id);
    const status = { notIn: ["verified", "dropped"] };
    return {
      engagements,
      sessions: await findSessions(tx, ids),
      commitments: await findCommitments(tx, { engagementId: { in: ids }, status }, 2_000),
    };
  });
  const name = await placeNames(
    ctx,
    found.engagements.map(({ subdistrictCode }) => subdistrictCode),
  );
  const items = found.engagements.flatMap((engagement) => {
    const own = <One extends { readonly engagementId: string }>(all: readonly One[]) =>
      all.filter(({ engagementId }) => engagementId === engagement.id);
    return [
      ...ofEngagement(ctx, engagement),
      ...own(found.sessions).flatMap((one) => ofSession(ctx, engagement, one)),
      ...own(found.commitments).flatMap((one) => ofCommitment(ctx, engagement, one)),
    ].map(
      (one): WaitingItem => ({
        ...{ ...one, engagementId: engagement.id, placeName: name(engagement.subdistrictCode) },
      }),
    );
  });
  return items.sort(inOrder);
};

export interface AgendaEntry {
  readonly sessionId: string;
  readonly engagementId: string;
  readonly placeName: string;
  readonly status: CoachingSession["status"];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly version: number;
}

/** Sessions that the reader has a part in, earliest first. @throws forbidden */
export const listAgenda = async (ctx: ServiceContext): Promise<readonly AgendaEntry[]> => {
  requireHeld(ctx, "coaching.read");
  const { engagements, sessions } = await inTransaction(ctx, async (tx) => {
    const all = await findEngagements(tx, { OR: coachingScope(ctx.actor) });
    const found = await findSessions(
      tx,
      all.map(({ id }) => id),
    );
    return { engagements: all, sessions: found };
  });
  const name = await placeNames(
    ctx,
    engagements.map(({ subdistrictCode }) => subdistrictCode),
  );
  return [...sessions]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, engagementId, subdistrictCode, status, startsAt, endsAt, place, version }) => ({
      ...{ sessionId: id, engagementId, placeName: name(subdistrictCode) },
      ...{ status, startsAt, endsAt, place, version },
    }));
};
