import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { type Zippable, zipSync } from "fflate";
import sharp from "sharp";

/** A photograph with noise, so that it compresses like one. */
export const photograph = (width = 640, height = 480) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#446688",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });

/** A place in EXIF, as a phone writes it: 2° 20' S, 115° 30' E, and who owns the camera. */
export const withPlace = {
  IFD0: { Make: "Kamera", Model: "Contoh", Copyright: "Kenari Kuning" },
  IFD3: {
    GPSLatitudeRef: "S",
    GPSLatitude: "2/1 20/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "115/1 30/1 0/1",
  },
};

export const placedJpeg = (): Promise<Buffer> => photograph().withExif(withPlace).jpeg().toBuffer();

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

export const plainPdf = async (): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  doc.addPage([300, 300]).drawText("Surat keterangan");
  return Buffer.from(await doc.save({ useObjectStreams: false }));
};

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

export const docxTypes =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const rootRels =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const body = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${inner}</w:p></w:body></w:document>`;

type Parts = Readonly<Record<string, string | Uint8Array>>;

export const zipOf = (parts: Parts): Buffer => {
  const entries: Zippable = {};
  for (const [name, value] of Object.entries(parts))
    entries[name] = typeof value === "string" ? text(value) : value;
  return Buffer.from(zipSync(entries));
};

/** A small document; `more` adds or replaces parts. */
export const docx = (more: Parts = {}, inner = "<w:r><w:t>Isi</w:t></w:r>"): Buffer =>
  zipOf({
    "[Content_Types].xml": docxTypes,
    "_rels/.rels": rootRels,
    "word/document.xml": body(inner),
    ...more,
  });

export const odt = (more: Parts = {}): Buffer =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": '<?xml version="1.0" encoding="UTF-8"?><office:document-content/>',
    "META-INF/manifest.xml": '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest/>',
    ...more,
  });

export const xlsx = (more: Parts = {}): Buffer =>
  zipOf({
    "[Content_Types].xml":
      '<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": rootRels,
    "xl/workbook.xml": '<?xml version="1.0" encoding="UTF-8"?><workbook/>',
    ...more,
  });

/** Objects of a PDF, put together by hand with a right table of places. */
export const pdfOf = (objects: readonly string[], trailer = ""): Buffer => {
  let out = "%PDF-1.7\n";
  const places = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, "latin1");
};

/** One page, whose catalogue and page take what a test adds. */
export const pdfWith = (catalogue: string, page = "", more: readonly string[] = []): Buffer =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> ${page} >>`,
    ...more,
  ]);

/** Deflated zeros: about a thousandth of what comes out. */
export const bomb = (bytes: number): Buffer => deflateRawSync(Buffer.alloc(bytes), { level: 9 });
