import { inflateRawWithin, isTooLarge } from "./bounded-inflate";
import { refuse } from "./file-content";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const maximumEntries = 2_000;
/** All content together (bytes): a bomb is put out before it is opened. */
const maximumContent = 80 * 1_048_576;
const endSize = 22;
const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const safeName = /^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\\:\p{Cc}]{1,240}$/u;

const listedAt = (zip: Buffer, at: number): { entry: Listed; next: number } => {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== signature.central) refuse("damaged");
  const flags = zip.readUInt16LE(at + 8);
  const nameLength = zip.readUInt16LE(at + 28);
  const name = zip.subarray(at + 46, at + 46 + nameLength).toString("utf8");
  // Encrypted, patched or masked: nobody could look inside.
  if ((flags & 0b10_0000_0110_0001) !== 0 || !safeName.test(name)) refuse("document-active");
  const entry = {
    name,
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
  };
  const next = at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  return { entry, next };
};

const contentOf = (zip: Buffer, entry: Listed, room: number): Buffer => {
  const { at } = entry;
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== signature.local) refuse("damaged");
  const nameLength = zip.readUInt16LE(at + 26);
  const local = zip.subarray(at + 30, at + 30 + nameLength).toString("utf8");
  // Two names for one entry: readers would disagree on what it is.
  if (local !== entry.name) refuse("document-active");
  const start = at + 30 + nameLength + zip.readUInt16LE(at + 28);
  if (start + entry.packed > zip.length) refuse("damaged");
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.size > room) refuse("document-bomb");
  if (entry.method === 0) return packed;
  if (entry.method !== 8) refuse("document-active");
  const bytes = inflateRawWithin(packed, entry.size);
  return bytes.length === entry.size ? bytes : refuse("damaged");
};

const list = (zip: Buffer): readonly Listed[] => {
  const end = zip.length - endSize;
  // The directory's end stands at the very end: nothing is glued behind it.
  if (end < 0 || zip.readUInt32LE(end) !== signature.end) refuse("damaged");
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  if (count > maximumEntries) refuse("document-bomb");
  if (start + zip.readUInt32LE(end + 12) !== end) refuse("damaged");
  const entries: Listed[] = [];
  for (let i = 0, at = start; i < count; i += 1) {
    const { entry, next } = listedAt(zip, at);
    entries.push(entry);
    at = next;
  }
  if (new Set(entries.map((e) => e.name.toLowerCase())).size !== entries.length)
    refuse("document-active");
  return entries;
};

/**
 * Every entry of a zip, read strictly: one directory at the very end, no encryption, no two names for
 * one entry, no way out of the folder, and no more than 80 MB in all.
 * @throws FileRefused
 */
export const readZip = (zip: Buffer): readonly ZipEntry[] => {
  try {
    let room = maximumContent;
    return list(zip).map((entry) => {
      const bytes = contentOf(zip, entry, room);
      room -= bytes.length;
      return { name: entry.name, bytes };
    });
  } catch (error) {
    if (error instanceof Error && error.name === "FileRefused") throw error;
    return refuse(isTooLarge(error) ? "document-bomb" : "damaged");
  }
};
