import type { Role } from "../access/roles";
import { areaLevelOfRole } from "../access/roles";
import { parsePhone } from "../beneficiaries/phone";
import { usernameSchema } from "../staff/commands";
import { letterDistance, type NamedChoice, plainName, proposeName } from "./near-names";
import { type Cell, cellPhone, cellText } from "./sheet-cells";

export const peopleFields = [
  "name",
  "role",
  "place",
  "username",
  "phone",
  "email",
  "decree",
] as const;
export type PeopleField = (typeof peopleFields)[number];

/** Headings of the template; the first stands in it. */
export const peopleHeadings: Readonly<Record<PeopleField, readonly string[]>> = {
  name: ["Nama lengkap", "Nama"],
  role: ["Peran", "Jabatan"],
  place: ["Desa atau seksi", "Desa", "Seksi", "Unit"],
  username: ["Nama pengguna", "Username"],
  phone: ["Telepon", "No HP", "Nomor HP", "HP", "WhatsApp"],
  email: ["Email", "Surel", "E-mail"],
  decree: ["Nomor SK", "No SK", "SK"],
};

/** What a role is called in a list of people; the first stands in the template. */
export const roleWords: readonly (readonly [Role, readonly string[]])[] = [
  ["triage-officer", ["Petugas loket", "Petugas triase", "Operator kecamatan", "Petugas meja"]],
  ["subdistrict-head", ["Camat"]],
  ["subdistrict-secretary", ["Sekcam", "Sekretaris kecamatan"]],
  ["section-head", ["Kasi", "Kepala seksi"]],
  ["village-officer", ["Aparat desa", "Operator desa", "Perangkat desa"]],
  ["village-head", ["Kepala desa", "Lurah", "Kades"]],
  ["village-council", ["BPD", "LKD", "LPM"]],
  ["volunteer", ["Relawan"]],
  ["field-officer", ["Petugas lapangan"]],
  ["subdistrict-admin", ["Admin kecamatan"]],
];

export const peopleProblems = [
  "MISSING",
  "ROLE_UNKNOWN",
  "ROLE_NOT_YOURS",
  "PLACE_UNKNOWN",
  "USERNAME_INVALID",
  "REPEATED",
  "PHONE_INVALID",
  "EMAIL_INVALID",
  "TOO_LONG",
  "USERNAME_TAKEN",
  "PHONE_TAKEN",
  "EMAIL_TAKEN",
] as const;
export type PeopleProblemCode = (typeof peopleProblems)[number];

export interface PeopleProblem {
  readonly row: number;
  readonly field: PeopleField;
  readonly code: PeopleProblemCode;
}

/** A row of a list of people that can become an account and its first role. */
export interface PeopleRow {
  readonly row: number;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly areaCode: string;
  readonly sectorCode: string | null;
  readonly decree: string | null;
}

export interface PeopleReading {
  readonly columns: Readonly<Record<PeopleField, number | null>>;
  readonly subdistrictCode: string;
  readonly villages: readonly NamedChoice[];
  readonly sections: readonly NamedChoice[];
  readonly assignable: readonly Role[];
}

/** Which column means what, by its heading; a wrong letter is forgiven. */
export const peopleColumns = (
  headings: readonly string[],
): Readonly<Record<PeopleField, number | null>> => {
  const found: Record<PeopleField, number | null> = {
    ...{ name: null, role: null, place: null, username: null },
    ...{ phone: null, email: null, decree: null },
  };
  for (const most of [0, 1])
    for (const field of peopleFields)
      for (const known of peopleHeadings[field].map(plainName)) {
        const at = headings.findIndex(
          (heading, column) =>
            !Object.values(found).includes(column) &&
            letterDistance(plainName(heading), known, most) <= most &&
            heading !== "",
        );
        found[field] ??= at === -1 ? null : at;
      }
  return found;
};

const roleChoices: readonly NamedChoice[] = roleWords.flatMap(([code, words]) =>
  words.map((name) => ({ code, name })),
);

