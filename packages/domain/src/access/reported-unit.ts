import type { Actor, Assignment } from "./actor";
import { organizationParty, partyKey } from "./party-key";
import type { Role } from "./roles";

const villageRoles: readonly Role[] = ["village-officer", "village-head"];
const sectionRoles: readonly Role[] = ["section-head", "subdistrict-secretary"];
const officeRoles: readonly Role[] = [
  ...sectionRoles,
  "triage-officer",
  "subdistrict-head",
  "subdistrict-admin",
  "field-officer",
  "trip-lead",
];
const sectorRoles: readonly Role[] = [
  "sector-partner",
  "sector-lead",
  "inspectorate",
  "partner-organisation",
];

const unitsOf = (a: Assignment): readonly string[] => {
  if (villageRoles.includes(a.role)) return [a.areaCode];
  if (a.role === "partner-organisation" && a.organizationId !== null)
    return [organizationParty(a.organizationId)];
  const own = a.sectorCode === null ? [] : [partyKey(a.areaCode, a.sectorCode)];
  if (sectionRoles.includes(a.role)) return [a.areaCode, ...own];
  if (officeRoles.includes(a.role)) return [a.areaCode];
  return sectorRoles.includes(a.role) ? own : [];
};

/**
 * The units that somebody works in, as a case names the one it complains of: a village's office
 * `63.11.07.2009`, a kecamatan's `63.11.07`, one of its sections `63.11.07:KASI_PMD`, an office of a
 * sector `63.11:DPMD`. A substitute belongs to the unit for the time of the absence.
 */
export const unitsOfActor = (actor: Actor): readonly string[] => [
  ...new Set(actor.assignments.flatMap(unitsOf)),
];

/** Does the case complain of a unit that this person works in? Then they are outside it, in every role. */
export const isReportedTo = (actor: Actor, reportedParty: string | null): boolean =>
  reportedParty !== null && unitsOfActor(actor).includes(reportedParty);
