import { contactLine } from "@rembuk/domain/letters/letterhead";
import type { LetterPaper } from "@rembuk/services/letters/render-letter";
import type { Column, Content } from "pdfmake/interfaces";

/** A4 in points, and the margins of an official letter (left wide enough to be filed). */
export const pageWidth = 595.28;
export const margins = { left: 71, top: 43, right: 57, bottom: 64 } as const;
export const textWidth = pageWidth - margins.left - margins.right;

const logoSize = 62;

const rule = (y: number, lineWidth: number) => ({
  type: "line" as const,
  x1: 0,
  x2: textWidth,
  y1: y,
  y2: y,
  lineWidth,
});

/**
 * Kop surat: government, office, address, and the double line.
 * @param logo data URL of the emblem, if the installation has one
 */
export const letterhead = (
  { office, letterhead: lines }: Pick<LetterPaper, "office" | "letterhead">,
  logo: string | null,
): Content => {
  const below = lines.length > 0 ? lines : [contactLine(office)];
  const words: Column = {
    width: "*",
    alignment: "center",
    stack: [
      { text: `PEMERINTAH ${office.regencyName.toUpperCase()}`, fontSize: 13 },
      { text: office.name.toUpperCase(), fontSize: 17, bold: true, margin: [0, 1, 0, 2] },
      ...below.map((text) => ({ text, fontSize: 9 })),
    ],
  };
  const emblem: Column = logo
    ? { image: logo, fit: [logoSize, logoSize], width: logoSize }
    : { text: "", width: 0 };
  // The same width on the right keeps the words in the middle of the sheet.
  const balance: Column = { text: "", width: logo ? logoSize : 0 };
  return {
    stack: [
      { columns: [emblem, words, balance], columnGap: 8 },
      { canvas: [rule(6, 2.2), rule(9, 0.7)], margin: [0, 0, 0, 14] },
    ],
  };
};
