import { officeDate } from "@rembuk/domain/letters/office-date";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { LoadingList, LoadingStop } from "@rembuk/services/trips/loading-queries";
import type { Content } from "pdfmake/interfaces";
import { printed } from "./paper-words";
import { partTitle, quietLine, sheetHead, thinTable } from "./sheet-parts";

const grouped = new Intl.NumberFormat("id-ID");

const stopPart = (stop: LoadingStop, place: number): Content[] => [
  partTitle(
    `${place + 1}. ${stop.villageName}`,
    `kunjungan ke-${stop.visit}, ${stop.people} penerima`,
  ),
  stop.rows.length === 0
    ? quietLine("Tidak ada barang untuk desa ini.")
    : thinTable(
        ["*", "auto", "auto", "auto", 54],
        ["Barang", "Program", "Penerima", "Jumlah", "Dimuat"],
        stop.rows.map((row) => [
          { text: `${printed(row.goodsName, 80)} (${printed(row.unit, 40)})` },
          { text: printed(row.programName, 40) },
          { text: grouped.format(row.people), alignment: "right" },
          { text: grouped.format(row.units), alignment: "right", bold: true },
          // Written with a pen beside the car.
          { text: "........", alignment: "right" },
        ]),
      ),
];

/** Daftar muat: what is loaded first is what comes out last, so the last stop stands first. */
export const loadingSheet = (head: PaperHead, list: LoadingList): Content[] => {
  const { trip } = list;
  const day = officeDate(new Date(`${trip.startsOn}T03:00:00Z`), trip.zone).words;
  return [
    sheetHead(head, "Daftar muat", [day, printed(trip.vehicle || "-", 60)]),
    {
      ...{ text: printed(trip.purpose, 200), bold: true, fontSize: 11, margin: [0, 8, 0, 0] },
    },
    quietLine("Muat menurut urutan ini: desa yang terakhir dikunjungi lebih dulu."),
    ...list.stops.flatMap(stopPart),
    partTitle("Jumlah seluruhnya"),
    thinTable(
      ["*", "auto", "auto"],
      ["Barang", "Untuk penerima", "Dimuat"],
      list.totals.map(({ name, unit, units, loaded }) => [
        { text: `${printed(name, 80)} (${printed(unit, 40)})` },
        { text: grouped.format(units), alignment: "right", bold: true },
        { text: loaded === null ? "........" : grouped.format(loaded), alignment: "right" },
      ]),
    ),
  ];
};
