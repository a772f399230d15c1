import { isWithin } from "../areas/area-code";
import type { Actor, Assignment } from "./actor";
import { organizationParty, partyKey } from "./party-key";
import { type Permission, permissions, type Reach } from "./permissions";
import { isAccepted, opensCase, type ReferralStatus } from "./referral-status";
import { isReportedTo } from "./reported-unit";
import type { Role } from "./roles";

/** What a decision about a case needs to know of one of its referrals (or of an offered transfer). */
export interface ReferralSubject {
  readonly id: string;
  /** `63.11:DINKES`, `63.11.07.2001:PEMDES`, `org:<id>`, `user:<id>`, `63.11.02:KECAMATAN`: see `referralParty`. */
  readonly party: string;
  readonly status: ReferralStatus;
  /** Who took it on; alone reads a secret case for the party. */
  readonly assigneeId: string | null;
}

/** What a decision about a case needs to know of it. */
export interface CaseSubject {
  readonly id?: string;
  readonly villageCode: string;
  readonly subdistrictCode: string;
  readonly regencyCode: string;
  /** Focal section of the kecamatan: KASI_PMD. */
  readonly sectionCode: string;
  /** `63.11:DPMD`: the lead sector while it holds the case; null before routing and after a decline. */
  readonly leadParty: string | null;
  readonly leadSectorCode: string | null;
  /** The unit complained of (terlapor); see access/reported-unit.ts. */
  readonly reportedParty: string | null;
  readonly createdById: string;
  readonly reporterUserId: string | null;
  readonly responsibleId: string | null;
  readonly holderKind: string;
  readonly holderUserId: string | null;
  readonly isSecret: boolean;
  readonly isSupervisory: boolean;
  readonly escalationLevel: number;
  readonly referrals: readonly ReferralSubject[];
}

/** A subject without content: an area (boards, users, intake). */
export interface AreaSubject {
  readonly areaCode: string;
}

const regencyOf = (code: string): string => code.split(".").slice(0, 2).join(".");

const isOwn = (actor: Actor, c: CaseSubject) =>
  c.createdById === actor.userId ||
  c.reporterUserId === actor.userId ||
  (actor.provenCaseId !== undefined && actor.provenCaseId === c.id);

/** An office holds what was routed to it at its own level: Puskesmas by kecamatan, dinas by kabupaten. */
const holdsParty = (a: Assignment, party: string | null): boolean =>
  party !== null && a.sectorCode !== null && partyKey(a.areaCode, a.sectorCode) === party;

/** The sector code under which a village's government is referred to, and a kecamatan is offered a case. */
export const villageGovernment = "PEMDES";
export const subdistrictOffice = "KECAMATAN";
const officeRoles: readonly Role[] = ["sector-partner", "sector-lead", "partner-organisation"];
const villageRoles: readonly Role[] = ["village-officer", "village-head"];
const deskRoles: readonly Role[] = ["triage-officer", "subdistrict-secretary", "subdistrict-head"];

/**
 * The key under which referrals (a kecamatan: transfers) reach the person through this assignment. The
 * people of an organisation are reached as that organisation alone, never by what its sector shares.
 */
export const referralParty = (userId: string, a: Assignment): string | null => {
  if (a.role === "partner-organisation" && a.organizationId !== null)
    return organizationParty(a.organizationId);
  if (officeRoles.includes(a.role) && a.sectorCode !== null)
    return partyKey(a.areaCode, a.sectorCode);
  if (villageRoles.includes(a.role)) return partyKey(a.areaCode, villageGovernment);
  if (deskRoles.includes(a.role)) return partyKey(a.areaCode, subdistrictOffice);
  return a.role === "volunteer" ? `user:${userId}` : null;
};

/** Whoever holds a signed link knows the one referral that it opens; everybody else all of their party's. */
export const isLinkedTo = (actor: Actor, r: Pick<ReferralSubject, "id">): boolean =>
  actor.linkedReferralId === undefined || actor.linkedReferralId === r.id;

const isReferredTo = (actor: Actor, a: Assignment, c: CaseSubject): boolean => {
  const party = referralParty(actor.userId, a);
  return (
    party !== null &&
    c.referrals.some((r) => r.party === party && opensCase(r.status) && isLinkedTo(actor, r))
  );
};

/** The person who took a referral on, through the assignment that it was sent to. */
const isAssignedReferral = (actor: Actor, a: Assignment, c: CaseSubject): boolean => {
  const party = referralParty(actor.userId, a);
  return c.referrals.some(
    (r) => r.party === party && r.assigneeId === actor.userId && isAccepted(r.status),
  );
};

/** The section of a kecamatan that social welfare is the work of. */
export const welfareSection = "KASI_KESSOS";

