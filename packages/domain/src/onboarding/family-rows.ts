import type { NikMissing, Relation } from "../beneficiaries/model";
import { parseFamilyCardNumber, parseNik, type Sex } from "../beneficiaries/nik";
import { parsePhone } from "../beneficiaries/phone";
import type { LocalDate } from "../calendars/local-date";
import type { FamilyField } from "./family-sheet";
import { plainName } from "./near-names";
import { type Cell, cellDate, cellPhone, cellText, isRounded } from "./sheet-cells";
import type { Columns } from "./sheet-columns";

export const familyRowProblems = [
  "MISSING",
  "DATE_UNREADABLE",
  "DATE_FUTURE",
  "DATE_TOO_OLD",
  "VILLAGE_UNKNOWN",
  "SEX_UNKNOWN",
  "RELATION_UNKNOWN",
  "NIK_INVALID",
  "NIK_ROUNDED",
  "NIK_REASON_MISSING",
  "NIK_REASON_UNKNOWN",
  "NIK_REGISTERED",
  "FAMILY_CARD_INVALID",
  "HEAD_MISSING",
  "HEAD_TWICE",
  "VILLAGE_DIFFERS",
  "PHONE_INVALID",
  "TOO_LONG",
  "REPEATED",
] as const;
export type FamilyRowProblemCode = (typeof familyRowProblems)[number];

/** What keeps a row, and with it its family, out: where it stands and why, never what is written there. */
export interface FamilyRowProblem {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly field: FamilyField;
  readonly code: FamilyRowProblemCode;
}

/** A member as a row tells of it. */
export interface FamilyRow {
  readonly row: number;
  readonly villageCode: string;
  /** 16 digits. */
  readonly familyCardNumber: string | null;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly address: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly relation: Relation;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
  readonly nik: string | null;
  readonly nikMissing: NikMissing | null;
  readonly phone: string | null;
}

/** How the words of this very list are understood. */
export interface FamilyReading {
  readonly columns: Columns<FamilyField>;
  /** The village of a word, in plain letters; undefined: nobody knows. */
  readonly villageOf: (plain: string) => string | undefined;
  readonly today: LocalDate;
  readonly demo: boolean;
}

const relationWords: readonly (readonly [RegExp, Relation])[] = [
  [/^(kepala|kk$|head)/, "head"],
  [/^(istri|isteri|suami|spouse)/, "spouse"],
  [/^(menantu)/, "child-in-law"],
  [/^(anak|child)/, "child"],
  [/^(cucu)/, "grandchild"],
  [/^(mertua)/, "parent-in-law"],
  [/^(orang ?tua|orangtua|ayah|ibu|bapak)/, "parent"],
  [/^(famili|kerabat|saudara|keponakan|adik|kakak|kakek|nenek)/, "other-kin"],
  [/^(lain|pembantu|other)/, "other"],
];
const sexWords: readonly (readonly [RegExp, Sex])[] = [
  [/^(p|pr|perempuan|wanita|female|f)$/, "female"],
  [/^(l|lk|laki|laki laki|lakilaki|pria|male|m)$/, "male"],
];
const missingWords: readonly (readonly [RegExp, NikMissing])[] = [
  [/^(hilang|lost)/, "lost"],
  [/(rekam|not recorded)/, "not-recorded"],
  [/^(belum|tidak) (punya|ada|memiliki|terbit)|^not issued/, "not-issued"],
];
const longest = { name: 120, hamlet: 80, rt: 4, rw: 4, address: 200 } as const;
const oldestBirth = "1900-01-01";

const meant = <Value>(
  words: readonly (readonly [RegExp, Value])[],
  plain: string,
): Value | undefined => words.find(([pattern]) => pattern.test(plain))?.[1];

type Of = (field: FamilyField) => Cell | undefined;
type Find = (code: FamilyRowProblemCode, field: FamilyField) => void;

