import { decreedCalendar } from "../calendars/decreed-calendar.fixture";
import type { Case, CaseCategory, CaseStatus, Hold, HolderKind, SectorLevel } from "./model";
import { deadlineAfter } from "./sla";
import type { MovedDeadline, StageClock } from "./stages";

const calendar = decreedCalendar("WITA");

/** A moment on the wall of an office in WITA. */
export const at = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+08:00`);

export const category = (change: Partial<CaseCategory> = {}): CaseCategory => ({
  code: "VIL-LPM",
  name: "Lembaga pemberdayaan (LPM/LKD)",
  classification: "VILLAGE_ISSUE",
  kind: "village_problem",
  leadSectorCode: "DPMD",
  supportingSectorCodes: ["LPM"],
  focalSectionCode: "KASI_PMD",
  priority: "RENDAH",
  verifyDays: 3,
  followUpDays: 5,
  resolutionDays: 14,
  emergencyHours: null,
  isAlwaysEmergency: false,
  privacy: "NORMAL",
  isSupervisory: false,
  requiredEvidence: "",
  tasks: [],
  escalateTo: "SEKCAM>CAMAT",
  ruleId: "0193b2f0-0000-7000-8000-0000000000aa",
  ...change,
});

export const supervisoryCategory = category({
  code: "SUP-FRAUD",
  classification: "COMPLAINT_SUPERVISORY",
  kind: "complaint",
  leadSectorCode: "INSPEKTORAT",
  focalSectionCode: "INSPEKTORAT",
  resolutionDays: 60,
  privacy: "SECRET",
  isSupervisory: true,
  escalateTo: "INSPEKTORAT only",
});

export const dpmd: SectorLevel = { code: "DPMD", level: "regency" };
export const puskesmas: SectorLevel = { code: "PUSKESMAS", level: "subdistrict" };
export const inspectorate: SectorLevel = { code: "INSPEKTORAT", level: "regency" };

export const stageClock = (now: Date, of: CaseCategory = category()): StageClock => ({
  now,
  category: of,
  deadline: (receivedAt, workingDays, holds = []) =>
    deadlineAfter({ receivedAt, workingDays, calendar, holds }),
});

export const moved: MovedDeadline = (receivedAt, workingDays, holds: readonly Hold[]) =>
  deadlineAfter({ receivedAt, workingDays, calendar, holds });

const holderOf: Partial<Record<CaseStatus, HolderKind>> = {
  assigned: "sector",
  in_progress: "sector",
  on_hold: "sector",
  needs_info: "village",
  resolved: "village",
  closed: "none",
};

/** A case of Paringin Selatan as it stands in a status, received on Monday, 23 November 2026. */
export const caseIn = (status: CaseStatus, change: Partial<Case> = {}): Case => {
  const kind = change.holder?.kind ?? holderOf[status] ?? "desk";
  const isRouted = kind === "sector" || status === "resolved" || kind === "none";
  const receivedAt = at("2026-11-23 09:00");
  return {
    id: "0193b2f0-0000-7000-8000-000000000001",
    number: "PRS-2026-0397-K",
    villageCode: "63.11.07.2001",
    subdistrictCode: "63.11.07",
    regencyCode: "63.11",
    sectionCode: "KASI_PMD",
    leadSectorCode: isRouted ? "DPMD" : null,
    leadParty: isRouted ? "63.11:DPMD" : null,
    reportedParty: null,
    createdById: "someone",
    reporterUserId: null,
    responsibleId: "kasi",
    holderKind: kind,
    holderUserId: null,
    isSecret: false,
    isSupervisory: false,
    escalationLevel: 0,
    kind: "village_problem",
    classification: "VILLAGE_ISSUE",
    categoryCode: "VIL-LPM",
    ruleId: "0193b2f0-0000-7000-8000-0000000000aa",
    channel: "desk",
    title: "LPM belum berjalan",
    description: "Pengurus belum ditetapkan.",
    status,
    privacy: "NORMAL",
    priority: "RENDAH",
    isEmergency: false,
    version: 3,
    holder: { kind, code: kind === "sector" ? "DPMD" : null, userId: null },
    proposedTarget: kind === "leaders" ? "DPMD" : null,
    reporterPersonId: null,
    receivedAt,
    totalLimitDays: 14,
    totalDueAt: moved(receivedAt, 14, [], "total").dueAt,
    stageStartedAt: receivedAt,
    stageLimitDays: 3,
    stageDueAt: moved(receivedAt, 3, [], "stage").dueAt,
    dueIsEstimate: false,
    responseDueAt: null,
    firstFollowUpAt: null,
    holds: [],
    outcome: null,
    answer: null,
    resolvedAt: status === "resolved" ? at("2026-11-30 10:00") : null,
    confirmBy: status === "resolved" ? at("2026-12-10 10:00") : null,
    closedAt: null,
    referrals: [],
    openMandatoryTasks: 0,
    merged: null,
    splitFromId: null,
    ...change,
  };
};