/** "Kasi Kesejahteraan Sosial" names role and section at once. */
const readRole = (text: string): { readonly role: Role | null; readonly rest: string } => {
  const whole = proposeName(text, roleChoices);
  const kasi = /^(kasi|kepala seksi)\.?\s+(.+)$/i.exec(text);
  if (kasi) return { role: "section-head", rest: kasi[2] ?? "" };
  return { role: (whole?.code as Role | undefined) ?? null, rest: "" };
};

/** "Siti Aminah, S.Sos" -> "siti.aminah"; empty when nothing is left. */
export const usernameFrom = (name: string): string => {
  const words = (name.split(",")[0] ?? "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9\s]/g, "")
    .split(/\s+/)
    .filter((word) => /^[a-z]/.test(word) && word.length > 1);
  return words.slice(0, 2).join(".").slice(0, 40);
};

const freeUsername = (wanted: string, taken: ReadonlySet<string>): string => {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted.slice(0, 37)}${n}`;
    if (!taken.has(name)) return name;
  }
};

type Find = (code: PeopleProblemCode, field: PeopleField) => void;

const readPost = (
  text: { readonly role: string; readonly place: string },
  reading: PeopleReading,
  find: Find,
): Pick<PeopleRow, "role" | "areaCode" | "sectorCode"> | null => {
  const { role, rest } = readRole(text.role);
  if (role === null) {
    find(text.role === "" ? "MISSING" : "ROLE_UNKNOWN", "role");
    return null;
  }
  if (!reading.assignable.includes(role)) find("ROLE_NOT_YOURS", "role");
  if (areaLevelOfRole[role] === "village") {
    const village = proposeName(text.place, reading.villages);
    if (!village) find(text.place === "" ? "MISSING" : "PLACE_UNKNOWN", "place");
    return village && { role, areaCode: village.code, sectorCode: null };
  }
  const areaCode = reading.subdistrictCode;
  if (role === "subdistrict-secretary") return { role, areaCode, sectorCode: "SEKCAM" };
  if (role !== "section-head") return { role, areaCode, sectorCode: null };
  const section = proposeName(text.place || rest, reading.sections);
  if (!section) find(text.place || rest ? "PLACE_UNKNOWN" : "MISSING", "place");
  return section && { role, areaCode, sectorCode: section.code };
};

/** A row as an account could be made of it, or all that keeps it out. @param taken usernames of earlier rows */
export const readPeopleRow = (
  cells: readonly Cell[],
  row: number,
  reading: PeopleReading,
  taken: ReadonlySet<string>,
): { readonly row: PeopleRow } | { readonly problems: readonly PeopleProblem[] } => {
  const problems: PeopleProblem[] = [];
  const find: Find = (code, field) => problems.push({ row, field, code });
  const cellOf = (field: PeopleField) => {
    const at = reading.columns[field];
    return at === null ? undefined : cells[at];
  };
  const text = (field: PeopleField) => cellText(cellOf(field));
  const name = text("name");
  if (name.length < 2) find("MISSING", "name");
  if (name.length > 120) find("TOO_LONG", "name");
  const post = readPost({ role: text("role"), place: text("place") }, reading, find);
  const given = text("username").toLowerCase();
  if (given !== "" && taken.has(given)) find("REPEATED", "username");
  const username = given || freeUsername(usernameFrom(name), taken);
  if (name.length >= 2 && !usernameSchema.safeParse(username).success)
    find("USERNAME_INVALID", "username");
  const phone = cellPhone(cellOf("phone"));
  const parsed = phone === "" ? null : parsePhone(phone);
  if (parsed && !parsed.ok) find("PHONE_INVALID", "phone");
  const email = text("email").toLowerCase();
  if (email !== "" && !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email))
    find("EMAIL_INVALID", "email");
  const decree = text("decree");
  if (decree.length > 120) find("TOO_LONG", "decree");
  if (problems.length > 0 || !post) return { problems };
  const ways = { phone: parsed?.ok ? parsed.phone : null, email: email || null };
  return { row: { row, name, username, ...ways, ...post, decree: decree || null } };
};
