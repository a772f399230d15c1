import type { Actor } from "../access/actor";
import { canOnInnovation } from "../innovations/access";
import type { InnovationEventPayloads } from "../innovations/events";
import { isOwnInnovation } from "../innovations/lifecycle";
import type { Innovation, ReportStatus } from "../innovations/model";
import type { KindGroup, Preferences } from "./preferences";
import type { Sought } from "./recipients";

/** What is told of the report of an innovation, in the app. */
export const innovationNoticeKinds = [
  "innovation.to-verify",
  "innovation.returned",
  "innovation.to-endorse",
  "innovation.to-review",
  "innovation.sent",
  "innovation.review-due",
] as const;
export type InnovationNoticeKind = (typeof innovationNoticeKinds)[number];

const ofStatus: Partial<Record<ReportStatus, InnovationNoticeKind>> = {
  submitted: "innovation.to-verify",
  returned: "innovation.returned",
  validated: "innovation.to-endorse",
  endorsed: "innovation.to-review",
  sent: "innovation.sent",
};

/** The notice that follows from an event; null: nobody is told. */
export const innovationNoticeOf = (type: string, payload: object): InnovationNoticeKind | null =>
  type === "review.opened"
    ? "innovation.review-due"
    : type === "innovation.moved"
      ? (ofStatus[(payload as InnovationEventPayloads["innovation.moved"]).to] ?? null)
      : null;

/** Whose turn it is now, or whose report it was. */
export const soughtForInnovation = (
  kind: InnovationNoticeKind,
  { subdistrictCode, createdById }: Innovation,
): Sought => {
  const areaCode = subdistrictCode;
  if (kind === "innovation.returned" || kind === "innovation.sent")
    return { userIds: [createdById], places: [] };
  if (kind === "innovation.review-due")
    return { userIds: [createdById], places: [{ roles: ["subdistrict-head"], areaCode }] };
  if (kind === "innovation.to-review")
    return {
      userIds: [],
      places: [{ roles: ["innovation-verifier"], areaCode: areaCode.slice(0, 5) }],
    };
  if (kind === "innovation.to-endorse")
    return { userIds: [], places: [{ roles: ["subdistrict-head"], areaCode }] };
  return {
    userIds: [],
    places: [{ roles: ["subdistrict-secretary", "subdistrict-head"], areaCode }],
  };
};

const groupOf: Readonly<Record<InnovationNoticeKind, KindGroup>> = {
  "innovation.to-verify": "turn",
  "innovation.returned": "turn",
  "innovation.to-endorse": "turn",
  "innovation.to-review": "turn",
  "innovation.sent": "progress",
  "innovation.review-due": "turn",
};

/** Reads it, did not do it, may act where a turn is told, and has not switched such news off. */
export const isToldOfInnovation = (
  actor: Actor,
  innovation: Innovation,
  {
    kind,
    actorId,
    muted,
  }: { kind: InnovationNoticeKind; actorId: string } & Pick<Preferences, "muted">,
): boolean => {
  const group = groupOf[kind];
  const isMuted = group !== "turn" && muted.some((one) => one === `${group}/in-app`);
  // Who works on it may not judge it: it is not their turn.
  const isJudged = kind.startsWith("innovation.to-");
  if (isJudged && isOwnInnovation(innovation, actor.userId)) return false;
  return (
    actor.userId !== actorId && !isMuted && canOnInnovation(actor, "innovation.read", innovation)
  );
};
