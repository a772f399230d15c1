/** Keys of `audit.types`; "other" for what a later version may record. */
const keyOfType: Readonly<Record<string, string>> = {
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
  "case.link-sent": "linkSent",
  "case.receipt-renewed": "receiptRenewed",
  "staff.user-invited": "userInvited",
  "staff.role-assigned": "roleAssigned",
  "staff.assignment-ended": "assignmentEnded",
  "staff.password-reset": "passwordReset",
  "staff.user-disabled": "userDisabled",
  "staff.device-revoked": "deviceRevoked",
  "staff.device-registered": "deviceRegistered",
  "read-secret": "readSecret",
  "reveal-person": "revealPerson",
  "audited-read": "auditedRead",
  "link-read": "linkRead",
};

export const auditTypes: readonly string[] = [...new Set(Object.values(keyOfType))];

/** The key of the words of an event's type or of a logged read. */
export const auditKey = (type: string): string => keyOfType[type] ?? "other";
