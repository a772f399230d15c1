import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { chance, idOf } from "./chance";
import { drawPerson, fictional } from "./names";
import { type DemoOffice, demoOffices } from "./offices";
import { partnerId, partnerPlaces } from "./organizations";
import { winners } from "./texts/east-java-batch";

export interface Village {
  readonly code: string;
  readonly name: string;
}

/** A person of the demonstration in one role. */
export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly areaCode: string;
  readonly sectorCode: string | null;
  readonly organizationId: string | null;
  readonly clearance: boolean;
  readonly userId: string;
  readonly assignmentId: string;
  /** First and last day in office, "2024-01-02", where it is not that of everybody. */
  readonly startsOn?: string;
  readonly endsOn?: string;
}

type Part = Pick<DemoAccount, "role" | "areaCode"> &
  Partial<Pick<DemoAccount, "sectorCode" | "clearance">>;

/** Names that the screens of the design show. */
const knownNames: Readonly<Record<string, string>> = {
  "parsel.triase": "Nurlaila",
  "parsel.kasi-kessos": "Hasnah",
  "parsel.kasi-pemerintahan": "Yulian",
  "parsel.kasi-pelayanan": "Zaini",
  "parsel.kasi-trantib": "Darma",
  "halong.ketua-kunjungan": "Baderun Nafis",
  "halong.lapangan-1": "Masrani Saleh",
  "halong.lapangan-2": "Fitriani Kaspul",
  "halong.pengelola-inovasi": "Rahmiyati Husna",
  "balangan.bapperida": "Mukarram Anshari",
  "kalsel.pembina": "Wardatul Jannah",
  "jatim.pembina": "Satria Bima Wirayuda",
  "warga.siti": "Siti Aminah",
  "warga.utuh": "Utuh Hasan",
  "warga.slamet": "Slamet Widodo",
};

const knownFirstNames = new Set(Object.values(knownNames).map((name) => name.split(" ")[0]));

/** Colleagues share no first name where that can be helped: people are told apart by it. */
const nameOf = (username: string, region: DemoOffice["region"], taken: Set<string>): string => {
  const known = knownNames[username];
  if (known) return fictional(known);
  const draw = chance(`name/${username}`);
  const group = username.split(".")[0];
  let { name } = drawPerson(draw, region);
  const first = () => name.split(" ")[0] ?? "";
  const isTaken = () =>
    taken.has(name) || knownFirstNames.has(first()) || taken.has(`${group}/${first()}`);
  for (let tries = 0; tries < 80 && isTaken(); tries += 1) ({ name } = drawPerson(draw, region));
  taken.add(`${group}/${first()}`);
  taken.add(name);
  return name;
};

/** An account that has no name yet. */
type Post = Omit<DemoAccount, "name"> & { readonly region: DemoOffice["region"] };

const account = (username: string, part: Part, region: DemoOffice["region"]): Post => ({
  sectorCode: null,
  clearance: false,
  ...part,
  username,
  region,
  organizationId: part.sectorCode && hasOffice(part.role) ? officeIdOf(part) : null,
  userId: idOf(`user/${username}`),
  assignmentId: idOf(`assignment/${username}`),
});

const hasOffice = (role: Role): boolean =>
  role === "sector-partner" || role === "sector-lead" || role === "inspectorate";
const officeIdOf = (part: Part): string => idOf(`organization/${part.areaCode}/${part.sectorCode}`);

export const slugOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const sections = ["PEMERINTAHAN", "PMD", "KESSOS", "TRANTIB", "PELAYANAN"] as const;

const staffOf = (o: DemoOffice): readonly Post[] => {
  const of = (name: string, part: Omit<Part, "areaCode">) =>
    account(`${o.prefix}.${name}`, { ...part, areaCode: o.subdistrictCode }, o.region);
  return [
    of("triase", { role: "triage-officer" }),
    of("triase-2", { role: "triage-officer" }),
    ...sections.map((s) =>
      of(`kasi-${s.toLowerCase()}`, { role: "section-head", sectorCode: `KASI_${s}` }),
    ),
    of("sekcam", { role: "subdistrict-secretary", sectorCode: "SEKCAM", clearance: true }),
    of("camat", { role: "subdistrict-head", clearance: true }),
    of("admin", { role: "subdistrict-admin" }),
    of("puskesmas", { role: "sector-partner", sectorCode: "PUSKESMAS" }),
  ];
};

const villageOfficers = (o: DemoOffice, villages: readonly Village[]): readonly Post[] =>
  villages.map((v) =>
    account(
      `${o.prefix}.${slugOf(v.name)}`,
      { role: "village-officer", areaCode: v.code },
      o.region,
    ),
  );

const regencySectors = ["DPMD", "DINSOS", "BPBD", "DPUPR", "DISDIKBUD", "DUKCAPIL"] as const;

