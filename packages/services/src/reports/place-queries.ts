import type { Database } from "@rembuk/db/client";
import { findOffice } from "../areas/queries";

export interface PaperPlace {
  /** "Kecamatan Paringin Selatan", "Kabupaten Balangan", "Desa Lingsir, Kec. Paringin Selatan" */
  readonly placeName: string;
  readonly zone: string;
}

/** What a paper says it is of. */
export const placeOfPaper = async (db: Database, areaCode: string): Promise<PaperPlace> => {
  const area = await db.area.findUnique({ where: { code: areaCode } });
  const zone = area?.zone ?? "WIB";
  const name = area?.name ?? areaCode;
  if (areaCode.length === 13) {
    const parent = await db.area.findUnique({ where: { code: areaCode.slice(0, 8) } });
    const kind = /\.1\d{3}$/.test(areaCode) ? "Kelurahan" : "Desa";
    return { placeName: `${kind} ${name}, Kec. ${parent?.name ?? ""}`, zone };
  }
  const office = areaCode.length === 8 ? await findOffice(db, areaCode) : null;
  if (office) return { placeName: office.name, zone };
  return { placeName: areaCode.length === 8 ? `Kecamatan ${name}` : name, zone };
};
