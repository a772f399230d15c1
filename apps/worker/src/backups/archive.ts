import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { openStream, sealStream } from "./sealed-stream";

/** A backup is a directory; `key` seals and opens its files. */
export interface Archive {
  readonly directory: string;
  readonly key: Buffer | null;
}

export interface Measured {
  /** Of the content, before compression and sealing. */
  readonly sha256: string;
  readonly bytes: number;
  /** Line ends, which are the rows of a table's copy. */
  readonly lines: number;
}

const lineEnd = 0x0a;

/** Lets everything through and knows afterwards what it was. */
export const meter = (): { readonly stream: Transform; measured(): Measured } => {
  const hash = createHash("sha256");
  let bytes = 0;
  let lines = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, at + 1)) {
        lines += 1;
      }
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ sha256: hash.digest("hex"), bytes, lines }) };
};

/** Where a file of the archive lies: sealed ones say so by their name. */
export const placeOf = ({ directory, key }: Archive, path: string): string =>
  join(directory, key === null ? path : `${path}.sealed`);

/** Writes one file: content, gzip unless told otherwise, sealed when there is a key. */
export const writeEntry = async (
  archive: Archive,
  path: string,
  content: Readable,
  { gzip = true }: { readonly gzip?: boolean } = {},
): Promise<Measured> => {
  const place = placeOf(archive, path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const { stream, measured } = meter();
  const steps = [
    ...(gzip ? [createGzip({ level: 6 })] : []),
    ...(archive.key === null ? [] : [sealStream(archive.key, path)]),
  ];
  const file = createWriteStream(place, { mode: 0o600, flags: "wx", flush: true });
  await pipeline([content, stream, ...steps, file]);
  return measured();
};

/** Reads one file back. The stream fails when the file was changed and the archive is sealed. */
export const readEntry = (
  archive: Archive,
  path: string,
  { gzip = true }: { readonly gzip?: boolean } = {},
): readonly [Readable, ...Transform[]] => [
  createReadStream(placeOf(archive, path)),
  ...(archive.key === null ? [] : [openStream(archive.key, path)]),
  ...(gzip ? [createGunzip()] : []),
];

/** @throws when the archive is sealed and no key is given, or there is no archive */
export const openArchive = (directory: string, key: Buffer | null): Archive => {
  const isSealed = existsSync(join(directory, "manifest.json.sealed"));
  if (!isSealed && !existsSync(join(directory, "manifest.json"))) {
    throw new Error(`${directory} holds no backup (no manifest.json)`);
  }
  if (isSealed && key === null) {
    throw new Error(`${directory} is sealed: give its key with BACKUP_KEY_FILE`);
  }
  return { directory, key: isSealed ? key : null };
};
