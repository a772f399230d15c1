import { randomUUID, webcrypto } from "node:crypto";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { sealedLayout, sealedPlace } from "@rembuk/domain/staff/sealing";
import { describe, expect, it } from "vitest";
import { sealAsPhone } from "../testing/seal-as-phone";
import { testKeys } from "../testing/world";
import { openSealed, sealingPublicKey } from "./device-sealing";

const keys = testKeys();
const place = sealedPlace({
  deviceId: randomUUID(),
  clientActionId: randomUUID(),
  command: "cases.open",
});
const seal = (text: string, at = place) => sealAsPhone(sealingPublicKey(keys), at, text);

const refusal = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
  }
  return "opened";
};

describe("a record sealed by a phone", () => {
  it("opens with what was written, whatever the letters", async () => {
    const text = JSON.stringify({ title: "Talud retak “RT 04” — ꦏꦶꦫꦶ" });
    expect(openSealed(keys, place, await seal(text))).toBe(text);
  });

  it("is sealed to one key of the installation, the same at every start", () => {
    const key = Buffer.from(sealingPublicKey(keys), "base64");
    expect(key).toHaveLength(sealedLayout.publicKey);
    expect(sealingPublicKey(keys)).toBe(key.toString("base64"));
    expect(sealingPublicKey(testKeys())).not.toBe(key.toString("base64"));
  });

  it("does not open when any byte of it was changed", async () => {
    const sealed = await seal("isi");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, refusal(() => openSealed(keys, place, changed))]).toEqual([at, "SEAL_BROKEN"]);
    }
  });

  it("does not open when it is cut short, at any length", async () => {
    const sealed = await seal("isi");
    for (let length = 0; length < sealed.length; length += 1) {
      const cut = sealed.subarray(0, length);
      expect([length, refusal(() => openSealed(keys, place, cut))]).toEqual([
        length,
        "SEAL_BROKEN",
      ]);
    }
  });

  it("does not open in another place, nor with another installation's key", async () => {
    const sealed = await seal("isi");
    expect(refusal(() => openSealed(keys, `${place}x`, sealed))).toBe("SEAL_BROKEN");
    expect(refusal(() => openSealed(testKeys(), place, sealed))).toBe("SEAL_BROKEN");
  });

  it("does not open when the sender's key lies on no curve", async () => {
    const sealed = await seal("isi");
    webcrypto.getRandomValues(sealed.subarray(1, sealedLayout.publicKey));
    expect(refusal(() => openSealed(keys, place, sealed))).toBe("SEAL_BROKEN");
  });
});
