import type { SheetKind } from "./sheet-columns";

/** What a row of a list of families can say: one member of one family. */
export const familyFields = [
  "familyCard",
  "nik",
  "nikMissing",
  "name",
  "aliases",
  "relation",
  "sex",
  "birthDate",
  "phone",
  "village",
  "hamlet",
  "rt",
  "rw",
  "address",
] as const;
export type FamilyField = (typeof familyFields)[number];

export const familyHeadings: Readonly<Record<FamilyField, readonly string[]>> = {
  familyCard: ["No. KK", "Nomor KK", "No KK", "KK", "Nomor Kartu Keluarga"],
  nik: ["NIK", "No KTP", "Nomor KTP", "Nomor Induk Kependudukan"],
  nikMissing: ["Alasan tanpa NIK", "Keterangan NIK", "Tanpa NIK"],
  name: ["Nama lengkap", "Nama", "Nama anggota", "Nama penerima"],
  aliases: ["Nama lain", "Alias", "Nama panggilan"],
  relation: ["Hubungan keluarga", "Hubungan", "SHDK", "Status hubungan dalam keluarga"],
  sex: ["Jenis kelamin", "JK", "L/P", "Kelamin"],
  birthDate: ["Tanggal lahir", "Tgl lahir", "Lahir"],
  phone: ["Telepon", "No HP", "Nomor HP", "HP", "WhatsApp"],
  village: ["Desa/Kelurahan", "Desa", "Kelurahan", "Nama desa"],
  hamlet: ["Dusun", "Dusun atau anak desa", "Anak desa", "Lingkungan"],
  rt: ["RT"],
  rw: ["RW"],
  address: ["Alamat", "Alamat rumah", "Jalan"],
};

const always: readonly FamilyField[] = ["name", "relation", "sex", "birthDate"];

/** A list of families. @param isOfVillage it comes from one village, which the rows need not name */
export const familySheet = (isOfVillage: boolean): SheetKind<FamilyField> => ({
  fields: familyFields,
  required: isOfVillage ? always : [...always, "village"],
  headings: familyHeadings,
});
