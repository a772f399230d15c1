import { maximumBytes, type Refusal } from "./model";

/** What the first bytes say a file is. `heic`, `old-office`: known, and not taken. */
export type FileKind =
  | "jpeg"
  | "png"
  | "gif"
  | "webp"
  | "tiff"
  | "avif"
  | "pdf"
  | "zip"
  | "heic"
  | "old-office"
  | "unknown";

const mb = 1_048_576;

/** Largest size by kind (bytes). Zip stands for docx, xlsx, odt and ods, told apart by their content. */
const limits: Partial<Record<FileKind, number>> = {
  jpeg: 15 * mb,
  png: 15 * mb,
  gif: 10 * mb,
  webp: 15 * mb,
  tiff: 20 * mb,
  avif: 15 * mb,
  pdf: maximumBytes,
  zip: 10 * mb,
};

const imageKinds: readonly FileKind[] = ["jpeg", "png", "gif", "webp", "tiff", "avif"];
export const isImageKind = (kind: FileKind): boolean => imageKinds.includes(kind);

/** For the file picker: what can be sent. A phone's camera answers with JPEG when it is asked for so. */
export const pickerTypes =
  "image/jpeg,image/png,image/webp,image/gif,image/tiff,image/avif,application/pdf,.docx,.xlsx,.odt,.ods";

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);
const textAt = (head: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...head.subarray(at, at + length));

const heicBrands = ["heic", "heix", "heif", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

const boxKind = (head: Uint8Array): FileKind => {
  const brand = textAt(head, 8, 4);
  if (brand === "avif" || brand === "avis") return "avif";
  if (!heicBrands.includes(brand)) return "unknown";
  // A neutral major brand: the compatible ones tell.
  const others = textAt(head, 16, 48);
  return brand === "mif1" && others.includes("avif") ? "avif" : "heic";
};

/**
 * The kind by the first bytes alone, whatever name and type say. A signature must stand at the very
 * beginning: what a lenient reader would find further in is not taken.
 * @param head at least 64 bytes, or the whole file if it is shorter
 */
export const kindOf = (head: Uint8Array): FileKind => {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return "jpeg";
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return "zip";
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return "old-office";
  if (startsWith(head, 0x49, 0x49, 0x2a, 0) || startsWith(head, 0x4d, 0x4d, 0, 0x2a)) return "tiff";
  const text = textAt(head, 0, 12);
  if (/^%PDF-[12]\.\d/.test(text)) return "pdf";
  if (/^GIF8[79]a/.test(text)) return "gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(text)) return "webp";
  return text.slice(4, 8) === "ftyp" ? boxKind(head) : "unknown";
};

/**
 * What can be said of a file before it is read whole; null: go on. The phone asks it before it sends,
 * the server asks it again.
 */
export const refusalByHead = (head: Uint8Array, size: number): Refusal | null => {
  if (size === 0) return "empty";
  const kind = kindOf(head);
  if (kind === "heic") return "kind-heic";
  if (kind === "old-office") return "kind-old-office";
  const limit = limits[kind];
  if (limit === undefined) return "kind-unknown";
  return size > limit ? "too-large" : null;
};
