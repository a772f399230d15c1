import { type Zippable, zipSync } from "fflate";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

const cell = (value: string | number | null, row: number, column: number): string => {
  if (value === null || value === "") return "";
  const place = `${letters(column)}${row}`;
  return typeof value === "number"
    ? `<c r="${place}"><v>${value}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

/** The XML of a sheet of these rows. */
export const sheetXml = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows
    .map((row, at) => `<row r="${at + 1}">${row.map((v, c) => cell(v, at + 1, c)).join("")}</row>`)
    .join("")}</sheetData></worksheet>`;

export const workbookTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;

const parts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": workbookTypes,
  "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Register" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** An .xlsx of one sheet; parts may be put in another's place. */
export const workbookOf = (
  sheet: string,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Buffer => {
  const encode = (part: string | Uint8Array) =>
    typeof part === "string" ? new TextEncoder().encode(part) : part;
  const all = { ...parts, "xl/worksheets/sheet1.xml": sheet, ...others };
  const packed: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, part]) => [name, [encode(part), { level: 6 }] as const]),
  ) as Zippable;
  return Buffer.from(zipSync(packed));
};

export const sampleWorkbook = (rows: readonly (readonly (string | number | null)[])[]): Buffer =>
  workbookOf(sheetXml(rows));
