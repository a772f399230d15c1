import { type Actor, hasRole } from "../access/actor";
import type { Permission } from "../access/permissions";
import { canInArea } from "../access/policy";
import { areaLevelOfRole, type Role, rolesWithSector } from "../access/roles";
import { areaLevelOf } from "../areas/area-code";
import { DomainError } from "../kernel/errors";

/** What a kecamatan's administrator may give within the own kecamatan: nobody above or beside it. */
const rolesOfSubdistrict: readonly Role[] = [
  "reporter",
  "village-officer",
  "village-head",
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "section-head",
  "sector-partner",
  "sector-lead",
  "field-officer",
  "trip-lead",
  "innovation-manager",
  "village-council",
  "volunteer",
  "partner-organisation",
];

/** Roles whose cell of the table carries the `*`: confidential with clearance. */
const rolesWithClearance: readonly Role[] = [
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "sector-lead",
];

/** The roles that this person may give or end, for the form and for the decision. */
export const assignableRoles = (actor: Actor): readonly Role[] =>
  hasRole(actor, "administrator")
    ? (Object.keys(areaLevelOfRole) as Role[])
    : hasRole(actor, "subdistrict-admin")
      ? rolesOfSubdistrict
      : [];

export interface Appointment {
  readonly userId: string;
  readonly role: Role;
  readonly areaCode: string;
  readonly sectorCode: string | null;
  readonly organizationId: string | null;
  readonly clearance: boolean;
}

/** A partner organisation that works now, as far as an appointment asks. */
export interface OrganizationRow {
  readonly id: string;
  readonly areaCode: string;
}

/** A row of the sector table: a bidang, or a section of the kecamatan (level "section"). */
export interface SectorRow {
  readonly code: string;
  readonly level: string;
}

const invalid = (field: string) => new DomainError("invalid", "INPUT_INVALID", { field });

/** A sector's office sits where its cases are keyed: a Puskesmas in its kecamatan, a dinas in its kabupaten. */
const requireSector = (a: Appointment, sector: SectorRow | null) => {
  const isSecretary = a.role === "subdistrict-secretary";
  if (!rolesWithSector.has(a.role) && !isSecretary) {
    if (a.sectorCode !== null) throw invalid("sectorCode");
    return;
  }
  if (a.sectorCode === null) {
    if (rolesWithSector.has(a.role)) throw invalid("sectorCode");
    return;
  }
  if (sector === null) throw invalid("sectorCode");
  const wantsSection = a.role === "section-head" || isSecretary;
  if ((sector.level === "section") !== wantsSection) throw invalid("sectorCode");
  if (isSecretary && sector.code !== "SEKCAM") throw invalid("sectorCode");
  if (a.role === "section-head" && sector.code === "SEKCAM") throw invalid("sectorCode");
  if ((a.role === "inspectorate") !== (sector.code === "INSPEKTORAT")) throw invalid("sectorCode");
  if (wantsSection) return;
  const isLocal = sector.level === "subdistrict" || sector.level === "village";
  if (areaLevelOf(a.areaCode) !== (isLocal ? "subdistrict" : "regency")) throw invalid("areaCode");
};

/** A partner's people belong to one organisation, and work where it works. */
const requireOrganization = (a: Appointment, organization: OrganizationRow | null) => {
  if (a.role !== "partner-organisation") return;
  if (a.organizationId === null || organization?.id !== a.organizationId)
    throw invalid("organizationId");
  if (organization.areaCode !== a.areaCode) throw invalid("areaCode");
};

const requireArea = (a: Appointment) => {
  const wanted = areaLevelOfRole[a.role];
  const isFitting = wanted === "nation" ? a.areaCode === "" : areaLevelOf(a.areaCode) === wanted;
  const isPlaced = wanted === "any" && areaLevelOf(a.areaCode) !== null;
  if (!isFitting && !isPlaced) throw invalid("areaCode");
};

/**
 * May this person give or end this role there? Nobody acts on the own account; an administrator of
 * a kecamatan stays inside it and makes nobody of a higher or of the own kind.
 * @throws forbidden OWN_ACCOUNT, ASSIGNMENT_OUT_OF_REACH
 */
export const requireAppointing = (
  actor: Actor,
  permission: Permission & ("user.assign" | "user.end"),
  a: Pick<Appointment, "userId" | "role" | "areaCode">,
): void => {
  if (a.userId === actor.userId) throw new DomainError("forbidden", "OWN_ACCOUNT");
  const isWithinReach = canInArea(actor, permission, { areaCode: a.areaCode });
  if (!isWithinReach || !assignableRoles(actor).includes(a.role)) {
    throw new DomainError("forbidden", "ASSIGNMENT_OUT_OF_REACH", { role: a.role });
  }
};

/**
 * Does the appointment make sense: area of the role's level, a sector where the role has one and
 * where its cases are keyed, an organisation where the person works for one, clearance only where the
 * table has it?
 * @throws invalid INPUT_INVALID with the field
 */
export const requireFittingAppointment = (
  a: Appointment,
  sector: SectorRow | null,
  organization: OrganizationRow | null,
): void => {
  requireArea(a);
  requireSector(a, sector);
  requireOrganization(a, organization);
  if (a.clearance && !rolesWithClearance.includes(a.role)) throw invalid("clearance");
};

/** What a decision about somebody's account needs to know of the person. */
export interface Account {
  readonly userId: string;
  /** Those that run or will run. */
  readonly assignments: readonly { readonly role: Role; readonly areaCode: string }[];
  /** Where the person was invited to; null when unknown. */
  readonly invitedTo: string | null;
}

/**
 * Is the whole account within reach? Whoever resets it could become that person: so every role of
 * theirs must be one that the actor may give, at a place where the actor may give it.
 */
export const reachesAccount = (
  actor: Actor,
  permission: Permission & "user.reset",
  account: Account,
): boolean => {
  const given = assignableRoles(actor);
  if (account.assignments.length === 0) {
    const areaCode = account.invitedTo;
    return (
      hasRole(actor, "administrator") ||
      (areaCode !== null && canInArea(actor, permission, { areaCode }))
    );
  }
  return account.assignments.every(
    ({ role, areaCode }) => given.includes(role) && canInArea(actor, permission, { areaCode }),
  );
};
