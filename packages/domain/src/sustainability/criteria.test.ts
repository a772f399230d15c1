import { describe, expect, it } from "vitest";
import { decideCriteria } from "./criteria";
import type { CriteriaVersion } from "./model";

const novelty = { code: "NOVELTY", name: "Kebaruan", question: "Apa yang baru?" };
const useful = { code: "USEFUL", name: "Bermanfaat", question: "Siapa yang merasakan?" };
const current: CriteriaVersion = { version: 3, criteria: [novelty, useful] };
const fresh = { code: null, name: "Inklusif", question: "Siapa yang belum terlayani?" };
const codesOf = ({ criteria }: CriteriaVersion) => criteria.map(({ code }) => code);

describe("the criteria of reviews", () => {
  it("keep their codes when words, order or number change", () => {
    const next = decideCriteria(current, 3, [{ ...useful, name: "Manfaat" }, novelty], []);
    expect(next).toMatchObject({ version: 4, criteria: [{ name: "Manfaat" }, novelty] });
    expect(codesOf(next)).toEqual(["USEFUL", "NOVELTY"]);
    expect(codesOf(decideCriteria(current, 3, [novelty], []))).toEqual(["NOVELTY"]);
  });

  it("give a new one a code that no version ever used", () => {
    const used = ["NOVELTY", "USEFUL", "OWN_1", "OWN_7"];
    const next = decideCriteria(current, 3, [novelty, fresh, { ...fresh, name: "Hijau" }], used);
    expect(codesOf(next)).toEqual(["NOVELTY", "OWN_8", "OWN_9"]);
    expect(codesOf(decideCriteria(current, 3, [fresh], []))).toEqual(["OWN_1"]);
  });

  it("are not saved over what another changed, nor without a change, nor under a borrowed code", () => {
    const code = (work: () => unknown) => {
      try {
        work();
        return "done";
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code(() => decideCriteria(current, 2, [novelty], []))).toBe(
      "CRITERIA_CHANGED_MEANWHILE",
    );
    expect(code(() => decideCriteria(current, 3, [novelty, useful], []))).toBe(
      "CRITERIA_UNCHANGED",
    );
    const foreign = { ...novelty, code: "LASTING" };
    expect(code(() => decideCriteria(current, 3, [foreign], []))).toBe("INPUT_INVALID");
    expect(code(() => decideCriteria(current, 3, [novelty, novelty], []))).toBe("INPUT_INVALID");
  });
});
