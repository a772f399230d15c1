import { officeDate } from "@rembuk/domain/letters/office-date";
import type { HandoverSheet, SheetLine } from "@rembuk/services/handovers/sheet-queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TableCell } from "pdfmake/interfaces";
import { printed } from "./paper-words";
import { ink, partTitle, quietLine, sheetHead, thinTable } from "./sheet-parts";

/** Ticked with a pen; the words are those of the phone's form. */
const outcomes = [
  "Diserahkan",
  "Sebagian ......",
  "Ditolak",
  "Tidak ditemui",
  "Meninggal",
  "Pindah",
];

const boxes = (words: readonly string[]): Content => ({
  fontSize: 7.5,
  stack: words.map((word) => ({ text: `[  ] ${word}` })),
});

const row = (line: SheetLine, at: number): TableCell[] => [
  { text: String(at + 1), alignment: "right" },
  {
    stack: [
      { qr: line.code, fit: 38, eccLevel: "M" },
      { text: line.code, fontSize: 7.5, bold: true, margin: [0, 2, 0, 0] },
    ],
  },
  {
    stack: [
      { text: printed(line.name, 80), bold: true },
      { text: line.maskedNik ?? line.provisionalCode ?? "", color: ink.quiet, fontSize: 7.5 },
      {
        text: `${line.quantity} ${printed(line.unit, 30)} ${printed(line.goodsName, 60)}, ${printed(line.programName, 40)}`,
        fontSize: 7.5,
      },
    ],
  },
  { columns: [boxes(outcomes.slice(0, 3)), boxes(outcomes.slice(3))], columnGap: 4 },
  boxes(["Sendiri", "Diwakili (nama, hubungan):", "    ..........................."]),
  { text: "\n\n........................" },
];

const stopPage = (stop: HandoverSheet["stops"][number], at: number): Content[] => [
  {
    ...(at > 0 ? { pageBreak: "before" as const } : {}),
    stack: [
      partTitle(
        `${at + 1}. ${stop.villageName}`,
        stop.place ? printed(stop.place, 100) : `${stop.lines.length} penerima`,
      ),
    ],
  },
  stop.lines.length === 0
    ? quietLine("Tidak ada penerima pada daftar desa ini.")
    : thinTable(
        [16, 44, "*", 126, 104, 74],
        ["No.", "Kode", "Penerima", "Hasil", "Diterima oleh", "Tanda tangan"],
        stop.lines.map(row),
      ),
  {
    ...{ margin: [0, 10, 0, 0], fontSize: 8 },
    text: "Saksi desa: ................................................   Jabatan: ..............................   Tanggal dan jam: ..............................",
  },
];

/** Lembar serah terima: the paper for when phones fail, with a code for each line of the manifest. */
export const handoverPaperSheet = (head: PaperHead, sheet: HandoverSheet): Content[] => {
  const { trip } = sheet;
  const day = officeDate(new Date(`${trip.startsOn}T03:00:00Z`), trip.zone).words;
  return [
    sheetHead(head, "Lembar serah terima", [day, printed(trip.purpose, 120)]),
    quietLine(
      "Dipakai bila ponsel tidak bisa. Beri tanda pada satu hasil tiap baris. Kode atau QR menemukan baris ini di ponsel.",
    ),
    ...sheet.stops.flatMap(stopPage),
  ];
};
