import type { Database } from "@rembuk/db/client";
import { organizationParty } from "@rembuk/domain/access/party-key";
import { type OrganizationKind, organizationSector } from "@rembuk/domain/staff/organizations";
import { idOf } from "./chance";
import { fictional } from "./names";
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

interface DemoPartner {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly areaCode: string;
  readonly agreementNumber: string;
  /** Name and phone of whom to call. */
  readonly contact: readonly [name: string, position: string, phone: string];
}

const partner = (
  slug: string,
  kind: OrganizationKind,
  areaCode: string,
  of: Pick<DemoPartner, "agreementNumber" | "contact"> & { readonly name: string },
): DemoPartner => ({
  ...of,
  id: idOf(`organization/mitra/${slug}`),
  name: fictional(of.name),
  ...{ kind, areaCode },
});

/** Partners around the three kecamatan: NGOs, companies, a university, a group of kader. */
const demoPartners: readonly DemoPartner[] = [
  partner("banua-sehat", "ngo", "63.11", {
    name: "Yayasan Banua Sehat",
    agreementNumber: "119/07/MoU/DINKES-BLG",
    contact: ["Rusmiati Intan (fiktif)", "Ketua", "0860-0000-0141"],
  }),
  partner("sarana-meratus", "company", "63.11.07", {
    name: "PT Sarana Meratus",
    agreementNumber: "005/14/MoU/KEC-PRS",
    contact: ["Fahrul Anwar (fiktif)", "Staf TJSL", "0860-0000-0142"],
  }),
  partner("politeknik", "university", "63.11", {
    name: "Politeknik Banua",
    agreementNumber: "420/21/MoU/BAPPERIDA-BLG",
    contact: ["Hatmiah Yanti (fiktif)", "Ketua LPPM", "0860-0000-0143"],
  }),
  partner("peduli-ngawi", "ngo", "35.21", {
    name: "Yayasan Peduli Ngawi",
    agreementNumber: "119/33/MoU/DINKES-NGW",
    contact: ["Winarsih Utami (fiktif)", "Sekretaris", "0860-0000-0144"],
  }),
  partner("kader-paron", "cadres", "35.21.10", {
    name: "Kelompok Kader Paron",
    agreementNumber: "188.4/12/SK/KEC-PRN",
    contact: ["Sundari Rahayu (fiktif)", "Koordinator", "0860-0000-0145"],
  }),
];

/** Partners with people who sign in here. */
export const partnerPlaces = [
  { slug: "banua-sehat", areaCode: "63.11" },
  { slug: "sarana-meratus", areaCode: "63.11.07" },
  { slug: "peduli-ngawi", areaCode: "35.21" },
] as const;

export const partnerId = (slug: string): string => idOf(`organization/mitra/${slug}`);

/** Whom a kecamatan asks for help beside its offices: the foundation, and its company where it has one. */
export const partnersOf = (office: DemoOffice) => {
  const of = (kind: OrganizationKind) => {
    const places = [office.subdistrictCode, office.regencyCode];
    const found = demoPartners.find((p) => p.kind === kind && places.includes(p.areaCode));
    return found ? organizationParty(found.id) : null;
  };
  return { foundation: of("ngo"), company: of("company") };
};
export type PartnersOfOffice = ReturnType<typeof partnersOf>;

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
  await insertPartners(db, createdAt);
};

const insertPartners = async (db: Database, createdAt: Date): Promise<void> => {
  const year = createdAt.getUTCFullYear();
  await db.organization.createMany({
    data: demoPartners.map(({ contact: _, agreementNumber, ...one }) => ({
      ...one,
      agreementNumber: `${agreementNumber}/${year - 1}`,
      sectorCode: organizationSector(one.kind),
      startsOn: new Date(Date.UTC(year - 1, 0, 2)),
      endsOn: new Date(Date.UTC(year + 2, 11, 31)),
      createdAt,
    })),
    skipDuplicates: true,
  });
  await db.organizationContact.createMany({
    data: demoPartners.map(({ id, areaCode, contact: [name, job, phone] }) => ({
      ...{ organizationId: id, position: 0, areaCode, name, job, phone },
    })),
    skipDuplicates: true,
  });
};
