import { describe, expect, it } from "vitest";
import { formatResetCode, parseResetCode, resetCodeFrom } from "./reset-code";

describe("a one-time code", () => {
  it("is read as it was told", () => {
    const code = resetCodeFrom(new Uint8Array([0, 1, 17, 20, 31, 255, 32, 9, 10, 64]));
    expect(code).toHaveLength(10);
    expect(parseResetCode(formatResetCode(code))).toBe(code);
    expect(parseResetCode(` ${formatResetCode(code).toLowerCase()} `)).toBe(code);
  });

  it("forgives O for 0 and I or L for 1", () => {
    expect(parseResetCode("OIL00-00000")).toBe("0110000000");
  });

  it.each(["", "123", "ABCDE-FGHJ", "ABCDE-FGHJKM", "ABCDE-FGHJ!", "ABCDE-FGHJU"])(
    "refuses '%s'",
    (text) => {
      expect(parseResetCode(text)).toBeNull();
    },
  );
});
