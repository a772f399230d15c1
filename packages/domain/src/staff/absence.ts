import type { Actor } from "../access/actor";
import type { Role } from "../access/roles";
import { isWithin, subdistrictOf } from "../areas/area-code";
import { DomainError } from "../kernel/errors";
import { assignableRoles } from "./appointment";

/** plh: Pelaksana Harian, for one who is absent; plt: Pelaksana Tugas, for a vacant office. */
export const actingKinds = ["plh", "plt"] as const;
export type ActingKind = (typeof actingKinds)[number];

/** Why somebody is away. No illness among them: sick leave is leave, and health is nobody's business here. */
export const absenceReasons = ["leave", "official-travel", "training", "vacant", "other"] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** A letter names a Plh. or Plt. for three months at most; longer ones need a new letter. */
export const longestAbsenceDays = 92;

const kecamatanRoles: readonly Role[] = [
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "section-head",
];
const villageRoles: readonly Role[] = ["village-officer", "village-head"];
const sectorRoles: readonly Role[] = ["sector-partner", "sector-lead"];

/** Offices that somebody else can hold for a time. An administrator's is not among them. */
export const substitutableRoles: readonly Role[] = [
  ...kecamatanRoles,
  ...villageRoles,
  ...sectorRoles,
  "inspectorate",
];

const keepsNoContent: readonly Role[] = ["administrator", "subdistrict-admin"];

/** An office and who holds it. */
export interface Post {
  readonly userId: string;
  readonly role: Role;
  readonly areaCode: string;
  readonly sectorCode: string | null;
}

/**
 * May this person say that the office has a substitute? The administrator of its place may, about
 * anybody whose role they may give; camat and sekcam about their own office.
 * @throws forbidden ASSIGNMENT_OUT_OF_REACH; invalid when nobody can stand in for such a role
 */
export const requireAbsenceReach = (actor: Actor, absent: Post): void => {
  if (!substitutableRoles.includes(absent.role)) {
    throw new DomainError("invalid", "INPUT_INVALID", { field: "assignmentId" });
  }
  const isLeader = absent.role === "subdistrict-head" || absent.role === "subdistrict-secretary";
  if (isLeader && absent.userId === actor.userId) return;
  const administers = actor.assignments.some(
    (a) =>
      a.role === "administrator" ||
      (a.role === "subdistrict-admin" && isWithin(absent.areaCode, a.areaCode)),
  );
  if (administers && assignableRoles(actor).includes(absent.role)) return;
  throw new DomainError("forbidden", "ASSIGNMENT_OUT_OF_REACH", { role: absent.role });
};

/**
 * May the holder of one office stand in for another? Never beyond the own area: within the same
 * kecamatan office; for a village, from the village or its kecamatan; for a sector, from the same
 * office of the same sector.
 */
export const mayStandInFor = (own: Post, absent: Post): boolean => {
  if (own.userId === absent.userId) return false;
  if (kecamatanRoles.includes(absent.role)) {
    return kecamatanRoles.includes(own.role) && own.areaCode === absent.areaCode;
  }
  if (villageRoles.includes(absent.role)) {
    const isOfVillage = villageRoles.includes(own.role) && own.areaCode === absent.areaCode;
    const isOfOffice =
      kecamatanRoles.includes(own.role) && own.areaCode === subdistrictOf(absent.areaCode);
    return isOfVillage || isOfOffice;
  }
  const isSameOffice = own.areaCode === absent.areaCode && own.sectorCode === absent.sectorCode;
  if (absent.role === "inspectorate") return own.role === "inspectorate" && isSameOffice;
  return sectorRoles.includes(own.role) && isSameOffice;
};

/**
 * The office by which a person may stand in, out of those that they hold throughout the period.
 * Who administers accounts anywhere stands in for nobody: they read no content of cases.
 * @throws invalid SUBSTITUTE_NOT_FITTING
 */
export const standInPost = <Own extends Post>(posts: readonly Own[], absent: Post): Own => {
  const administers = posts.some((p) => keepsNoContent.includes(p.role));
  const own = administers ? undefined : posts.find((p) => mayStandInFor(p, absent));
  if (!own) throw new DomainError("invalid", "SUBSTITUTE_NOT_FITTING", { field: "substituteId" });
  return own;
};

const dayMs = 86_400_000;

/** @throws invalid ABSENCE_TOO_LONG with the days that are allowed */
export const requireAbsencePeriod = (startsOn: string, endsOn: string): void => {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / dayMs + 1;
  if (days >= 1 && days <= longestAbsenceDays) return;
  throw new DomainError("invalid", "ABSENCE_TOO_LONG", {
    field: "endsOn",
    days: longestAbsenceDays,
  });
};
