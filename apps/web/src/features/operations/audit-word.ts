import type { AidEventType } from "@rembuk/domain/aid/events";
import type { RegistryEventType } from "@rembuk/domain/beneficiaries/events";
import type { CalendarEventType } from "@rembuk/domain/calendars/events";
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
import { keyOfCaseEvent } from "@/lib/event-word";

const keyOfStaffEvent = {
  "staff.user-invited": "userInvited",
  "staff.role-assigned": "roleAssigned",
  "staff.assignment-ended": "assignmentEnded",
  "staff.duty-rostered": "dutyRostered",
  "staff.shift-withdrawn": "shiftWithdrawn",
  "staff.absence-recorded": "absenceRecorded",
  "staff.absence-withdrawn": "absenceWithdrawn",
  "staff.password-reset": "passwordReset",
  "staff.user-disabled": "userDisabled",
  "staff.device-revoked": "deviceRevoked",
  "staff.device-registered": "deviceRegistered",
  "staff.cases-taken": "casesTaken",
  "staff.record-carried": "recordCarried",
  "staff.record-quarantined": "recordQuarantined",
  "staff.record-accepted": "recordAccepted",
  "staff.record-set-aside": "recordSetAside",
} as const satisfies Record<StaffEventType, string>;

const keyOfOrganizationEvent = {
  "organization.added": "organizationAdded",
  "organization.changed": "organizationChanged",
  "organization.closed": "organizationClosed",
  "organization.opened": "organizationOpened",
} as const satisfies Record<OrganizationEventType, string>;

const keyOfRegistryEvent = {
  "household.registered": "householdRegistered",
  "household.changed": "householdChanged",
  "resident.merged": "residentMerged",
  "resident.unmerged": "residentUnmerged",
  "resident.told-apart": "residentToldApart",
  "resident.request-recorded": "subjectRequestRecorded",
  "resident.request-answered": "subjectRequestAnswered",
} as const satisfies Record<RegistryEventType, string>;

const keyOfAidEvent = {
  "program.saved": "programSaved",
  "program.cycle-saved": "programCycleSaved",
  "enrollment.nominated": "enrollmentNominated",
  "enrollment.acted": "enrollmentActed",
  "entitlements.prepared": "entitlementsPrepared",
  "entitlements.approved": "entitlementsApproved",
  "entitlements.expired": "entitlementsExpired",
  "entitlement.cancelled": "entitlementCancelled",
} as const satisfies Record<AidEventType, string>;

const keyOfInstallationEvent = {
  "installation.set-up": "installationSetUp",
} as const satisfies Record<InstallationEventType, string>;

const keyOfRuleEvent = {
  "rule.saved": "ruleSaved",
  "rule.category-added": "categoryAdded",
  "rule.category-moved": "categoryMoved",
  "rule.office-saved": "officeSetting",
  "view.saved": "viewSaved",
  "view.deleted": "viewDeleted",
  "reply.saved": "replySaved",
  "template.saved": "templateSaved",
} as const satisfies Record<RuleEventType, string>;
const keyOfCalendarEvent = {
  "calendar.day-added": "calendarChanged",
  "calendar.day-withdrawn": "calendarChanged",
  "calendar.hours-added": "calendarChanged",
  "calendar.hours-withdrawn": "calendarChanged",
} as const satisfies Record<CalendarEventType, string>;

const keyOfLetterEvent = {
  "letter.setting-saved": "letterSetting",
} as const satisfies Record<LetterEventType, string>;

const keyOfPaperEvent = {
  "paper.requested": "paperRequested",
  "paper.made": "paperMade",
  "paper.cancelled": "paperCancelled",
} as const satisfies Record<PaperEventType, string>;

const keyOfOnboardingEvent = {
  "office.saved": "officeSaved",
  "office.step-marked": "officeStepMarked",
  "office.sectors-added": "officeSectorsAdded",
  "office.contact-saved": "officeContactSaved",
  "import.sent": "importSent",
  "import.started": "importStarted",
  "import.cancelled": "importCancelled",
  "import.finished": "importFinished",
  "import.undo-asked": "importUndoAsked",
  "import.undone": "importUndone",
} as const satisfies Record<OnboardingEventType, string>;

const keyOfVillageEvent = {
  "village.facts-saved": "villageFactsSaved",
} as const satisfies Record<VillageEventType, string>;

const keyOfTripEvent = {
  "decree.issued": "decreeIssued",
  "decree.revoked": "decreeRevoked",
  "trip.planned": "tripPlanned",
  "trip.changed": "tripChanged",
  "trip.stop-set": "tripStopSet",
  "trip.moved": "tripMoved",
  "trip.ordered": "tripOrdered",
  "trip.letter-numbered": "tripLetterNumbered",
  "trip.arrived": "tripArrived",
  "outreach.recorded": "outreachRecorded",
  "outreach.relayed": "outreachRelayed",
  "trip.manifest-changed": "tripManifestChanged",
  "trip.counted": "tripCounted",
} as const satisfies Record<TripEventType, string>;

