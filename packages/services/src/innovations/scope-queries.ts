import type { Prisma } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { type Permission, permissions } from "@rembuk/domain/access/permissions";
import type { Role } from "@rembuk/domain/access/roles";
import { publishedStatuses } from "@rembuk/domain/innovations/access";

/** What `canOnInnovation` says of a permission, as a condition: a page holds nothing that is then left out. */
export const innovationScope = (
  actor: Actor,
  permission: Permission,
): Prisma.InnovationWhereInput[] =>
  actor.assignments.flatMap((a): Prisma.InnovationWhereInput[] => {
    const reach = (permissions[permission] as Partial<Record<Role, string>>)[a.role];
    if (reach === undefined || a.areaCode === "") return [];
    if (reach === "own-village") return [{ villageCode: a.areaCode }];
    const place = a.areaCode
      .split(".")
      .slice(0, reach === "own-regency" ? 2 : 3)
      .join(".");
    const within: Prisma.InnovationWhereInput =
      place.length === 8
        ? { subdistrictCode: place }
        : place.length === 5
          ? { regencyCode: place }
          : { provinceCode: place };
    if (reach === "own") return [{ ...within, createdById: actor.userId }];
    if (reach === "published") return [{ ...within, status: { in: [...publishedStatuses] } }];
    return [within];
  });