const regencyStaff = (o: DemoOffice): readonly Post[] => {
  const of = (name: string, part: Omit<Part, "areaCode">) =>
    account(`${o.regencyPrefix}.${name}`, { ...part, areaCode: o.regencyCode }, o.region);
  return [
    ...regencySectors.map((s) => of(s.toLowerCase(), { role: "sector-partner", sectorCode: s })),
    of("dpmd-kabid", { role: "sector-lead", sectorCode: "DPMD", clearance: true }),
    of("inspektorat", { role: "inspectorate", sectorCode: "INSPEKTORAT", clearance: true }),
    of("bagpem", { role: "regency-officer" }),
    of("auditor", { role: "auditor" }),
  ];
};

/** Village heads, residents and helpers, where a screen needs one. */
const single = (username: string, role: Role, areaCode: string, region: DemoOffice["region"]) =>
  account(username, { role, areaCode }, region);

const others = (): readonly Post[] => [
  single("halong.liyu-kades", "village-head", "63.11.02.2014", "meratus"),
  single("parsel.murung-abuin-kades", "village-head", "63.11.07.2009", "balangan"),
  single("paron.semen-kades", "village-head", "35.21.10.2003", "ngawi"),
  single("halong.liyu-bpd", "village-council", "63.11.02.2014", "meratus"),
  single("paron.semen-relawan", "volunteer", "35.21.10.2003", "ngawi"),
  single("warga.siti", "reporter", "63.11.07.2009", "balangan"),
  single("warga.utuh", "reporter", "63.11.02.2014", "meratus"),
  single("warga.slamet", "reporter", "35.21.10.2003", "ngawi"),
  single("halong.ketua-kunjungan", "trip-lead", "63.11.02", "meratus"),
  single("halong.lapangan-1", "field-officer", "63.11.02", "meratus"),
  single("halong.lapangan-2", "field-officer", "63.11.02", "meratus"),
  single("sistem.admin", "administrator", "", "balangan"),
];

/** Who registers, reviews and follows innovations. */
const innovators = (): readonly Post[] => [
  single("halong.pengelola-inovasi", "innovation-manager", "63.11.02", "meratus"),
  single("balangan.bapperida", "innovation-verifier", "63.11", "balangan"),
  single("kalsel.pembina", "regional-coach", "63", "balangan"),
];

/** East Java's coaches, and camat and manager of each kecamatan that won (seed 003). */
const coached = (): readonly Post[] => {
  const startsOn = "2024-01-02";
  const of = (username: string, role: Role, areaCode: string): Post => ({
    ...{ ...single(username, role, areaCode, "ngawi"), startsOn },
  });
  return [
    of("jatim.pembina", "regional-coach", "35"),
    of("jatim.ketua-pembina", "coach-lead", "35"),
    ...winners.flatMap(({ prefix, subdistrictCode }) => [
      of(`${prefix}.camat`, "subdistrict-head", subdistrictCode),
      of(`${prefix}.pengelola`, "innovation-manager", subdistrictCode),
    ]),
    of("junrejo.camat-baru", "subdistrict-head", "35.79.03"),
  ].map((post) => {
    if (post.username === "junrejo.camat") return { ...post, endsOn: "2026-08-31" };
    return post.username === "junrejo.camat-baru" ? { ...post, startsOn: "2026-09-01" } : post;
  });
};

/** One person of each partner that works here itself. */
const partnerStaff = (): readonly Post[] =>
  partnerPlaces.map(({ slug, areaCode }) => {
    const region = areaCode.startsWith("35") ? "ngawi" : "balangan";
    const post = account(`mitra.${slug}`, { role: "partner-organisation", areaCode }, region);
    return { ...post, organizationId: partnerId(slug) };
  });

/** Everybody who can sign in to the demonstration. */
export const demoAccounts = (
  villagesOf: (subdistrictCode: string) => readonly Village[],
): readonly DemoAccount[] => {
  const regencies = [...new Map(demoOffices.map((o) => [o.regencyCode, o])).values()];
  const posts = [
    ...demoOffices.flatMap(staffOf),
    ...demoOffices.flatMap((o) => villageOfficers(o, villagesOf(o.subdistrictCode))),
    ...regencies.flatMap(regencyStaff),
    ...others(),
    ...partnerStaff(),
    // Last, so that nobody before them gets another name.
    ...innovators(),
    ...coached(),
  ];
  const taken = new Set<string>();
  return posts.map(({ region, ...post }) => ({
    ...post,
    name: nameOf(post.username, region, taken),
  }));
};

/** The account as use cases see it. */
export const actorOf = (a: DemoAccount): Actor => {
  const assignment: Assignment = {
    id: a.assignmentId,
    role: a.role,
    areaCode: a.areaCode,
    sectorCode: a.sectorCode,
    organizationId: a.organizationId,
    clearance: a.clearance,
  };
  return { userId: a.userId, name: a.name, assignments: [assignment] };
};
