import { parseNik } from "../beneficiaries/nik";
import { parsePhone } from "../beneficiaries/phone";
import type { LocalDate } from "../calendars/local-date";
import type { Outcome } from "../cases/model";
import { titleFromStory } from "../cases/title-from-story";
import { plainName } from "./near-names";
import type { ColumnMapping, RegisterField } from "./register-columns";
import { type Cell, cellDate, cellPhone, cellStory, cellText, isRounded } from "./sheet-cells";

export const rowProblems = [
  "MISSING",
  "DATE_UNREADABLE",
  "DATE_FUTURE",
  "DATE_TOO_OLD",
  "VILLAGE_UNKNOWN",
  "CATEGORY_UNKNOWN",
  "CATEGORY_SUPERVISORY",
  "STATUS_UNKNOWN",
  "SETTLED_BEFORE_RECEIVED",
  "NIK_INVALID",
  "NIK_ROUNDED",
  "PHONE_INVALID",
  "NAME_MISSING",
  "TOO_LONG",
  "REPEATED",
] as const;
export type RowProblemCode = (typeof rowProblems)[number];

/** What keeps a row out: where it stands and why, never what is written there. */
export interface RowProblem {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly field: RegisterField;
  readonly code: RowProblemCode;
}

export interface RegisterReporter {
  readonly name: string;
  readonly phone: string | null;
  readonly nik: string | null;
}

/** A row of a register that can become a case. */
export interface RegisterRow {
  readonly row: number;
  readonly number: string;
  readonly receivedOn: LocalDate;
  readonly villageCode: string;
  readonly categoryCode: string;
  readonly title: string;
  readonly description: string;
  readonly reporter: RegisterReporter | null;
  /** received: new; triaged: being worked on; closed: settled. */
  readonly status: "received" | "triaged" | "closed";
  readonly outcome: Outcome | null;
  readonly settledOn: LocalDate | null;
  readonly answer: string;
}

/** How the words of this very register are understood. */
export interface RegisterReading {
  readonly mapping: ColumnMapping;
  /** The village of a word, in plain letters; undefined: nobody knows. */
  readonly villageOf: (plain: string) => string | undefined;
  readonly categoryOf: (
    plain: string,
  ) => { readonly code: string; readonly isSupervisory: boolean } | undefined;
  readonly today: LocalDate;
  readonly demo: boolean;
}

export const oldestReceipt = "2000-01-01";
const longest = { title: 300, description: 7_800, answer: 4_000, name: 120, number: 60 } as const;

interface Settled {
  readonly status: RegisterRow["status"];
  readonly outcome: Outcome | null;
}
const open = (status: "received" | "triaged"): Settled => ({ status, outcome: null });
const closed = (outcome: Outcome): Settled => ({ status: "closed", outcome });
const statusWords: readonly (readonly [RegExp, Settled])[] = [
  [/^(belum|baru|masuk|diterima|terdaftar|menunggu|antri|antre|new|received)/, open("received")],
  [
    /^(proses|dalam|sedang|diproses|disposisi|berjalan|tindak|ditindak|in progress)/,
    open("triaged"),
  ],
  [/^(ditolak|tidak dapat|tidak bisa|tidak memenuhi|rejected)/, closed("not_possible")],
  [/^(diteruskan|dirujuk|dilimpahkan|forwarded)/, closed("forwarded")],
  [/^(dijawab|answered)/, closed("answered")],
  [
    /^(selesai|tuntas|ditutup|tutup|beres|sudah|terealisasi|done|closed|ditangani)/,
    closed("handled"),
  ],
];

const settledOf = (text: string, settledOn: LocalDate | null): Settled | null => {
  const plain = plainName(text);
  if (plain === "") return settledOn === null ? open("received") : closed("handled");
  return statusWords.find(([words]) => words.test(plain))?.[1] ?? null;
};

type Find = (code: RowProblemCode, field: RegisterField) => void;

const readDates = (of: (f: RegisterField) => Cell | undefined, today: LocalDate, find: Find) => {
  const receivedOn = cellDate(of("receivedOn"));
  if (receivedOn === null)
    find(cellText(of("receivedOn")) === "" ? "MISSING" : "DATE_UNREADABLE", "receivedOn");
  else if (receivedOn > today) find("DATE_FUTURE", "receivedOn");
  else if (receivedOn < oldestReceipt) find("DATE_TOO_OLD", "receivedOn");
  const settledOn = cellDate(of("settledOn"));
  if (settledOn === null && cellText(of("settledOn")) !== "") find("DATE_UNREADABLE", "settledOn");
  if (settledOn !== null && settledOn > today) find("DATE_FUTURE", "settledOn");
  if (settledOn !== null && receivedOn !== null && settledOn < receivedOn)
    find("SETTLED_BEFORE_RECEIVED", "settledOn");
  return { receivedOn, settledOn };
};

