import type { NikMissing, Relation } from "@rembuk/domain/beneficiaries/model";
import { spreadsheetText } from "@rembuk/domain/reports/spreadsheet-text";
import type { FamilyRow, FamilyTable } from "@rembuk/services/beneficiaries/export-families";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import writeXlsxFile, { type Cell, type Row } from "write-excel-file/node";
import { headCell, sourceRows, tableText as text } from "./table-parts";

interface Column {
  readonly name: string;
  readonly width: number;
  readonly cell: (row: FamilyRow) => Cell;
}

const relationNames: Record<Relation, string> = {
  head: "Kepala keluarga",
  spouse: "Suami atau istri",
  child: "Anak",
  "child-in-law": "Menantu",
  grandchild: "Cucu",
  parent: "Orang tua",
  "parent-in-law": "Mertua",
  "other-kin": "Famili lain",
  other: "Lainnya",
};
const missingNames: Record<NikMissing, string> = {
  "not-issued": "Belum punya",
  lost: "Hilang",
  "not-recorded": "Belum perekaman",
};
/** What is masked holds no number to black out. */
const masked = (value: string | null): Cell =>
  value ? { type: String, value: spreadsheetText(value) } : null;

/** Headings as the template of the import has them, as far as both know a column. */
const columns: readonly Column[] = [
  { name: "Desa/Kelurahan", width: 22, cell: (r) => text(r.villageName) },
  { name: "Dusun", width: 18, cell: (r) => text(r.hamlet) },
  { name: "RT", width: 6, cell: (r) => text(r.rt) },
  { name: "RW", width: 6, cell: (r) => text(r.rw) },
  { name: "No. KK", width: 22, cell: (r) => masked(r.maskedCard) },
  { name: "Nama lengkap", width: 30, cell: (r) => text(r.name) },
  { name: "Nama lain", width: 20, cell: (r) => text(r.aliases.join("; ")) },
  { name: "Hubungan keluarga", width: 20, cell: (r) => text(relationNames[r.relation]) },
  { name: "Jenis kelamin", width: 12, cell: (r) => text(r.sex === "female" ? "P" : "L") },
  { name: "Umur", width: 8, cell: (r) => ({ type: Number, value: r.age }) },
  { name: "NIK", width: 22, cell: (r) => masked(r.maskedNik) },
  {
    name: "Alasan tanpa NIK",
    width: 18,
    cell: (r) => text(r.nikMissing && missingNames[r.nikMissing]),
  },
  { name: "Nomor sementara", width: 16, cell: (r) => masked(r.provisionalCode) },
  { name: "Telepon", width: 18, cell: (r) => masked(r.maskedPhone) },
];

/** Families as a workbook: one row a member, and a sheet that says where they come from. */
export const familyTable = async (head: PaperHead, table: FamilyTable): Promise<Uint8Array> => {
  const families = new Set(table.rows.map((row) => row.householdId)).size;
  const notes: [string, string][] = [
    ["Keluarga", String(families)],
    ["Orang", String(table.rows.length)],
    ["Lengkap", table.isCut ? "tidak: daftar ini lebih panjang daripada batas ekspor" : "ya"],
    [
      "Perhatian",
      "Data pribadi. NIK, No. KK dan telepon disamarkan. Jangan disebar di luar keperluan yang dicatat saat ekspor.",
    ],
  ];
  const rows: Row[] = table.rows.map((row) => columns.map(({ cell }) => cell(row)));
  return writeXlsxFile([
    {
      sheet: "Keluarga",
      data: [columns.map(({ name }) => headCell(name)), ...rows],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: "Keterangan",
      data: sourceRows(head, notes),
      columns: [{ width: 32 }, { width: 80 }],
    },
  ]).toBuffer();
};
