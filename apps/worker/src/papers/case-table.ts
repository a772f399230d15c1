import {
  replyActWords,
  replyAudienceWords,
  replyColumns,
  replyOutcomeWords,
  replySheetLimit,
} from "@rembuk/domain/cases/reply-sheet";
import { spreadsheetText } from "@rembuk/domain/reports/spreadsheet-text";
import type { CaseListItem } from "@rembuk/services/cases/queries";
import type { CaseTable } from "@rembuk/services/reports/export-cases";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import writeXlsxFile, { type Cell, type Row } from "write-excel-file/node";
import { holderName, statusNames, wallTime } from "./paper-words";
import { headCell, namedRows, sourceRows, tableText as text } from "./table-parts";

interface Column {
  readonly name: string;
  readonly width: number;
  readonly cell: (item: CaseListItem, zone: string) => Cell;
}

/** Words of our own: a case's number may look like a telephone, and is none. */
const ours = (value: string): Cell => ({ type: String, value: spreadsheetText(value) });
const number = (value: number): Cell => ({ type: Number, value });
const day = (at: Date, zone: string): Cell => ({
  ...{ type: Date, value: wallTime(at, zone), format: "dd/mm/yyyy hh:mm" },
});

/** No person who reported, no story: what a row of the queue shows, and both clocks. */
const columns: readonly Column[] = [
  { name: "Nomor", width: 18, cell: (c) => ours(c.number) },
  { name: "Judul", width: 52, cell: (c) => text(c.title) },
  { name: "Kategori", width: 30, cell: (c) => text(c.categoryName) },
  { name: "Desa", width: 22, cell: (c) => text(c.villageName) },
  { name: "Kode desa", width: 16, cell: (c) => text(c.villageCode) },
  { name: "Keadaan", width: 15, cell: (c) => text(statusNames[c.status]) },
  { name: "Prioritas", width: 11, cell: (c) => text(c.priority) },
  {
    name: "Di tangan",
    width: 20,
    cell: (c) => text(holderName({ kind: c.holderKind, code: c.holderCode, name: c.holderName })),
  },
  { name: "Penanggung jawab", width: 26, cell: (c) => text(c.responsibleName) },
  { name: "Diterima", width: 17, cell: (c, zone) => day(c.receivedAt, zone) },
  { name: "Batas total", width: 17, cell: (c, zone) => day(c.total.dueAt, zone) },
  { name: "Sisa total (hk)", width: 14, cell: (c) => number(c.total.daysLeft) },
  { name: "Batas tahap", width: 17, cell: (c, zone) => day(c.stage.dueAt, zone) },
  { name: "Sisa tahap (hk)", width: 14, cell: (c) => number(c.stage.daysLeft) },
  { name: "Tingkat eskalasi", width: 14, cell: (c) => number(c.escalationLevel) },
];

const { number: _, version, ...toFill } = replyColumns;
/** Where its reader answers: the version that the row was made with, and columns to fill in. */
const replies: readonly Column[] = [
  { name: version, width: 8, cell: (c) => number(c.version) },
  ...Object.values(toFill).map((name) => ({ name, width: 24, cell: () => null })),
];

const headRow = (table: CaseTable): Row => [
  ...columns.map(({ name }) => headCell(name)),
  ...(table.canReply ? replies.map(({ name }) => headCell(name, "#7A5200")) : []),
];

const quoted = (words: Readonly<Record<string, string>>) => Object.values(words).join(" | ");

/** How a table comes back: what each column to fill in takes. */
const guide = (): Row[] => {
  const { act, audience, message, outcome, response, solution, followUp } = replyColumns;
  const lines: [string, string][] = [
    [act, `${quoted(replyActWords)}. Kosong: kasus itu dibiarkan.`],
    [audience, `${quoted(replyAudienceWords)}. Kosong: mitra. Untuk tindakan kabar.`],
    [message, "Paling banyak 600 huruf. Untuk tindakan kabar."],
    [outcome, `${quoted(replyOutcomeWords)}. Untuk tindakan jawab.`],
    [`${response}, ${solution}, ${followUp}`, "Ketiganya diisi untuk tindakan jawab."],
    [version, "Jangan diubah: kasus yang sudah berubah sejak berkas ini dibuat ditolak."],
    [
      "Kirim kembali",
      `Antrean, tombol Balas dari Excel. Paling banyak ${replySheetLimit} balasan sekali kirim; yang salah disebut per baris sebelum ada yang dijalankan.`,
    ],
  ];
  return namedRows(lines);
};

const notes = (head: PaperHead, table: CaseTable): Row[] =>
  sourceRows(head, [
    ["Baris", String(table.rows.length)],
    ["Kasus rahasia yang tidak dimuat", String(table.leftOut)],
    ["Lengkap", table.isCut ? "tidak: tampilan ini lebih panjang daripada batas ekspor" : "ya"],
    ["Waktu", `${head.zone}; sisa negatif berarti lewat, dalam hari kerja`],
    [
      "Perhatian",
      "Tanpa identitas pelapor. Jangan disebar di luar keperluan yang dicatat saat ekspor.",
    ],
  ]);

/** A view as a workbook: its rows, and a sheet that says where they come from. */
export const caseTable = async (head: PaperHead, table: CaseTable): Promise<Uint8Array> => {
  const all = table.canReply ? [...columns, ...replies] : columns;
  const rows = table.rows.map((item) => all.map(({ cell }) => cell(item, head.zone)));
  const widths = [{ width: 32 }, { width: 80 }];
  return writeXlsxFile([
    {
      sheet: "Kasus",
      data: [headRow(table), ...rows],
      columns: all.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    ...(table.canReply ? [{ sheet: "Cara membalas", data: guide(), columns: widths }] : []),
    { sheet: "Keterangan", data: notes(head, table), columns: widths },
  ]).toBuffer();
};
