import type { Inflate } from "fflate";

/** One file of an archive, where it lies and how large it says it is (bytes). */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly offset: number;
}

/** Not an archive that we read: another format, cut off, or one with more than we look through. */
export class ZipError extends Error {
  override readonly name = "ZipError";
}

const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const endBytes = 22;
const longestComment = 65_535;
const mostEntries = 5_000;
const mostDirectoryBytes = 4_194_304;
/** A piece may grow a thousandfold: what comes out is counted between the pieces. */
const pieceBytes = 16_384;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

/** Where the list of contents lies, from the last bytes of the archive. */
const findDirectory = async (file: Blob) => {
  const from = Math.max(0, file.size - endBytes - longestComment);
  const tail = await viewOf(file, from, file.size);
  for (let at = tail.byteLength - endBytes; at >= 0; at--) {
    if (tail.getUint32(at, true) !== signature.end) continue;
    const [count, size, offset] = [
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    if (count > mostEntries || size > mostDirectoryBytes) throw new ZipError("too many files");
    return { count, size, offset };
  }
  throw new ZipError("no end of an archive");
};

/**
 * The files of an archive, by its own list. Only the list is read: videos in it cost nothing.
 * @throws ZipError
 */
export async function listZip(file: Blob): Promise<readonly ZipEntry[]> {
  const { count, size, offset } = await findDirectory(file);
  const view = await viewOf(file, offset, offset + size);
  const words = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signature.entry) {
      throw new ZipError("a broken list");
    }
    const nameBytes = view.getUint16(at + 28, true);
    const name = words.decode(new Uint8Array(view.buffer, at + 46, nameBytes));
    const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + more;
  }
  return entries;
}

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const inflated = (InflateClass: typeof Inflate, packed: Uint8Array, most: number) => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new InflateClass((piece) => {
    size += piece.length;
    if (size > most) throw new ZipError("larger than it may be");
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += pieceBytes) {
    inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  }
  return joined(pieces, size);
};

/**
 * The bytes of one file, whatever size the archive claims: it stops where more than `most` came out.
 * @throws ZipError
 */
export async function unpack(
  file: Blob,
  entry: ZipEntry,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.packedBytes > most) throw new ZipError("larger than it may be");
  const head = await viewOf(file, entry.offset, entry.offset + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== signature.local) {
    throw new ZipError("a file that is not there");
  }
  const from = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = new Uint8Array(await file.slice(from, from + entry.packedBytes).arrayBuffer());
  if (packed.length < entry.packedBytes) throw new ZipError("cut off");
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ZipError("packed in another way");
  // Who opens no archive loads nothing.
  const { Inflate: InflateClass } = await import("fflate");
  try {
    return inflated(InflateClass, packed, most);
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError("broken");
  }
}