/** A number as people write it into a sheet: with spaces, dots, or an apostrophe before it. */
const digitsOf = (cell: Cell | undefined): string =>
  cellText(cell)
    .replace(/^['’]/, "")
    .replace(/[\s.-]/g, "");

const readBirth = (of: Of, today: LocalDate, find: Find): LocalDate | null => {
  const day = cellDate(of("birthDate"));
  if (day === null)
    find(cellText(of("birthDate")) === "" ? "MISSING" : "DATE_UNREADABLE", "birthDate");
  else if (day > today) find("DATE_FUTURE", "birthDate");
  else if (day < oldestBirth) find("DATE_TOO_OLD", "birthDate");
  return day;
};

const readNik = (
  of: Of,
  { today, demo }: FamilyReading,
  find: Find,
): Pick<FamilyRow, "nik" | "nikMissing"> => {
  const nik = digitsOf(of("nik"));
  if (isRounded(of("nik"))) find("NIK_ROUNDED", "nik");
  else if (nik !== "" && !parseNik(nik, { today, demo }).ok) find("NIK_INVALID", "nik");
  if (nik !== "") return { nik, nikMissing: null };
  const said = plainName(cellText(of("nikMissing")));
  const nikMissing = meant(missingWords, said);
  if (!nikMissing) find(said === "" ? "NIK_REASON_MISSING" : "NIK_REASON_UNKNOWN", "nikMissing");
  return { nik: null, nikMissing: nikMissing ?? null };
};

const readCard = (of: Of, { today, demo }: FamilyReading, find: Find): string | null => {
  const told = digitsOf(of("familyCard"));
  if (told === "") return null;
  if (isRounded(of("familyCard"))) find("NIK_ROUNDED", "familyCard");
  else if (!parseFamilyCardNumber(told, { today, demo }).ok)
    find("FAMILY_CARD_INVALID", "familyCard");
  return told;
};

const readPlace = (of: Of, reading: FamilyReading, find: Find) => {
  const word = plainName(cellText(of("village")));
  const villageCode = reading.villageOf(word);
  if (villageCode === undefined) find(word === "" ? "MISSING" : "VILLAGE_UNKNOWN", "village");
  const words = (field: "hamlet" | "rt" | "rw" | "address") => {
    const text = cellText(of(field));
    if (text.length > longest[field]) find("TOO_LONG", field);
    return text;
  };
  return {
    villageCode,
    ...{ hamlet: words("hamlet"), rt: words("rt"), rw: words("rw"), address: words("address") },
  };
};

const readPerson = (of: Of, find: Find) => {
  const name = cellText(of("name"));
  if (name === "") find("MISSING", "name");
  if (name.length > longest.name) find("TOO_LONG", "name");
  const said = { relation: cellText(of("relation")), sex: cellText(of("sex")) };
  const relation = meant(relationWords, plainName(said.relation));
  if (!relation) find(said.relation === "" ? "MISSING" : "RELATION_UNKNOWN", "relation");
  const sex = meant(sexWords, plainName(said.sex));
  if (!sex) find(said.sex === "" ? "MISSING" : "SEX_UNKNOWN", "sex");
  const phone = cellPhone(of("phone")).replace(/^[-–]$/, "");
  if (phone !== "" && !parsePhone(phone).ok) find("PHONE_INVALID", "phone");
  const aliases = cellText(of("aliases")).split(/[;,]/);
  return {
    ...{ name, relation, sex, phone: phone || null },
    aliases: aliases.map((one) => one.trim().slice(0, longest.name)).filter((one) => one !== ""),
  };
};

/** A row as a member could be made of it, and what ties it to its family even when it could not. */
export interface ToldRow {
  /** As Excel counts, from 1. */
  readonly row: number;
  /** The family card's digits as they stand; empty: none. */
  readonly card: string;
  readonly isHead: boolean;
  /** Null: something keeps it out. */
  readonly member: FamilyRow | null;
  readonly problems: readonly FamilyRowProblem[];
}

/** @param row as Excel counts, from 1 */
export const readFamilyRow = (
  cells: readonly Cell[],
  row: number,
  reading: FamilyReading,
): ToldRow => {
  const problems: FamilyRowProblem[] = [];
  const find: Find = (code, field) => problems.push({ row, field, code });
  const of: Of = (field) => {
    const at = reading.columns[field];
    return at === null ? undefined : cells[at];
  };
  const { villageCode, ...place } = readPlace(of, reading, find);
  const { relation, sex, ...person } = readPerson(of, find);
  const birthDate = readBirth(of, reading.today, find);
  const numbers = { ...readNik(of, reading, find), familyCardNumber: readCard(of, reading, find) };
  const link = { row, card: digitsOf(of("familyCard")), isHead: relation === "head", problems };
  if (problems.length > 0 || !villageCode || !relation || !sex || !birthDate)
    return { ...link, member: null };
  const member = { row, villageCode, relation, sex, birthDate, ...place, ...person, ...numbers };
  return { ...link, member };
};

/** The members of one family, in the order of the sheet. */
export interface ReadFamily {
  /** The row of its first member. */
  readonly firstRow: number;
  readonly villageCode: string;
  readonly members: readonly FamilyRow[];
}

/** Rows that belong together: of one family card, else everything from one head to the next. */
const grouped = (rows: readonly ToldRow[]): Iterable<readonly ToldRow[]> => {
  const groups = new Map<string, ToldRow[]>();
  let head = "";
  for (const row of rows) {
    if (row.card === "" && row.isHead) head = `head ${row.row}`;
    const key = row.card || head;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
};

/** What is wrong with a family whose rows are each in order. */
const familyProblems = (
  members: readonly FamilyRow[],
  seen: Set<string>,
): readonly FamilyRowProblem[] => {
  const found: FamilyRowProblem[] = [];
  const heads = members.filter((one) => one.relation === "head");
  const [first] = members;
  if (first && heads.length === 0)
    found.push({ row: first.row, field: "relation", code: "HEAD_MISSING" });
  for (const { row } of heads.slice(1)) found.push({ row, field: "relation", code: "HEAD_TWICE" });
  for (const { row, nik, villageCode } of members) {
    if (villageCode !== first?.villageCode)
      found.push({ row, field: "village", code: "VILLAGE_DIFFERS" });
    if (nik !== null && seen.has(nik)) found.push({ row, field: "nik", code: "REPEATED" });
    if (nik !== null) seen.add(nik);
  }
  return found;
};

/** Rows as families. A family is taken whole or not at all: one row that does not fit keeps its family out. */
export const familiesOf = (
  rows: readonly ToldRow[],
): { readonly families: readonly ReadFamily[]; readonly problems: readonly FamilyRowProblem[] } => {
  const problems: FamilyRowProblem[] = [];
  const seen = new Set<string>();
  const families: ReadFamily[] = [];
  for (const group of grouped(rows)) {
    const members = group.flatMap(({ member }) => member ?? []);
    const isWhole = members.length === group.length;
    const found = isWhole ? familyProblems(members, seen) : group.flatMap((row) => row.problems);
    problems.push(...found);
    const [first] = members;
    if (first && found.length === 0)
      families.push({ members, firstRow: first.row, villageCode: first.villageCode });
  }
  return {
    families: families.sort((a, b) => a.firstRow - b.firstRow),
    problems: problems.sort((a, b) => a.row - b.row),
  };
};
