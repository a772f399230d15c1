import type { Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";

/** Whose board it is: it decides what stands first. */
export type BoardKind = "leaders" | "desk" | "section" | "sector" | "regency" | "village";

const kindOf: readonly (readonly [BoardKind, readonly Role[]])[] = [
  ["leaders", ["subdistrict-head", "subdistrict-secretary"]],
  ["desk", ["triage-officer"]],
  ["section", ["section-head"]],
  ["sector", ["sector-partner", "sector-lead"]],
  ["regency", ["regency-officer"]],
  ["village", ["village-officer", "village-head"]],
];

/** Several roles read the board of the one that looks over most. */
export const boardKind = (assignments: readonly Assignment[]): BoardKind =>
  kindOf.find(([, roles]) => assignments.some((a) => roles.includes(a.role)))?.[0] ?? "village";
