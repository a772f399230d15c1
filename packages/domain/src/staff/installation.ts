import { z } from "zod";
import { areaLevelOf, parentAreaOf } from "../areas/area-code";
import type { DomainEvent } from "../kernel/event";
import { usernameSchema } from "./commands";

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const areaCode = z
  .string()
  .regex(/^\d{2}\.\d{2}(\.\d{2})?$/, "is no code of a kabupaten or kecamatan");

/** A kecamatan that works with this installation. */
const officePlan = z.strictObject({
  code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, "is no code of a kecamatan (63.11.02)"),
  /** "Kecamatan Halong"; from the master data when absent. */
  name: words(3, 120).optional(),
  /** Begins its case numbers: HLG. */
  letters: z.string().regex(/^[A-Z]{2,5}$/, "is two to five capital letters"),
  deskName: words(3, 120),
  address: words(5, 300),
  phone: words(3, 40),
  openingHours: words(3, 200),
  brand: words(2, 80).optional(),
});

const organizationPlan = z.strictObject({
  sector: words(2, 40),
  areaCode,
  name: words(3, 200),
  /** False: "tanpa akun", the kecamatan records what it answers. */
  hasAccount: z.boolean().default(false),
  phone: words(3, 40).optional(),
});

/** A new installation without demo data, as `npm run setup` reads it. */
export const installationPlan = z.strictObject({
  publicUrl: z.url({ protocol: /^https$/, error: "must be an https:// address" }),
  subdistricts: z.array(officePlan).min(1),
  /** "all": each office of the sector list once a kabupaten or kecamatan, tanpa akun. */
  organizations: z.union([z.literal("all"), z.array(organizationPlan)]).default("all"),
  /** Local days without office; the national ones are in the master data. */
  holidays: z
    .array(z.strictObject({ date: z.iso.date(), areaCode, name: words(3, 120) }))
    .default([]),
  administrator: z.strictObject({
    username: usernameSchema,
    displayName: words(2, 120),
    email: z.email().trim().toLowerCase().max(200).optional(),
    phone: words(3, 24).optional(),
  }),
});
export type InstallationPlan = z.infer<typeof installationPlan>;
/** What may be written in the file: defaults may be left out. */
export type InstallationInput = z.input<typeof installationPlan>;

export interface KnownArea {
  readonly code: string;
  readonly name: string;
}
export interface KnownSector extends KnownArea {
  readonly level: string;
}

/** Codes of every area that a plan names, each kabupaten of its kecamatan included. */
export const areasOfPlan = (plan: InstallationPlan): readonly string[] => {
  const codes = plan.subdistricts.flatMap(({ code }) => [code, parentAreaOf(code) ?? code]);
  const listed = plan.organizations === "all" ? [] : plan.organizations.map((o) => o.areaCode);
  return [...new Set([...codes, ...listed, ...plan.holidays.map((h) => h.areaCode)])];
};

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

const isSubdistrictSector = (sector: KnownSector) => sector.level === "subdistrict";

/** A Puskesmas sits in its kecamatan, a dinas in its kabupaten. */
const isMisplaced = (sector: KnownSector, code: string): boolean =>
  areaLevelOf(code) !== (isSubdistrictSector(sector) ? "subdistrict" : "regency");

/**
 * Why a plan cannot be installed, in words for who wrote it; empty when it can.
 * @param areas those of {@link areasOfPlan} that the master data knows
 */
export const planProblems = (
  plan: InstallationPlan,
  areas: readonly KnownArea[],
  sectors: readonly KnownSector[],
): readonly string[] => {
  const known = new Set(areas.map((a) => a.code));
  const own = new Set(plan.subdistricts.flatMap(({ code }) => [code, parentAreaOf(code) ?? ""]));
  const listed = plan.organizations === "all" ? [] : plan.organizations;
  const unknown = areasOfPlan(plan).filter((code) => !known.has(code));
  const outside = [...listed, ...plan.holidays].filter((p) => !own.has(p.areaCode));
  const strange = listed.filter((o) => !sectors.some((s) => s.code === o.sector));
  const misplaced = listed.filter((o) =>
    sectors.some((s) => s.code === o.sector && isMisplaced(s, o.areaCode)),
  );
  return [
    ...unknown.map((code) => `there is no area ${code}`),
    ...repeated(plan.subdistricts.map((s) => s.code)).map((c) => `kecamatan ${c} stands twice`),
    ...repeated(plan.subdistricts.map((s) => s.letters)).map((l) => `letters ${l} stand twice`),
    ...outside.map(
      (p) => `${p.name} is in ${p.areaCode}, which is no kecamatan or kabupaten of yours`,
    ),
    ...strange.map((o) => `there is no sector ${o.sector}`),
    ...misplaced.map((o) => `${o.name}: an office of ${o.sector} does not sit in ${o.areaCode}`),
  ];
};

export interface PlannedOrganization {
  readonly name: string;
  readonly areaCode: string;
  readonly sectorCode: string;
  readonly hasAccount: boolean;
  readonly phone: string | null;
}

const sectorsWithOffice = ["regency", "subdistrict"];

/** Each sector's office once where it sits, "tanpa akun". @param places codes of kecamatan and kabupaten */
export const officesAround = (
  places: readonly string[],
  areas: readonly KnownArea[],
  sectors: readonly KnownSector[],
): readonly PlannedOrganization[] =>
  sectors
    .filter((sector) => sectorsWithOffice.includes(sector.level))
    .flatMap((sector) =>
      places
        .filter((code) => !isMisplaced(sector, code))
        .map((code) => ({
          name: `${sector.name} ${areas.find((a) => a.code === code)?.name ?? ""}`.trim(),
          areaCode: code,
          sectorCode: sector.code,
          hasAccount: false,
          phone: null,
        })),
    );

/** The offices around the kecamatan: those of the list, or each sector's once where it sits. */
export const organizationsOfPlan = (
  plan: InstallationPlan,
  areas: readonly KnownArea[],
  sectors: readonly KnownSector[],
): readonly PlannedOrganization[] => {
  if (plan.organizations !== "all") {
    return plan.organizations.map(({ sector, phone, ...rest }) => ({
      ...rest,
      sectorCode: sector,
      phone: phone ?? null,
    }));
  }
  return officesAround(areasOfPlan(plan), areas, sectors);
};

/** Counts only: what was set up stands in its own tables. */
export interface InstallationEventPayloads {
  "installation.set-up": { subdistricts: number; organizations: number; holidays: number };
}
export type InstallationEventType = keyof InstallationEventPayloads;

export const setUpEvent = (
  payload: InstallationEventPayloads["installation.set-up"],
): DomainEvent<InstallationEventType, InstallationEventPayloads["installation.set-up"]> => ({
  type: "installation.set-up",
  subject: "installation",
  subdistrictCode: null,
  payload,
});
