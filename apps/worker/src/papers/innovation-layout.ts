import { reportLabels, reportTitle } from "@rembuk/domain/innovations/index-report";
import { type ReportRowKey, reportRowKeys } from "@rembuk/domain/innovations/model";
import { proposalHeadings, proposalKeys, sectionOf } from "@rembuk/domain/innovations/proposal";
import { withoutLongNumbers } from "@rembuk/domain/reports/papers";
import type { ShownInnovation } from "@rembuk/services/innovations/queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TableCell } from "pdfmake/interfaces";
import { ink, sheetHead } from "./sheet-parts";

/** What every page says of its contents. */
export const innovationNote =
  "Isi laporan adalah pernyataan kantor. Yang kosong atau belum ditentukan dicetak sebagaimana adanya.";

const statusNames: Readonly<Record<ShownInnovation["status"], string>> = {
  draft: "Draf",
  submitted: "Diajukan",
  under_verification: "Diverifikasi",
  returned: "Dikembalikan",
  validated: "Tervalidasi",
  endorsed: "Disahkan camat",
  reviewed: "Ditinjau kabupaten",
  sent: "Dikirim",
};
const gapNames = {
  blank: "Belum diisi",
  undecided: "belum lengkap",
  unreadable: "tidak terbaca",
} as const;

/** The whole text, line by line; a number as long as a NIK is blacked out. */
const whole = (text: string): string => withoutLongNumbers(text.replace(/\r/g, ""));

const cell = (one: ShownInnovation, key: ReportRowKey): TableCell => {
  const text = whole(one.rows[key]);
  const gap = one.gaps[key];
  const isHidden = key === "initiator" && !one.seesNames;
  if (isHidden) return { text: "Tidak dicetak untuk pembaca ini", color: ink.quiet, italics: true };
  if (!gap) return { text };
  const why = { text: text === "" ? gapNames[gap] : ` (${gapNames[gap]})`, color: ink.bad };
  return { text: [text, why] };
};

/** Laporan Indeks Inovasi Daerah: the 11 labels in their order; what is open is said to be open. */
export const reportSheet = (head: PaperHead, one: ShownInnovation): Content[] => [
  sheetHead(head, reportTitle, [statusNames[one.status]]),
  {
    margin: [0, 10, 0, 0],
    layout: {
      hLineColor: () => ink.line,
      vLineColor: () => ink.line,
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    table: {
      headerRows: 1,
      widths: [130, "*"],
      body: [
        ["Rincian", "Keterangan"].map((text) => ({ text, bold: true, fillColor: ink.soft })),
        ...reportRowKeys.map((key): TableCell[] => [
          { text: reportLabels[key], bold: true },
          cell(one, key),
        ]),
      ],
    },
  },
];

/** Profil/Proposal Inovasi: cover, then its sections in order, no word left out. */
export const proposalSheet = (head: PaperHead, one: ShownInnovation): Content[] => [
  sheetHead(head, "Profil Inovasi Daerah", [statusNames[one.status]]),
  ...(one.profile.cover === ""
    ? []
    : [
        {
          text: whole(one.profile.cover).replace(/\n{2,}/g, "\n"),
          ...{
            alignment: "center" as const,
            margin: [0, 18, 0, 6] as [number, number, number, number],
          },
        },
      ]),
  ...proposalKeys.flatMap((key): Content[] => {
    const text = whole(sectionOf(one.profile, key));
    // It only holds the two sections after it.
    const isFrame = key === "methods" && text === "";
    return [
      { text: proposalHeadings[key], bold: true, fontSize: 10, margin: [0, 12, 0, 4] },
      ...(isFrame
        ? []
        : [text === "" ? { text: gapNames.blank, color: ink.bad } : { text, fontSize: 10 }]),
    ];
  }),
];
