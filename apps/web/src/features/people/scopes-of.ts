import { type Permission, permissions } from "@rembuk/domain/access/permissions";
import type { Role } from "@rembuk/domain/access/roles";
import type { Scope } from "./people-data";

interface Place {
  readonly role: Role;
  readonly areaCode: string;
  readonly areaName: string | null;
}

/** The areas for which the reader's roles grant a permission, each once, the widest first. */
export function scopesOf(
  places: readonly Place[],
  permission: Permission,
): readonly [Scope, ...Scope[]] {
  const granting = places.filter(({ role }) => role in permissions[permission]);
  const scopes = new Map(
    granting.map(({ areaCode, areaName }) => [areaCode, { code: areaCode, name: areaName ?? "" }]),
  );
  const [first, ...others] = [...scopes.values()].sort((a, b) => a.code.length - b.code.length);
  // The page asked for the permission before: without a place it shows the empty country.
  return [first ?? { code: "", name: "" }, ...others];
}
