import type { CaseEventType } from "@rembuk/domain/cases/events";
import type { CoachingNoticeKind } from "@rembuk/domain/notifications/coaching-notices";
import type { InnovationNoticeKind } from "@rembuk/domain/notifications/innovation-notices";
import type { NotificationKind, NotificationParams } from "@rembuk/domain/notifications/model";
import { noticePath } from "@rembuk/domain/notifications/notice-path";
import type { QuarantineNoticeKind } from "@rembuk/domain/notifications/quarantine-notices";
import type { TripNoticeKind } from "@rembuk/domain/notifications/trip-notices";
import { type PostponeReason, postponeReasons } from "@rembuk/domain/trips/model";
import { keyOfCaseEvent } from "@/lib/event-word";

/** Keys of `notices.kinds`; "other" for kinds that a later version may send. */
export type NoticeKey =
  | (typeof keyOfCaseEvent)[CaseEventType]
  | (typeof keyOfTripNotice)[TripNoticeKind]
  | (typeof keyOfInnovationNotice)[InnovationNoticeKind]
  | (typeof keyOfCoachingNotice)[CoachingNoticeKind]
  | (typeof keyOfQuarantineNotice)[QuarantineNoticeKind]
  | "other";

const keyOfTripNotice = {
  "trip.time-asked": "tripTimeAsked",
  "trip.departed": "tripDeparted",
  "trip.postponed": "tripPostponed",
  "trip.cancelled": "tripCancelled",
} as const satisfies Record<TripNoticeKind, string>;

const keyOfInnovationNotice = {
  "innovation.to-verify": "innovationToVerify",
  "innovation.returned": "innovationReturned",
  "innovation.to-endorse": "innovationToEndorse",
  "innovation.to-review": "innovationToReview",
  "innovation.sent": "innovationSent",
  "innovation.review-due": "innovationReviewDue",
} as const satisfies Record<InnovationNoticeKind, string>;

const keyOfCoachingNotice = {
  "coaching.reminded": "coachingReminded",
  "coaching.late": "coachingLate",
  "coaching.to-agree": "coachingToAgree",
  "coaching.to-verify": "coachingToVerify",
  "coaching.returned": "coachingReturned",
  "coaching.handed-over": "coachingHandedOver",
} as const satisfies Record<CoachingNoticeKind, string>;

const keyOfQuarantineNotice = {
  "quarantine.waits": "quarantineWaits",
} as const satisfies Record<QuarantineNoticeKind, string>;

const keyOfNotice: Readonly<Record<string, NoticeKey>> = {
  ...keyOfCaseEvent,
  ...keyOfTripNotice,
  ...keyOfInnovationNotice,
  ...keyOfCoachingNotice,
  ...keyOfQuarantineNotice,
};

export const noticeKey = (kind: string): NoticeKey => keyOfNotice[kind] ?? "other";

/** late: a clock ran out or the case rose; turn: somebody is asked; fact: so that one knows. */
export type NoticeTone = "late" | "turn" | "fact";

const turns = new Set<NoticeKey>([
  "opened",
  "infoAsked",
  "completed",
  "dispositionAsked",
  "dispositionReturned",
  "routed",
  "declined",
  "resolved",
  "reopened",
  "resumed",
  "referred",
  "referralDeclined",
  "referralFailed",
  "referralExpired",
  "transferProposed",
  "relayMissed",
  "tripTimeAsked",
  "innovationToVerify",
  "innovationReturned",
  "innovationToEndorse",
  "innovationToReview",
  "innovationReviewDue",
  "coachingReminded",
  "coachingToAgree",
  "coachingToVerify",
  "coachingReturned",
  "quarantineWaits",
]);
const late = new Set<NoticeKey>([
  "overdue",
  "escalated",
  "resortTold",
  "glassBroken",
  "coachingLate",
]);
export function noticeTone(key: NoticeKey): NoticeTone {
  if (late.has(key)) return "late";
  return turns.has(key) ? "turn" : "fact";
}

/** Where a notice leads; null when its subject has no page. */
export function noticeHref(subject: string, kind: string): string | null {
  if (subject === "quarantine") return "/perangkat/karantina";
  const tripId = /^trip\/([0-9a-f-]{36})$/.exec(subject)?.[1];
  if (tripId) return `/kunjungan/${tripId}`;
  const innovationId = /^innovation\/([0-9a-f-]{36})$/.exec(subject)?.[1];
  if (innovationId) return `/inovasi/${innovationId}`;
  const engagementId = /^coaching\/([0-9a-f-]{36})$/.exec(subject)?.[1];
  if (engagementId) return `/pembinaan/${engagementId}`;
  const id = /^case\/([0-9a-f-]{36})$/.exec(subject)?.[1];
  return id ? noticePath(kind as NotificationKind, id) : null;
}

/** The parameters of a notice; of a secret case there is the number alone. */
export function noticeParams(params: Readonly<Record<string, unknown>>): NotificationParams {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const categoryCode = text(params.categoryCode);
  const villageCode = text(params.villageCode);
  return {
    number: text(params.number) ?? "",
    ...(categoryCode ? { categoryCode } : {}),
    ...(villageCode ? { villageCode } : {}),
  };
}

/** First day of a trip that is told of, and why it waits; null for a notice of a case. */
export function tripFacts(notice: {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}): { readonly day: string; readonly reason: PostponeReason | null } | null {
  const { day, reason } = notice.params;
  if (!(notice.kind in keyOfTripNotice) || typeof day !== "string") return null;
  return { day, reason: postponeReasons.find((one) => one === reason) ?? null };
}

/** The innovation, or the matter of coaching, that is told of; null for another notice. */
export function innovationName(notice: {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}): string | null {
  const { name } = notice.params;
  const isNamed = notice.kind in keyOfInnovationNotice || notice.kind in keyOfCoachingNotice;
  return isNamed && typeof name === "string" ? name : null;
}
