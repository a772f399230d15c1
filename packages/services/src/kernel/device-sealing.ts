import { createDecipheriv, createECDH, type ECDH, hkdfSync } from "node:crypto";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { sealedLayout } from "@rembuk/domain/staff/sealing";
import type { FieldKeys } from "./field-keys";

const curve = "prime256v1";
const tagBytes = 16;

/** The server's P-256 key, derived from the `links` key: one key file to keep, one to back up. */
const serverKey = (keys: FieldKeys): ECDH => {
  const scalar = Buffer.from(hkdfSync("sha256", keys.links, "", "rembuk device sealing", 32));
  const ecdh = createECDH(curve);
  ecdh.setPrivateKey(scalar);
  return ecdh;
};

/** Given to a phone when it is registered: 65 bytes, uncompressed, base64. */
export const sealingPublicKey = (keys: FieldKeys): string => serverKey(keys).getPublicKey("base64");

/**
 * Opens what a phone sealed at capture (ECDH, HKDF-SHA-256, AES-256-GCM).
 * @throws invalid SEAL_BROKEN when it was changed or sealed for another place
 */
export const openSealed = (keys: FieldKeys, place: string, sealed: Uint8Array): string =>
  openSealedBytes(keys, place, sealed).toString("utf8");

/** The same for a photo. @throws invalid SEAL_BROKEN */
export const openSealedBytes = (keys: FieldKeys, place: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed);
  const { publicKey, nonce, info } = sealedLayout;
  try {
    const ephemeral = bytes.subarray(0, publicKey);
    const secret = serverKey(keys).computeSecret(ephemeral);
    const key = Buffer.from(hkdfSync("sha256", secret, ephemeral, info, 32));
    const iv = bytes.subarray(publicKey, publicKey + nonce);
    const body = bytes.subarray(publicKey + nonce, bytes.length - tagBytes);
    const decipher = createDecipheriv("aes-256-gcm", key, iv);
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(bytes.length - tagBytes));
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new DomainError("invalid", "SEAL_BROKEN");
  }
};
