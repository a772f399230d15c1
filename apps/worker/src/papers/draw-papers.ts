import type { DrawPapers, PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { margins } from "../letters/letterhead";
import { drawPdf } from "../letters/pdf-printer";
import { caseTable } from "./case-table";
import { meetingSheet } from "./meeting-layout";
import { tripOrderSheet } from "./order-layout";
import { casesNote, ink, page, sheetFoot } from "./sheet-parts";
import { villageSheet } from "./village-layout";

const definition = (
  head: PaperHead,
  title: string,
  content: Content[],
  publicUrl: string,
  note = casesNote,
): TDocumentDefinitions => ({
  pageSize: "A4",
  pageMargins: [page.left, page.top, page.right, page.bottom],
  info: {
    ...{ title: `${title} ${head.placeName}`, author: "Rembuk", subject: head.number },
    ...{ creationDate: head.madeAt, modDate: head.madeAt },
  },
  defaultStyle: { font: "Roboto", fontSize: 9, lineHeight: 1.12, color: ink.text },
  content,
  footer: (at: number, of: number) => sheetFoot(head, publicUrl, { at, of, note }),
});

/** @param publicUrl where the QR of a sheet leads */
export const createPaperDrawing = ({ publicUrl }: { readonly publicUrl: string }): DrawPapers => ({
  meetingSheet: (head, facts) =>
    drawPdf(definition(head, "Bahan rapat", meetingSheet(head, facts), publicUrl)),
  villageSheet: (head, sheet) =>
    drawPdf(definition(head, "Lembar desa", villageSheet(head, sheet), publicUrl)),
  tripOrder: (head, order) =>
    drawPdf({
      ...definition(head, "Surat tugas", tripOrderSheet(order), publicUrl, ""),
      pageMargins: [margins.left, margins.top, margins.right, page.bottom],
      defaultStyle: { font: "Roboto", fontSize: 11, lineHeight: 1.15, color: ink.text },
    }),
  caseTable,
});
