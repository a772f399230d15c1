import type { Actor, Assignment } from "../access/actor";
import { type Permission, permissions, type Reach } from "../access/permissions";
import type { Role } from "../access/roles";
import { isWithin } from "../areas/area-code";
import type { CoachingEngagement, Side } from "./model";

/** What a decision about an engagement needs to know of it. */
export type EngagementSubject = Pick<
  CoachingEngagement,
  "subdistrictCode" | "coachIds" | "managerIds"
>;

const reaches = (
  actor: Actor,
  a: Assignment,
  reach: Reach,
  subject: EngagementSubject,
): boolean => {
  const { subdistrictCode, coachIds, managerIds } = subject;
  // Two hats are two assignments: whose innovation it is does not coach it by that.
  const theirs = a.role === "regional-coach" ? coachIds : managerIds;
  if (reach === "own-engagement")
    return isWithin(subdistrictCode, a.areaCode) && theirs.includes(actor.userId);
  if (reach === "own-subdistrict") return subdistrictCode === a.areaCode;
  if (reach === "own-regency") return isWithin(subdistrictCode, a.areaCode.slice(0, 5));
  if (reach === "own-province" || reach === "audited") return isWithin(subdistrictCode, a.areaCode);
  return false;
};

const grantOf = (permission: Permission, { role }: Assignment): Reach | undefined =>
  (permissions[permission] as Partial<Record<Role, Reach>>)[role];

/** May the actor do this to this engagement? `own-engagement` is one that the actor coaches or whose innovation it is. */
export const canOnEngagement = (
  actor: Actor,
  permission: Permission,
  subject: EngagementSubject,
): boolean =>
  actor.assignments.some((a) => {
    const reach = grantOf(permission, a);
    return reach !== undefined && reaches(actor, a, reach, subject);
  });

/** May the actor do this to the batches of this province? */
export const canOnBatch = (actor: Actor, permission: Permission, provinceCode: string): boolean =>
  actor.assignments.some(
    (a) => grantOf(permission, a) === "own-province" && a.areaCode === provinceCode,
  );

/** The permission by which each side stands behind minutes and plan. */
export const permissionOfSide: Readonly<Record<Side, Permission>> = {
  coach: "coaching.coach",
  office: "coaching.agree",
};
