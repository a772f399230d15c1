import { handoverOutcomes } from "@rembuk/domain/aid/entitling";
import { officeDate } from "@rembuk/domain/letters/office-date";
import type { TripReport } from "@rembuk/services/handovers/report-queries";
import type { Content, TableCell } from "pdfmake/interfaces";
import { signature } from "../letters/cover-letter-layout";
import { letterhead } from "../letters/letterhead";
import { outcomeNames } from "./handover-layout";
import { decreeWords, momentName, printed } from "./paper-words";
import { partTitle, quietLine, thinTable } from "./sheet-parts";

const grouped = new Intl.NumberFormat("id-ID");
const right = (value: number | null): TableCell => ({
  ...{ text: value === null ? "-" : grouped.format(value), alignment: "right" },
});
const rupiah = (value: number): TableCell => ({
  ...{ text: `Rp${grouped.format(value)}`, alignment: "right" },
});

const days = ({ trip }: TripReport): string => {
  const word = (day: string) => officeDate(new Date(`${day}T03:00:00Z`), trip.zone).words;
  const [from, to] = [word(trip.startsOn), word(trip.endsOn)];
  return from === to ? from : `${from} sampai dengan ${to}`;
};

const facts = (report: TripReport): Content => {
  const { trip } = report;
  const rows: readonly (readonly [string, string])[] = [
    ["Keperluan", printed(trip.purpose, 600)],
    ["Waktu", days(report)],
    ["Dasar", trip.decree ? decreeWords(trip.decree) : "-"],
    ["Surat tugas", trip.orderNumber ?? "-"],
    ["Kendaraan", printed(trip.vehicle || "-", 160)],
    ["Tim", printed(trip.crew.map((one) => `${one.name} (${one.position})`).join(", "), 600)],
  ];
  return {
    ...{ layout: "noBorders", margin: [0, 0, 0, 4] },
    table: {
      widths: [70, 4, "*"],
      body: rows.map(([name, value]) => [{ text: name }, { text: ":" }, { text: value }]),
    },
  };
};

const villages = ({ trip, villages: found }: TripReport): Content => {
  const outcomes = handoverOutcomes.filter((one) => found.some(({ counts }) => counts[one]));
  return thinTable(
    ["*", "auto", "auto", ...outcomes.map(() => "auto" as const), "auto"],
    [
      "Desa",
      "Tempat",
      "Tiba",
      ...outcomes.map((one) => outcomeNames[one] ?? one),
      "Belum diputuskan",
    ],
    trip.stops.map((stop, at) => [
      { text: stop.villageName },
      { text: printed(stop.appointment?.place ?? "-", 60) },
      { text: stop.arrivedAt ? momentName(stop.arrivedAt, trip.zone) : "-" },
      ...outcomes.map((one) => right(found[at]?.counts[one] ?? 0)),
      right(found[at]?.open ?? 0),
    ]),
  );
};

const goods = ({ trip }: TripReport): Content =>
  thinTable(
    ["*", "auto", "auto", "auto", "auto", "*"],
    ["Barang", "Dimuat", "Diserahkan", "Kembali", "Hilang", "Keterangan"],
    trip.goods.map((item) => [
      { text: `${printed(item.name, 60)} (${printed(item.unit, 40)})` },
      ...[item.loaded, item.delivered, item.returned, item.lost].map(right),
      { text: printed(item.lostReason ?? "", 120) },
    ]),
  );

const rest = ({ trip, outreach }: TripReport): Content[] => [
  ...(trip.activities.length > 0
    ? [
        partTitle("Layanan yang ikut", "dihitung oleh masing-masing layanan"),
        thinTable(
          ["*", "auto", "auto"],
          ["Layanan", "Direncanakan", "Dilayani"],
          trip.activities.map(({ name, expected, served }) => [
            { text: printed(name, 80) },
            ...[expected, served].map(right),
          ]),
        ),
      ]
    : []),
  ...(outreach.length > 0
    ? [
        partTitle("Sosialisasi"),
        ...outreach.map((one) =>
          quietLine(
            `${one.villageName}: ${printed(one.topic, 160)}, ${one.attendance === null ? "kehadiran tidak dihitung" : `${one.attendance} orang hadir`}.`,
          ),
        ),
      ]
    : []),
  ...(trip.costs.length > 0
    ? [
        partTitle("Biaya", "menurut yang menanggung"),
        thinTable(
          ["*", "*", "auto"],
          ["Yang menanggung", "Untuk", "Jumlah"],
          [
            ...trip.costs.map(({ bearer, what, amount }): TableCell[] => [
              { text: printed(bearer, 80) },
              { text: printed(what, 80) },
              rupiah(amount),
            ]),
            [
              { text: "Jumlah", bold: true },
              { text: "" },
              rupiah(trip.costs.reduce((sum, { amount }) => sum + amount, 0)),
            ],
          ],
        ),
      ]
    : []),
];

/** Laporan kunjungan, from the team to the camat; nobody who received something is named. */
export const tripReportSheet = (report: TripReport): Content[] => {
  const { office, signer, trip } = report;
  const lead = trip.crew.find(({ duty }) => duty === "lead");
  return [
    letterhead({ office, letterhead: [...report.letterhead] }, null),
    {
      ...{ text: "LAPORAN KUNJUNGAN", bold: true, fontSize: 14, alignment: "center" },
      margin: [0, 0, 0, 10],
    },
    facts(report),
    partTitle("Desa dan hasil serah terima", "jumlah catatan"),
    villages(report),
    partTitle("Barang", "dimuat = diserahkan + kembali + hilang"),
    trip.goods.length > 0 ? goods(report) : quietLine("Tidak ada barang yang dibawa."),
    ...rest(report),
    {
      ...{ margin: [0, 16, 0, 0], unbreakable: true },
      stack: [
        { text: "Pelapor,", alignment: "left" },
        { text: printed(lead?.position ?? "Ketua tim", 80) },
        { text: `\n\n\n${printed(lead?.name ?? "........................", 80)}`, bold: true },
      ],
    } as Content,
    ...(signer ? [signature(signer)] : []),
  ];
};
