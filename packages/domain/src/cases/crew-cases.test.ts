import { describe, expect, it } from "vitest";
import { villageWait, withoutLongNumbers } from "./crew-cases";

describe("what a case waits for from its village", () => {
  it.each([
    ["resolved", "village", null, "confirm"],
    ["needs_info", "village", null, "inform"],
    ["in_progress", "sector", "sent", "answer"],
    ["in_progress", "sector", "accepted", "work"],
    ["in_progress", "sector", "in_progress", "work"],
    ["in_progress", "sector", null, null],
    ["received", "desk", null, null],
  ] as const)("%s at %s, asked %s: %s", (status, holderKind, asked, expected) => {
    expect(villageWait({ status, holderKind, asked })).toBe(expected);
  });
});

describe("a title on a crew's phone", () => {
  it.each([
    "Titian hp 0812-3456-7890",
    "Titian hp081234567890",
    "Titian +62 812 3456 7890",
    "Titian 9999011401900077",
    "Titian 9999 0114 0190 0077",
    "Titian 99.99.01.140190.0077",
  ])("holds no phone and no NIK: %s", (title) => {
    expect(withoutLongNumbers(title)).toMatch(/^Titian [a-z +]*•{8}$/);
  });

  it.each(["Banjir 21-11-2026", "Ganti rugi Rp12.500.000", "Jalan RT 3, 120 m"])(
    "keeps dates, sums and counts: %s",
    (title) => {
      expect(withoutLongNumbers(title)).toBe(title);
    },
  );
});
