import { createHash } from "node:crypto";

/** Draws that come out the same for the same key, so that a load that was cut off resumes where it stopped. */
export interface Chance {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(from: readonly T[]): readonly T[];
}

const digest = (text: string): Buffer =>
  createHash("sha256").update(`rembuk-demo/${text}`).digest();

/** Mulberry32: small, and even enough for sample data. */
export const chance = (key: string): Chance => {
  let state = digest(key).readUInt32BE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number =>
    from + Math.floor(next() * (Math.max(from, to) - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[between(0, from.length - 1)];
    if (found === undefined) throw new Error(`nothing to pick from: ${key}`);
    return found;
  };
  const shuffle = <T>(from: readonly T[]): readonly T[] =>
    from
      .map((value) => ({ value, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  return { next, between, pick, shuffle };
};

const asUuid = (bytes: Buffer, version: number): string => {
  const id = Buffer.from(bytes.subarray(0, 16));
  id[6] = (version << 4) | ((id[6] ?? 0) & 0x0f);
  id[8] = 0x80 | ((id[8] ?? 0) & 0x3f);
  const hex = id.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
};

/** The id of a thing by its name, always the same one. */
export const idOf = (name: string): string => asUuid(digest(name), 8);

/** The same, but sorted by time as uuid v7 is. */
export const timedIdOf = (at: Date, name: string): string => {
  const bytes = digest(name);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  return asUuid(bytes, 7);
};
