import { letterDistance, plainName } from "./near-names";
import { type Cell, cellText } from "./sheet-cells";

/** What a row of an office's register can say. */
export const registerFields = [
  "number",
  "receivedOn",
  "village",
  "category",
  "title",
  "description",
  "reporterName",
  "reporterPhone",
  "reporterNik",
  "status",
  "settledOn",
  "answer",
] as const;
export type RegisterField = (typeof registerFields)[number];

export const requiredFields: readonly RegisterField[] = [
  "receivedOn",
  "village",
  "category",
  "title",
];

/** The column that a field is read from (0 is A); null: the register has none. */
export type ColumnMapping = Readonly<Record<RegisterField, number | null>>;

/** Headings of the template, and what offices write over their own columns. The template's stands first. */
export const registerHeadings: Readonly<Record<RegisterField, readonly string[]>> = {
  number: [
    "Nomor register",
    "No register",
    "Nomor agenda",
    "No agenda",
    "Nomor urut",
    "Nomor",
    "No",
  ],
  receivedOn: [
    ...["Tanggal diterima", "Tanggal masuk", "Tgl masuk", "Tgl diterima", "Tanggal laporan"],
    ...["Tgl laporan", "Tanggal", "Tgl"],
  ],
  village: [
    "Desa/Kelurahan",
    "Desa",
    "Kelurahan",
    "Asal desa",
    "Nama desa",
    "Wilayah",
    "Alamat desa",
  ],
  category: ["Kategori", "Jenis masalah", "Jenis pengaduan", "Jenis layanan", "Jenis", "Bidang"],
  title: ["Perihal", "Judul", "Pokok masalah", "Permasalahan", "Masalah", "Pengaduan", "Hal"],
  description: ["Uraian", "Isi laporan", "Isi pengaduan", "Keterangan", "Deskripsi", "Kronologi"],
  reporterName: ["Nama pelapor", "Pelapor", "Nama pemohon", "Pemohon", "Nama pengadu", "Nama"],
  reporterPhone: ["Telepon pelapor", "No HP", "Nomor HP", "Telepon", "No telp", "HP", "WhatsApp"],
  reporterNik: ["NIK pelapor", "NIK", "No KTP", "Nomor KTP"],
  status: ["Status", "Keadaan", "Progres", "Tahap"],
  settledOn: ["Tanggal selesai", "Tgl selesai", "Tanggal ditutup", "Selesai tanggal"],
  answer: ["Tindak lanjut", "Tanggapan", "Jawaban", "Penyelesaian", "Hasil", "Solusi"],
};

const wrongness = (heading: string, known: string): number => {
  const [a, b] = [plainName(heading), plainName(known)];
  return a === b ? 0 : 1 + letterDistance(a, b, Math.floor(b.length / 5));
};

/** How well a heading names a field: lower is better; null when it does not. */
const rankOf = (heading: string, field: RegisterField): number | null => {
  const ranks = registerHeadings[field].map((known, place) => {
    const wrong = wrongness(heading, known);
    const isNear = wrong <= 1 + Math.floor(plainName(known).length / 5);
    return isNear ? wrong * 100 + place : null;
  });
  const found = ranks.filter((rank) => rank !== null);
  return found.length === 0 ? null : Math.min(...found);
};

const none = Object.fromEntries(registerFields.map((f) => [f, null])) as Record<
  RegisterField,
  null
>;

/** Which column means what, by its heading; each column once, the surest first. */
export const proposeColumns = (headings: readonly string[]): ColumnMapping => {
  const pairs = headings.flatMap((heading, column) =>
    registerFields.flatMap((field) => {
      const rank = heading === "" ? null : rankOf(heading, field);
      return rank === null ? [] : [{ field, column, rank }];
    }),
  );
  const mapping: Record<RegisterField, number | null> = { ...none };
  const taken = new Set<number>();
  for (const { field, column } of pairs.sort((a, b) => a.rank - b.rank)) {
    if (mapping[field] !== null || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
};

/** Registers begin with a title; the headings stand in the row that names the most fields. */
export const findHeadingRow = (rows: readonly (readonly Cell[])[]): number => {
  const named = rows
    .slice(0, 15)
    .map(
      (row) => Object.values(proposeColumns(row.map(cellText))).filter((c) => c !== null).length,
    );
  return named.indexOf(Math.max(0, ...named));
};

export const missingColumns = (mapping: ColumnMapping): readonly RegisterField[] =>
  requiredFields.filter((field) => mapping[field] === null);
