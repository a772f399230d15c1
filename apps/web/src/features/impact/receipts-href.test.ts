import { describe, expect, it } from "vitest";
import { parseReceipts, parseYear, receiptsHref } from "./receipts-href";

describe("the address of a figure of reach", () => {
  it("says what it counts, and is read again as it was", () => {
    const figures = [
      { year: 2026, month: undefined, villageCode: undefined, programCode: undefined },
      { year: 2025, month: 3, villageCode: "63.11.02.2014", programCode: "SEMBAKO" },
      { year: 2026, month: undefined, villageCode: undefined, programCode: "" },
    ];
    for (const figure of figures) {
      const words = new URL(receiptsHref(figure), "https://contoh.invalid").searchParams;
      expect(parseReceipts(words, 2020)).toEqual(figure);
    }
  });

  it("takes this year for what is no year, and leaves out what is none of its words", () => {
    const words = new URLSearchParams("tahun=kemarin&bulan=13&desa=63.11");
    expect(parseReceipts(words, 2026)).toEqual({ year: 2026 });
    expect(parseYear(words)).toBeUndefined();
  });
});
