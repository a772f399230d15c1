import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { s3Of, storeDirectory } from "@rembuk/services/integrations/file-parts";
import { diskPlaceOf } from "@rembuk/services/integrations/file-store/disk-driver";
import { type S3Settings, s3Objects } from "@rembuk/services/integrations/file-store/s3-driver";

/** Where attachments lie: a directory, and a bucket that holds the files instead of its `store/`. */
export interface AttachmentPlaces {
  /** FILES_DIR; null: nothing on this disk. */
  readonly directory: string | null;
  /** Null: the disk holds everything. */
  readonly s3: S3Settings | null;
}

/** As the environment has it; without FILES_DIR (a drill) attachments are left alone, in S3 too. */
export const attachmentsFrom = (env: NodeJS.ProcessEnv): AttachmentPlaces =>
  env.FILES_DIR
    ? { directory: env.FILES_DIR, s3: s3Of({ ...env, S3_REGION: env.S3_REGION || "us-east-1" }) }
    : { directory: null, s3: null };

/** One attachment as a backup sees it, by the path that it has, or would have, below FILES_DIR. */
export interface Attachment {
  readonly path: string;
  readonly bytes: number;
  /** Null when it was removed since it was listed. */
  open(): Promise<Readable | null>;
}

/** Paths of all ordinary files below a directory, in one order; none when it is absent. */
export const listPaths = async (directory: string): Promise<readonly string[]> => {
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

async function* onDisk(directory: string, isStored: boolean): AsyncIterable<Attachment> {
  for (const path of await listPaths(directory)) {
    // What a move to S3 left behind is copied from there.
    if (!isStored && path.startsWith(`${storeDirectory}/`)) continue;
    const source = join(directory, path);
    const bytes = await stat(source).then(
      (found) => found.size,
      () => null,
    );
    if (bytes !== null) yield { path, bytes, open: async () => createReadStream(source) };
  }
}

/** The path that an object of the store has on a disk: a backup is the same whichever held it. */
const pathOf = (key: string): string => join(storeDirectory, diskPlaceOf(key));

/** The key of an object of the store, from its path; null for everything else. */
export const keyOf = (path: string): string | null => {
  const [top, , ...key] = path.split("/");
  return top === storeDirectory && key.length === 2 ? key.join("/") : null;
};

/** Everything that people attached, one after the other. */
export async function* listAttachments(places: AttachmentPlaces): AsyncIterable<Attachment> {
  const { directory, s3 } = places;
  if (directory !== null) yield* onDisk(directory, s3 === null);
  if (s3 === null) return;
  const objects = s3Objects(s3);
  for await (const { key, bytes } of objects.list())
    yield { path: pathOf(key), bytes, open: () => objects.open(key) };
}
