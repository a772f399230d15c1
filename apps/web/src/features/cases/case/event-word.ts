import { type CalendarCause, calendarCauses } from "@rembuk/domain/calendars/events";
import { type AmendedField, amendedFields, type CaseEventType } from "@rembuk/domain/cases/events";
import {
  type HoldReason,
  holdReasons,
  type NoteAudience,
  noteAudiences,
  type Outcome,
  outcomes,
  type RelayWay,
  relayWays,
} from "@rembuk/domain/cases/model";
import type { TimelineEntry } from "../case-data";

type Kind = "change" | "fact" | "escalation";
type Plain =
  | "opened"
  | "imported"
  | "triaged"
  | "completed"
  | "completedBehalf"
  | "lapsed"
  | "redirected"
  | "archived"
  | "cancelled"
  | "cancelledBehalf"
  | "merged"
  | "unmerged"
  | "joined"
  | "reportSettled"
  | "reportUnsettled"
  | "reportLeft"
  | "split"
  | "openedBySplit"
  | "accepted"
  | "acceptedBehalf"
  | "declined"
  | "resumed"
  | "resumedSystem"
  | "confirmed"
  | "reopened"
  | "closed"
  | "closedSystem"
  | "receiptRenewed"
  | "fileAdded"
  | "fileRemoved"
  | "fileRestored"
  | "tasksAdded"
  | "taskDone"
  | "taskReopened"
  | "relayMissed"
  | "nominated"
  | "nominationVerified"
  | "nominationDecided"
  | "nominationStopped"
  | "aidDelivered"
  | "resortTold"
  | "letterIssued"
  | "letterSigned"
  | "letterVoided"
  | "glassRevoked"
  | "anonymised"
  | "other";

/** What happens to a referral or an offered transfer; `code` is whom it was sent to. */
export type ReferralKey =
  | "referred"
  | "referralAccepted"
  | "referralDeclined"
  | "referralProgressed"
  | "referralDone"
  | "referralFailed"
  | "referralExpired"
  | "referralRevoked"
  | "referralWaived"
  | "referralLinkSent"
  | "referralLinkRevoked"
  | "transferProposed"
  | "transferAccepted"
  | "transferRejected"
  | "transferRevoked";

/** Key of the wording of an event, with the codes that it needs. */
export type EventWord = { readonly kind: Kind } & (
  | { readonly key: Plain }
  | {
      readonly key:
        | "routed"
        | "dispositionAsked"
        | "dispositionReturned"
        | "proposalWithdrawn"
        | "declinedBy"
        | "linkSent";
      readonly code: string;
    }
  | { readonly key: ReferralKey; readonly code: string }
  | { readonly key: "note" | "firstFollowUp"; readonly audience: NoteAudience }
  | { readonly key: "infoAsked" | "glassBroken"; readonly until: string }
  | { readonly key: "amended"; readonly fields: readonly AmendedField[]; readonly moved: boolean }
  | { readonly key: "relayed"; readonly how: RelayWay }
  | { readonly key: "held"; readonly reason: HoldReason; readonly until: string }
  | { readonly key: "resolved" | "resolvedBehalf"; readonly outcome: Outcome }
  | { readonly key: "overdue"; readonly clock: "total" | "stage" | "response" }
  | {
      readonly key: "recomputed";
      readonly cause: CalendarCause;
      readonly day: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly key: "escalated"; readonly level: "1" | "2" | "3" | "4" }
);

type Payload = TimelineEntry["payload"];
type Reader = (payload: Payload) => EventWord | null;

const oneOf = <Value extends string>(list: readonly Value[], value: unknown): Value | null =>
  list.find((one) => one === value) ?? null;

const dueOf = (facts: unknown): unknown =>
  facts !== null && typeof facts === "object" && "totalDueAt" in facts ? facts.totalDueAt : null;

const plain =
  (key: Plain, kind: Kind = "change"): Reader =>
  () => ({ key, kind });

const either =
  (flag: string, yes: Plain, no: Plain): Reader =>
  (payload) => ({ key: payload[flag] === true ? yes : no, kind: "change" });

const referral =
  (key: ReferralKey, kind: Kind = "change"): Reader =>
  ({ targetCode }) => ({ key, kind, code: String(targetCode) });

