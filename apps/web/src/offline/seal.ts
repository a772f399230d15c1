import { sealedLayout } from "@rembuk/domain/staff/sealing";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const toBase64 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/**
 * A key that only the server can derive again: the ephemeral private key is not extractable and
 * is forgotten with this call, so that the phone itself cannot open what it sealed.
 */
const freshKey = async (serverKey: string) => {
  const server = await crypto.subtle.importKey("raw", fromBase64(serverKey), curve, false, []);
  const own = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const secret = await crypto.subtle.deriveBits(
    { name: "ECDH", public: server },
    own.privateKey,
    256,
  );
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode(sealedLayout.info);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: publicKey, info },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  return { key, publicKey };
};

/**
 * Seals bytes to the server's key (ECDH P-256, HKDF-SHA-256, AES-256-GCM).
 * @param serverKey 65 bytes, uncompressed, base64, as given when the phone was registered
 * @param place `sealedPlace` of the record: bound to the ciphertext
 * @returns ephemeral public key (65 bytes), nonce (12), ciphertext with tag
 */
export async function sealBytes(
  serverKey: string,
  place: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { key, publicKey } = await freshKey(serverKey);
  const iv = crypto.getRandomValues(new Uint8Array(sealedLayout.nonce));
  const additionalData = new TextEncoder().encode(place);
  const ciphertext = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData },
    key,
    bytes,
  );
  const sealed = new Uint8Array(publicKey.length + iv.length + ciphertext.byteLength);
  sealed.set(publicKey);
  sealed.set(iv, publicKey.length);
  sealed.set(new Uint8Array(ciphertext), publicKey.length + iv.length);
  return sealed;
}

/** One record, as JSON. @returns base64 of `sealBytes` */
export const sealRecord = async (serverKey: string, place: string, body: object): Promise<string> =>
  toBase64(await sealBytes(serverKey, place, new TextEncoder().encode(JSON.stringify(body))));
