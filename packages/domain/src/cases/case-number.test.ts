import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCaseNumber, isValidCaseNumber, parseCaseNumber } from "./case-number";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const anyParts = fc.record({
  prefix: fc
    .array(fc.constantFrom(...upper), { minLength: 2, maxLength: 5 })
    .map((letters) => letters.join("")),
  year: fc.integer({ min: 2000, max: 2099 }),
  serial: fc.oneof(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 10_000, max: 999_999_999 }),
  ),
});
/** O, I and L are read as digits, so taking one for the other is no error. */
const lookAlike = (char: string) => char.replace("O", "0").replace(/[IL]/, "1");

describe("a case number", () => {
  it("is the one of the design", () => {
    expect(formatCaseNumber({ prefix: "PRS", year: 2026, serial: 397 })).toBe("PRS-2026-0397-K");
    expect(formatCaseNumber({ prefix: "HLG", year: 2026, serial: 12_345 })).toMatch(
      /^HLG-2026-12345-[2-9A-Y]$/,
    );
  });

  it.each([
    { prefix: "P", year: 2026, serial: 1 },
    { prefix: "prs", year: 2026, serial: 1 },
    { prefix: "PRS", year: 1999, serial: 1 },
    { prefix: "PRS", year: 2026, serial: 0 },
    { prefix: "PRS", year: 2026, serial: 1.5 },
    { prefix: "PRS", year: 2026, serial: 1_000_000_000 },
  ])("refuses $prefix $year $serial", (parts) => {
    expect(() => formatCaseNumber(parts)).toThrow(RangeError);
  });

  it("is read as people write it", () => {
    const asWritten = [
      "PRS-2026-0397-K",
      "prs-2026-0397-k",
      " PRS 2026 0397 K ",
      "PRS20260397K",
      "prs.2026.o397.k",
      "PRS–2O26–0397–K",
    ];
    for (const text of asWritten) {
      expect(parseCaseNumber(text)).toEqual({
        ok: true,
        number: "PRS-2026-0397-K",
        prefix: "PRS",
        year: 2026,
        serial: 397,
      });
    }
    expect(isValidCaseNumber("PRS-2026-0397-K")).toBe(true);
    expect(isValidCaseNumber("prs-2026-0397-k")).toBe(false);
  });

  it("says whether its form or its check is wrong", () => {
    const error = (text: string) => {
      const parsed = parseCaseNumber(text);
      return parsed.ok ? null : parsed.error;
    };
    expect(error("PRS-2026-0397-M")).toBe("CASE_NUMBER_CHECK");
    for (const text of ["", "PRS-2026-0397", "PRS-2026-397-K", "PRS-2026-00397-K", "2026-0397-K"]) {
      expect(error(text)).toBe("CASE_NUMBER_FORMAT");
    }
  });

  it("comes back from its own text", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const number = formatCaseNumber(parts);
        expect(parseCaseNumber(number.toLowerCase())).toEqual({ ok: true, number, ...parts });
      }),
    );
  });

  it("betrays every single wrong character, the check included", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const number = formatCaseNumber(parts).replaceAll("-", "");
        [...number].forEach((right, i) => {
          for (const wrong of `${upper}0123456789`) {
            const inLetters = i < parts.prefix.length;
            if (wrong === right || (!inLetters && lookAlike(wrong) === right)) continue;
            expect(parseCaseNumber(number.slice(0, i) + wrong + number.slice(i + 1)).ok).toBe(
              false,
            );
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("does not find a year in letters: a 2 before the O of a prefix", () => {
    const right = formatCaseNumber({ prefix: "AAYO", year: 2010, serial: 1 }).replaceAll("-", "");
    expect(parseCaseNumber(right).ok).toBe(true);
    expect(parseCaseNumber(right.replace("Y", "2")).ok).toBe(false);
  });

  it("betrays every swap of two neighbours, the check included", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const number = formatCaseNumber(parts).replaceAll("-", "");
        for (let i = 0; i + 1 < number.length; i += 1) {
          if (number[i] === number[i + 1]) continue;
          const swapped = `${number.slice(0, i)}${number[i + 1]}${number[i]}${number.slice(i + 2)}`;
          expect(parseCaseNumber(swapped).ok).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
