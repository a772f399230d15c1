import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCode, readLineCode } from "./line-code";

describe("the short code of a line", () => {
  it("is read again as it was written, however it is typed", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const code = lineCode(id);
        expect(code).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{4}$/);
        expect(readLineCode(code)).toBe(code);
        expect(readLineCode(` ${code.toLowerCase().replace("-", "")} `)).toBe(code);
        expect(readLineCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
      }),
    );
  });

  it("tells the lines of a list of 500 apart", () => {
    const ids = Array.from({ length: 500 }, () => crypto.randomUUID());
    expect(new Set(ids.map(lineCode)).size).toBe(500);
  });

  it("is no name, no NIK and nothing empty", () => {
    for (const text of ["", "Utuh", "9999011401900077", "ABC-DEFU", "12"])
      expect(readLineCode(text)).toBeNull();
  });
});
