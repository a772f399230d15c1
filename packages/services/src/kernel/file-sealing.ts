import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { FieldKeys } from "./field-keys";

const nonceBytes = 12;
const tagBytes = 16;

const keyOf = (keys: FieldKeys, id: string): Buffer => {
  const key = keys.encryption.keys[id];
  if (!key) throw new Error(`the encryption key ${id} is missing`);
  return key;
};

/**
 * AES-256-GCM over a whole file, so that a stolen disk or bucket shows nothing. Layout as with fields:
 * length of key id (1), key id, nonce (12), tag (16), ciphertext.
 * @param place `attachment:<store key>:<variant>`: bytes moved elsewhere do not open
 */
export const sealFile = (keys: FieldKeys, place: string, plain: Uint8Array): Buffer => {
  const id = Buffer.from(keys.encryption.current);
  const nonce = randomBytes(nonceBytes);
  const key = keyOf(keys, keys.encryption.current);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body]);
};

/** @throws when the key is gone, or the bytes were changed or belong elsewhere */
export const openSealedFile = (keys: FieldKeys, place: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const start = 1 + (bytes[0] ?? 0);
  const key = keyOf(keys, bytes.subarray(1, start).toString());
  const nonce = bytes.subarray(start, start + nonceBytes);
  const tag = bytes.subarray(start + nonceBytes, start + nonceBytes + tagBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  const body = bytes.subarray(start + nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(body), decipher.final()]);
};
