import { partyOf, sections } from "@rembuk/domain/cases/routing";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import { findOffice, listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { loadSectors } from "./category-queries";

/** A unit that a case may complain of, as forms offer it. */
export interface ReportedUnitOption {
  /** `63.11.07.2009`, `63.11.07`, `63.11.07:KASI_PMD`, `63.11:DPMD` */
  readonly key: string;
  readonly name: string;
  readonly kind: "village" | "office" | "section" | "sector";
}

export const reportedUnitsInput = z.object({
  subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
});

/** The inspectorate hears complaints; one about itself is brought to the regency outside of here. */
const isReportable = (code: string): boolean =>
  code !== "INSPEKTORAT" &&
  !code.startsWith("KEC_") &&
  !(sections as readonly string[]).includes(code);

/** Every unit that a case of a kecamatan may complain of: villages, the office, its sections, sectors. */
export const listReportedUnits = async (
  ctx: Pick<ServiceContext, "db">,
  { subdistrictCode }: z.infer<typeof reportedUnitsInput>,
): Promise<readonly ReportedUnitOption[]> => {
  const [villages, office, sectors] = await Promise.all([
    listVillages(ctx.db, subdistrictCode),
    findOffice(ctx.db, subdistrictCode),
    loadSectors(ctx.db, ""),
  ]);
  const place = { subdistrictCode, regencyCode: subdistrictCode.slice(0, 5) };
  const nameOf = (code: string) => sectors.get(code)?.name ?? code;
  return [
    ...villages.map((v) => ({ key: v.code, name: v.name, kind: "village" as const })),
    { key: subdistrictCode, name: office?.name ?? subdistrictCode, kind: "office" as const },
    ...sections.map((code) => ({
      key: `${subdistrictCode}:${code}`,
      name: nameOf(code),
      kind: "section" as const,
    })),
    ...[...sectors.values()]
      .filter((sector) => isReportable(sector.code))
      .map((sector) => ({
        key: partyOf(place, sector),
        name: sector.name,
        kind: "sector" as const,
      })),
  ];
};

/** The name of the unit a case complains of; null when it names none. */
export const nameReportedUnit = async (
  ctx: Pick<ServiceContext, "db">,
  subdistrictCode: string,
  key: string | null,
): Promise<string | null> => {
  if (key === null) return null;
  const units = await listReportedUnits(ctx, { subdistrictCode });
  return units.find((unit) => unit.key === key)?.name ?? key;
};

/** @throws invalid REPORTED_UNIT_UNKNOWN for a unit that is not of this kecamatan or its kabupaten */
export const requireReportedUnit = async (
  ctx: Pick<ServiceContext, "db">,
  subdistrictCode: string,
  key: string | null | undefined,
): Promise<string | null> => {
  if (!key) return null;
  const units = await listReportedUnits(ctx, { subdistrictCode });
  if (units.some((unit) => unit.key === key)) return key;
  throw new DomainError("invalid", "REPORTED_UNIT_UNKNOWN", { field: "reportedParty" });
};
