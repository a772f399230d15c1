import type { Database } from "@rembuk/db/client";
import type { ServiceContext } from "../context";
import { type Remembered, remembered } from "../kernel/remembered";

export interface AreaSummary {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly zone: string;
  /** "Kec. Halong, Kabupaten Balangan": names repeat, so a place is always shown with what holds it. */
  readonly within: string;
}

const like = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/**
 * Areas by name or code, best first. Master data: everybody may look.
 * @param under only inside this area; "" for the whole country
 */
export const searchAreas = async (
  ctx: Pick<ServiceContext, "db">,
  input: {
    readonly text: string;
    readonly under: string;
    readonly level?: number;
    readonly limit: number;
  },
): Promise<readonly AreaSummary[]> => {
  const text = input.text.trim().toLowerCase();
  const prefix = input.under === "" ? "%" : `${like(input.under)}.%`;
  return ctx.db.$queryRaw<AreaSummary[]>`
    SELECT a.code, a.name, a.level, a.zone,
      concat_ws(', ', CASE WHEN a.level = 4 THEN 'Kec. ' || p.name ELSE p.name END, CASE WHEN a.level = 4 THEN g.name END) AS within
    FROM area a LEFT JOIN area p ON p.code = a.parent_code LEFT JOIN area g ON g.code = p.parent_code
    WHERE (a.search_name LIKE ${`%${like(text)}%`} OR a.code LIKE ${`${like(text)}%`})
      AND a.code LIKE ${prefix} AND (${input.level ?? null}::int IS NULL OR a.level = ${input.level ?? null}::int)
    ORDER BY a.search_name NOT LIKE ${`${like(text)}%`}, a.level, length(a.name), a.code
    LIMIT ${input.limit}`;
};

/** The villages of a kecamatan, by name. */
export const listVillages: (
  db: Database,
  subdistrictCode: string,
) => Promise<readonly AreaSummary[]> = remembered(async (db: Database, subdistrictCode: string) => {
  const [parent, rows] = await Promise.all([
    db.area.findUnique({ where: { code: subdistrictCode } }),
    db.area.findMany({ where: { parentCode: subdistrictCode }, orderBy: { name: "asc" } }),
  ]);
  return rows.map((a) => ({
    code: a.code,
    name: a.name,
    level: a.level,
    zone: a.zone,
    within: `Kec. ${parent?.name ?? ""}`,
  }));
});

export interface OfficeSummary {
  readonly subdistrictCode: string;
  readonly name: string;
  readonly letters: string;
  readonly deskName: string;
  readonly address: string;
  readonly phone: string;
  readonly openingHours: string;
  readonly zone: string;
  readonly regencyName: string;
}

/** What a kecamatan's screens and paper carry; null where the kecamatan does not work with Rembuk. */
export const findOffice: Remembered<Database, OfficeSummary | null> = remembered(
  async (db: Database, subdistrictCode: string) => {
    const [office, area, regency] = await Promise.all([
      db.office.findUnique({ where: { subdistrictCode } }),
      db.area.findUnique({ where: { code: subdistrictCode } }),
      db.area.findUnique({ where: { code: subdistrictCode.slice(0, 5) } }),
    ]);
    if (!office || !area) return null;
    const { brand: _, ...rest } = office;
    return { ...rest, zone: area.zone, regencyName: regency?.name ?? "" };
  },
);

/** Every office of this installation, by regency and name, for who does not know its code. */
export const listOffices: Remembered<Database, readonly OfficeSummary[]> = remembered(
  async (db: Database) => {
    const rows = await db.office.findMany({ select: { subdistrictCode: true } });
    const offices = await Promise.all(rows.map((row) => findOffice(db, row.subdistrictCode)));
    return offices
      .filter((office) => office !== null)
      .sort((a, b) => a.regencyName.localeCompare(b.regencyName) || a.name.localeCompare(b.name));
  },
);

/** One of them was saved: this process reads them anew at once, the others within a minute. */
export const forgetOffices = (db: Database): void => {
  findOffice.forget(db);
  listOffices.forget(db);
};

/** Names of sectors and sections by code. */
export const loadSectorNames: (db: Database, key: "") => Promise<ReadonlyMap<string, string>> =
  remembered(
    async (db: Database) => new Map((await db.sector.findMany()).map((s) => [s.code, s.name])),
  );
