import { describe, expect, it } from "vitest";
import { type ReviewEntry, stepOf } from "./review-entry";

const criteria = {
  version: 1,
  criteria: ["NOVELTY", "USEFUL"].map((code) => ({ code, name: code, question: "?" })),
};
const entry = (change: Partial<ReviewEntry> = {}): ReviewEntry => ({
  ...{ words: "", rating: "", grades: {} },
  ...change,
});

describe("a step of a review as it is typed", () => {
  it("has an answer to each criterion, and none that nobody chose", () => {
    const grades = { NOVELTY: { grade: "0", note: " belum " }, USEFUL: { grade: "3", note: "" } };
    expect(stepOf({ criteria }, "assess", entry({ grades }))).toEqual({
      move: "assess",
      answers: [
        { code: "NOVELTY", grade: 0, note: "belum" },
        { code: "USEFUL", grade: 3, note: "" },
      ],
    });
    const half = { NOVELTY: grades.NOVELTY, USEFUL: { grade: "", note: "x" } };
    expect(stepOf({ criteria }, "assess", entry({ grades: half }))).toBeNull();
  });

  it("has words, and a rating its choice beside them", () => {
    expect(stepOf({ criteria }, "check", entry({ words: "ya" }))).toBeNull();
    expect(stepOf({ criteria }, "rate", entry({ words: "SK berakhir" }))).toBeNull();
    expect(
      stepOf({ criteria }, "rate", entry({ words: "SK berakhir", rating: "at_risk" })),
    ).toEqual({ move: "rate", rating: "at_risk", reason: "SK berakhir" });
    expect(stepOf({ criteria }, "close", entry())).toEqual({ move: "close" });
  });
});
