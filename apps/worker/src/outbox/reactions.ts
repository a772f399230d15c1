import type { AidEventType } from "@rembuk/domain/aid/events";
import type { RegistryEventType } from "@rembuk/domain/beneficiaries/events";
import type { CalendarEventType } from "@rembuk/domain/calendars/events";
import type { CaseEventType } from "@rembuk/domain/cases/events";
import type { RetentionEventType } from "@rembuk/domain/cases/retention-events";
import type { RuleEventType } from "@rembuk/domain/cases/rule-events";
import type { CoachingEventType } from "@rembuk/domain/coaching/events";
import type { DocumentEventType } from "@rembuk/domain/documents/events";
import type { HandoverEventType } from "@rembuk/domain/handovers/events";
import type { InnovationEventType, YearEventType } from "@rembuk/domain/innovations/events";
import type { LetterEventType } from "@rembuk/domain/letters/events";
import type { MeetingEventType } from "@rembuk/domain/meetings/events";
import type { OnboardingEventType } from "@rembuk/domain/onboarding/events";
import type { PaperEventType } from "@rembuk/domain/reports/events";
import type { StaffEventType } from "@rembuk/domain/staff/events";
import type { InstallationEventType } from "@rembuk/domain/staff/installation";
import type { OrganizationEventType } from "@rembuk/domain/staff/organization-events";
import type { CriteriaEventType, ReviewEventType } from "@rembuk/domain/sustainability/events";
import type { TripEventType } from "@rembuk/domain/trips/events";
import type { VillageEventType } from "@rembuk/domain/trips/village-facts";
import type { JobName } from "../jobs/job-names";

/**
 * What follows from each event. A new type without an answer does not compile. Who of an audience is
 * really told is decided on the case as it then stands: a supervisory case reaches the inspectorate
 * alone, whatever is listed here.
 */
