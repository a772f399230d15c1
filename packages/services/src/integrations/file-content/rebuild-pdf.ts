import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { withoutJpegMetadata } from "@rembuk/domain/files/jpeg-segments";
import { inflateWithin, isTooLarge } from "./bounded-inflate";
import { type PreparedFile, refuse } from "./file-content";

const packedObjectsLimit = 16 * 1_048_576;
const pictureLimit = 64 * 1_048_576;

const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/**
 * Opens every packed list of objects up to a limit before the parser does, which knows none. Anything
 * but one plain deflate is refused: filters on filters are how bombs are built.
 */
const requireNoBomb = (pdf: Buffer): void => {
  const text = pdf.toString("latin1");
  for (const match of text.matchAll(
    /\bobj\b((?:(?!\bobj\b|\bendobj\b)[\s\S]){0,4096}?)stream\r?\n/g,
  )) {
    const head = unescaped(match[1] ?? "");
    if (!/\/(ObjStm|XRef)\b/.test(head)) continue;
    const filters = head.match(/\/[A-Za-z0-9]+Decode\b|\/(Fl|LZW|A85|AHx|RL)\b/g) ?? [];
    if (filters.length === 0) continue;
    if (filters.length > 1 || !/^\/(FlateDecode|Fl)$/.test(filters[0] ?? "")) refuse("pdf-active");
    const start = (match.index ?? 0) + match[0].length;
    try {
      inflateWithin(pdf.subarray(start), packedObjectsLimit);
    } catch (error) {
      refuse(isTooLarge(error) ? "document-bomb" : "damaged");
    }
  }
};

/** Actions that do more than turn a page or follow a link that was clicked. */
const activeActions = new Set([
  ...["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition"],
  ...["Movie", "Sound", "RichMediaExecute", "GoTo3DView", "Trans", "SetOCGState", "Hide"],
]);
const activeKeys = new Set(["JS", "JavaScript", "XFA", "EmbeddedFiles", "EF", "RichMediaContent"]);
const activeSubtypes = new Set([
  ...["RichMedia", "FileAttachment", "Screen", "Movie", "Sound", "3D", "EmbeddedFile"],
]);

const nameOf = (object: PDFObject | undefined): string =>
  object instanceof PDFName ? object.decodeText() : "";

const requireStill = (dict: PDFDict): void => {
  for (const key of dict.keys()) if (activeKeys.has(key.decodeText())) refuse("pdf-active");
  const subtype = nameOf(dict.get(PDFName.of("Subtype")));
  const action = nameOf(dict.get(PDFName.of("S")));
  const type = nameOf(dict.get(PDFName.of("Type")));
  if (activeSubtypes.has(subtype) || activeSubtypes.has(type)) refuse("pdf-active");
  if (activeActions.has(action)) refuse("pdf-active");
};

const walk = (object: PDFObject, depth = 0): void => {
  if (depth > 200) refuse("damaged");
  if (object instanceof PDFStream) walk(object.dict, depth + 1);
  if (object instanceof PDFArray) for (const one of object.asArray()) walk(one, depth + 1);
  if (object instanceof PDFDict) {
    requireStill(object);
    for (const one of object.values()) walk(one, depth + 1);
  }
};

const filtersOf = (dict: PDFDict): readonly string[] => {
  const filter = dict.lookup(PDFName.of("Filter"));
  if (filter instanceof PDFArray) return filter.asArray().map(nameOf);
  return filter instanceof PDFName ? [nameOf(filter)] : [];
};

/** A photograph inside, without place and device; null: nothing to take out. */
const cleanPicture = (stream: PDFRawStream): PDFRawStream | null => {
  const filters = filtersOf(stream.dict);
  if (filters.includes("JPXDecode")) {
    return /Exif|GPS|JpgTiffExif/.test(Buffer.from(stream.contents).toString("latin1"))
      ? refuse("pdf-location")
      : null;
  }
  if (!filters.some((filter) => filter === "DCTDecode" || filter === "DCT")) return null;
  const isPacked = filters.length === 2 && /^Fl/.test(filters[0] ?? "");
  if (filters.length > 1 && !isPacked) refuse("pdf-location");
  const jpeg = isPacked ? inflateWithin(stream.contents, pictureLimit) : stream.contents;
  const clean = withoutJpegMetadata(jpeg) ?? refuse("damaged");
  if (clean.length === jpeg.length) return null;
  stream.dict.set(PDFName.of("Filter"), PDFName.of("DCTDecode"));
  stream.dict.delete(PDFName.of("DecodeParms"));
  return PDFRawStream.of(stream.dict, clean);
};

const beside = ["Metadata", "PieceInfo", "Thumb"].map((key) => PDFName.of(key));

/** Takes out what is written beside the pages: XMP, private data of programs, small pictures. */
const cleanObject = (doc: PDFDocument, ref: PDFRef, object: PDFObject): void => {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  if (object instanceof PDFStream && nameOf(dict.get(PDFName.of("Type"))) === "Metadata") {
    doc.context.delete(ref);
    return;
  }
  for (const key of beside) dict.delete(key);
  const clean = object instanceof PDFRawStream ? cleanPicture(object) : null;
  if (clean) doc.context.assign(ref, clean);
};

/** An electronic signature (TTE) covers the very bytes: such a file is kept as it is, or not taken. */
const isSigned = (pdf: Buffer): boolean => /\/ByteRange\s*\[/.test(pdf.toString("latin1"));

const requireStillBytes = (pdf: Buffer): void => {
  const text = unescaped(pdf.toString("latin1"));
  if (/\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/.test(text))
    refuse("pdf-active");
  if (!/%%EOF\s{0,4}$/.test(text.slice(-16))) refuse("damaged");
  if (/GPSL(at|ong)itude|Exif\0\0/.test(text)) refuse("pdf-location");
};

const load = async (bytes: Buffer): Promise<PDFDocument> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    return refuse(error instanceof EncryptedPDFError ? "pdf-encrypted" : "damaged");
  }
};

const maximumPages = 500;

const pagesOf = (doc: PDFDocument): number => {
  try {
    return doc.getPageCount();
  } catch {
    return refuse("damaged");
  }
};

/**
 * A PDF that shows pages and does nothing else: parsed whole, refused with scripts, actions, attached
 * files or encryption, its photographs stripped of place and device, written anew.
 * @throws FileRefused
 */
export const rebuildPdf = async (bytes: Buffer): Promise<PreparedFile> => {
  requireNoBomb(bytes);
  const doc = await load(bytes);
  if (doc.isEncrypted) refuse("pdf-encrypted");
  const objects = doc.context.enumerateIndirectObjects();
  for (const [, object] of objects) walk(object);
  const pages = pagesOf(doc);
  if (pages < 1 || pages > maximumPages) refuse("damaged");
  const signed = isSigned(bytes);
  if (signed) requireStillBytes(bytes);
  if (!signed) {
    for (const [ref, object] of objects) cleanObject(doc, ref, object);
    delete doc.context.trailerInfo.Info;
  }
  const original = signed ? bytes : Buffer.from(await doc.save({ useObjectStreams: false }));
  return {
    mediaType: "application/pdf",
    ending: "pdf",
    original,
    preview: null,
    thumbnail: null,
    width: null,
    height: null,
  };
};
