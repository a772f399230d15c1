import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import {
  docx,
  docxTypes,
  odt,
  pdfWith,
  photograph,
  placedJpeg,
  plainPdf,
  withPlace,
  xlsx,
  zipOf,
} from "../../testing/sample-files";
import { FileRefused } from "./file-content";
import { prepareContent } from "./prepare-content";

const text = (value: string): Buffer => Buffer.from(value, "latin1");
const zeros = (length: number): Buffer => Buffer.alloc(length);

/** "accepted", or why not. */
const fate = async (bytes: Buffer): Promise<string> => {
  try {
    await prepareContent(bytes);
    return "accepted";
  } catch (error) {
    return error instanceof FileRefused ? error.refusal : `fault: ${String(error)}`;
  }
};

const rels = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const outside = (type: string, target: string): string =>
  rels(
    `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`,
  );

/** PNG of a size that its header claims; the pixels are not there. */
const pngClaiming = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const named = Buffer.concat([Buffer.from(type), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(zeros(1_000_000), { level: 9 })),
    chunk("IEND", zeros(0)),
  ]);
};

const crc32 = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};

/** A zip whose first entry says one size and holds another, or whose flags lie. */
const patched = (zip: Buffer, change: (central: number, zip: Buffer) => void): Buffer => {
  const copy = Buffer.from(zip);
  change(copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])), copy);
  return copy;
};

