import { officeDate } from "@rembuk/domain/letters/office-date";
import type { TripOrder } from "@rembuk/services/trips/order-queries";
import type { Content, TableCell } from "pdfmake/interfaces";
import { signature } from "../letters/cover-letter-layout";
import { letterhead } from "../letters/letterhead";
import { decreeWords, printed } from "./paper-words";

const dutyNames = { lead: "Ketua", member: "Anggota", driver: "Pengemudi" } as const;

/** "28 November 2026", or both days. */
const days = ({ trip }: TripOrder): string => {
  const word = (day: string) => officeDate(new Date(`${day}T03:00:00Z`), trip.zone).words;
  const [from, to] = [word(trip.startsOn), word(trip.endsOn)];
  return from === to ? from : `${from} sampai dengan ${to}`;
};

const part = (name: string, value: Content): TableCell[] => [
  { text: name },
  { text: ":" },
  typeof value === "string" ? { text: value } : value,
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): Content => ({
  fontSize: 10,
  margin: [0, 4, 0, 10],
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: ["auto", "*", "*", "auto"].slice(0, head.length),
    body: [
      head.map((text) => ({ text, bold: true })),
      ...rows.map((row) => row.map((text) => ({ text }))),
    ],
  },
});

/** Where and when, as the villages set it; what they have not said is left to be written in. */
const stops = ({ trip }: TripOrder): readonly (readonly string[])[] =>
  trip.stops.map(({ villageName, appointment }, at) => {
    const when = appointment ? officeDate(appointment.meetsAt, trip.zone).words : "ditetapkan desa";
    return [
      String(at + 1),
      villageName,
      printed(appointment?.place ?? "ditetapkan desa", 60),
      when,
    ];
  });

/** Surat tugas: on what ground, who, for what, where and when, and who orders it. */
export const tripOrderSheet = (order: TripOrder): Content[] => {
  const { trip, office, signer } = order;
  const at = officeDate(trip.orderedAt ?? trip.plannedAt, trip.zone).words;
  const ground = trip.decree ? decreeWords(trip.decree) : "Perintah camat dalam keadaan darurat";
  return [
    letterhead({ office, letterhead: order.letterhead }, null),
    { text: "SURAT TUGAS", bold: true, fontSize: 14, alignment: "center" },
    { text: `Nomor ${trip.orderNumber ?? ""}`, alignment: "center", margin: [0, 2, 0, 14] },
    {
      layout: "noBorders",
      table: {
        widths: [62, 4, "*"],
        body: [
          part("Dasar", ground),
          part("Keperluan", printed(trip.purpose, 300)),
          part("Waktu", days(order)),
          part("Kendaraan", printed(trip.vehicle || "-", 160)),
        ],
      },
      margin: [0, 0, 0, 8],
    },
    { text: "Menugaskan:", bold: true },
    table(
      ["No.", "Nama", "Jabatan", "Tugas"],
      trip.crew.map((one, place) => [
        String(place + 1),
        printed(one.name, 80),
        printed(one.position, 80),
        dutyNames[one.duty],
      ]),
    ),
    { text: "Desa yang dikunjungi:", bold: true },
    table(["No.", "Desa", "Tempat", "Hari"], stops(order)),
    {
      columns: [
        { width: "*", text: "" },
        {
          ...{ width: 232, alignment: "center", margin: [0, 14, 0, -10] },
          text: `${office.name.replace(/^Kecamatan /, "")}, ${at}`,
        },
      ],
    },
    ...(signer ? [signature(signer)] : []),
  ];
};
