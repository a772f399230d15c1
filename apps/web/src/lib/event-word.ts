import type { CaseEventType } from "@rembuk/domain/cases/events";

/** Keys of the words of what happens to a case, in notices and in the trail alike. */
export const keyOfCaseEvent = {
  "case.opened": "opened",
  "case.triaged": "triaged",
  "case.info-asked": "infoAsked",
  "case.completed": "completed",
  "case.lapsed": "lapsed",
  "case.redirected": "redirected",
  "case.archived": "archived",
  "case.cancelled": "cancelled",
  "case.amended": "amended",
  "case.routed": "routed",
  "case.accepted": "accepted",
  "case.declined": "declined",
  "case.note-added": "noteAdded",
  "case.held": "held",
  "case.resumed": "resumed",
  "case.resolved": "resolved",
  "case.confirmed": "confirmed",
  "case.reopened": "reopened",
  "case.closed": "closed",
  "case.overdue": "overdue",
  "case.escalated": "escalated",
  "case.deadline-recomputed": "deadlineRecomputed",
  "case.link-sent": "linkSent",
  "case.receipt-renewed": "receiptRenewed",
} as const satisfies Record<CaseEventType, string>;
