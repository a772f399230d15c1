/** Bytes that only the PIN opens. */
export interface Locked {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** What was downloaded, and the key of it, which the PIN unwraps. Times are plain numbers: they survive every copy. */
export interface Vault {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  /** Of this browser, not extractable: a copied database alone does not let anybody try PINs. */
  readonly pepper: CryptoKey;
  readonly wrapped: Locked;
  readonly content: Locked;
  readonly expiresAt: number;
  readonly wrongTries: number;
}

/** Where one vault is kept. */
export interface VaultPlace {
  readonly read: () => Promise<Vault | null>;
  readonly keep: (vault: Vault) => Promise<void>;
  /** The download goes, and with its key all that only the PIN opened. */
  readonly wipe: () => Promise<void>;
  /** The latest time that this phone has seen: a clock that is set back wins no days. */
  readonly seen: () => Promise<number | null>;
  readonly keepSeen: (now: number) => Promise<void>;
  /** All of the work, or nothing. */
  readonly wholly: (work: () => Promise<void>) => Promise<void>;
}

/** A download that is open in this tab. */
export interface Opened<Content> {
  readonly key: CryptoKey;
  readonly content: Content;
}

export type Opening<Content> = Opened<Content> | "wrong" | "gone";

const iterations = 600_000;
/** After so many wrong PINs what was downloaded goes. */
export const mostWrongTries = 10;
const aes = { name: "AES-GCM", length: 256 } as const;

const text = new TextEncoder();
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Under the download's key; a fresh nonce each time. */
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

/** PBKDF2 of the PIN, through a key that never leaves this browser: together they wrap the download's key. */
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

const makeVault = async (pin: string, content: unknown, lifetimeMs: number): Promise<Vault> => {
  const made = await crypto.subtle.generateKey(aes, true, ["encrypt", "decrypt"]);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const pepper = (await crypto.subtle.generateKey(hmac, false, ["sign"])) as CryptoKey;
  const parts = { salt: random(16), iterations, pepper };
  const iv = random(12);
  const wrapping = await wrappingKey(pin, parts);
  const bytes = await crypto.subtle.wrapKey("raw", made, wrapping, { name: "AES-GCM", iv });
  return {
    ...parts,
    ...{ wrapped: { iv, bytes }, content: await lock(made, content), wrongTries: 0 },
    expiresAt: Date.now() + lifetimeMs,
  };
};

const openWith = async (pin: string, vault: Vault): Promise<Opened<unknown>> => {
  const { iv, bytes } = vault.wrapped;
  const wrapping = await wrappingKey(pin, vault);
  const key = await crypto.subtle.unwrapKey(
    ...(["raw", bytes, wrapping, { name: "AES-GCM", iv }, aes, false] as const),
    ["encrypt", "decrypt"],
  );
  return { key, content: await unlock(key, vault.content) };
};

/**
 * One download under a PIN, in one place of this browser (docs/adr/0026-handovers.md). Its time runs by this
 * phone's clock from when it was taken.
 * @param revive makes of the kept JSON what it was: times are text there
 */
export function vaultIn<Content extends object>(
  place: VaultPlace,
  revive: (kept: Content) => Content,
) {
  /** Wipes a download whose time is over; the clock counts from the latest time that was ever seen. */
  const wipeExpired = async (): Promise<boolean> => {
    const vault = await place.read();
    const now = Math.max(Date.now(), (await place.seen()) ?? 0);
    if (vault) await place.keepSeen(now);
    if (!vault || now < vault.expiresAt) return false;
    await place.wipe();
    return true;
  };
  /** With the PIN; the tenth wrong one wipes what was downloaded. */
  const open = async (pin: string): Promise<Opening<Content>> => {
    const vault = await place.read();
    if (!vault || (await wipeExpired())) return "gone";
    try {
      const { key, content } = await openWith(pin, vault);
      await place.keep({ ...vault, wrongTries: 0 });
      return { key, content: revive(content as Content) };
    } catch {
      const wrongTries = vault.wrongTries + 1;
      if (wrongTries >= mostWrongTries) {
        await place.wipe();
        return "gone";
      }
      await place.keep({ ...vault, wrongTries });
      return "wrong";
    }
  };
  /**
   * Puts a download under a PIN, in the place of what was there.
   * @throws what IndexedDB throws when the phone is full: then what it held before stays
   */
  const close = async (
    pin: string,
    content: Content,
    lifetimeMs: number,
  ): Promise<Opened<Content>> => {
    const vault = await makeVault(pin, content, lifetimeMs);
    // All or nothing: a full phone keeps what it had.
    await place.wholly(async () => {
      await place.wipe();
      await place.keep(vault);
      await place.keepSeen(Date.now());
    });
    return (await open(pin)) as Opened<Content>;
  };
  /**
   * What is open is replaced by what was downloaded anew, under the same PIN.
   * @returns null when the vault went meanwhile
   */
  const renew = async (
    { key }: Opened<Content>,
    content: Content,
    lifetimeMs: number,
  ): Promise<Opened<Content> | null> => {
    const vault = await place.read();
    if (!vault) return null;
    const expiresAt = Date.now() + lifetimeMs;
    await place.keep({ ...vault, content: await lock(key, content), expiresAt });
    return { key, content };
  };
  return { open, close, renew, wipeExpired };
}
