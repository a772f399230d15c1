import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { Content, TableCell } from "pdfmake/interfaces";
import { momentName, printed, roleName } from "./paper-words";

/** A4 in points. */
export const page = { width: 595.28, left: 36, right: 36, top: 34, bottom: 66 } as const;
export const textWidth = page.width - page.left - page.right;

/** The product's colours on paper; figures of contrast as on the screen (light). */
export const ink = {
  text: "#161d1c",
  quiet: "#525b57",
  line: "#dcdfdb",
  ground: "#f4f5f3",
  brand: "#0f5e70",
  soft: "#eaf3f5",
  bad: "#a6281e",
  turn: "#dfa71a",
} as const;

const block = (x: number, y: number, w: number, h: number, color: string) => ({
  ...{ type: "rect" as const, x, y, w, h, r: 0.8, color },
});

/** Four slats round one table. */
const logo = (): Content => ({
  canvas: [
    block(0, 0, 18, 8, ink.brand),
    block(20, 0, 8, 18, ink.brand),
    block(10, 20, 18, 8, ink.brand),
    block(0, 10, 8, 18, ink.brand),
    block(10, 10, 8, 8, ink.turn),
  ],
});

/** Title, place, moment and who had it made, over a line. */
export const sheetHead = (head: PaperHead, title: string, right: readonly string[]): Content => {
  const role = roleName(head.madeBy.role);
  const by = role ? `${head.madeBy.name}, ${role.toLowerCase()}` : head.madeBy.name;
  return {
    stack: [
      {
        columns: [
          { width: 38, stack: [logo()] },
          {
            width: "*",
            stack: [
              { text: title, fontSize: 18, bold: true, lineHeight: 1 },
              {
                text: printed(head.placeName, 80),
                fontSize: 9.5,
                color: ink.quiet,
                margin: [0, 2, 0, 0],
              },
            ],
          },
          {
            width: 220,
            alignment: "right",
            fontSize: 8,
            color: ink.quiet,
            stack: [
              { text: momentName(head.madeAt, head.zone), color: ink.text, bold: true },
              ...right.map((text) => ({ text })),
              { text: `Disiapkan untuk ${printed(by, 60)}` },
            ],
          },
        ],
      },
      {
        canvas: [
          {
            type: "line",
            x1: 0,
            x2: textWidth,
            y1: 8,
            y2: 8,
            lineWidth: 1.4,
            lineColor: ink.brand,
          },
        ],
      },
    ],
  };
};

export interface Figure {
  readonly value: number | string;
  readonly label: string;
  readonly isBad?: boolean;
}

/** Large numbers in one row. */
export const figures = (list: readonly Figure[]): Content => ({
  margin: [0, 9, 0, 0],
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (at) => (at === 0 || at === list.length ? 0 : 0.7),
    vLineColor: () => ink.line,
    paddingLeft: (at) => (at === 0 ? 0 : 9),
    paddingRight: () => 4,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
  table: {
    widths: list.map(() => "*"),
    body: [
      list.map(({ value, label, isBad }) => ({
        stack: [
          {
            text: String(value),
            fontSize: 19,
            bold: true,
            lineHeight: 1,
            color: isBad ? ink.bad : ink.text,
          },
          { text: label, fontSize: 7.5, color: ink.quiet, margin: [0, 1, 0, 0] },
        ],
      })),
    ],
  },
});

/** Heading of a part, with a quiet word after it. */
export const partTitle = (title: string, note = ""): Content => ({
  margin: [0, 11, 0, 3],
  text: [
    { text: title, bold: true, fontSize: 10.5, color: ink.brand },
    { text: note ? `   ${note}` : "", fontSize: 7.5, color: ink.quiet },
  ],
});

export const quietLine = (text: string): Content => ({
  text,
  fontSize: 8,
  color: ink.quiet,
  margin: [0, 2, 0, 0],
});

/** A table of thin lines. @param widths as pdfmake takes them */
export const thinTable = (
  widths: readonly (number | "*" | "auto")[],
  head: readonly string[],
  rows: readonly (readonly TableCell[])[],
): Content => ({
  fontSize: 8,
  layout: {
    hLineWidth: (at) => (at === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => ink.line,
    paddingLeft: (at) => (at === 0 ? 0 : 5),
    paddingRight: () => 3,
    paddingTop: () => 2.2,
    paddingBottom: () => 2.2,
  },
  table: {
    headerRows: head.length > 0 ? 1 : 0,
    dontBreakRows: true,
    widths: [...widths],
    body: [
      ...(head.length > 0 ? [head.map((text) => ({ text, fontSize: 7, color: ink.quiet }))] : []),
      ...rows.map((row) => [...row]),
    ],
  },
});

/** A clock in its cell: late is red and bold, and says it in words too. */
export const clockCell = (text: string, isLate: boolean): TableCell =>
  isLate ? { text, color: ink.bad, bold: true, noWrap: true } : { text, noWrap: true };

/** Where a paper is checked by its number: the address says nothing of what stands on it. */
export const checkAddress = (publicUrl: string, number: string): string =>
  new URL(`/periksa/${number}`, publicUrl).href;

/** What a paper about cases leaves out. */
export const casesNote =
  "Tanpa identitas pelapor. Kasus rahasia dihitung hanya bila yang menyiapkan berwenang, dan tidak disebut. hk = hari kerja.";

/** QR, number, what is not on it, and the page. */
export const sheetFoot = (
  head: PaperHead,
  publicUrl: string,
  { at, of, note }: { readonly at: number; readonly of: number; readonly note: string },
): Content => ({
  margin: [page.left, 4, page.right, 0],
  columns: [
    { qr: checkAddress(publicUrl, head.number), fit: 46, eccLevel: "M", width: 54 },
    {
      width: "*",
      fontSize: 7.5,
      color: ink.quiet,
      margin: [0, 6, 0, 0],
      stack: [
        {
          text: [
            { text: `Nomor ${head.number}`, bold: true, color: ink.text },
            ` · keaslian dapat diperiksa di ${checkAddress(publicUrl, head.number)}`,
          ],
        },
        { text: note, margin: [0, 2, 0, 0] },
      ],
    },
    {
      width: 40,
      alignment: "right",
      fontSize: 7.5,
      color: ink.quiet,
      margin: [0, 6, 0, 0],
      text: `${at} / ${of}`,
    },
  ],
});
