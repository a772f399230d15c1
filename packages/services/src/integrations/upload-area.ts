import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where bytes arrive, before anybody has looked at them. Named by the file's id. */
export interface UploadArea {
  readonly directory: string;
  /** Bytes that have arrived; null when none. */
  sizeOf(id: string): Promise<number | null>;
  read(id: string): Promise<Buffer | null>;
  /** All of it at once, or nothing: bytes that came another way. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  remove(id: string): Promise<void>;
}

const idShape = /^[0-9a-f-]{36}$/;

/** A directory of this machine; several webs share one, or a proxy keeps an upload on one of them. */
export const uploadArea = (directory: string): UploadArea => {
  const pathOf = (id: string) => {
    if (!idShape.test(id)) throw new Error("not the id of a file");
    return join(directory, id);
  };
  return {
    directory,
    sizeOf: (id) =>
      stat(pathOf(id)).then(
        (found) => found.size,
        () => null,
      ),
    read: (id) => readFile(pathOf(id)).catch(() => null),
    put: async (id, bytes) => {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeFile(`${pathOf(id)}.part`, bytes);
      await rename(`${pathOf(id)}.part`, pathOf(id));
    },
    remove: async (id) => {
      // Beside the bytes lies the protocol's own note of their length.
      await Promise.all([
        rm(pathOf(id), { force: true }),
        rm(`${pathOf(id)}.json`, { force: true }),
      ]);
    },
  };
};