const objectStreamBomb = (): Buffer => {
  const packed = deflateSync(zeros(64 * 1_048_576), { level: 9 }).toString("latin1");
  return pdfWith("", "", [
    `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
  ]);
};

const scripted = async (): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  doc.addPage();
  doc.addJavaScript("a", "app.alert(1)");
  return Buffer.from(await doc.save());
};

const attached = async (): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  doc.addPage();
  await doc.attach(text("MZ"), "alat.exe", { mimeType: "application/octet-stream" });
  return Buffer.from(await doc.save());
};

const encrypted = async (): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  doc.addPage();
  doc.encrypt({ userPassword: "rahasia", ownerPassword: "pemilik" });
  return Buffer.from(await doc.save());
};

const action = (inner: string) => pdfWith(`/OpenAction << /Type /Action ${inner} >>`);
const annotation = (inner: string) =>
  pdfWith("", `/Annots [<< /Type /Annot /Rect [0 0 9 9] ${inner} >>]`);

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const html = "<!doctype html><script>alert(document.cookie)</script>";

let jpeg: Buffer;
let png: Buffer;
let pdf: Buffer;
const battery: [string, () => Buffer | Promise<Buffer>][] = [
  // Kinds that are not taken, under whatever name.
  ["nothing at all", () => zeros(0)],
  ["one byte", () => text("x")],
  ["zeros", () => zeros(4096)],
  ["an SVG", () => text(svg)],
  ["an SVG with a declaration", () => text(`<?xml version="1.0"?>${svg}`)],
  ["an SVG behind a BOM", () => text(`\xef\xbb\xbf${svg}`)],
  ["HTML", () => text(html)],
  ["HTML behind blanks", () => text(`\n\n   ${html}`)],
  ["HTML in UTF-16", () => Buffer.from(html, "utf16le")],
  ["XHTML", () => text('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>')],
  ["JavaScript", () => text("alert(1)//")],
  ["a shell script", () => text("#!/bin/sh\nrm -rf /\n")],
  ["PHP", () => text("<?php system($_GET[0]);")],
  ["a batch file", () => text("@echo off\r\ndel *.*\r\n")],
  ["a Windows program", () => text(`MZ\x90\0${"\0".repeat(200)}`)],
  ["a Linux program", () => text(`\x7fELF\x02\x01\x01${"\0".repeat(200)}`)],
  ["a macOS program", () => Buffer.from("cffaedfe07000001", "hex")],
  ["a Java class", () => Buffer.from("cafebabe00000034", "hex")],
  ["an Android package", () => zipOf({ "AndroidManifest.xml": "x", "classes.dex": "dex" })],
  ["a Java archive", () => zipOf({ "META-INF/MANIFEST.MF": "Main-Class: A", "A.class": "x" })],
  ["a plain zip", () => zipOf({ "a.txt": "a" })],
  ["a RAR", () => text("Rar!\x1a\x07\x01\0")],
  ["a 7z", () => Buffer.from("377abcaf271c0004", "hex")],
  ["a gzip", () => Buffer.from("1f8b0800000000000003", "hex")],
  ["an MP4", () => text("\0\0\0\x18ftypmp42\0\0\0\0mp42isom")],
  ["an MP3", () => text("ID3\x03\0\0\0\0\0\0")],
  ["a BMP", () => text(`BM${"\0".repeat(60)}`)],
  ["an icon", () => Buffer.from("00000100010010100000", "hex")],
  ["PostScript", () => text("%!PS-Adobe-3.0\n(a) run\n")],
  ["RTF", () => text("{\\rtf1\\object}")],
  ["CSV with a formula", () => text("=cmd|' /C calc'!A0,1\n")],
  ["a shortcut", () => Buffer.from("4c0000000114020000000000c000000000000046", "hex")],
  ["an internet shortcut", () => text("[InternetShortcut]\r\nURL=http://a\r\n")],
  ["a mail", () => text("From: a\r\nContent-Type: text/html\r\n\r\n<b>")],
  ["a disk image", () => text(`${"\0".repeat(32769)}CD001`)],
  ["a HEIC photograph", () => text("\0\0\0\x18ftypheic\0\0\0\0mif1heic")],
  ["an old Word document", () => Buffer.from("d0cf11e0a1b11ae100000000", "hex")],
  // Wrong or borrowed signatures.
  [
    "HTML behind a JPEG's first bytes",
    () => Buffer.concat([Buffer.from("ffd8ffe0", "hex"), text(html)]),
  ],
  ["HTML behind a PNG's first bytes", () => Buffer.concat([png.subarray(0, 8), text(html)])],
  ["HTML behind GIF89a", () => text(`GIF89a/*${html}*/=1`)],
  ["an SVG behind RIFF WEBP", () => text(`RIFF\0\0\0\0WEBP${svg}`)],
  ["TIFF without a directory", () => Buffer.from("49492a0008000000", "hex")],
  ["AVIF without pictures", () => text("\0\0\0\x18ftypavif\0\0\0\0avifmif1")],
  ["a PDF's signature further in", () => Buffer.concat([text(html), pdf])],
  ["a PDF behind one byte", () => Buffer.concat([text("\n"), pdf])],
  ["a zip's signature alone", () => text("PK\x03\x04")],
  // Cut, damaged, too large.
  ["a JPEG cut in half", () => jpeg.subarray(0, jpeg.length >> 1)],
  ["a JPEG of its header alone", () => jpeg.subarray(0, 40)],
  ["a PNG cut in half", () => png.subarray(0, png.length >> 1)],
  ["a PDF cut in half", () => pdf.subarray(0, 60)],
  ["a document cut in half", () => docx().subarray(0, 200)],
  ["a picture of 30,000 by 30,000", () => pngClaiming(30_000, 30_000)],
  ["a picture of 65,000 by 1,000", () => pngClaiming(65_000, 1_000)],
  ["a picture without pixels", () => pngClaiming(4_000, 4_000)],
  ["a JPEG of 16 MB", () => Buffer.concat([jpeg, zeros(16 * 1_048_576)])],
  ["a document of 11 MB", () => Buffer.concat([docx(), zeros(11 * 1_048_576)])],
  // PDFs that do something.
  ["a PDF with a script", scripted],
  ["a PDF with a file in it", attached],
  ["a PDF behind a password", encrypted],
  ["a PDF that runs a script when opened", () => action("/S /JavaScript /JS (app.alert\\(1\\))")],
  ["the same, letters as numbers", () => action("/S /J#61vaScript /J#53 (app.alert\\(1\\))")],
  ["a PDF that starts a program", () => action("/S /Launch /F (calc.exe)")],
  ["a PDF that sends a form", () => action("/S /SubmitForm /F (http://a)")],
  ["a PDF that fetches data", () => action("/S /ImportData /F (a.fdf)")],
  ["a PDF that opens another", () => action("/S /GoToR /F (\\\\\\\\a\\\\b) /D [0 /Fit]")],
  ["a PDF that opens one inside it", () => action("/S /GoToE /T << >>")],
  ["a PDF with rich media", () => annotation("/Subtype /RichMedia")],
  ["a PDF with an attachment note", () => annotation("/Subtype /FileAttachment /FS << >>")],
  ["a PDF with a film", () => annotation("/Subtype /Screen /A << /S /Rendition >>")],
  ["a PDF with a 3D model", () => annotation("/Subtype /3D")],
  [
    "a PDF with a scripted button",
    () => annotation("/Subtype /Widget /A << /S /JavaScript /JS (1) >>"),
  ],
  ["a PDF with a page that acts", () => pdfWith("", "/AA << /O << /S /JavaScript /JS (1) >> >>")],
  ["a PDF with an XFA form", () => pdfWith("/AcroForm << /XFA (x) /Fields [] >>")],
  ["a PDF with a chain of actions", () => action("/S /URI /URI (http://a) /Next << /S /Launch >>")],
  ["a PDF whose packed objects explode", objectStreamBomb],
  [
    "a PDF with filters on filters",
    () =>
      pdfWith("", "", [
        "<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length 4 >>\nstream\nxxxx\nendstream",
      ]),
  ],
  ["a PDF without pages", () => pdfWith("").subarray(0, 15)],
  [
    "a PDF whose photograph cannot be cleaned",
    () =>
      pdfWith("", "", [
        "<< /Type /XObject /Subtype /Image /Filter [/ASCII85Decode /DCTDecode] /Length 4 >>\nstream\nxxxx\nendstream",
      ]),
  ],
  [
    "a signed PDF with a script",
    () => pdfWith("/Sig << /ByteRange [0 1 2 3] >> /OpenAction << /S /JavaScript /JS (1) >>"),
  ],
  [
    "a signed PDF with something behind it",
    () => Buffer.concat([pdfWith("/Sig << /ByteRange [0 1 2 3] >>"), text(html)]),
  ],
  ["a signed PDF with a place", () => pdfWith("/Sig << /ByteRange [0 1 2 3] >> /X (GPSLatitude)")],
  // Documents that do something.
  ["a document with a macro", () => docx({ "word/vbaProject.bin": "x" })],
  [
    "a document that says macroEnabled",
    () =>
      docx({
        "[Content_Types].xml": docxTypes.replace(
          "</Types>",
          '<x ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        ),
      }),
  ],
  ["a document with a program in it", () => docx({ "word/embeddings/oleObject1.bin": "x" })],
  ["a document with a control", () => docx({ "word/activeX/activeX1.xml": "<x/>" })],
  [
    "a document with a template from outside",
    () => docx({ "word/_rels/settings.xml.rels": outside("attachedTemplate", "http://a/t.dotm") }),
  ],
  [
    "the same, attributes in other quotes",
    () =>
      docx({
        "word/_rels/settings.xml.rels": outside("attachedTemplate", "http://a").replaceAll(
          '"',
          "'",
        ),
      }),
  ],
  [
    "a document with a picture from outside",
    () => docx({ "word/_rels/document.xml.rels": outside("image", "http://a/pixel.png") }),
  ],
  [
    "a document with a frame from outside",
    () => docx({ "word/_rels/document.xml.rels": outside("frame", "mhtml:http://a!x") }),
  ],
  [
    "relations in UTF-16",
    () =>
      docx({
        "word/_rels/settings.xml.rels": Buffer.from(
          outside("attachedTemplate", "http://a"),
          "utf16le",
        ),
      }),
  ],
  [
    "a document that calls another program",
    () =>
      docx(
        {},
        "<w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r>",
      ),
  ],
  [
    "the same, in pieces",
    () =>
      docx(
        {},
        "<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r>",
      ),
  ],
  [
    "a document with entities",
    () =>
      docx({
        "word/styles.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      }),
  ],
  [
    "a document with a billion laughs",
    () =>
      docx({ "word/styles.xml": '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>' }),
  ],
  ["a document with an SVG", () => docx({ "word/media/image1.svg": svg })],
  ["a document with a metafile", () => docx({ "word/media/image1.emf": "x" })],
  ["a document with HTML inside", () => docx({ "word/afchunk.mht": html })],
  ["a document with a picture that is none", () => docx({ "word/media/image1.png": html })],
  ["a document that leaves its folder", () => docx({ "../../etc/cron.d/a": "x" })],
  ["a document with an absolute path", () => docx({ "/etc/passwd.xml": "x" })],
  ["a document with a Windows path", () => docx({ "word\\..\\..\\a.xml": "x" })],
  [
    "a document with a name of 300 letters",
    () => docx({ [`word/${"a".repeat(300)}.xml`]: "<a/>" }),
  ],
  [
    "a document with 3,000 parts",
    () =>
      docx(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`word/p${i}.xml`, "<a/>"]))),
  ],
  ["a document that explodes", () => docx({ "word/big.xml": zeros(100 * 1_048_576) })],
  [
    "a document that lies of its size",
    () =>
      patched(docx({ "word/big.xml": zeros(2_000_000) }), (at, zip) =>
        zip.writeUInt32LE(10, at + 24),
      ),
  ],
  ["a document with something behind it", () => Buffer.concat([docx(), text(html)])],
  ["a document with something before it", () => Buffer.concat([text("PK\x03\x04"), docx()])],
  [
    "a document that says it is encrypted",
    () => patched(docx(), (at, zip) => zip.writeUInt16LE(1, at + 8)),
  ],
  [
    "a document of an unknown packing",
    () => patched(docx(), (at, zip) => zip.writeUInt16LE(14, at + 10)),
  ],
  [
    "a document with two names for one part",
    () => patched(docx(), (at, zip) => zip.write("X", at + 46)),
  ],
  [
    "a workbook with links to outside",
    () => xlsx({ "xl/externalLinks/externalLink1.xml": "<x/>" }),
  ],
  ["a workbook with an old macro sheet", () => xlsx({ "xl/macrosheets/sheet1.xml": "<x/>" })],
  ["an ODT with Basic", () => odt({ "Basic/Standard/script-lb.xml": "<x/>" })],
  ["an ODT with a script", () => odt({ "Scripts/python/a.py": "import os" })],
  [
    "an ODT with an event",
    () =>
      odt({ "content.xml": '<a><script:event-listener xlink:href="vnd.sun.star.script:a"/></a>' }),
  ],
  ["an ODT with an object", () => odt({ "Object 1/content.xml": "<x/>" })],
  [
    "an encrypted ODT",
    () => odt({ "META-INF/manifest.xml": "<a><manifest:encryption-data/></a>" }),
  ],
  [
    "a presentation",
    () => zipOf({ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>" }),
  ],
];

beforeAll(async () => {
  jpeg = await placedJpeg();
  png = await photograph().png().toBuffer();
  pdf = await plainPdf();
});

describe("hostile files", () => {
  it("are at least eighty", () => {
    expect(battery.length).toBeGreaterThanOrEqual(80);
    expect(new Set(battery.map(([name]) => name)).size).toBe(battery.length);
  });

  it.each(battery)("%s is refused for a reason", async (_, make) => {
    const found = await fate(await make());
    expect(found).not.toBe("accepted");
    expect(found).not.toMatch(/^fault/);
  });
});

const photographs: [string, () => Promise<Buffer>][] = [
  ["JPEG", () => placedJpeg()],
  ["PNG", () => photograph().withExif(withPlace).png().toBuffer()],
  ["WebP", () => photograph().withExif(withPlace).webp().toBuffer()],
  ["TIFF", () => photograph().withExif(withPlace).tiff().toBuffer()],
  ["AVIF", () => photograph(64, 64).withExif(withPlace).avif({ effort: 0 }).toBuffer()],
  [
    "JPEG with XMP",
    () =>
      photograph()
        .withXmp(
          '<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>2,20S</exif:GPSLatitude></x:xmpmeta>',
        )
        .jpeg()
        .toBuffer(),
  ],
  ["JPEG with a page glued to it", async () => Buffer.concat([await placedJpeg(), text(html)])],
  ["JPEG with a zip glued to it", async () => Buffer.concat([await placedJpeg(), docx()])],
  [
    "PNG with a page glued to it",
    async () => Buffer.concat([await photograph().png().toBuffer(), text(html)]),
  ],
  ["GIF", () => photograph(64, 64).gif().toBuffer()],
];
/** What must not be found in anything that is kept. */
const traces = ["GPSL", "Kenari", "Exif\0\0", "xmpmeta", "<script", "PK\x03\x04"];
const hasTrace = (bytes: Buffer): boolean => {
  const all = bytes.toString("latin1");
  return traces.some((trace) => all.includes(trace));
};

describe("photographs", () => {
  it.each(photographs)("%s: 0 places and 0 strange bytes left, in any variant", async (_, make) => {
    const sent = await make();
    const kept = await prepareContent(sent);
    for (const bytes of [kept.original, kept.preview, kept.thumbnail]) {
      if (!bytes) throw new Error("a variant is missing");
      const { exif, xmp, iptc, icc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(hasTrace(bytes)).toBe(false);
    }
  });

  it("did carry the place before: the battery looks for something that was there", async () => {
    expect((await sharp(await placedJpeg()).metadata()).exif?.length).toBeGreaterThan(50);
    expect(hasTrace(await placedJpeg())).toBe(true);
  });

  it("stand upright and no longer than 2560 pixels", async () => {
    const lying = await photograph(4000, 1000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const kept = await prepareContent(lying);
    expect([kept.width, kept.height]).toEqual([640, 2560]);
    expect((await sharp(kept.thumbnail ?? kept.original).metadata()).height).toBe(320);
  });
});

describe("papers", () => {
  it("a plain PDF is kept and still opens; a link in it stays", async () => {
    const kept = await prepareContent(await plainPdf());
    expect((await PDFDocument.load(kept.original)).getPageCount()).toBe(1);
    expect(
      await fate(annotation("/Subtype /Link /A << /S /URI /URI (https://contoh.go.id) >>")),
    ).toBe("accepted");
  });

  it("a PDF made of a photograph loses the place, also when more is glued behind", async () => {
    const doc = await PDFDocument.create();
    const picture = await doc.embedJpg(await placedJpeg());
    doc.addPage().drawImage(picture);
    doc.setAuthor("Kenari Kuning");
    const sent = Buffer.concat([Buffer.from(await doc.save()), text(html)]);
    expect(hasTrace(sent)).toBe(true);
    const kept = await prepareContent(sent);
    expect(hasTrace(kept.original)).toBe(false);
    expect((await PDFDocument.load(kept.original)).getPageCount()).toBe(1);
  });

  it("an electronically signed PDF keeps every byte", async () => {
    const signed = pdfWith("/Sig << /ByteRange [0 1 2 3] >>");
    expect((await prepareContent(signed)).original.equals(signed)).toBe(true);
  });

  it("documents are kept; a photograph in one loses the place", async () => {
    const sent = docx({
      "word/media/image1.jpeg": await placedJpeg(),
      "word/_rels/document.xml.rels": outside("hyperlink", "https://contoh.go.id"),
    });
    const kept = await prepareContent(sent);
    const parts = unzipSync(kept.original);
    expect(Object.keys(parts)).toContain("word/document.xml");
    const picture = Buffer.from(parts["word/media/image1.jpeg"] ?? []);
    expect((await sharp(picture).metadata()).exif).toBeUndefined();
    expect(hasTrace(picture)).toBe(false);
    expect([
      kept.ending,
      (await prepareContent(xlsx())).ending,
      (await prepareContent(odt())).ending,
    ]).toEqual(["docx", "xlsx", "odt"]);
  });
});
