import type { Columns, SheetKind } from "./sheet-columns";

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

export type ColumnMapping = Columns<RegisterField>;

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

/** The register that an office kept before Rembuk. */
export const registerSheet: SheetKind<RegisterField> = {
  fields: registerFields,
  required: requiredFields,
  headings: registerHeadings,
};
