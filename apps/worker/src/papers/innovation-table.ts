import { reportLabels } from "@rembuk/domain/innovations/index-report";
import { reportRowKeys } from "@rembuk/domain/innovations/model";
import { withoutLongNumbers } from "@rembuk/domain/reports/papers";
import { spreadsheetText } from "@rembuk/domain/reports/spreadsheet-text";
import type { ShownInnovation } from "@rembuk/services/innovations/queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import writeXlsxFile, { type Cell, type Row } from "write-excel-file/node";
import { headCell, sourceRows } from "./table-parts";

/** Excel takes 32,767 characters in a cell: no text of a report is cut. */
const whole = (text: string): Cell =>
  text === ""
    ? null
    : { type: String, value: spreadsheetText(withoutLongNumbers(text), 32_000), wrap: true };

const gapNames = {
  blank: "Belum diisi",
  undecided: "Belum ditentukan",
  unreadable: "Tidak terbaca",
};

const count = (value: number | null): Cell =>
  value === null ? { type: String, value: "kurang dari 5" } : { type: Number, value };

/** The report as a workbook: its 11 rows, and on a sheet of its own what Rembuk counted. */
export const innovationTable = (head: PaperHead, one: ShownInnovation): Promise<Uint8Array> => {
  const rows: Row[] = reportRowKeys.map((key) => [
    { type: String, value: reportLabels[key], fontWeight: "bold" },
    key === "initiator" && !one.seesNames ? null : whole(one.rows[key]),
    one.gaps[key] ? { type: String, value: gapNames[one.gaps[key]] } : null,
  ]);
  const { evidence } = one;
  const counted: Row[] = evidence
    ? [
        [{ type: String, value: "Kasus" }, count(evidence.cases)],
        [{ type: String, value: "Kasus selesai ditindaklanjuti" }, count(evidence.solved)],
        [{ type: String, value: "Kunjungan" }, count(evidence.trips)],
        [{ type: String, value: "Orang terlayani" }, count(evidence.people)],
      ]
    : [];
  return writeXlsxFile([
    {
      sheet: "Laporan",
      data: [["Rincian", "Keterangan", "Catatan"].map((name) => headCell(name)), ...rows],
      columns: [{ width: 34 }, { width: 110 }, { width: 18 }],
      stickyRowsCount: 1,
    },
    {
      sheet: "Bukti",
      data: [["Tercatat di Rembuk", "Jumlah"].map((name) => headCell(name)), ...counted],
      columns: [{ width: 34 }, { width: 18 }],
    },
    {
      sheet: "Keterangan",
      data: sourceRows(head, [["Inovasi", one.profile.name]]),
      columns: [{ width: 32 }, { width: 80 }],
    },
  ]).toBuffer();
};
