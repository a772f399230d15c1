import type { Actor } from "../access/actor";
import { canOnEngagement } from "../coaching/access";
import type { CoachingEventPayloads, CoachingEventType } from "../coaching/events";
import type { CoachingEngagement, Commitment } from "../coaching/model";
import type { KindGroup, Preferences } from "./preferences";
import type { Sought } from "./recipients";

/** What is told of coaching, in the app. */
export const coachingNoticeKinds = [
  "coaching.reminded",
  "coaching.late",
  "coaching.to-agree",
  "coaching.to-verify",
  "coaching.returned",
  "coaching.handed-over",
] as const;
export type CoachingNoticeKind = (typeof coachingNoticeKinds)[number];

/** The notice that follows from an event; null: nobody is told. */
export const coachingNoticeOf = (type: string, payload: object): CoachingNoticeKind | null => {
  const event = type as CoachingEventType;
  if (event === "coaching.commitment-reminded") return "coaching.reminded";
  if (event === "coaching.commitment-alerted") return "coaching.late";
  if (event === "coaching.handed-over") return "coaching.handed-over";
  if (event === "coaching.session-changed") {
    const { to } = payload as CoachingEventPayloads["coaching.session-changed"];
    return to === "minutes_draft" ? "coaching.to-agree" : null;
  }
  if (event !== "coaching.commitment-moved") return null;
  const { to } = payload as CoachingEventPayloads["coaching.commitment-moved"];
  if (to === "proposed") return "coaching.to-agree";
  if (to === "evidence_submitted") return "coaching.to-verify";
  return to === "returned" ? "coaching.returned" : null;
};

/** Whose turn it is now; coaches are named by the engagement, the camat by the place. */
export const soughtForCoaching = (
  kind: CoachingNoticeKind,
  { subdistrictCode, coachIds, leaders }: CoachingEngagement,
  commitment: Pick<Commitment, "ownerId"> | null,
): Sought => {
  const camat = [{ roles: ["subdistrict-head"] as const, areaCode: subdistrictCode }];
  const owner = commitment ? [commitment.ownerId] : [];
  if (kind === "coaching.reminded" || kind === "coaching.returned")
    return { userIds: owner, places: [] };
  if (kind === "coaching.late") return { userIds: coachIds, places: camat };
  if (kind === "coaching.to-verify") return { userIds: coachIds, places: [] };
  if (kind === "coaching.handed-over")
    return { userIds: leaders.slice(-1).map(({ userId }) => userId), places: [] };
  return { userIds: commitment ? [] : coachIds, places: camat };
};

const groupOf: Readonly<Record<CoachingNoticeKind, KindGroup>> = {
  "coaching.reminded": "turn",
  "coaching.late": "turn",
  "coaching.to-agree": "turn",
  "coaching.to-verify": "turn",
  "coaching.returned": "turn",
  "coaching.handed-over": "turn",
};

/** Reads it, did not do it, and has not switched such news off. */
export const isToldOfCoaching = (
  actor: Actor,
  engagement: CoachingEngagement,
  {
    kind,
    actorId,
    muted,
  }: { kind: CoachingNoticeKind; actorId: string } & Pick<Preferences, "muted">,
): boolean => {
  const group = groupOf[kind];
  const isMuted = group !== "turn" && muted.some((one) => one === `${group}/in-app`);
  return (
    actor.userId !== actorId && !isMuted && canOnEngagement(actor, "coaching.read", engagement)
  );
};
