import { readFileSync } from "node:fs";
import {
  type DrawLetter,
  type LetterPaper,
  letterNames,
} from "@rembuk/services/letters/render-letter";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { coverLetter } from "./cover-letter-layout";
import { disposition } from "./disposition-layout";
import { letterhead, margins } from "./letterhead";
import { drawPdf } from "./pdf-printer";

export interface DrawingSettings {
  /** Where the QR leads: the address of the product as everybody reaches it. */
  readonly publicUrl: string;
  /** PNG or JPEG of the emblem; null: the head of the letter is words only. */
  readonly logoFile: string | null;
}

const readLogo = (file: string | null): string | null => {
  if (file === null) return null;
  const kind = /\.jpe?g$/i.test(file) ? "jpeg" : "png";
  return `data:image/${kind};base64,${readFileSync(file).toString("base64")}`;
};

/** The page where a case is looked up by its number and PIN: it says nothing of anybody. */
export const trackingAddress = (publicUrl: string): string => new URL("/lacak", publicUrl).href;

const footer = (paper: LetterPaper, publicUrl: string): Content => ({
  margin: [margins.left, 0, margins.right, 0],
  columns: [
    { qr: trackingAddress(publicUrl), fit: 46, eccLevel: "M", width: 54 },
    {
      width: "*",
      fontSize: 8,
      color: "#444444",
      margin: [0, 8, 0, 0],
      stack: [
        { text: `Nomor registrasi ${paper.caseNumber} · dicatat di Rembuk` },
        {
          text: `Perkembangannya dapat dilacak di ${trackingAddress(publicUrl)} dengan nomor registrasi dan PIN tanda terima.`,
        },
      ],
    },
  ],
});

const definition = (paper: LetterPaper, settings: DrawingSettings): TDocumentDefinitions => {
  const { letter, office } = paper;
  const isSheet = letter.kind === "disposition";
  const at = letter.voidedAt ?? letter.issuedAt ?? letter.createdAt;
  const title = letterNames[letter.kind];
  return {
    pageSize: "A4",
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom + 16],
    // The paper's own time, not the printer's: drawn again it is the same file.
    info: {
      title: `${title} ${letter.number ?? ""}`,
      author: office.name,
      creationDate: at,
      modDate: at,
    },
    defaultStyle: { font: "Roboto", fontSize: 11, lineHeight: 1.18 },
    content: [
      letterhead(paper, readLogo(settings.logoFile)),
      ...(isSheet ? disposition(paper) : coverLetter(paper)),
    ],
    footer: () => footer(paper, settings.publicUrl),
    ...(letter.status === "void"
      ? { watermark: { text: "BATAL", color: "#b3261e", opacity: 0.22, bold: true, angle: -45 } }
      : {}),
  };
};

/** @returns draws a letter as a PDF with selectable text; nothing is fetched from anywhere */
export const createLetterDrawing =
  (settings: DrawingSettings): DrawLetter =>
  (paper) =>
    drawPdf(definition(paper, settings));