const reactions = {
  "case.opened": ["notify-desk", "notify-responsible", "notify-holder", "notify-duty"],
  // Of long ago: nobody is told.
  "case.imported": [],
  "case.triaged": ["notify-responsible", "notify-duty"],
  "case.info-asked": ["notify-village", "notify-sender"],
  "case.completed": ["notify-desk", "notify-responsible"],
  "case.lapsed": ["notify-sender", "notify-responsible"],
  "case.redirected": ["notify-village", "notify-sender"],
  "case.archived": ["notify-sender", "notify-responsible"],
  "case.cancelled": ["notify-desk", "notify-responsible", "notify-village", "notify-sender"],
  "case.amended": ["notify-holder", "notify-responsible"],
  "case.merged": [
    ...(["notify-sender", "notify-village", "notify-carried"] as const),
    "notify-responsible",
  ],
  "case.unmerged": ["notify-desk", "notify-responsible", "notify-village", "notify-sender"],
  "case.joined": ["notify-holder", "notify-responsible"],
  "case.report-left": ["notify-holder", "notify-responsible"],
  // Unsettled, the carrying case is reopened, and that is told.
  "case.report-judged": ["notify-responsible"],
  "case.split": ["notify-holder", "notify-responsible", "notify-village", "notify-sender"],
  "case.disposition-asked": ["notify-holder"],
  "case.disposition-returned": ["notify-desk"],
  "case.routed": ["notify-holder", "notify-duty"],
  "case.accepted": ["notify-responsible", "notify-desk"],
  "case.declined": ["notify-responsible", "notify-desk"],
  "case.note-added": ["notify-holder", "notify-responsible", "notify-village", "notify-sender"],
  "case.held": ["notify-responsible"],
  "case.resumed": ["notify-holder", "notify-responsible"],
  "case.resolved": ["notify-village", "notify-sender", "notify-carried"],
  "case.confirmed": ["notify-responsible"],
  "case.reopened": ["notify-desk", "notify-responsible", "notify-agency"],
  "case.closed": ["notify-sender", "notify-carried"],
  "case.overdue": ["notify-holder", "notify-responsible"],
  "case.escalated": ["notify-leaders"],
  "case.deadline-recomputed": [],
  "case.link-sent": [],
  "case.receipt-renewed": [],
  // A dozen photographs would be a dozen notices: who opens the case sees them, live.
  "case.file-added": [],
  "case.file-removed": [],
  "case.file-restored": [],
  // Carried through the open cases by a schedule, in batches.
  "calendar.day-added": [],
  "calendar.day-withdrawn": [],
  "calendar.hours-added": [],
  "calendar.hours-withdrawn": [],
  "case.referred": ["notify-referred"],
  "case.referral-accepted": ["notify-responsible", "notify-holder"],
  "case.referral-declined": ["notify-responsible", "notify-holder", "notify-desk"],
  "case.referral-progressed": ["notify-responsible", "notify-holder"],
  "case.referral-done": ["notify-responsible", "notify-holder"],
  "case.referral-failed": ["notify-responsible", "notify-holder", "notify-desk"],
  "case.referral-expired": ["notify-responsible", "notify-holder", "notify-desk"],
  "case.referral-revoked": ["notify-referred"],
  "case.referral-waived": ["notify-responsible", "notify-holder"],
  "case.referral-link-sent": [],
  "case.referral-link-revoked": [],
  "case.transfer-proposed": ["notify-referred"],
  "case.transfer-accepted": ["notify-responsible", "notify-village"],
  "case.transfer-rejected": ["notify-desk", "notify-responsible"],
  "case.transfer-revoked": ["notify-referred"],
  "case.tasks-added": [],
  "case.task-done": [],
  "case.task-reopened": [],
  "case.relayed": ["notify-responsible"],
  "case.relay-missed": ["notify-village"],
  "case.resort-told": ["notify-sender", "notify-village", "notify-responsible"],
  "case.letter-issued": ["render-letter"],
  "case.letter-signed": [],
  "case.letter-voided": ["render-letter"],
  "case.anonymised": [],
  "retention.rule-set": [],
  "retention.proposed": [],
  "retention.approved": [],
  "retention.refused": [],
  "retention.carried-out": [],
  "case.nominated": ["notify-responsible"],
  "case.nomination-verified": ["notify-responsible"],
  "case.nomination-decided": ["notify-responsible", "notify-sender", "notify-village"],
  "case.nomination-stopped": ["notify-responsible", "notify-sender", "notify-village"],
  "case.aid-delivered": ["notify-responsible", "notify-sender"],
  "case.glass-broken": ["notify-overseer", "notify-responsible"],
  "case.glass-revoked": ["notify-opener"],
  // Told by the administrator in person, and kept in the audit.
  "staff.user-invited": [],
  "staff.role-assigned": [],
  "staff.assignment-ended": [],
  "staff.duty-rostered": [],
  "staff.shift-withdrawn": [],
  "staff.absence-recorded": [],
  "staff.absence-withdrawn": [],
  "staff.password-reset": [],
  "staff.user-disabled": [],
  "staff.device-registered": [],
  "staff.cases-taken": [],
  "staff.device-revoked": [],
  "staff.record-carried": [],
  "staff.record-quarantined": ["notify-quarantine"],
  "staff.record-accepted": [],
  "staff.record-set-aside": [],
  // Its people see it in what is, or is no longer, in reach.
  "organization.added": [],
  "organization.changed": [],
  "organization.closed": [],
  "organization.opened": [],
  // Seen in the registry by who works there.
  "program.saved": [],
  "program.cycle-saved": [],
  "enrollment.nominated": [],
  "enrollment.acted": [],
  "entitlements.prepared": [],
  "entitlements.approved": [],
  "entitlements.expired": [],
  "entitlement.cancelled": [],
  "household.registered": [],
  "household.changed": [],
  "resident.merged": [],
  "resident.unmerged": [],
  "resident.told-apart": [],
  "resident.request-recorded": [],
  "resident.request-answered": [],
  // Nobody is there yet who could be told.
  "installation.set-up": [],
  // Seen where they work; kept in the audit.
  "rule.saved": [],
  "rule.category-added": [],
  "rule.category-moved": [],
  "rule.office-saved": [],
  "view.saved": [],
  "view.deleted": [],
  "reply.saved": [],
  "template.saved": [],
  "letter.setting-saved": [],
  // Carried out by a schedule, in batches; seen where they work.
  "village.facts-saved": [],
  "office.saved": [],
  "office.step-marked": [],
  "office.sectors-added": [],
  "office.contact-saved": [],
  "import.sent": [],
  "import.started": [],
  "import.cancelled": [],
  "import.finished": [],
  "import.undo-asked": [],
  "import.undone": [],
  // What a village has said, and what is done on the way, is seen on the trip.
  "decree.issued": [],
  "decree.revoked": [],
  // A sending is hundreds of them: the trip's own screen counts and shows what waits.
  "handover.kept": [],
  "handover.held": [],
  "handover.settled": [],
  "handover.judged": [],
  "handover.package-taken": [],
  "handover.sheet-keyed": [],
  "trip.planned": ["notify-trip"],
  "trip.changed": [],
  "trip.stop-set": [],
  "trip.moved": ["notify-trip"],
  "trip.ordered": [],
  "trip.letter-numbered": [],
  "trip.arrived": [],
  "trip.manifest-changed": [],
  "innovation.registered": [],
  "innovation.imported": [],
  "innovation.changed": [],
  "innovation.case-linked": [],
  "innovation.case-unlinked": [],
  "innovation.meeting-linked": [],
  "innovation.meeting-unlinked": [],
  "innovation.moved": ["notify-innovation"],
  // Told with the move that gave it back.
  "innovation.revision-asked": [],
  "innovation.revision-answered": [],
  "innovation.stage-moved": [],
  "meeting.recorded": [],
  "meeting.action-finished": [],
  "meeting.action-linked": [],
  "review.opened": ["notify-innovation"],
  "review.moved": [],
  "review-criteria.saved": [],
  "assessment-year.saved": [],
  "coaching.batch-opened": [],
  "coaching.team-changed": [],
  "coaching.engagement-opened": [],
  "coaching.engagement-moved": [],
  "coaching.plan-changed": [],
  "coaching.handed-over": ["notify-coaching"],
  "coaching.session-changed": ["notify-coaching"],
  "coaching.idea-entered": [],
  "coaching.commitment-moved": ["notify-coaching"],
  "coaching.commitment-reminded": ["notify-coaching"],
  "coaching.commitment-alerted": ["notify-coaching"],
  "coaching.case-linked": [],
  "document.added": [],
  "document.removed": [],
  "outreach.recorded": [],
  "outreach.relayed": [],
  "trip.counted": [],
  "paper.requested": ["render-paper"],
  "paper.made": [],
  "paper.cancelled": [],
} as const satisfies Record<
  | AidEventType
  | VillageEventType
  | CalendarEventType
  | CaseEventType
  | InstallationEventType
  | CoachingEventType
  | DocumentEventType
  | InnovationEventType
  | LetterEventType
  | OnboardingEventType
  | OrganizationEventType
  | PaperEventType
  | RegistryEventType
  | RetentionEventType
  | RuleEventType
  | HandoverEventType
  | MeetingEventType
  | ReviewEventType
  | CriteriaEventType
  | YearEventType
  | TripEventType
  | StaffEventType,
  readonly JobName[]
>;

/** Every event type that this worker knows an answer to; others wait for a worker that does. */
export const knownEventTypes: readonly string[] = Object.keys(reactions);

export const reactionsTo = (type: string): readonly JobName[] =>
  (reactions as Readonly<Record<string, readonly JobName[]>>)[type] ?? [];
