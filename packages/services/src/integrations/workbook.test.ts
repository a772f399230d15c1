import { mostWorkbookBytes } from "@rembuk/domain/onboarding/model";
import { describe, expect, it } from "vitest";
import { sampleWorkbook, sheetXml, workbookOf, workbookTypes } from "../testing/sample-workbook";
import { readWorkbook, workbookBytes } from "./workbook";

const plain = sheetXml([["Nama", "Peran"]]);
const rels = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const withCell = (cell: string) => plain.replace("</row></sheetData>", `${cell}</row></sheetData>`);
const types = (from: string, to: string) => ({
  "[Content_Types].xml": workbookTypes.replace(from, to),
});
const mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** 90 MB of blanks in a file of some kilobytes. */
const bomb = (): Buffer =>
  workbookOf(plain, { "xl/media/big.xml": Buffer.alloc(90 * 1_048_576, 32) });

const flipped = (at: (zip: Buffer) => number, value: number): Buffer => {
  const zip = sampleWorkbook([["Nama"]]);
  zip.writeUInt16LE(value, at(zip));
  return zip;
};
const central = (zip: Buffer) => zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));

const hostile: readonly (readonly [string, () => Buffer, string])[] = [
  ["nothing", () => Buffer.alloc(0), "WORKBOOK_NOT_XLSX"],
  ["a text", () => Buffer.from("Nama;Peran\nSiti;Camat\n"), "WORKBOOK_NOT_XLSX"],
  [
    "an old .xls",
    () => Buffer.from("d0cf11e0a1b11ae1".padEnd(2000, "0"), "hex"),
    "WORKBOOK_NOT_XLSX",
  ],
  [
    "a page",
    () => Buffer.from("<html><table><tr><td>=1+1</td></tr></table></html>"),
    "WORKBOOK_NOT_XLSX",
  ],
  [
    "a zip of a text",
    () => workbookOf(plain, { "[Content_Types].xml": "<Types/>" }),
    "WORKBOOK_NOT_XLSX",
  ],
  [
    ".xlsm",
    () =>
      workbookOf(plain, types(mainType, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
    "WORKBOOK_NOT_XLSX",
  ],
  [
    ".xltm",
    () =>
      workbookOf(plain, types(mainType, "application/vnd.ms-excel.template.macroEnabled.main+xml")),
    "WORKBOOK_NOT_XLSX",
  ],
  [
    ".xlsb",
    () =>
      workbookOf(plain, types(mainType, "application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
    "WORKBOOK_NOT_XLSX",
  ],
  ["a macro", () => workbookOf(plain, { "xl/vbaProject.bin": "x" }), "WORKBOOK_ACTIVE"],
  [
    "a macro sheet",
    () => workbookOf(plain, { "xl/macrosheets/sheet1.xml": plain }),
    "WORKBOOK_ACTIVE",
  ],
  ["a control", () => workbookOf(plain, { "xl/activeX/activeX1.xml": "<a/>" }), "WORKBOOK_ACTIVE"],
  [
    "a program inside",
    () => workbookOf(plain, { "xl/embeddings/oleObject1.bin": "x" }),
    "WORKBOOK_ACTIVE",
  ],
  [
    "a link to another book",
    () => workbookOf(plain, { "xl/externalLinks/externalLink1.xml": "<a/>" }),
    "WORKBOOK_ACTIVE",
  ],
  [
    "an outside target",
    () =>
      workbookOf(plain, {
        "xl/worksheets/_rels/sheet1.xml.rels": rels(
          '<Relationship Id="r" Type="http://x/image" Target="http://evil.example/a.png" TargetMode="External"/>',
        ),
      }),
    "WORKBOOK_ACTIVE",
  ],
  [
    "an entity",
    () => workbookOf(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${plain}`),
    "WORKBOOK_ACTIVE",
  ],
  [
    "a laugh of entities",
    () => workbookOf(`<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${plain}`),
    "WORKBOOK_ACTIVE",
  ],
  ["another encoding", () => workbookOf(plain.replace("UTF-8", "UTF-16")), "WORKBOOK_ACTIVE"],
  ["an unknown part", () => workbookOf(plain, { "xl/payload.exe": "MZ" }), "WORKBOOK_ACTIVE"],
  [
    "a way out of the folder",
    () => workbookOf(plain, { "../../etc/cron.d/x.xml": "x" }),
    "WORKBOOK_ACTIVE",
  ],
  ["a formula", () => workbookOf(withCell('<c r="C1"><f>1+1</f><v>2</v></c>')), "WORKBOOK_FORMULA"],
  [
    "a shared formula",
    () => workbookOf(withCell('<c r="C1"><f t="shared" si="0"/><v>2</v></c>')),
    "WORKBOOK_FORMULA",
  ],
  [
    "a formula under a prefix",
    () => workbookOf(withCell('<x:c r="C1"><x:f>WEBSERVICE("http://evil.example")</x:f></x:c>')),
    "WORKBOOK_FORMULA",
  ],
  [
    "a formula in another sheet",
    () => workbookOf(plain, { "xl/worksheets/sheet2.xml": withCell('<c r="C9"><f>1</f></c>') }),
    "WORKBOOK_FORMULA",
  ],
  [
    "the last row of Excel",
    () => workbookOf(plain.replace('<row r="1"', '<row r="1048576"')),
    "WORKBOOK_TOO_LONG",
  ],
  [
    "the last column of Excel",
    () => workbookOf(withCell('<c r="XFD1"><v>1</v></c>')),
    "WORKBOOK_TOO_LONG",
  ],
  [
    "more rows than may be",
    () => sampleWorkbook(Array.from({ length: 31 }, (_, n) => [`${n}`])),
    "WORKBOOK_TOO_LONG",
  ],
  ["a bomb", bomb, "WORKBOOK_TOO_LARGE"],
  [
    "a file that is too large",
    () => Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(mostWorkbookBytes)]),
    "WORKBOOK_TOO_LARGE",
  ],
  ["an encrypted part", () => flipped((zip) => central(zip) + 8, 1), "WORKBOOK_ACTIVE"],
  ["half a file", () => sampleWorkbook([["Nama"]]).subarray(0, 400), "WORKBOOK_DAMAGED"],
  [
    "something glued behind it",
    () => Buffer.concat([sampleWorkbook([["Nama"]]), Buffer.from("MZ")]),
    "WORKBOOK_DAMAGED",
  ],
  [
    "a sheet that ends too soon",
    () => workbookOf("<worksheet><sheetData><row"),
    "WORKBOOK_DAMAGED",
  ],
  ["an empty sheet", () => sampleWorkbook([]), "WORKBOOK_EMPTY"],
  ["blanks alone", () => sampleWorkbook([[" ", "  "]]), "WORKBOOK_EMPTY"],
];

describe("a workbook that somebody sent", () => {
  it.each(hostile)("is refused: %s", async (_, make, code) => {
    await expect(readWorkbook(make(), 30)).rejects.toMatchObject({ kind: "invalid", code });
  });

  it("says in which cell a formula stands", async () => {
    const sheet = withCell('<c r="C1" s="2"><f>NOW()</f><v>1</v></c>');
    await expect(readWorkbook(workbookOf(sheet), 30)).rejects.toMatchObject({
      details: { cell: "C1", sheet: "sheet1" },
    });
  });

  it("keeps what looks like a formula as the text that it is", async () => {
    const rows = await readWorkbook(sampleWorkbook([["Nama"], ["=HYPERLINK(1)"], ["", "+62"]]), 30);
    expect(rows).toEqual([
      { row: 1, cells: ["Nama", null] },
      { row: 2, cells: ["=HYPERLINK(1)", null] },
      { row: 3, cells: [null, "+62"] },
    ]);
  });

  it("is measured before it is unpacked", () => {
    const long = "A".repeat(Math.ceil((mostWorkbookBytes * 4) / 3) + 8);
    expect(() => workbookBytes(long)).toThrow("WORKBOOK_TOO_LARGE");
  });

  it("holds ten thousand rows in bounded memory", async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      Array.from({ length: 12 }, (_v, c) => `Isi kolom ${c} baris ${n} dengan kata-kata`),
    );
    const file = sampleWorkbook(rows);
    const before = process.memoryUsage().rss;
    expect(await readWorkbook(file, 10_020)).toHaveLength(10_000);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(300);
  });
});
