import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FileStore, FileStoreError, requireKey } from "./file-store";

const isMissing = (error: unknown): boolean => (error as { code?: unknown })?.code === "ENOENT";

/** Written beside, flushed, then renamed: after a power cut or on a full disk there is no half file. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

/** Where a key lies below the directory of the store. */
export const diskPlaceOf = (key: string): string => join(requireKey(key).slice(0, 2), key);

/** Files on a disk of this machine, two levels deep so that no directory grows without end. */
export const diskFileStore = (directory: string): FileStore => {
  const pathOf = (key: string) => join(directory, diskPlaceOf(key));
  const told = async <T>(act: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new FileStoreError(act, error);
    }
  };
  return {
    put: (key, bytes) => told("put", () => writeWhole(pathOf(key), bytes)),
    get: (key) =>
      told("get", () =>
        readFile(pathOf(key)).catch((error: unknown) => {
          if (isMissing(error)) return null;
          throw error;
        }),
      ),
    remove: (key) => told("remove", () => rm(pathOf(key), { force: true })),
  };
};
