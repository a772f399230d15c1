import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testKeys } from "../testing/world";
import { blindIndex, type FieldKeys, fieldKeysSchema, seal, unseal } from "./field-keys";

const keys = testKeys();
const nik = "9999014107900001";
const place = "person:nik:1" as const;

describe("a sealed field", () => {
  it("opens in its own place, and reads differently each time it is sealed", () => {
    const one = seal(keys, place, nik);
    const two = seal(keys, place, nik);
    expect(unseal(keys, place, one)).toBe(nik);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    expect(Buffer.from(one).toString("latin1")).not.toContain(nik);
  });

  it("does not open in another row, column or table", () => {
    const sealed = seal(keys, place, nik);
    for (const other of ["person:nik:2", "person:phone:1", "household:nik:1"] as const) {
      expect(() => unseal(keys, other, sealed)).toThrow();
    }
  });

  it("does not open with any bit changed, or cut short", () => {
    const sealed = Buffer.from(seal(keys, place, nik));
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => unseal(keys, place, changed)).toThrow();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(keys, place, sealed.subarray(0, length))).toThrow();
    }
  });

  it("does not open under another key, and still opens after the key is rotated", () => {
    const sealed = seal(keys, place, nik);
    expect(() => unseal(testKeys(), place, sealed)).toThrow();
    const next = randomBytes(32);
    const rotated: FieldKeys = {
      ...keys,
      encryption: { current: "k2", keys: { ...keys.encryption.keys, k2: next } },
    };
    expect(unseal(rotated, place, sealed)).toBe(nik);
    const fresh = seal(rotated, place, nik);
    expect(unseal(rotated, place, fresh)).toBe(nik);
    expect(() => unseal(keys, place, fresh)).toThrow("k2");
  });
});

describe("a blind index", () => {
  it("meets for equal values of one field, and for nothing else", () => {
    const index = (field: string, value: string, with_ = keys) =>
      Buffer.from(blindIndex(with_, field, value)).toString("hex");
    expect(index("nik", nik)).toBe(index("nik", nik));
    expect(index("nik", nik)).not.toBe(index("phone", nik));
    expect(index("nik", nik)).not.toBe(index("nik", "9999014107900002"));
    expect(index("nik", nik)).not.toBe(index("nik", nik, testKeys()));
  });

  it("is found by no guess without its key, not even with the encryption key", () => {
    const wanted = Buffer.from(blindIndex(keys, "nik", nik)).toString("hex");
    const known = Object.values(keys.encryption.keys)[0] ?? Buffer.alloc(32);
    let hits = 0;
    // The whole space of serials for one birth date, and the value itself among them.
    for (let serial = 0; serial < 10_000; serial += 1) {
      const guess = `nik:999901410790${String(serial).padStart(4, "0")}`;
      for (const key of [known, keys.links, Buffer.alloc(32)]) {
        if (createHmac("sha256", key).update(guess).digest("hex") === wanted) hits += 1;
      }
    }
    expect(hits).toBe(0);
  });
});

describe("the key file", () => {
  it("is refused with a short key or without its current one", () => {
    const good = randomBytes(32).toString("base64");
    const file = (change: object) => ({
      encryption: { current: "k1", keys: { k1: good } },
      blindIndex: good,
      links: good,
      ...change,
    });
    expect(fieldKeysSchema.safeParse(file({})).success).toBe(true);
    const short = randomBytes(16).toString("base64");
    expect(fieldKeysSchema.safeParse(file({ blindIndex: short })).success).toBe(false);
    expect(fieldKeysSchema.safeParse(file({ links: "not base64" })).success).toBe(false);
    const gone = { encryption: { current: "k2", keys: { k1: good } } };
    expect(fieldKeysSchema.safeParse(file(gone)).success).toBe(false);
  });
});
