import type { Case, CaseCategory, Hold, PrivacyMode } from "./model";
import { focalSectionOf, isOfficeReported } from "./reported-unit";
import { emergencyDueAt } from "./sla";
import type { StageClock } from "./stages";

const strictness: Record<PrivacyMode, number> = { NORMAL: 0, ANONYMOUS: 1, SECRET: 2 };

/** Privacy may be raised above the category's own, never lowered below it. */
export const stricterPrivacy = (
  asked: PrivacyMode | null,
  category: Pick<CaseCategory, "privacy" | "isSupervisory">,
): PrivacyMode => {
  if (category.isSupervisory) return "SECRET";
  if (asked === null) return category.privacy;
  return strictness[asked] > strictness[category.privacy] ? asked : category.privacy;
};

type Classified = Pick<
  Case,
  | "kind"
  | "classification"
  | "categoryCode"
  | "ruleId"
  | "privacy"
  | "isSecret"
  | "isSupervisory"
  | "sectionCode"
  | "priority"
  | "isEmergency"
  | "totalLimitDays"
  | "totalDueAt"
  | "dueIsEstimate"
  | "responseDueAt"
>;

/** What a category settles of a case, at its receipt and again when triage corrects the category. */
export const classified = (
  intake: Pick<Case, "receivedAt" | "subdistrictCode" | "reportedParty">,
  asked: PrivacyMode | null,
  category: CaseCategory,
  clock: StageClock,
  holds: readonly Hold[] = [],
): Classified => {
  const { receivedAt } = intake;
  // About the kecamatan itself: no officer of it may read it, as with a supervisory complaint.
  const isSupervisory = category.isSupervisory || isOfficeReported(intake);
  const privacy = stricterPrivacy(asked, { privacy: category.privacy, isSupervisory });
  const total = clock.deadline(receivedAt, category.resolutionDays, holds);
  const hours = category.isAlwaysEmergency ? category.emergencyHours : null;
  return {
    kind: category.kind,
    classification: category.classification,
    categoryCode: category.code,
    ruleId: category.ruleId,
    privacy,
    isSecret: privacy === "SECRET",
    isSupervisory,
    sectionCode: focalSectionOf(intake, category.focalSectionCode),
    priority: category.priority,
    isEmergency: category.isAlwaysEmergency,
    totalLimitDays: category.resolutionDays,
    totalDueAt: total.dueAt,
    dueIsEstimate: total.isEstimate,
    responseDueAt: hours === null ? null : emergencyDueAt(receivedAt, hours),
  };
};
