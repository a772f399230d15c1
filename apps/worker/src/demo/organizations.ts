import type { Database } from "@rembuk/db/client";
import { idOf } from "./chance";
import { type DemoOffice, demoOffices } from "./offices";

export interface DemoOrganization {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly sectorCode: string;
  readonly hasAccount: boolean;
}

/** Offices of the kabupaten that answer here themselves. */
const withAccount = [
  "DPMD",
  "DINSOS",
  "BPBD",
  "DPUPR",
  "DISDIKBUD",
  "INSPEKTORAT",
  "DUKCAPIL",
] as const;

/** Offices "tanpa akun": the responsible of the kecamatan records what they answer. */
const withoutAccount = [
  "DINKES",
  "DISDAG",
  "DISKOMINFO",
  "DPRKP",
  "DISHUB",
  "DISNAKER",
  "BAPPERIDA",
  "DKPP",
  "DISPAR",
  "DISTAN",
  "DLH",
  "PLN",
  "SATPOL_PP",
  "UPTD_PPA",
  "BAGIAN_PEMERINTAHAN",
  "DPPKB",
  "RSUD",
  "PDAM",
] as const;

const regencyNames: Record<string, string> = { "63.11": "Balangan", "35.21": "Ngawi" };

const organization = (
  areaCode: string,
  sectorCode: string,
  name: string,
  hasAccount: boolean,
): DemoOrganization => ({
  id: idOf(`organization/${areaCode}/${sectorCode}`),
  name,
  areaCode,
  sectorCode,
  hasAccount,
});

const puskesmas = (office: DemoOffice): DemoOrganization => {
  const name = office.name.replace("Kecamatan", "Puskesmas");
  return organization(office.subdistrictCode, "PUSKESMAS", name, true);
};

/** Every office of the two kabupaten that cases go to. */
export const demoOrganizations = (
  sectorNames: ReadonlyMap<string, string>,
): readonly DemoOrganization[] => {
  const regencies = [...new Set(demoOffices.map((o) => o.regencyCode))];
  const ofRegency = regencies.flatMap((code) =>
    [...withAccount, ...withoutAccount].map((sector) =>
      organization(
        code,
        sector,
        `${sectorNames.get(sector) ?? sector} ${regencyNames[code] ?? ""}`.trim(),
        withAccount.some((w) => w === sector),
      ),
    ),
  );
  return [...ofRegency, ...demoOffices.map(puskesmas)];
};

/** Offices of the three kecamatan and the organisations around them. */
export const insertPlaces = async (
  db: Database,
  organizations: readonly DemoOrganization[],
  createdAt: Date,
): Promise<void> => {
  await db.office.createMany({
    data: demoOffices.map((o) => ({
      subdistrictCode: o.subdistrictCode,
      name: o.name,
      letters: o.letters,
      deskName: o.deskName,
      address: o.address,
      phone: o.phone,
      openingHours: o.openingHours,
      brand: o.brand,
    })),
    skipDuplicates: true,
  });
  await db.organization.createMany({
    data: organizations.map((o) => ({ ...o, createdAt })),
    skipDuplicates: true,
  });
};
