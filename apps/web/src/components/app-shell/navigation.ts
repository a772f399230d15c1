import type { Assignment } from "@rembuk/domain/access/actor";
import { type Permission, permissions } from "@rembuk/domain/access/permissions";
import { areasOf } from "@rembuk/domain/access/policy";
import type { Role } from "@rembuk/domain/access/roles";

/** Keys of `nav.*` in the wording and of the counts that slices may give. */
export type NavKey =
  | "home"
  | "queue"
  | "villageCases"
  | "sectorCases"
  | "desk"
  | "newCase"
  | "board"
  | "impact"
  | "families"
  | "programs"
  | "trips"
  | "innovations"
  | "coaching"
  | "field"
  | "people"
  | "rules"
  | "onboarding"
  | "duty"
  | "audit"
  | "retention"
  | "assessment"
  | "operations"
  | "mailbox";

export interface NavItem {
  readonly key: NavKey;
  readonly href: string;
}

/** Every place that a key or the palette leads to: those of the rail, and those behind another page. */
export type PlaceKey = NavKey | "notifications" | "calendar" | "retention" | "glass" | "account";

export interface Place {
  readonly key: PlaceKey;
  readonly href: string;
}

const VILLAGE: readonly Role[] = [
  "village-officer",
  "village-head",
  "village-council",
  "volunteer",
  "reporter",
];
/** Whose work innovations are; others who may read them go there by name. */
const INNOVATION: readonly Role[] = [
  "innovation-manager",
  "innovation-verifier",
  "regional-coach",
  "coach-lead",
  "subdistrict-secretary",
  "subdistrict-head",
  "village-head",
];
/** Whose work coaching is; others who may read it go there by name. */
const COACHING: readonly Role[] = [
  "innovation-manager",
  "regional-coach",
  "coach-lead",
  "subdistrict-secretary",
  "subdistrict-head",
];
const SECTOR: readonly Role[] = ["sector-partner", "sector-lead", "inspectorate"];

const holdsAny = (assignments: readonly Assignment[], wanted: readonly Role[]) =>
  assignments.some((a) => wanted.includes(a.role));

const allows = (assignments: readonly Assignment[], permission: Permission) =>
  assignments.some((a) => a.role in permissions[permission]);

/** Of the sections the one of social welfare alone reads the registry of families. */
const readsRegistry = (assignments: readonly Assignment[]) =>
  areasOf({ userId: "", name: "", assignments }, "resident.read").length > 0;

/** The list of cases under the name that fits the reader's work; several roles see the widest. */
function casesItem(assignments: readonly Assignment[]): NavItem | null {
  if (!allows(assignments, "case.read")) return null;
  const others = assignments.filter((a) => a.role in permissions["case.read"]);
  if (others.every((a) => VILLAGE.includes(a.role)))
    return { key: "villageCases", href: "/antrean" };
  if (others.every((a) => SECTOR.includes(a.role))) return { key: "sectorCases", href: "/antrean" };
  return { key: "queue", href: "/antrean" };
}

/**
 * Places a person may go, in the order of their day. It hides what every use case would refuse
 * anyway; it protects nothing.
 */
export function navigationFor(assignments: readonly Assignment[], demo: boolean): NavItem[] {
  const isDesk = holdsAny(assignments, ["triage-officer"]);
  const isOfficer = holdsAny(assignments, ["triage-officer", "section-head"]);
  const opensElsewhere = allows(assignments, "case.open") && !isDesk;
  const items: (NavItem | null)[] = [
    { key: "home", href: "/" },
    casesItem(assignments),
    isDesk ? { key: "desk", href: "/loket" } : null,
    opensElsewhere ? { key: "newCase", href: "/kasus/baru" } : null,
    allows(assignments, "board.read") ? { key: "board", href: "/papan" } : null,
    allows(assignments, "impact.read") ? { key: "impact", href: "/dampak" } : null,
    readsRegistry(assignments) ? { key: "families", href: "/keluarga" } : null,
    allows(assignments, "program.read") ? { key: "programs", href: "/bantuan" } : null,
    allows(assignments, "trip.read") ? { key: "trips", href: "/kunjungan" } : null,
    holdsAny(assignments, INNOVATION) ? { key: "innovations", href: "/inovasi" } : null,
    holdsAny(assignments, COACHING) ? { key: "coaching", href: "/pembinaan" } : null,
    allows(assignments, "handover.record") ? { key: "field", href: "/lapangan" } : null,
    allows(assignments, "user.read") ? { key: "people", href: "/pengguna" } : null,
    allows(assignments, "rules.edit") ? { key: "rules", href: "/aturan" } : null,
    allows(assignments, "office.prepare") ? { key: "onboarding", href: "/persiapan" } : null,
    // Where people are kept, the roster stands beside them; others of the office need their own way.
    isOfficer && !allows(assignments, "user.read") ? { key: "duty", href: "/piket" } : null,
    allows(assignments, "audit.read") ? { key: "audit", href: "/jejak-audit" } : null,
    // Who reads the trail finds it there.
    allows(assignments, "retention.read") && !allows(assignments, "audit.read")
      ? { key: "retention", href: "/retensi" }
      : null,
    allows(assignments, "review.criteria")
      ? { key: "assessment", href: "/inovasi/penilaian" }
      : null,
    allows(assignments, "operations.read") ? { key: "operations", href: "/operasi" } : null,
    demo ? { key: "mailbox", href: "/kotak-surat" } : null,
  ];
  return items.filter((item) => item !== null);
}

/** Where a person may go by key or palette: the rail first, then what stands behind other pages. */
export function placesFor(assignments: readonly Assignment[], demo: boolean): Place[] {
  const rail: readonly Place[] = navigationFor(assignments, demo);
  const asked = (key: PlaceKey, href: string, permission: Permission): Place[] =>
    allows(assignments, permission) && !rail.some((place) => place.key === key)
      ? [{ key, href }]
      : [];
  return [
    ...rail,
    { key: "notifications", href: "/pemberitahuan" },
    ...asked("duty", "/piket", "duty.read"),
    ...asked("innovations", "/inovasi", "innovation.read"),
    ...asked("coaching", "/pembinaan", "coaching.read"),
    { key: "calendar", href: "/kalender" },
    ...asked("retention", "/retensi", "retention.read"),
    ...asked("glass", "/buka-darurat", "glass.break"),
    { key: "account", href: "/akun" },
  ];
}
