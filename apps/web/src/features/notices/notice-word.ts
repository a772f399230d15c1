import type { CaseEventType } from "@rembuk/domain/cases/events";
import type { NotificationKind, NotificationParams } from "@rembuk/domain/notifications/model";
import { noticePath } from "@rembuk/domain/notifications/notice-path";
import { keyOfCaseEvent } from "@/lib/event-word";

/** Keys of `notices.kinds`; "other" for kinds that a later version may send. */
export type NoticeKey = (typeof keyOfCaseEvent)[CaseEventType] | "other";

export const noticeKey = (kind: string): NoticeKey =>
  (keyOfCaseEvent as Readonly<Record<string, NoticeKey>>)[kind] ?? "other";

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
]);
const late = new Set<NoticeKey>(["overdue", "escalated", "resortTold", "glassBroken"]);
export function noticeTone(key: NoticeKey): NoticeTone {
  if (late.has(key)) return "late";
  return turns.has(key) ? "turn" : "fact";
}

/** Where a notice leads; null when its subject is no case. */
export function noticeHref(subject: string, kind: string): string | null {
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

/** What a badge prints: "9+" from ten on, nothing for none. */
export const badgeText = (unread: number): string | undefined =>
  unread === 0 ? undefined : unread > 9 ? "9+" : String(unread);
