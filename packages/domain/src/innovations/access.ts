import type { Actor, Assignment } from "../access/actor";
import { type Permission, permissions, type Reach } from "../access/permissions";
import type { Role } from "../access/roles";
import { isWithin } from "../areas/area-code";
import type { Innovation, ReportStatus } from "./model";

/** What a decision about an innovation needs to know of it. */
export type InnovationSubject = Pick<
  Innovation,
  "subdistrictCode" | "villageCode" | "status" | "createdById"
>;

/** Endorsed by the camat: the office stands behind it, and others may read it. */
export const publishedStatuses: readonly ReportStatus[] = ["endorsed", "reviewed", "sent"];

/** Villages belong to their kecamatan: what is public there they read too. */
const placeOf = ({ areaCode }: Assignment): string => areaCode.split(".").slice(0, 3).join(".");

const reaches = (
  actor: Actor,
  a: Assignment,
  reach: Reach,
  innovation: InnovationSubject,
): boolean => {
  const { subdistrictCode, villageCode, status, createdById } = innovation;
  if (reach === "own") return createdById === actor.userId && isWithin(subdistrictCode, placeOf(a));
  if (reach === "own-village") return villageCode === a.areaCode;
  if (reach === "own-subdistrict") return subdistrictCode === a.areaCode;
  if (reach === "own-regency") return isWithin(subdistrictCode, a.areaCode.slice(0, 5));
  if (reach === "audited") return isWithin(subdistrictCode, a.areaCode);
  return (
    reach === "published" &&
    publishedStatuses.includes(status) &&
    isWithin(subdistrictCode, placeOf(a))
  );
};

/** May the actor do this to this innovation? `own` is one that the actor registered. */
export const canOnInnovation = (
  actor: Actor,
  permission: Permission,
  innovation: InnovationSubject,
): boolean =>
  actor.assignments.some((a) => {
    const reach = (permissions[permission] as Partial<Record<Role, Reach>>)[a.role];
    return reach !== undefined && reaches(actor, a, reach, innovation);
  });

const officeRoles: readonly Role[] = [
  "innovation-manager",
  "triage-officer",
  "section-head",
  "subdistrict-secretary",
  "subdistrict-head",
];

/** Works in the office that the innovation is of: reads names and every count of it. */
export const isOfOffice = (
  actor: Actor,
  { subdistrictCode, createdById }: InnovationSubject,
): boolean =>
  createdById === actor.userId ||
  actor.assignments.some((a) => officeRoles.includes(a.role) && a.areaCode === subdistrictCode);

/**
 * Reads the names that stand on a profile: the office, and the kabupaten that the report goes to. Coaches and the
 * public read what was published without them.
 */
export const readsNames = (actor: Actor, innovation: InnovationSubject): boolean =>
  actor.assignments.some((a) => {
    const reach =
      permissions["innovation.read"][a.role as keyof (typeof permissions)["innovation.read"]];
    return reach !== undefined && reach !== "published" && reaches(actor, a, reach, innovation);
  });

/** A profile without the people who stand on it. */
export const withoutNames = (innovation: Innovation): Innovation => {
  const { initiator: _, ...written } = innovation.profile.written;
  return {
    ...innovation,
    profile: { ...innovation.profile, initiatorName: "", written },
    parts: { ...innovation.parts, team: [] },
    revisions: [],
  };
};
