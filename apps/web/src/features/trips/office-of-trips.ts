import type { Actor } from "@rembuk/domain/access/actor";
import { type Permission, permissions, type Reach } from "@rembuk/domain/access/permissions";
import type { Role } from "@rembuk/domain/access/roles";

/** The kecamatan in whose office the reader holds this; null for villages and crews. */
export const officeOfTrips = (
  { assignments }: Pick<Actor, "assignments">,
  permission: Permission,
): string | null => {
  const grants = permissions[permission] as Partial<Record<Role, Reach>>;
  return assignments.find((a) => grants[a.role] === "own-subdistrict")?.areaCode ?? null;
};
