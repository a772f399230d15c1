import { createReadStream, createWriteStream } from "node:fs";
import { link, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Archive, meter, placeOf, readEntry, writeEntry } from "./archive";
import type { FileCopy, Manifest } from "./manifest";

const inside = "files";

/** Paths of all ordinary files below a directory, in one order; none when it is absent. */
export const listFiles = async (directory: string): Promise<readonly string[]> => {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
};

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
  directory: string | null,
  previous: Previous | null,
): Promise<readonly FileCopy[]> => {
  if (directory === null) return [];
  const isSameKind = previous && (previous.archive.key === null) === (archive.key === null);
  const earlier = new Map(isSameKind ? previous.manifest.files.map((f) => [f.path, f]) : []);
  const copies: FileCopy[] = [];
  for (const path of await listFiles(directory)) {
    const source = join(directory, path);
    const size = await stat(source).then(
      (s) => s.size,
      () => null,
    );
    if (size === null) continue;
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
    const { sha256, bytes } = await writeEntry(archive, entry, createReadStream(source), {
      gzip: false,
    });
    copies.push({ path, sha256, bytes });
  }
  return copies;
};

const isOutside = (path: string): boolean =>
  path.startsWith("/") || path.split(/[\\/]/).includes("..");

/** Puts the files back into an empty or absent directory. @returns the paths whose content differs */
export const restoreFiles = async (
  archive: Archive,
  files: readonly FileCopy[],
  directory: string,
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const file of files) {
    if (isOutside(file.path)) throw new Error(`${file.path} leads out of the directory of files`);
    const place = join(directory, file.path);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const { stream, measured } = meter();
    const target = createWriteStream(place, { mode: 0o600, flags: "wx", flush: true });
    const source = readEntry(archive, `${inside}/${file.path}`, { gzip: false });
    await pipeline([...source, stream, target]);
    if (measured().sha256 !== file.sha256) wrong.push(file.path);
  }
  return wrong;
};
