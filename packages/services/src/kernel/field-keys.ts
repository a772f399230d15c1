import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { z } from "zod";

const key = z.base64().transform((text, check) => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length === 32) return bytes;
  check.addIssue({ code: "custom", message: "a key is 32 bytes" });
  return z.NEVER;
});

/** The key file: encryption keys by id, and separate keys for blind indexes and for signed links. */
export const fieldKeysSchema = z
  .object({
    encryption: z.object({ current: z.string().min(1).max(16), keys: z.record(z.string(), key) }),
    blindIndex: key,
    links: key,
  })
  .refine(
    (k) => k.encryption.keys[k.encryption.current] !== undefined,
    "the current key is missing",
  );
export type FieldKeys = z.infer<typeof fieldKeysSchema> & {
  /** Reads the key file again: a rotation may have added a key since this process began. */
  readonly reread?: () => void;
};

/**
 * Keys that a process holds for long. A key id that it does not know makes it read the file again, so
 * that rows which a rotation re-encrypts stay readable without a restart.
 * @param read gives the content of the key file
 */
export const liveFieldKeys = (read: () => string): FieldKeys => {
  const parse = () => fieldKeysSchema.parse(JSON.parse(read()));
  let held = parse();
  return {
    get encryption() {
      return held.encryption;
    },
    get blindIndex() {
      return held.blindIndex;
    },
    get links() {
      return held.links;
    },
    reread: () => {
      held = parse();
    },
  };
};

/** `table:column:row id`: ciphertext moved to another row or column does not open. */
export type FieldPlace = `${string}:${string}:${string}`;

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM. Layout: length of key id (1), key id, nonce (12), tag (16), ciphertext. */
export const seal = (
  keys: FieldKeys,
  place: FieldPlace,
  plain: string,
): Uint8Array<ArrayBuffer> => {
  const id = keys.encryption.current;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(keys, id), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([keyMark(id), nonce, cipher.getAuthTag(), body]));
};

/** What every text begins with that a key sealed: its length and its id. */
export const keyMark = (id: string): Buffer => {
  const bytes = Buffer.from(id);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
};

/** @throws when the text was sealed for another place, changed, or under a key that is gone */
export const unseal = (keys: FieldKeys, place: FieldPlace, sealed: Uint8Array): string => {
  const bytes = Buffer.from(sealed);
  const at = 1 + (bytes[0] ?? 0);
  const id = bytes.subarray(1, at).toString();
  const nonce = bytes.subarray(at, at + nonceBytes);
  const tag = bytes.subarray(at + nonceBytes, at + nonceBytes + tagBytes);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(keys, id), nonce)
    .setAAD(Buffer.from(place))
    .setAuthTag(tag);
  return Buffer.concat([
    decipher.update(bytes.subarray(at + nonceBytes + tagBytes)),
    decipher.final(),
  ]).toString("utf8");
};

/** HMAC under its own key: equal values meet, and without the key 10^6 guesses match nothing. */
export const blindIndex = (
  keys: FieldKeys,
  field: string,
  value: string,
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHmac("sha256", keys.blindIndex).update(`${field}:${value}`).digest());

const keyOf = (keys: FieldKeys, id: string): Buffer => {
  if (!keys.encryption.keys[id]) keys.reread?.();
  const found = keys.encryption.keys[id];
  if (!found) throw new Error(`field key ${id} is not in the key file`);
  return found;
};
