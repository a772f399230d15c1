import { createWriteStream } from "node:fs";
import { link, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { s3FileStore, s3Objects } from "@rembuk/services/integrations/file-store/s3-driver";
import { type Archive, meter, placeOf, readEntry, writeEntry } from "./archive";
import { type AttachmentPlaces, keyOf, listAttachments, listPaths } from "./attachment-places";
import type { FileCopy, Manifest } from "./manifest";

const inside = "files";

export interface Previous {
  readonly archive: Archive;
  readonly manifest: Manifest;
}

/**
 * A file never changes under its name, so one that the backup before holds is linked and takes no
 * room twice. False where linking is impossible (other disk, file is gone).
 */
const linkEarlier = async (archive: Archive, before: Archive, path: string): Promise<boolean> => {
  const place = placeOf(archive, path);
  try {
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await link(placeOf(before, path), place);
    return true;
  } catch {
    return false;
  }
};

/** Copies what people attached. Files that vanish while it runs were removed by the application. */
export const copyFiles = async (
  archive: Archive,
  places: AttachmentPlaces,
  previous: Previous | null,
): Promise<readonly FileCopy[]> => {
  const isSameKind = previous && (previous.archive.key === null) === (archive.key === null);
  const earlier = new Map(isSameKind ? previous.manifest.files.map((f) => [f.path, f]) : []);
  const copies: FileCopy[] = [];
  for await (const { path, bytes: size, open } of listAttachments(places)) {
    const known = earlier.get(path);
    const entry = `${inside}/${path}`;
    if (
      known?.bytes === size &&
      previous &&
      (await linkEarlier(archive, previous.archive, entry))
    ) {
      copies.push(known);
      continue;
    }
    const source = await open();
    if (source === null) continue;
    const { sha256, bytes } = await writeEntry(archive, entry, source, { gzip: false });
    if (bytes !== size) throw new Error(`${path} came cut: ${bytes} of ${size} bytes`);
    copies.push({ path, sha256, bytes });
  }
  return copies.sort((a, b) => (a.path < b.path ? -1 : 1));
};

const isOutside = (path: string): boolean =>
  path.startsWith("/") || path.split(/[\\/]/).includes("..");

/** Attachments go where there are none yet. @throws on files that a restore would mix with its own */
export const requireRoom = async (
  { directory, s3 }: AttachmentPlaces,
  files: readonly FileCopy[],
): Promise<void> => {
  if (directory !== null && (await listPaths(directory)).length > 0)
    throw new Error(`${directory} is not empty: attachments are restored into an empty one`);
  if (s3 === null) return;
  // Objects never change under their key: those of this backup are of an earlier try.
  const ours = new Set(files.map((file) => keyOf(file.path)));
  for await (const { key } of s3Objects(s3).list())
    if (!ours.has(key))
      throw new Error(`bucket ${s3.bucket} holds other files: restore into an empty one`);
};

/** To the disk as it streams. @returns whether it is what was copied */
const toDisk = async (archive: Archive, file: FileCopy, directory: string): Promise<boolean> => {
  const place = join(directory, file.path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const { stream, measured } = meter();
  const target = createWriteStream(place, { mode: 0o600, flags: "wx", flush: true });
  const source = readEntry(archive, `${inside}/${file.path}`, { gzip: false });
  await pipeline([...source, stream, target]);
  return measured().sha256 === file.sha256;
};

/** To the store, whole: nothing that differs is put there. An attachment fits into memory. */
const toStore = async (
  archive: Archive,
  file: FileCopy,
  { store, key }: { readonly store: ReturnType<typeof s3FileStore>; readonly key: string },
): Promise<boolean> => {
  const parts: Buffer[] = [];
  const { stream, measured } = meter();
  stream.on("data", (part: Buffer) => parts.push(part));
  await pipeline([...readEntry(archive, `${inside}/${file.path}`, { gzip: false }), stream]);
  if (measured().sha256 !== file.sha256) return false;
  await store.put(key, Buffer.concat(parts));
  return true;
};

/** Puts the files back, each where this installation keeps its own. @returns the paths that differ */
export const restoreFiles = async (
  archive: Archive,
  files: readonly FileCopy[],
  { directory, s3 }: AttachmentPlaces,
): Promise<readonly string[]> => {
  const store = s3 && s3FileStore(s3);
  const wrong: string[] = [];
  for (const file of files) {
    if (isOutside(file.path)) throw new Error(`${file.path} leads out of the directory of files`);
    const key = keyOf(file.path);
    const isWhole =
      store && key
        ? await toStore(archive, file, { store, key })
        : directory === null || (await toDisk(archive, file, directory));
    if (!isWhole) wrong.push(file.path);
  }
  return wrong;
};
