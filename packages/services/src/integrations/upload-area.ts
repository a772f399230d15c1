import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Where bytes arrive, before anybody has looked at them. Named by the file's id. */
export interface UploadArea {
  readonly directory: string;
  /** Bytes that have arrived; null when none. */
  sizeOf(id: string): Promise<number | null>;
  read(id: string): Promise<Buffer | null>;
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
    remove: async (id) => {
      // Beside the bytes lies the protocol's own note of their length.
      await Promise.all([
        rm(pathOf(id), { force: true }),
        rm(`${pathOf(id)}.json`, { force: true }),
      ]);
    },
  };
};
