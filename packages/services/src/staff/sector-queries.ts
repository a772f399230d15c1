import type { ServiceContext } from "../context";

export interface SectorOption {
  readonly code: string;
  readonly name: string;
  /** "section" of a kecamatan, else where its office sits: village, subdistrict, regency ... */
  readonly level: string;
}

/** Sectors and sections by name, for appointments. Master data: everybody may look. */
export const listSectorOptions = (
  ctx: Pick<ServiceContext, "db">,
): Promise<readonly SectorOption[]> =>
  ctx.db.sector.findMany({
    select: { code: true, name: true, level: true },
    orderBy: { name: "asc" },
  });
