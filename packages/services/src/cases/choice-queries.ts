import type { Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { subdistrictOf } from "@rembuk/domain/areas/area-code";
import type { ServiceContext } from "../context";
import { officeToday } from "../staff/running-queries";
import { listSectorOptions, type SectorOption } from "../staff/sector-queries";

/** Somebody whose cases can be asked for: an officer, never who reported anything. */
export interface OfficerOption {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly sectorCode: string | null;
}

const officeRoles: readonly Role[] = [
  "triage-officer",
  "section-head",
  "subdistrict-secretary",
  "subdistrict-head",
];
const villageRoles: readonly Role[] = ["village-officer", "village-head"];
const sectorRoles: readonly Role[] = ["sector-partner", "sector-lead", "inspectorate"];

/** Whose colleagues an assignment shows: those of its kecamatan's office, or of its own sector. */
const reachOf = (a: Assignment): { area: string; sector: string | null } | null => {
  if ([...officeRoles, ...villageRoles].includes(a.role)) {
    const area = subdistrictOf(a.areaCode);
    return area === null ? null : { area, sector: null };
  }
  const isSector = sectorRoles.includes(a.role) && a.sectorCode !== null;
  return isSector ? { area: a.areaCode, sector: a.sectorCode } : null;
};

/** The officers among whose cases the reader may choose, by name; empty for readers without an office. */
const listOfficers = async (ctx: ServiceContext): Promise<readonly OfficerOption[]> => {
  const reaches = ctx.actor.assignments.flatMap((a) => reachOf(a) ?? []);
  if (reaches.length === 0) return [];
  const areas = [...new Set(reaches.map((reach) => reach.area))];
  const rows = await ctx.db.$queryRaw<(OfficerOption & { readonly areaCode: string })[]>`
    SELECT u.id AS "userId", u.display_name AS name, r.role, r.area_code AS "areaCode",
      r.sector_code AS "sectorCode"
    FROM running_assignments(${officeToday(ctx.now())}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    WHERE r.behalf_of IS NULL AND r.area_code = ANY(${areas})
      AND r.role = ANY(${[...officeRoles, ...sectorRoles] as string[]})
    ORDER BY u.display_name, u.id LIMIT 400`;
  const shown = rows.filter((row) =>
    reaches.some(({ area, sector }) => {
      if (row.areaCode !== area) return false;
      return sector === null ? officeRoles.includes(row.role) : row.sectorCode === sector;
    }),
  );
  return [
    ...new Map(
      shown.map(({ userId, name, role, sectorCode }) => [
        userId,
        { userId, name, role, sectorCode },
      ]),
    ).values(),
  ];
};

export interface FilterChoices {
  readonly officers: readonly OfficerOption[];
  readonly sectors: readonly SectorOption[];
  /** The kecamatan of readers who work in several; empty for others. */
  readonly subdistricts: readonly { readonly code: string; readonly name: string }[];
}

const listSubdistricts = async (ctx: ServiceContext): Promise<FilterChoices["subdistricts"]> => {
  const areas = [...new Set(ctx.actor.assignments.map((a) => a.areaCode))];
  const wide = areas.filter((code) => code !== "" && subdistrictOf(code) === null);
  if (wide.length === 0) return [];
  return ctx.db.area.findMany({
    where: { level: 3, OR: wide.map((code) => ({ code: { startsWith: `${code}.` } })) },
    select: { code: true, name: true },
    orderBy: { name: "asc" },
    take: 60,
  });
};

/** What the filters of the list offer this reader: names of offices and officers, no case. */
export const listFilterChoices = async (ctx: ServiceContext): Promise<FilterChoices> => {
  const [officers, sectors, subdistricts] = await Promise.all([
    listOfficers(ctx),
    listSectorOptions(ctx),
    listSubdistricts(ctx),
  ]);
  return { officers, sectors, subdistricts };
};
