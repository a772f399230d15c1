import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import {
  fieldDatabase,
  keepFieldFact,
  type Locked,
  readFieldFact,
  type Vault,
  wipeTrip,
} from "./field-database";

const iterations = 600_000;
/** After so many wrong PINs what was downloaded goes. */
export const mostWrongTries = 10;
const aes = { name: "AES-GCM", length: 256 } as const;

/** A trip that is open in this tab. */
export interface OpenTrip {
  readonly key: CryptoKey;
  readonly trip: TripPackage;
}

const text = new TextEncoder();
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Under the trip's key; a fresh nonce each time. */
export const lock = async (key: CryptoKey, value: unknown): Promise<Locked> => {
  const iv = random(12);
  const plain = text.encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain) };
};

/** @throws OperationError under another key */
export const unlock = async <Value>(key: CryptoKey, { iv, bytes }: Locked): Promise<Value> => {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes);
  return JSON.parse(new TextDecoder().decode(plain)) as Value;
};

/** PBKDF2 of the PIN, through a key that never leaves this browser: together they wrap the trip's key. */
const wrappingKey = async (
  pin: string,
  { salt, iterations: rounds, pepper }: Pick<Vault, "salt" | "iterations" | "pepper">,
): Promise<CryptoKey> => {
  const base = await crypto.subtle.importKey("raw", text.encode(pin), "PBKDF2", false, [
    "deriveBits",
  ]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  const bits = await crypto.subtle.deriveBits(derivation, base, 256);
  const mixed = await crypto.subtle.sign("HMAC", pepper, bits);
  return crypto.subtle.importKey("raw", mixed, aes, false, ["wrapKey", "unwrapKey"]);
};

const withDates = (trip: TripPackage): TripPackage => ({
  ...trip,
  takenAt: new Date(trip.takenAt),
  expiresAt: new Date(trip.expiresAt),
  stops: trip.stops.map((stop) => ({
    ...stop,
    meetsAt: stop.meetsAt && new Date(stop.meetsAt),
  })),
});

/**
 * Puts a downloaded trip under a PIN. Its time runs by this phone's clock from now.
 * @throws what IndexedDB throws when the phone is full: then what it held before stays
 */
export async function closeVault(pin: string, trip: TripPackage): Promise<OpenTrip> {
  const made = await crypto.subtle.generateKey(aes, true, ["encrypt", "decrypt"]);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const pepper = (await crypto.subtle.generateKey(hmac, false, ["sign"])) as CryptoKey;
  const lifetime = trip.expiresAt.getTime() - trip.takenAt.getTime();
  const parts = { salt: random(16), iterations, pepper };
  const iv = random(12);
  const wrapping = await wrappingKey(pin, parts);
  const bytes = await crypto.subtle.wrapKey("raw", made, wrapping, { name: "AES-GCM", iv });
  const vault: Vault = {
    ...parts,
    ...{ wrapped: { iv, bytes }, content: await lock(made, trip), wrongTries: 0 },
    expiresAt: Date.now() + lifetime,
  };
  // All or nothing: a full phone keeps the trip that it had.
  await fieldDatabase.transaction("rw", fieldDatabase.tables, async () => {
    await wipeTrip();
    await keepFieldFact("vault", vault);
    await keepFieldFact("seen", Date.now());
  });
  return (await openVault(pin)) as OpenTrip;
}

export type Opening = OpenTrip | "wrong" | "gone";

/** With the PIN; the tenth wrong one wipes what was downloaded. */
export async function openVault(pin: string): Promise<Opening> {
  const vault = await readFieldFact("vault");
  if (!vault || (await wipeExpired())) return "gone";
  const { iv, bytes } = vault.wrapped;
  try {
    const wrapping = await wrappingKey(pin, vault);
    const key = await crypto.subtle.unwrapKey(
      ...(["raw", bytes, wrapping, { name: "AES-GCM", iv }, aes, false] as const),
      ["encrypt", "decrypt"],
    );
    const trip = await unlock<TripPackage>(key, vault.content);
    await keepFieldFact("vault", { ...vault, wrongTries: 0 });
    return { key, trip: withDates(trip) };
  } catch {
    const wrongTries = vault.wrongTries + 1;
    if (wrongTries >= mostWrongTries) {
      await wipeTrip();
      return "gone";
    }
    await keepFieldFact("vault", { ...vault, wrongTries });
    return "wrong";
  }
}

/** Wipes a trip whose time is over; the clock counts from the latest time that was ever seen. */
export async function wipeExpired(): Promise<boolean> {
  const vault = await readFieldFact("vault");
  const seen = await readFieldFact("seen");
  const now = Math.max(Date.now(), seen ?? 0);
  if (vault) await keepFieldFact("seen", now);
  if (!vault || now < vault.expiresAt) return false;
  await wipeTrip();
  return true;
}

/** The typed NIK against a line's keyed hash. */
export async function matchesNik(
  trip: TripPackage,
  nik: string,
  nikHash: string,
): Promise<boolean> {
  return (await hashNik(trip, nik)) === nikHash;
}

/** HMAC-SHA-256 under the trip's key; base64. */
export async function hashNik({ nikKey }: TripPackage, nik: string): Promise<string> {
  const raw = Uint8Array.from(atob(nikKey), (letter) => letter.charCodeAt(0));
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, hmac, false, ["sign"]);
  const hash = new Uint8Array(await crypto.subtle.sign("HMAC", key, text.encode(nik)));
  return btoa(String.fromCharCode(...hash));
}
