import { DomainError, type ErrorCode, type ErrorDetails } from "@rembuk/domain/kernel/errors";
import { mostWorkbookBytes } from "@rembuk/domain/onboarding/model";
import { type Cell, isEmptyRow } from "@rembuk/domain/onboarding/sheet-cells";
import { readSheet } from "read-excel-file/node";
import { FileRefused } from "./file-content/file-content";
import { readZip, type ZipEntry } from "./file-content/read-zip";
import { rebuildDocument } from "./file-content/rebuild-document";

/** A row of the first sheet with its number, as Excel counts. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

const refused = (code: ErrorCode, details: ErrorDetails = {}) =>
  new DomainError("invalid", code, details);

const codeOf: Readonly<Record<string, ErrorCode>> = {
  "document-active": "WORKBOOK_ACTIVE",
  "document-bomb": "WORKBOOK_TOO_LARGE",
  damaged: "WORKBOOK_DAMAGED",
};

const mostColumns = 120;
const sheetName = /^xl\/worksheets\/[^/]+\.xml$/i;

/** A formula shows what it last came to, which nobody checked; and it may reach outside. */
const requireValues = (name: string, xml: string): void => {
  const formula = /<(?:[a-z]+:)?f[\s>/]/i.exec(xml);
  if (!formula) return;
  const before = xml.slice(Math.max(0, formula.index - 400), formula.index);
  const cell = [...before.matchAll(/\br="([A-Z]{1,3}\d{1,7})"/g)].at(-1)?.[1] ?? "";
  throw refused("WORKBOOK_FORMULA", { cell, sheet: name.replace(/^.*\/|\.xml$/g, "") });
};

/** A cell far below or far to the right would have a reader lay out all that lies between. */
const requireBounds = (xml: string, mostRows: number): void => {
  for (const [, at] of xml.matchAll(/<(?:[a-z]+:)?row\b[^>]*?\br="(\d+)"/gi))
    if (Number(at) > mostRows) throw refused("WORKBOOK_TOO_LONG", { most: mostRows });
  for (const [, letters = "", at] of xml.matchAll(/<(?:[a-z]+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"/gi)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > mostColumns || Number(at) > mostRows)
      throw refused("WORKBOOK_TOO_LONG", { most: mostRows });
  }
  const rows = xml.match(/<(?:[a-z]+:)?row[\s>/]/gi)?.length ?? 0;
  const cells = xml.match(/<(?:[a-z]+:)?c[\s>/]/gi)?.length ?? 0;
  if (rows > mostRows || cells > mostRows * 40)
    throw refused("WORKBOOK_TOO_LONG", { most: mostRows });
};

const requirePlain = (entries: readonly ZipEntry[], mostRows: number): void => {
  for (const { name, bytes } of entries) {
    if (!sheetName.test(name)) continue;
    const xml = bytes.toString("utf8");
    requireValues(name, xml);
    requireBounds(xml, mostRows);
  }
};

const rebuilt = async (bytes: Buffer): Promise<Buffer> => {
  try {
    const document = await rebuildDocument(bytes);
    if (document.ending !== "xlsx") throw refused("WORKBOOK_NOT_XLSX");
    return document.original;
  } catch (error) {
    if (error instanceof FileRefused) throw refused(codeOf[error.refusal] ?? "WORKBOOK_NOT_XLSX");
    throw error;
  }
};

/**
 * The rows of the first sheet of an .xlsx that somebody sent. Refused are: another kind of file, macros,
 * programs and links to outside, formulas, what is packed to burst, and what is too long.
 * @param mostRows headings and a title above them included
 * @throws invalid WORKBOOK_*
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  mostRows: number,
): Promise<readonly SheetRow[]> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > mostWorkbookBytes) throw refused("WORKBOOK_TOO_LARGE");
  if (file.length < 4 || file.readUInt32LE(0) !== 0x04034b50) throw refused("WORKBOOK_NOT_XLSX");
  const safe = await rebuilt(file);
  requirePlain(readZip(safe), mostRows);
  const data = await readSheet(safe).catch(() => {
    throw refused("WORKBOOK_DAMAGED");
  });
  const rows = data
    .map((cells, at) => ({ row: at + 1, cells: cells as unknown as readonly Cell[] }))
    .filter(({ cells }) => !isEmptyRow(cells));
  if (rows.length === 0) throw refused("WORKBOOK_EMPTY");
  return rows;
};

/** Bytes of base64 as a browser sends them. @throws invalid WORKBOOK_TOO_LARGE */
export const workbookBytes = (content: string): Buffer => {
  const bytes = Buffer.from(content, "base64");
  if (bytes.length > mostWorkbookBytes) throw refused("WORKBOOK_TOO_LARGE");
  return bytes;
};
