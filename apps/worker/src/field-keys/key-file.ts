import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { z } from "zod";

const keyFileSchema = z.looseObject({
  encryption: z.object({ current: z.string(), keys: z.record(z.string(), z.string()) }),
  blindIndex: z.string(),
  links: z.string(),
});
/** The content of FIELD_KEYS_FILE, as text of keys. */
export type KeyFile = z.infer<typeof keyFileSchema>;

/** @throws when it is no key file */
export const readKeys = (file: string): KeyFile =>
  keyFileSchema.parse(JSON.parse(readFileSync(file, "utf8")));

/**
 * Replaces the file whole: after a crash there is the old or the new one, never half of one. Mode and
 * owner stay, so that web and worker can read it as before.
 */
export const replaceKeys = (file: string, keys: object): void => {
  const { mode, uid, gid } = statSync(file);
  const draft = `${file}.new`;
  const handle = openSync(draft, "w", 0o600);
  writeSync(handle, `${JSON.stringify(keys, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  chmodSync(draft, mode & 0o777);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  renameSync(draft, file);
};

const numberOf = (id: string): number => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);

/** The same file with a new encryption key, which is the current one from now on. */
export const withNewKey = (keys: KeyFile): KeyFile => {
  const highest = Math.max(0, ...Object.keys(keys.encryption.keys).map(numberOf));
  const id = `k${highest + 1}`;
  const all = { ...keys.encryption.keys, [id]: randomBytes(32).toString("base64") };
  return { ...keys, encryption: { current: id, keys: all } };
};

/** The same file without one key. @throws when it is the current one or unknown */
export const withoutKey = (keys: KeyFile, id: string): KeyFile => {
  const { [id]: gone, ...rest } = keys.encryption.keys;
  if (gone === undefined) throw new Error(`there is no key ${id} in the file`);
  if (id === keys.encryption.current) throw new Error(`${id} is the current key`);
  return { ...keys, encryption: { ...keys.encryption, keys: rest } };
};
