import type { CaseEventType } from "../cases/events";
import type { Case } from "../cases/model";

/**
 * Who is told of an event of a case:
 * - desk: the triage officers of its kecamatan
 * - responsible: the named officer who stays from intake to closing
 * - holder: the persons of whoever holds it now
 * - agency: the sector or section that answered, also while another holds it again
 * - village: officers and head of its village
 * - sender: who entered it and who reported it
 * - leaders: the office on the rung that it rose to
 * - duty: who is on duty now, for an emergency outside office hours
 * - referred: whom the referral or the offered transfer of the event was sent to
 * - overseer: of a case opened by break-glass, the camat (of the camat's own opening the sekcam)
 * - opener: whose opening was ended
 * - carried: sender and village of each report that was merged into it, told on that report
 */
export const audiences = [
  "desk",
  "responsible",
  "holder",
  "agency",
  "village",
  "sender",
  "leaders",
  "duty",
  "referred",
  "carried",
  "overseer",
  "opener",
] as const;
export type Audience = (typeof audiences)[number];

export const notificationChannels = ["in-app", "email"] as const;
export type NotificationChannel = (typeof notificationChannels)[number];

/**
 * E-mail only. uncertain: it was handed over and nobody knows whether it arrived; an operator
 * decides, it is never sent again unasked. failed: it was surely not sent. off: no way out is set up.
 * withdrawn: before it left, its reader switched it off or lost the right to know. gathered: it waits
 * for its reader's daily digest. digested: it is a line of one, and that one's fate is its own.
 */
export const deliveries = [
  "pending",
  "sending",
  "sent",
  "uncertain",
  "failed",
  "off",
  "withdrawn",
  "gathered",
  "digested",
] as const;
export type Delivery = (typeof deliveries)[number];

/** What the wording of a notification needs. Nothing personal: of a secret case the number alone. */
export interface NotificationParams {
  readonly number: string;
  readonly categoryCode?: string;
  readonly villageCode?: string;
}

export const notificationParams = (kase: Case): NotificationParams =>
  kase.isSecret || kase.isSupervisory
    ? { number: kase.number }
    : { number: kase.number, categoryCode: kase.categoryCode, villageCode: kase.villageCode };

/** Passes quiet hours, for who lets emergencies pass: an opening lapses before many a night is over. */
export const isUrgent = (kind: NotificationKind, kase: Pick<Case, "isEmergency">): boolean =>
  kase.isEmergency || kind === "case.glass-broken";

/** A notification is named after the event that it tells of. */
export type NotificationKind = CaseEventType;