const readPlace = (
  of: (f: RegisterField) => Cell | undefined,
  reading: RegisterReading,
  find: Find,
) => {
  const village = plainName(cellText(of("village")));
  const villageCode = reading.villageOf(village);
  if (villageCode === undefined) find(village === "" ? "MISSING" : "VILLAGE_UNKNOWN", "village");
  const word = plainName(cellText(of("category")));
  const category = reading.categoryOf(word);
  if (!category) find(word === "" ? "MISSING" : "CATEGORY_UNKNOWN", "category");
  // Such a complaint never crosses the office that it may be about.
  if (category?.isSupervisory) find("CATEGORY_SUPERVISORY", "category");
  return { villageCode, categoryCode: category?.code };
};

const readReporter = (
  of: (f: RegisterField) => Cell | undefined,
  { today, demo }: RegisterReading,
  find: Find,
): RegisterReporter | null => {
  const name = cellText(of("reporterName"));
  const phone = cellPhone(of("reporterPhone")).replace(/^[-–]$/, "");
  const nik = cellText(of("reporterNik")).replace(/^[-–']+/, "");
  if (name.length > longest.name) find("TOO_LONG", "reporterName");
  if (phone !== "" && !parsePhone(phone).ok) find("PHONE_INVALID", "reporterPhone");
  if (isRounded(of("reporterNik"))) find("NIK_ROUNDED", "reporterNik");
  else if (nik !== "" && !parseNik(nik, { today, demo }).ok) find("NIK_INVALID", "reporterNik");
  if (name.length < 2) {
    if (phone !== "" || nik !== "") find("NAME_MISSING", "reporterName");
    return null;
  }
  return { name, phone: phone || null, nik: nik || null };
};

const readWords = (of: (f: RegisterField) => Cell | undefined, find: Find) => {
  const story = cellStory(of("description"));
  const said = cellText(of("title")) || titleFromStory(story);
  if (said === "") find("MISSING", "title");
  const answer = cellStory(of("answer"));
  if (story.length > longest.description) find("TOO_LONG", "description");
  if (answer.length > longest.answer) find("TOO_LONG", "answer");
  const title = said.length > longest.title ? titleFromStory(said) : said;
  const long = said.length > longest.title && story === "" ? said : story;
  return { title, description: long || said, answer };
};

/** A row as a case could be made of it, or all that keeps it out. @param row as Excel counts, from 1 */
export const readRegisterRow = (
  cells: readonly Cell[],
  row: number,
  reading: RegisterReading,
): { readonly row: RegisterRow } | { readonly problems: readonly RowProblem[] } => {
  const problems: RowProblem[] = [];
  const find: Find = (code, field) => problems.push({ row, field, code });
  const of = (field: RegisterField) => {
    const at = reading.mapping[field];
    return at === null ? undefined : cells[at];
  };
  const number = cellText(of("number"));
  if (number.length > longest.number) find("TOO_LONG", "number");
  const { receivedOn, settledOn } = readDates(of, reading.today, find);
  const { villageCode, categoryCode } = readPlace(of, reading, find);
  const words = readWords(of, find);
  const reporter = readReporter(of, reading, find);
  const settled = settledOf(cellText(of("status")), settledOn);
  if (settled === null) find("STATUS_UNKNOWN", "status");
  if (problems.length > 0 || !receivedOn || !villageCode || !categoryCode || !settled)
    return { problems };
  return {
    row: {
      row,
      number,
      receivedOn,
      villageCode,
      categoryCode,
      ...words,
      reporter,
      settledOn,
      ...settled,
    },
  };
};

/** By what a row is known again: what was written, not what it was understood to mean. */
export const rowIdentity = (r: RegisterRow): string =>
  JSON.stringify([
    plainName(r.number),
    r.receivedOn,
    r.villageCode,
    plainName(r.title),
    plainName(r.description),
    plainName(r.reporter?.name ?? ""),
  ]);
