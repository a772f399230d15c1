import { describe, expect, it } from "vitest";
import { paperNumberFrom, parsePaperNumber, withoutLongNumbers } from "./papers";
import { spreadsheetText } from "./spreadsheet-text";

describe("the number of a paper", () => {
  it("is read as it was typed", () => {
    const number = paperNumberFrom(Uint8Array.from({ length: 24 }, (_, i) => (i * 37) % 256));
    expect(number).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    expect(parsePaperNumber(number.toLowerCase().replaceAll("-", " "))).toBe(number);
    expect(parsePaperNumber("7KQ2")).toBeNull();
  });
});

describe("what leaves the house on paper", () => {
  it("holds no NIK and no telephone, however they are written", () => {
    for (const number of [
      "6311070101900001",
      "63.1107.010190.0001",
      "0812 3456 7890",
      "+62812-345-6789",
    ])
      expect(withoutLongNumbers(`Lapor ${number} segera`)).not.toMatch(/\d{3}/);
    expect(withoutLongNumbers("Anggaran 2026 tahap II, 12 KK")).toBe(
      "Anggaran 2026 tahap II, 12 KK",
    );
  });
});

describe("a cell of a spreadsheet", () => {
  it("is never a formula", () => {
    for (const sly of [
      "=1+1",
      "+62",
      "-2",
      "@SUM(A1)",
      "\t=cmd|' /C calc'!A0",
      "  =A1",
      "\r\n=A1",
      "|x",
      "%x",
    ])
      expect(spreadsheetText(sly)).toMatch(/^'/);
    expect(spreadsheetText("Jalan rusak = bahaya")).toBe("Jalan rusak = bahaya");
  });

  it("holds no character that XML forbids, and ends somewhere", () => {
    expect(spreadsheetText("a\u0000b\u000bc\uffff")).toBe("abc");
    expect(spreadsheetText("x".repeat(5_000))).toHaveLength(1_000);
  });
});