const keyOfInnovationEvent = {
  "innovation.registered": "innovationRegistered",
  "innovation.imported": "innovationImported",
  "innovation.changed": "innovationChanged",
  "innovation.case-linked": "innovationCaseLinked",
  "innovation.case-unlinked": "innovationCaseUnlinked",
  "innovation.meeting-linked": "innovationMeetingLinked",
  "innovation.meeting-unlinked": "innovationMeetingUnlinked",
  "innovation.moved": "innovationMoved",
  "innovation.revision-asked": "innovationRevisionAsked",
  "innovation.revision-answered": "innovationRevisionAnswered",
  "innovation.stage-moved": "innovationStageMoved",
} as const satisfies Record<InnovationEventType, string>;

const keyOfMeetingEvent = {
  "meeting.recorded": "meetingRecorded",
  "meeting.action-finished": "meetingActionFinished",
  "meeting.action-linked": "meetingActionLinked",
} as const satisfies Record<MeetingEventType, string>;

const keyOfCoachingEvent = {
  "coaching.batch-opened": "coachingBatchOpened",
  "coaching.team-changed": "coachingTeamChanged",
  "coaching.engagement-opened": "coachingEngagementOpened",
  "coaching.engagement-moved": "coachingEngagementMoved",
  "coaching.plan-changed": "coachingPlanChanged",
  "coaching.handed-over": "coachingHandedOver",
  "coaching.session-changed": "coachingSessionChanged",
  "coaching.idea-entered": "coachingIdeaEntered",
  "coaching.commitment-moved": "coachingCommitmentMoved",
  "coaching.commitment-reminded": "coachingCommitmentReminded",
  "coaching.commitment-alerted": "coachingCommitmentAlerted",
  "coaching.case-linked": "coachingCaseLinked",
} as const satisfies Record<CoachingEventType, string>;

const keyOfDocumentEvent = {
  "document.added": "documentAdded",
  "document.removed": "documentRemoved",
} as const satisfies Record<DocumentEventType, string>;

const keyOfReviewEvent = {
  "review.opened": "reviewOpened",
  "review.moved": "reviewMoved",
  "review-criteria.saved": "reviewCriteriaSaved",
  "assessment-year.saved": "assessmentYearSaved",
} as const satisfies Record<ReviewEventType | CriteriaEventType | YearEventType, string>;

const keyOfHandoverEvent = {
  "handover.kept": "handoverKept",
  "handover.held": "handoverHeld",
  "handover.settled": "handoverSettled",
  "handover.judged": "handoverJudged",
  "handover.package-taken": "handoverPackageTaken",
  "handover.sheet-keyed": "handoverSheetKeyed",
} as const satisfies Record<HandoverEventType, string>;

const keyOfRetentionEvent = {
  "retention.rule-set": "retentionRuleSet",
  "retention.proposed": "retentionProposed",
  "retention.approved": "retentionApproved",
  "retention.refused": "retentionRefused",
  "retention.carried-out": "retentionCarriedOut",
} as const satisfies Record<RetentionEventType, string>;

/** Reads that are logged. */
const keyOfRead = {
  "read-secret": "readSecret",
  "reveal-person": "revealPerson",
  "audited-read": "auditedRead",
  "link-read": "linkRead",
  "read-file": "readFile",
  "break-glass": "breakGlass",
  "glass-read": "glassRead",
  "find-person": "findPerson",
  "export-cases": "exportCases",
  "export-families": "exportFamilies",
} as const;

/** Keys of `audit.types`; "other" for what a later version may record. */
const keyOfType: Readonly<Record<string, string>> = {
  ...keyOfCaseEvent,
  ...keyOfRuleEvent,
  ...keyOfLetterEvent,
  ...keyOfRetentionEvent,
  ...keyOfVillageEvent,
  ...keyOfPaperEvent,
  ...keyOfTripEvent,
  ...keyOfMeetingEvent,
  ...keyOfHandoverEvent,
  ...keyOfInnovationEvent,
  ...keyOfCoachingEvent,
  ...keyOfDocumentEvent,
  ...keyOfReviewEvent,
  ...keyOfOnboardingEvent,
  ...keyOfStaffEvent,
  ...keyOfOrganizationEvent,
  ...keyOfRegistryEvent,
  ...keyOfAidEvent,
  ...keyOfInstallationEvent,
  ...keyOfCalendarEvent,
  ...keyOfRead,
};

export const auditTypes: readonly string[] = [...new Set(Object.values(keyOfType))];

/** The key of the words of an event's type or of a logged read. */
export const auditKey = (type: string): string => keyOfType[type] ?? "other";
