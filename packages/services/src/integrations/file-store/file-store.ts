import type { Readable } from "node:stream";

/**
 * Where the bytes of files lie. Drivers know keys and bytes, nothing of cases or keys of encryption.
 * A key is `<random>/<variant>`: letters, digits, `-`, `_` and one `/`.
 */
export interface FileStore {
  /** Whole or not at all: nobody ever reads half a file. @throws FileStoreError */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. @throws FileStoreError */
  get(key: string): Promise<Uint8Array | null>;
  /** Also when there is none. @throws FileStoreError */
  remove(key: string): Promise<void>;
}

/** The store is full, away or misconfigured: not the caller's fault, worth another try. */
export class FileStoreError extends Error {
  constructor(act: string, cause: unknown) {
    super(`file store: ${act} failed`, { cause });
    this.name = "FileStoreError";
  }
}

/** What a backup needs of a store: all that lies there, and each as a stream. */
export interface StoredObjects {
  /** In no order that means anything. @throws FileStoreError */
  list(): AsyncIterable<{ readonly key: string; readonly bytes: number }>;
  /** Null when it was removed meanwhile. @throws FileStoreError */
  open(key: string): Promise<Readable | null>;
}

const keyShape = /^[A-Za-z0-9_-]{16,64}\/[a-z]{1,16}$/;

export const isKey = (key: string): boolean => keyShape.test(key);

/** @throws on anything that could lead out of the store */
export const requireKey = (key: string): string => {
  if (!isKey(key)) throw new Error("not a key of the file store");
  return key;
};
