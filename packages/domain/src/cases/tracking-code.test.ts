import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatTrackingCode,
  parseTrackingCode,
  parseTrackingPin,
  TRACKING_CODE_BYTES,
  TRACKING_PIN_BYTES,
  trackingCodeFrom,
  trackingPinFrom,
} from "./tracking-code";

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe("a tracking code", () => {
  it("uses five bits of each byte, all 32 symbols alike", () => {
    const seen = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const symbol = trackingCodeFrom(new Uint8Array(TRACKING_CODE_BYTES).fill(byte))[0] ?? "";
      seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    }
    expect(seen.size).toBe(32);
    expect(new Set(seen.values())).toEqual(new Set([8]));
    expect(() => trackingCodeFrom(new Uint8Array(9))).toThrow(RangeError);
  });

  it("comes back from its printed form in any hand", () => {
    fc.assert(
      fc.property(bytesOf(TRACKING_CODE_BYTES), (bytes) => {
        const code = trackingCodeFrom(bytes);
        const printed = formatTrackingCode(code);
        expect(printed).toMatch(/^.{5}-.{5}$/);
        expect(parseTrackingCode(` ${printed.toLowerCase()} `)).toBe(code);
        expect(parseTrackingCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
        expect(parseTrackingCode(code.replaceAll("0", "O").replaceAll("1", "I"))).toBe(code);
      }),
    );
  });

  it.each(["", "7KM2PQX4T", "7KM2PQX4TAB", "7KM2PQX4TU", "7KM2P?QX4TA"])("is not %j", (text) => {
    expect(parseTrackingCode(text)).toBeNull();
  });
});

describe("a PIN", () => {
  it("throws numbers beyond the last full million away", () => {
    expect(trackingPinFrom(new Uint8Array([0xf4, 0x23, 0xff]))).toBe("999999");
    expect(trackingPinFrom(new Uint8Array([0xf4, 0x24, 0x00, 0, 0, 7]))).toBe("000007");
    expect(trackingPinFrom(new Uint8Array(TRACKING_PIN_BYTES).fill(0xff))).toBeNull();
    expect(trackingPinFrom(new Uint8Array(2))).toBeNull();
  });

  it("has six digits, typed with or without spaces", () => {
    fc.assert(
      fc.property(bytesOf(TRACKING_PIN_BYTES), (bytes) => {
        const pin = trackingPinFrom(bytes);
        if (pin === null) return;
        expect(pin).toMatch(/^\d{6}$/);
        expect(parseTrackingPin(`${pin.slice(0, 3)} ${pin.slice(3)}`)).toBe(pin);
      }),
    );
    expect(parseTrackingPin("12345")).toBeNull();
    expect(parseTrackingPin("12345a")).toBeNull();
  });
});
