import { describe, expect, it } from "vitest";
import { isWhole, linesOf, movedLine, newLine, writtenOf } from "./criteria-entry";

const criteria = [
  { code: "NOVELTY", name: "Kebaruan", question: "Apa yang baru?" },
  { code: "USEFUL", name: "Bermanfaat", question: "Siapa yang merasakan?" },
];

describe("the form of criteria", () => {
  it("keeps codes, and sends a new line without one", () => {
    const lines = [
      ...linesOf({ criteria }),
      { ...newLine("x"), name: " Hijau ", question: "Apa?" },
    ];
    expect(writtenOf(lines)).toEqual([
      ...criteria,
      { code: null, name: "Hijau", question: "Apa?" },
    ]);
    expect(lines.map(isWhole)).toEqual([true, true, false]);
  });

  it("moves a line up and down, and nowhere past the ends", () => {
    const lines = linesOf({ criteria });
    const codes = (moved: typeof lines) => moved.map(({ code }) => code);
    expect(codes(movedLine(lines, 0, 1))).toEqual(["USEFUL", "NOVELTY"]);
    expect(codes(movedLine(lines, 1, -1))).toEqual(["USEFUL", "NOVELTY"]);
    expect(movedLine(lines, 0, -1)).toBe(lines);
    expect(movedLine(lines, 1, 1)).toBe(lines);
  });
});
