import { describe, expect, it } from "vitest";
import { pulseStepOf, signsOf, standingOf } from "./health";

const review = {
  status: "closed",
  rating: "at_risk",
  opensOn: "2026-05-20",
  dueOn: "2026-06-03",
  triggers: ["half-year"],
} as const;

describe("the health of an innovation", () => {
  it("shows a week as a step, so that 1 and 4 records look the same", () => {
    expect([0, 1, 4, 5, 14, 15, 400].map(pulseStepOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });

  it("stands where its last rating left it, and names the next review's day", () => {
    expect(standingOf([], "2026-08-31")).toEqual({
      ...{ rating: null, ratedOn: null, reviewStatus: null, nextOn: "2027-02-28" },
    });
    expect(standingOf([review], "2024-01-01")).toEqual({
      ...{ rating: "at_risk", ratedOn: "2026-05-20", reviewStatus: null, nextOn: "2026-11-20" },
    });
  });

  it("keeps the rating while the next review runs, and waits for that one's answer", () => {
    const running = { ...review, status: "overdue", rating: null, opensOn: "2026-11-20" } as const;
    expect(standingOf([{ ...running, dueOn: "2026-12-04" }, review], "2024-01-01")).toEqual({
      ...{ rating: "at_risk", ratedOn: "2026-05-20", reviewStatus: "overdue" },
      nextOn: "2026-12-04",
    });
  });

  it("shows today's signs, and those that the running review is about", () => {
    const about = { ...review, triggers: ["half-year", "leader-rotated"] } as const;
    expect(signsOf(["no-budget"], about)).toEqual(["no-budget"]);
    expect(signsOf(["no-budget"], { ...about, status: "due" })).toEqual([
      ...["leader-rotated", "no-budget"],
    ]);
    expect(signsOf([], undefined)).toEqual([]);
  });
});