const readers: Record<CaseEventType, Reader> = {
  "case.opened": ({ splitFromId }) => ({
    key: typeof splitFromId === "string" ? "openedBySplit" : "opened",
    kind: "change",
  }),
  "case.merged": plain("merged"),
  "case.unmerged": plain("unmerged"),
  "case.joined": plain("joined", "fact"),
  "case.report-left": plain("reportLeft", "fact"),
  "case.report-judged": either("settled", "reportSettled", "reportUnsettled"),
  "case.split": plain("split", "fact"),
  "case.triaged": plain("triaged"),
  "case.info-asked": ({ until }) => ({ key: "infoAsked", kind: "change", until: String(until) }),
  "case.completed": either("onBehalf", "completedBehalf", "completed"),
  "case.lapsed": plain("lapsed"),
  "case.redirected": plain("redirected"),
  "case.archived": plain("archived"),
  "case.cancelled": either("onBehalf", "cancelledBehalf", "cancelled"),
  "case.amended": ({ fields, before, after }) => ({
    key: "amended",
    kind: "change",
    fields: amendedFields.filter((field) => Array.isArray(fields) && fields.includes(field)),
    moved: dueOf(before) !== dueOf(after),
  }),
  "case.disposition-asked": ({ target }) => ({
    key: "dispositionAsked",
    kind: "change",
    code: String(target),
  }),
  "case.disposition-returned": ({ target, withdrawn }) => ({
    key: withdrawn === true ? "proposalWithdrawn" : "dispositionReturned",
    kind: "change",
    code: String(target),
  }),
  "case.routed": ({ target }) => ({ key: "routed", kind: "change", code: String(target) }),
  "case.accepted": either("onBehalf", "acceptedBehalf", "accepted"),
  "case.declined": ({ by }) =>
    typeof by === "string"
      ? { key: "declinedBy", kind: "change", code: by }
      : { key: "declined", kind: "change" },
  "case.note-added": ({ audience, isFirstFollowUp }) => {
    const found = oneOf(noteAudiences, audience);
    const key = isFirstFollowUp === true ? "firstFollowUp" : "note";
    return found && { key, kind: "fact", audience: found };
  },
  "case.held": ({ waitingFor, until }) => {
    const reason = oneOf(holdReasons, waitingFor);
    return reason && { key: "held", kind: "change", reason, until: String(until) };
  },
  "case.resumed": either("bySystem", "resumedSystem", "resumed"),
  "case.resolved": ({ outcome, onBehalf }) => {
    const found = oneOf(outcomes, outcome);
    const key = onBehalf === true ? "resolvedBehalf" : "resolved";
    return found && { key, kind: "change", outcome: found };
  },
  "case.confirmed": plain("confirmed", "fact"),
  "case.reopened": plain("reopened"),
  "case.closed": either("bySystem", "closedSystem", "closed"),
  "case.overdue": ({ clock }) => {
    const found = oneOf(["total", "stage", "response"] as const, clock);
    return found && { key: "overdue", kind: "escalation", clock: found };
  },
  "case.escalated": ({ level }) => {
    const found = oneOf(["1", "2", "3", "4"] as const, String(level));
    return found && { key: "escalated", kind: "escalation", level: found };
  },
  "case.deadline-recomputed": ({ cause, day, ...due }) => {
    const found = oneOf(calendarCauses, cause);
    // The stage alone may have moved: its own days are another office's.
    const isTotal = due.totalFrom !== due.totalTo;
    const [from, to] = isTotal ? [due.totalFrom, due.totalTo] : [due.stageFrom, due.stageTo];
    return (
      found && {
        key: "recomputed",
        kind: "fact",
        cause: found,
        day: String(day),
        from: String(from),
        to: String(to),
      }
    );
  },
  "case.link-sent": ({ sectorCode }) => ({
    key: "linkSent",
    kind: "fact",
    code: String(sectorCode),
  }),
  "case.receipt-renewed": plain("receiptRenewed", "fact"),
  "case.imported": plain("imported", "fact"),
  "case.file-added": plain("fileAdded", "fact"),
  "case.file-removed": plain("fileRemoved", "fact"),
  "case.file-restored": plain("fileRestored", "fact"),
  "case.referred": referral("referred"),
  "case.referral-accepted": referral("referralAccepted"),
  "case.referral-declined": referral("referralDeclined"),
  "case.referral-progressed": referral("referralProgressed", "fact"),
  "case.referral-done": referral("referralDone"),
  "case.referral-failed": referral("referralFailed"),
  "case.referral-expired": referral("referralExpired", "escalation"),
  "case.referral-revoked": referral("referralRevoked"),
  "case.referral-waived": referral("referralWaived"),
  "case.referral-link-sent": referral("referralLinkSent", "fact"),
  "case.referral-link-revoked": referral("referralLinkRevoked", "fact"),
  "case.transfer-proposed": referral("transferProposed", "fact"),
  "case.transfer-accepted": referral("transferAccepted"),
  "case.transfer-rejected": referral("transferRejected"),
  "case.transfer-revoked": referral("transferRevoked"),
  "case.tasks-added": plain("tasksAdded", "fact"),
  "case.task-done": plain("taskDone", "fact"),
  "case.task-reopened": plain("taskReopened", "fact"),
  "case.relayed": ({ how }) => {
    const found = oneOf(relayWays, how);
    return found && { key: "relayed", kind: "fact", how: found };
  },
  "case.relay-missed": plain("relayMissed", "escalation"),
  "case.resort-told": plain("resortTold", "escalation"),
  "case.letter-issued": plain("letterIssued", "fact"),
  "case.letter-signed": plain("letterSigned", "fact"),
  "case.letter-voided": plain("letterVoided", "fact"),
  "case.anonymised": plain("anonymised"),
  "case.nominated": plain("nominated", "fact"),
  "case.nomination-verified": plain("nominationVerified", "fact"),
  "case.nomination-decided": plain("nominationDecided", "fact"),
  "case.nomination-stopped": plain("nominationStopped", "fact"),
  "case.aid-delivered": plain("aidDelivered", "fact"),
  "case.glass-broken": ({ until }) => ({
    key: "glassBroken",
    kind: "escalation",
    until: String(until),
  }),
  "case.glass-revoked": plain("glassRevoked", "fact"),
};

/** What an event says. Types of later versions read as "recorded" instead of breaking the page. */
export function eventWord(entry: Pick<TimelineEntry, "type" | "payload">): EventWord {
  const read = readers[entry.type as CaseEventType] as Reader | undefined;
  return read?.(entry.payload) ?? { key: "other", kind: "fact" };
}
