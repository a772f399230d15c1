import { webcrypto } from "node:crypto";
import { sealedLayout } from "@rembuk/domain/staff/sealing";

const { subtle } = webcrypto;
const curve = { name: "ECDH", namedCurve: "P-256" };

/**
 * Seals as a phone does, by the browser's own interface: what it makes, the server must open. For tests, and for
 * demonstration data that goes the way of a phone.
 * @param serverKey base64, 65 bytes
 */
export const sealAsPhone = async (
  serverKey: string,
  place: string,
  text: string | Uint8Array,
): Promise<Uint8Array> => {
  const server = await subtle.importKey("raw", Buffer.from(serverKey, "base64"), curve, false, []);
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const publicKey = new Uint8Array(await subtle.exportKey("raw", own.publicKey));
  const secret = await subtle.deriveBits({ name: "ECDH", public: server }, own.privateKey, 256);
  const base = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = Buffer.from(sealedLayout.info);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: publicKey, info };
  const key = await subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
  ]);
  const iv = webcrypto.getRandomValues(new Uint8Array(sealedLayout.nonce));
  const algorithm = { name: "AES-GCM", iv, additionalData: Buffer.from(place) };
  const body = await subtle.encrypt(
    algorithm,
    key,
    typeof text === "string" ? Buffer.from(text) : Uint8Array.from(text),
  );
  return new Uint8Array([...publicKey, ...iv, ...new Uint8Array(body)]);
};
