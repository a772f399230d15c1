import { type ReportRowKey, reportRowKeys } from "./model";
import type { ReportRows } from "./report-reading";

/** Title and labels of *Laporan Indeks Inovasi Daerah* (seed 001), as they are printed. */
export const reportTitle = "Laporan Indeks Inovasi Daerah";
export const reportLabels: Readonly<Record<ReportRowKey, string>> = {
  agency: "Nama SKPD / Kelompok",
  name: "Nama Inovasi",
  iidStage: "Tahapan Inovasi",
  initiator: "Inisiator Inovasi Daerah",
  form: "Bentuk Inovasi",
  kind: "Jenis Inovasi",
  startedOn: "Inovasi Dimulai",
  design: "Rancang Bangun dan Pokok Perubahan Yang Dilakukan",
  purpose: "Tujuan Inovasi",
  benefit: "Manfaat Inovasi",
  outcome: "Hasil Inovasi",
};

export interface ReadReport {
  /** Rows that were found, each as it was written, without the blanks around it. */
  readonly rows: Partial<ReportRows>;
  /** Labels that the text does not have. */
  readonly missing: readonly ReportRowKey[];
  /** Labels that it has more than once; the first counts, and the others stand in `left`. */
  readonly doubled: readonly ReportRowKey[];
  /** What belongs to no row: nothing that was pasted is lost unseen. */
  readonly left: readonly string[];
}

/** A label as it may be typed: any blanks between its words, around the stroke too, also over two lines. */
const labelPattern = (label: string): string =>
  label
    .split(/\s*\/\s*/)
    .map((part) => part.split(" ").join("\\s+"))
    .join("\\s*/\\s*");

const anyLabel = reportRowKeys
  .map((key) => [key, labelPattern(reportLabels[key])] as const)
  // The longer first: "Nama Inovasi" is no beginning of another, but a new label may be.
  .sort(([, a], [, b]) => b.length - a.length)
  .map(([key, pattern]) => `(?<${key}>${pattern})`)
  .join("|");

/** A row of a table, and without a table a label before a tab, a colon or the end of its line. */
const inTable = new RegExp(`(?<=^|\\n)[^\\S\\n]*\\|\\s*\\**(?:${anyLabel})\\**\\s*\\|`, "giu");
const inLines = new RegExp(
  `(?<=^|\\n)[^\\S\\n]*(?:\\d{1,2}[.)]\\s*)?(?:${anyLabel})[^\\S\\n]*(?:\\t|:|(?=\\n|$))`,
  "giu",
);

interface Hit {
  readonly key: ReportRowKey;
  readonly from: number;
  readonly to: number;
}

const hitsOf = (text: string, pattern: RegExp): readonly Hit[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const key = reportRowKeys.find((one) => match.groups?.[one] !== undefined);
    return key ? [{ key, from: match.index, to: match.index + match[0].length }] : [];
  });

/** The end of a row and the beginning of one with another label. */
const otherRow = /(?<!\\)\|[^\S\n]*\n\s*(?=\|[^|\n]*[^|\s][^|\n]*\|)/u;
/** A row that goes on in the next one, whose label is empty: a table broken over pages. */
const goesOn = /\s*(?<!\\)\|[^\S\n]*\n[^\S\n]*\|[^\S\n]*\|[^\S\n]*/gu;
const tableHead = /^\|?\s*(?:Rincian\s*\|\s*Keterangan\s*\|?|[-:|\s]+)$/iu;

/** A cell: without the stroke that closes it, strokes of its own unmarked. */
const cellOf = (raw: string): string =>
  raw
    .replace(goesOn, "\n")
    .trim()
    .replace(/(?:^|\s*)(?<!\\)\|$/u, "")
    .trim()
    .replaceAll("\\|", "|");

/** Of what stands outside the rows that which is no frame of the table. */
const strayText = (raw: string): readonly string[] => {
  const lines = raw.split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "" && !tableHead.test(line) && line !== "|");
  const text = said.filter((line) => line.toLowerCase() !== reportTitle.toLowerCase()).join("\n");
  return text === "" ? [] : [text];
};

/**
 * Reads a pasted report, whatever became of its table: rows in another order or missing, labels with no-break
 * spaces, cells broken over lines or pages, or no table at all but lines.
 */
export const readReport = (pasted: string): ReadReport => {
  const text = pasted.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n");
  const tabled = hitsOf(text, inTable);
  const isTable = tabled.length > 0;
  const hits = isTable ? tabled : hitsOf(text, inLines);
  const rows: Partial<Record<ReportRowKey, string>> = {};
  const doubled: ReportRowKey[] = [];
  const left = [...strayText(text.slice(0, hits[0]?.from ?? text.length))];
  hits.forEach(({ key, to }, at) => {
    const raw = text.slice(to, hits[at + 1]?.from ?? text.length);
    const cut = isTable ? otherRow.exec(raw) : null;
    const own = cut ? raw.slice(0, cut.index + 1) : raw;
    const value = isTable ? cellOf(own) : own.trim();
    if (cut) left.push(...strayText(raw.slice(cut.index + 1)));
    if (rows[key] === undefined) rows[key] = value;
    else {
      doubled.push(key);
      left.push(`${reportLabels[key]}: ${value}`);
    }
  });
  const missing = reportRowKeys.filter((key) => rows[key] === undefined);
  return { rows, missing, doubled, left };
};

/** The report as text: the table of seed 001, each row on its own. */
export const writeReport = (rows: ReportRows): string =>
  [
    reportTitle,
    "| Rincian | Keterangan |",
    "|---|---|",
    ...reportRowKeys.map(
      (key) => `| ${reportLabels[key]} | ${rows[key].trim().replaceAll("|", "\\|")} |`,
    ),
  ].join("\n");
