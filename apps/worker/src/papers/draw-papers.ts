import type { DrawPapers, PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { margins } from "../letters/letterhead";
import { drawPdf } from "../letters/pdf-printer";
import { caseTable } from "./case-table";

import { batchReportSheet } from "./coaching-report-layout";
import { familyTable } from "./family-table";

import { handoverSheet } from "./handover-layout";
import { handoverPaperSheet } from "./handover-sheet-layout";
import { innovationNote, proposalSheet, reportSheet } from "./innovation-layout";
import { innovationTable } from "./innovation-table";
import { invitationSheet } from "./invitation-layout";
import { loadingSheet } from "./loading-layout";
import { meetingSheet } from "./meeting-layout";
import { minutesSheet } from "./minutes-layout";
import { tripOrderSheet } from "./order-layout";
import { recipientSheet } from "./recipients-layout";
import { casesNote, ink, page, sheetFoot } from "./sheet-parts";
import { tripReportSheet } from "./trip-report-layout";
import { villageSheet } from "./village-layout";

const loadingNote = "Tanpa nama penerima: nama berdiri pada manifes yang dibawa tim.";

const coachingNote =
  "Tanpa data pribadi warga: hanya nama pejabat, pembina, dan pengelola inovasi.";

const minutesNote = "Kasus rahasia tidak disebut.";
const reportNote = "Tanpa nama penerima: nama berdiri pada daftar penerima.";
const handoverNote =
  "Memuat nama penerima: simpan bersama tim, serahkan ke kecamatan sesudah kunjungan.";

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
  loadingList: (head, list) =>
    drawPdf(definition(head, "Daftar muat", loadingSheet(head, list), publicUrl, loadingNote)),
  handoverRecord: (head, record) =>
    drawPdf({
      ...definition(head, "Berita acara", handoverSheet(record), publicUrl, ""),
      pageMargins: [margins.left, margins.top, margins.right, page.bottom],
      defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.15, color: ink.text },
    }),
  innovationReport: (head, one) =>
    drawPdf(definition(head, "Laporan Indeks", reportSheet(head, one), publicUrl, innovationNote)),
  innovationProposal: (head, one) =>
    drawPdf(definition(head, "Profil Inovasi", proposalSheet(head, one), publicUrl, "")),
  innovationTable,
  coachingInvitation: (head, invitation) =>
    drawPdf({
      ...definition(head, "Undangan pembinaan", invitationSheet(head, invitation), publicUrl, ""),
      pageMargins: [margins.left, margins.top, margins.right, page.bottom],
      defaultStyle: { font: "Roboto", fontSize: 11, lineHeight: 1.15, color: ink.text },
    }),
  meetingMinutes: (head, minutes) =>
    drawPdf({
      ...definition(head, "Notula rapat", minutesSheet(minutes), publicUrl, minutesNote),
      pageMargins: [margins.left, margins.top, margins.right, page.bottom],
      defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.15, color: ink.text },
    }),
  coachingReport: (head, report) =>
    drawPdf(
      definition(head, "Laporan angkatan", batchReportSheet(head, report), publicUrl, coachingNote),
    ),
  recipientList: (head, list) =>
    drawPdf({
      ...definition(head, "Daftar penerima", recipientSheet(list), publicUrl, ""),
      pageMargins: [margins.left, margins.top, margins.right, page.bottom],
      defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.15, color: ink.text },
    }),
  tripReport: (head, report) =>
    drawPdf({
      ...definition(head, "Laporan kunjungan", tripReportSheet(report), publicUrl, reportNote),
      pageMargins: [margins.left, margins.top, margins.right, page.bottom],
      defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.15, color: ink.text },
    }),
  handoverSheet: (head, sheet) =>
    drawPdf(
      definition(
        head,
        "Lembar serah terima",
        handoverPaperSheet(head, sheet),
        publicUrl,
        handoverNote,
      ),
    ),
  caseTable,
  familyTable,
});
