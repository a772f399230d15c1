import { type LocalDate, readLocalDate } from "../calendars/local-date";

/** A cell as a workbook holds it; dates at midnight UTC. */
export type Cell = string | number | boolean | Date | null;

/** Text of a cell, spaces made single. A number is written as it is. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).replace(/\s+/g, " ").trim();
};

/** Text of a cell with its lines. */
export const cellStory = (cell: Cell | undefined): string =>
  typeof cell === "string"
    ? cell
        .replace(/\r\n?/g, "\n")
        .replace(/[^\S\n]+/g, " ")
        .replace(/\n{3,}/g, "\n\n")
        .trim()
    : cellText(cell);

export const isEmptyRow = (row: readonly Cell[]): boolean =>
  row.every((cell) => cellText(cell) === "");

/** "A", "Z", "AA": a column as Excel names it. */
export const columnLetters = (at: number): string => {
  const rest = Math.floor(at / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ""}${String.fromCharCode(65 + (at % 26))}`;
};

const months: readonly (readonly string[])[] = [
  ["januari", "january", "jan"],
  ["februari", "february", "pebruari", "feb", "peb"],
  ["maret", "march", "mar", "mrt"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["agustus", "august", "agu", "ags", "agt", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nopember", "nov", "nop"],
  ["desember", "december", "des", "dec"],
];

const monthNumber = (word: string): number =>
  months.findIndex((names) => names.includes(word.toLowerCase().replace(".", ""))) + 1;

const made = (year: number, month: number, day: number): LocalDate | null => {
  const whole = year < 100 ? 2000 + year : year;
  return readLocalDate(
    `${whole}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  );
};

/**
 * The day that a cell means: a date of Excel, "2022-06-01", "1/6/2022" and "01-06-22" (day first), "1 Juni
 * 2022", "01 June 2022", each with or without an hour behind it. Null when it is none.
 */
export const cellDate = (cell: Cell | undefined): LocalDate | null => {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? null
      : made(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
  const text = cellText(cell)
    .replace(/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*/i, "")
    .replace(/[\sT,]+(pukul\s*)?\d{1,2}[.:]\d{2}([.:]\d{2})?(\s*(WIB|WITA|WIT|Z))?$/i, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return made(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const worded = /^(\d{1,2})[\s-]+([a-z]+\.?)[\s-]+(\d{4}|\d{2})$/i.exec(text);
  return worded ? made(Number(worded[3]), monthNumber(worded[2] ?? ""), Number(worded[1])) : null;
};

/** From 15 digits on Excel rounds a number: what was the last digit of a NIK is gone. */
export const isRounded = (cell: Cell | undefined): boolean =>
  typeof cell === "number" && Math.abs(cell) >= 1e15;

/** A phone that Excel took for a number has lost its leading 0. */
export const cellPhone = (cell: Cell | undefined): string => {
  const text = cellText(cell);
  return typeof cell === "number" && /^[2-9]/.test(text) && !text.startsWith("62")
    ? `0${text}`
    : text;
};
