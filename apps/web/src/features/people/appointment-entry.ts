import { areaLevelOfRole, type Role, rolesWithSector } from "@rembuk/domain/access/roles";
import { areaLevelOf, areaLevels } from "@rembuk/domain/areas/area-code";
import type { NamedArea } from "@/features/areas/area-name";
import type { SectorOption } from "./people-data";

/** A role at a place for a period, as it stands in the form. */
export interface AppointmentEntry {
  readonly role: Role | "";
  readonly area: NamedArea | null;
  readonly sectorCode: string;
  /** "" until chosen; of somebody who works for a partner. */
  readonly organizationId: string;
  readonly clearance: boolean;
  /** "2026-11-23" */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly decreeNumber: string;
}

export const appointmentFields = [
  "role",
  "sectorCode",
  "organizationId",
  "areaCode",
  "startsOn",
  "endsOn",
  "decreeNumber",
] as const;
export type AppointmentField = (typeof appointmentFields)[number];
/** Wording under `people.errors`. */
export type FieldProblem = "missing" | "before" | "invalid";
export type AppointmentProblems = Partial<Record<AppointmentField, FieldProblem>>;

export const emptyAppointment = (startsOn: string): AppointmentEntry => ({
  role: "",
  area: null,
  sectorCode: "",
  organizationId: "",
  clearance: false,
  startsOn,
  endsOn: "",
  decreeNumber: "",
});

const clearanceRoles: readonly Role[] = [
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "sector-lead",
];
export const mayHaveClearance = (role: Role | ""): boolean =>
  role !== "" && clearanceRoles.includes(role);

/** Does the form ask for a sector: always, if one likes, or never? */
export function sectorNeed(role: Role | ""): "needed" | "optional" | "none" {
  if (role === "") return "none";
  if (rolesWithSector.has(role)) return "needed";
  return role === "subdistrict-secretary" ? "optional" : "none";
}

/** Is the person somebody by the organisation that they work for? Its place is theirs. */
export const needsOrganization = (role: Role | ""): boolean => role === "partner-organisation";

const isLocal = ({ level }: SectorOption) => level === "subdistrict" || level === "village";

/** Sectors that this role can have; within a kecamatan only offices that sit there. */
export function sectorChoices(
  role: Role | "",
  sectors: readonly SectorOption[],
  scope: string,
): readonly SectorOption[] {
  if (sectorNeed(role) === "none") return [];
  if (role === "subdistrict-secretary") return sectors.filter((s) => s.code === "SEKCAM");
  if (role === "section-head") {
    return sectors.filter((s) => s.level === "section" && s.code !== "SEKCAM");
  }
  if (role === "inspectorate") return sectors.filter((s) => s.code === "INSPEKTORAT");
  const offices = sectors.filter((s) => s.level !== "section" && s.code !== "INSPEKTORAT");
  return areaLevelOf(scope) === "subdistrict" ? offices.filter(isLocal) : offices;
}

/**
 * The level of area that the role is given for: 1 province to 4 village, 0 for the whole country,
 * null for any (or not known before the sector is chosen).
 */
export function wantedLevel(
  role: Role | "",
  sector: SectorOption | null,
): 0 | 1 | 2 | 3 | 4 | null {
  if (role === "") return null;
  const level = areaLevelOfRole[role];
  if (level === "nation") return 0;
  if (level !== "any") return (areaLevels.indexOf(level) + 1) as 1 | 2 | 3 | 4;
  if (sector === null) return null;
  return isLocal(sector) ? 3 : 2;
}

/** The area when there is only one: the kecamatan itself, or the whole country. */
export function onlyArea(level: number | null, scope: NamedArea): NamedArea | null {
  if (level === 0) return { code: "", name: "" };
  return level === 3 && areaLevelOf(scope.code) === "subdistrict" ? scope : null;
}

/** What is missing or does not fit, by field. */
export function appointmentProblems(
  entry: AppointmentEntry,
  area: NamedArea | null,
): AppointmentProblems {
  const problems: AppointmentProblems = {};
  if (entry.role === "") problems.role = "missing";
  if (sectorNeed(entry.role) === "needed" && entry.sectorCode === "")
    problems.sectorCode = "missing";
  if (needsOrganization(entry.role) && entry.organizationId === "")
    problems.organizationId = "missing";
  else if (entry.role !== "" && area === null) problems.areaCode = "missing";
  if (entry.startsOn === "") problems.startsOn = "missing";
  if (entry.endsOn !== "" && entry.startsOn !== "" && entry.endsOn < entry.startsOn) {
    problems.endsOn = "before";
  }
  return problems;
}