const reachesCase: Record<Reach, (actor: Actor, a: Assignment, c: CaseSubject) => boolean> = {
  own: (actor, _a, c) => isOwn(actor, c),
  "own-village": (_actor, a, c) => c.villageCode === a.areaCode,
  "own-subdistrict": (_actor, a, c) => c.subdistrictCode === a.areaCode,
  "own-regency": (_actor, a, c) => c.regencyCode === regencyOf(a.areaCode),
  "own-section": (_actor, a, c) =>
    c.subdistrictCode === a.areaCode && c.sectionCode === a.sectorCode,
  "own-sector": (_actor, a, c) => holdsParty(a, c.leadParty),
  "own-or-referred": (actor, a, c) => isOwn(actor, c) || isReferredTo(actor, a, c),
  "own-subdistrict-or-offered": (actor, a, c) =>
    c.subdistrictCode === a.areaCode || isReferredTo(actor, a, c),
  "own-sector-or-referred": (actor, a, c) =>
    holdsParty(a, c.leadParty) || isReferredTo(actor, a, c),
  referred: isReferredTo,
  "referral-party": isReferredTo,
  escalated: (_actor, a, c) => c.regencyCode === a.areaCode && c.escalationLevel >= 4,
  supervisory: (_actor, a, c) => c.isSupervisory && holdsParty(a, c.leadParty),
  "secret-subdistrict": (_actor, a, c) => c.isSecret && c.subdistrictCode === a.areaCode,
  "secret-section": (_actor, a, c) =>
    c.isSecret && c.subdistrictCode === a.areaCode && c.sectionCode === a.sectorCode,
  audited: (_actor, a, c) => isWithin(c.villageCode, a.areaCode),
  "welfare-section": () => false,
  published: () => false,
  "own-engagement": () => false,
  "own-province": () => false,
  everywhere: () => true,
};

/**
 * Confidentiality on top of reach. Supervisory: the inspectorate (and the logged auditor) alone.
 * Secret: who entered or reported it, the responsible, the persons of the holder, the assigned
 * persons of accepted referrals, clearance.
 */
const clears = (actor: Actor, a: Assignment, reach: Reach, c: CaseSubject): boolean => {
  if (reach === "audited") return true;
  if (c.isSupervisory) return reach === "supervisory";
  // What is asked of a party it may answer without reading the case.
  if (!c.isSecret || unreadReaches.includes(reach)) return true;
  return (
    isOwn(actor, c) ||
    c.responsibleId === actor.userId ||
    a.clearance ||
    personsOfHolder(actor, a, c) ||
    isAssignedReferral(actor, a, c)
  );
};

/** Reaches to a case that its person need not be able to read. */
const unreadReaches: readonly Reach[] = ["referral-party", "secret-subdistrict", "secret-section"];

/** What an opening by break-glass lifts the secrecy for: reading, within the reach of the own role. */
const readUnderGlass: ReadonlySet<Permission> = new Set([
  "case.read",
  "note.read-internal",
  "note.read-partner",
  "referral.read",
  "person.read",
  "person.reveal",
]);

const isUnderGlass = (actor: Actor, permission: Permission, c: CaseSubject): boolean =>
  !c.isSupervisory &&
  readUnderGlass.has(permission) &&
  c.id !== undefined &&
  (actor.glassCases?.includes(c.id) ?? false);

/** Who gives a disposisi for the office. A substitute runs under the role of whom they stand in for. */
export const leaderRoles: readonly Role[] = ["subdistrict-secretary", "subdistrict-head"];
const sectionRoles: readonly Role[] = ["section-head", "subdistrict-secretary"];

const personsOfHolder = (actor: Actor, a: Assignment, c: CaseSubject): boolean => {
  if (c.holderUserId !== null) return c.holderUserId === actor.userId;
  const isOwnOffice = c.subdistrictCode === a.areaCode;
  if (c.holderKind === "desk") return isOwnOffice && a.role === "triage-officer";
  if (c.holderKind === "leaders") return isOwnOffice && leaderRoles.includes(a.role);
  if (c.holderKind === "section")
    return isOwnOffice && sectionRoles.includes(a.role) && a.sectorCode === c.sectionCode;
  if (c.holderKind === "sector") return holdsParty(a, c.leadParty);
  return false;
};

const grantsOf = (permission: Permission): Partial<Record<Role, Reach>> => permissions[permission];

/** May the actor do this to this case? Deny by default; the only interpreter of the table. */
export const can = (actor: Actor, permission: Permission, subject: CaseSubject): boolean =>
  !isReportedTo(actor, subject.reportedParty) &&
  actor.assignments.some((a) => {
    const reach = grantsOf(permission)[a.role];
    return (
      reach !== undefined &&
      reachesCase[reach](actor, a, subject) &&
      (clears(actor, a, reach, subject) || isUnderGlass(actor, permission, subject))
    );
  });

/** True when the actor reads this case by break-glass alone. */
export const readsUnderGlass = (actor: Actor, subject: CaseSubject): boolean =>
  can(actor, "case.read", subject) && !can({ ...actor, glassCases: [] }, "case.read", subject);

/** The assignments that grant a permission in an area: for boards, users, intake. */
export const canInArea = (
  actor: Actor,
  permission: Permission,
  { areaCode }: AreaSubject,
): boolean =>
  actor.assignments.some((a) => {
    const reach = grantsOf(permission)[a.role];
    if (reach === undefined) return false;
    if (reach === "everywhere") return true;
    if (reach === "welfare-section" && a.sectorCode !== welfareSection) return false;
    if (reach === "own-regency") return isWithin(areaCode, regencyOf(a.areaCode));
    // What is supervised is the kabupaten's as a whole, and nothing of its kecamatan.
    if (reach === "supervisory") return areaCode === a.areaCode;
    return isWithin(areaCode, a.areaCode);
  });

/** The areas in which a permission is granted to the actor by its own reach, each once. */
export const areasOf = (actor: Actor, permission: Permission): readonly string[] => [
  ...new Set(
    actor.assignments
      .map((a) => a.areaCode)
      .filter((areaCode) => canInArea(actor, permission, { areaCode })),
  ),
];

/** Does any assignment grant it at all, whatever the subject? Screens and transport use it to fail early. */
export const holds = (actor: Actor, permission: Permission): boolean =>
  actor.assignments.some((a) => grantsOf(permission)[a.role] !== undefined);
