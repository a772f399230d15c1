import type { Prisma } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { permissions } from "@rembuk/domain/access/permissions";
import type { Role } from "@rembuk/domain/access/roles";
import type { ServiceContext } from "../context";

/** What `canOnEngagement` says of reading, as a condition: a page holds nothing that is then left out. */
export const coachingScope = (actor: Actor): Prisma.CoachingEngagementWhereInput[] =>
  actor.assignments.flatMap((a): Prisma.CoachingEngagementWhereInput[] => {
    const reach = (permissions["coaching.read"] as Partial<Record<Role, string>>)[a.role];
    if (reach === undefined || a.areaCode === "") return [];
    const place = reach === "own-regency" ? a.areaCode.slice(0, 5) : a.areaCode;
    const within: Prisma.CoachingEngagementWhereInput =
      place.length === 8
        ? { subdistrictCode: place }
        : place.length === 5
          ? { regencyCode: place }
          : { provinceCode: place };
    if (reach !== "own-engagement") return [within];
    return a.role === "regional-coach"
      ? [{ ...within, coachIds: { has: actor.userId } }]
      : [{ ...within, innovations: { some: { innovation: { createdById: actor.userId } } } }];
  });

/** "Kawedanan, Kabupaten Magetan" by the code of a kecamatan: names repeat in a province. */
export const placeNames = async (
  ctx: ServiceContext,
  codes: readonly string[],
): Promise<(code: string) => string> => {
  const wanted = codes.flatMap((code) => [code, code.slice(0, 5)]);
  const rows = await ctx.db.area.findMany({
    where: { code: { in: [...new Set(wanted)] } },
    select: { code: true, name: true },
  });
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code) => {
    const regency = names.get(code.slice(0, 5));
    return [names.get(code) ?? code, ...(regency && code.length > 5 ? [regency] : [])].join(", ");
  };
};
