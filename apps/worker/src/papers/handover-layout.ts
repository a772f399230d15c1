import { maskNik } from "@rembuk/domain/beneficiaries/masking";
import { dayInWords, numberInWords } from "@rembuk/domain/handovers/number-words";
import { officeDate } from "@rembuk/domain/letters/office-date";
import type { HandoverRecord, RecordedPerson } from "@rembuk/services/handovers/record-queries";
import type { Content, TableCell } from "pdfmake/interfaces";
import { signature } from "../letters/cover-letter-layout";
import { letterhead } from "../letters/letterhead";
import { decreeWords, printed } from "./paper-words";
import { thinTable } from "./sheet-parts";

const relations: Readonly<Record<string, string>> = {
  ...{ spouse: "suami/istri", child: "anak", parent: "orang tua", sibling: "saudara" },
  ...{ other_family: "keluarga", neighbour: "tetangga", village_official: "aparat desa" },
};

/** What was found at a door. */
export const outcomeNames: Readonly<Record<string, string>> = {
  ...{ delivered: "Diterima", partial: "Sebagian", refused: "Ditolak", moved: "Pindah" },
  ...{ not_found: "Tidak ditemui", deceased: "Meninggal" },
};

const party = (place: string, rows: readonly (readonly [string, string])[]): Content => ({
  margin: [0, 4, 0, 6],
  layout: "noBorders",
  table: {
    widths: [14, 70, 4, "*"],
    body: rows.map(([name, value], at) => [
      { text: at === 0 ? place : "" },
      { text: name },
      { text: ":" },
      { text: value },
    ]),
  },
});

const parties = ({ lead, office, villageName }: HandoverRecord): Content[] => [
  party("1.", [
    ["Nama", printed(lead?.name ?? "........................", 80)],
    ["Jabatan", printed(lead?.position ?? "Ketua tim pelaksana", 80)],
    ["Alamat", printed(office.address, 160)],
  ]),
  { text: "selanjutnya disebut PIHAK PERTAMA;" },
  party("2.", [
    ["Nama", "........................................"],
    ["Jabatan", `Kepala Desa ${villageName}`],
    ["Alamat", `Desa ${villageName}, ${office.name}`],
  ]),
  { text: "mewakili penerima dalam lampiran, selanjutnya disebut PIHAK KEDUA." },
];

const goods = (record: HandoverRecord): Content =>
  thinTable(
    [20, "*", 90, "auto", "auto"],
    ["No.", "Barang", "Jumlah", "Satuan", "Keterangan"],
    record.goods.map(({ name, unit, units, people }, at): TableCell[] => [
      { text: String(at + 1) },
      { text: printed(name, 80) },
      { text: `${units} (${numberInWords(units)})` },
      { text: printed(unit, 40) },
      { text: `${people} penerima` },
    ]),
  );

/** Who took it. */
export const receiver = ({ handover }: RecordedPerson): string =>
  handover.proxy
    ? `${printed(handover.proxy.name, 60)} (${relations[handover.proxy.relation] ?? "wakil"})`
    : "sendiri";

/** What was written with a finger; who did not sign on the phone has room for a pen. */
export const signed = ({ signature: image }: RecordedPerson): TableCell =>
  image ? { image, fit: [70, 24] } : { text: "\n........" };

const recipients = (record: HandoverRecord): Content =>
  thinTable(
    [20, "*", "auto", "auto", "*", 74],
    ["No.", "Nama", "NIK", "Jumlah", "Diterima oleh", "Tanda tangan"],
    record.people.map((one, at): TableCell[] => [
      { text: String(at + 1) },
      { text: printed(one.handover.person, 80) },
      { text: one.handover.maskedNik ?? maskNik("") },
      { text: `${one.handover.quantity} ${printed(one.handover.unit, 30)}` },
      { text: receiver(one) },
      signed(one),
    ]),
  );

const signatures = (record: HandoverRecord): Content => ({
  columns: [
    {
      ...{ width: "*", alignment: "center" },
      text: `PIHAK KEDUA\nKepala Desa ${record.villageName}\n\n\n\n........................`,
    },
    {
      ...{ width: "*", alignment: "center" },
      text: `PIHAK PERTAMA\n${printed(record.lead?.position ?? "Ketua tim", 60)}\n\n\n\n${printed(record.lead?.name ?? "........................", 60)}`,
    },
  ],
  margin: [0, 14, 0, 8],
});

/** Above the camat's name, where the signature of a letter stands. */
const takesNote: Content = {
  columns: [
    { width: "*", text: "" },
    { ...{ width: 232, alignment: "center", margin: [0, 8, 0, -10] }, text: "Mengetahui," },
  ],
};

/** Berita acara serah terima of one village and program, with everybody who received something. */
export const handoverSheet = (record: HandoverRecord): Content[] => {
  const { trip, office, issuedAt, villageName, programName, signer } = record;
  const ground = trip.decree ? decreeWords(trip.decree) : "perintah camat dalam keadaan darurat";
  const order = trip.orderNumber ? ` dan Surat Tugas Nomor ${trip.orderNumber}` : "";
  return [
    letterhead({ office, letterhead: [...record.letterhead] }, null),
    { text: "BERITA ACARA SERAH TERIMA", bold: true, fontSize: 14, alignment: "center" },
    { text: `Nomor ${record.number}`, alignment: "center", margin: [0, 2, 0, 12] },
    {
      text: `Pada hari ini, ${dayInWords(issuedAt, office.zone)} (${officeDate(issuedAt, office.zone).words}), berdasarkan ${ground}${order}, yang bertanda tangan di bawah ini:`,
    },
    ...parties(record),
    {
      text: `PIHAK PERTAMA telah menyerahkan ${programName ? `bantuan ${printed(programName, 60)}` : "bantuan kepada warga di luar daftar"} di Desa ${villageName} kepada PIHAK KEDUA, dan PIHAK KEDUA telah menerima dalam keadaan baik dan cukup:`,
      margin: [0, 8, 0, 4],
    },
    goods(record),
    {
      text: "Demikian berita acara ini dibuat dengan sebenarnya, dengan daftar penerima sebagai lampiran yang tidak terpisahkan.",
      margin: [0, 6, 0, 0],
    },
    signatures(record),
    ...(signer ? [takesNote, signature(signer)] : []),
    {
      ...{ text: `Lampiran: daftar penerima, Desa ${villageName}`, bold: true },
      ...{ pageBreak: "before", margin: [0, 0, 0, 6] },
    },
    recipients(record),
  ];
};
