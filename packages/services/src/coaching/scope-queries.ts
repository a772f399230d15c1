import { createHash } from "node:crypto";
import type { Prisma } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { type Permission, permissions } from "@rembuk/domain/access/permissions";
import type { Role } from "@rembuk/domain/access/roles";
import type { ServiceContext } from "../context";

interface Reached {
  /** Code of a province, kabupaten or kecamatan. */
  readonly place: string;
  /** Only engagements that the actor coaches, or whose innovation is theirs. */
  readonly only: "coached" | "managed" | null;
}

/** What `canOnEngagement` says of a permission, as places. */
const reached = (actor: Actor, permission: Permission): readonly Reached[] =>
  actor.assignments.flatMap((a): Reached[] => {
    const reach = (permissions[permission] as Partial<Record<Role, string>>)[a.role];
    if (reach === undefined || a.areaCode === "") return [];
    const place = reach === "own-regency" ? a.areaCode.slice(0, 5) : a.areaCode;
    if (reach !== "own-engagement") return [{ place, only: null }];
    return [{ place, only: a.role === "regional-coach" ? "coached" : "managed" }];
  });

/** What the actor reads, as a condition: a page holds nothing that is then left out. */
export const coachingScope = (actor: Actor): Prisma.CoachingEngagementWhereInput[] =>
  reached(actor, "coaching.read").map(({ place, only }) => {
    const within: Prisma.CoachingEngagementWhereInput =
      place.length === 8
        ? { subdistrictCode: place }
        : place.length === 5
          ? { regencyCode: place }
          : { provinceCode: place };
    if (only === null) return within;
    return only === "coached"
      ? { ...within, coachIds: { has: actor.userId } }
      : { ...within, innovations: { some: { innovation: { createdById: actor.userId } } } };
  });

type SqlType = "text" | "uuid" | "uuid[]" | "date" | "timestamptz" | "int";
/** Values of a statement, the place of each in its text, and a name for a text that differs with the reader's roles. */
export interface Bound {
  readonly values: unknown[];
  readonly bind: (value: unknown, type: SqlType) => string;
  readonly nameOf: (what: string, text: string) => string;
}
export const bound = (): Bound => {
  const values: unknown[] = [];
  return {
    values,
    bind: (value, type) => `$${values.push(value)}::${type}`,
    nameOf: (what, text) =>
      `${what}_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`,
  };
};

const placeColumn = (place: string) =>
  place.length === 8 ? "subdistrict_code" : place.length === 5 ? "regency_code" : "province_code";

/**
 * The same for any permission as SQL over `e` (the engagement) and a table that carries its places; null: it reaches
 * nothing. With one assignment it begins with an equality that an index can begin with.
 */
export const engagementReach = (
  actor: Actor,
  permission: Permission,
  places: "e" | "c" | "s",
  { bind }: Bound,
): string | null => {
  const all = reached(actor, permission).map(({ place, only }) => {
    // Whoever reaches a kabupaten walks the index of its province.
    const province = `${places}.province_code = ${bind(place.slice(0, 2), "text")}`;
    const within = `${province} AND ${places}.${placeColumn(place)} = ${bind(place, "text")}`;
    if (only === null) return `(${within})`;
    const me = bind(actor.userId, "uuid");
    return only === "coached"
      ? `(${within} AND ${me} = ANY (e.coach_ids))`
      : `(${within} AND EXISTS (SELECT 1 FROM coaching_innovation own
          JOIN innovation i ON i.id = own.innovation_id
          WHERE own.engagement_id = e.id AND i.created_by_id = ${me}))`;
  });
  return all.length === 0 ? null : `(${all.join(" OR ")})`;
};

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
