import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyParts } from "../innovations/model";
import {
  decideOverdue,
  decideReviewStep,
  type ReviewStep,
  reviewMoves,
  reviewObstacle,
} from "./lifecycle";
import {
  type CriteriaVersion,
  type ReviewStatus,
  reviewStatuses,
  reviewTriggers,
  type SustainabilityReview,
} from "./model";
import { halfYearAfter, isRunning, openedReview, triggersToday } from "./opening";
import { type DecayFacts, decayTriggers } from "./triggers";

/** The machine as the domain document draws it, written down apart from the code. */
const arrows: Readonly<Record<ReviewStatus, readonly ReviewStatus[]>> = {
  scheduled: ["waived"],
  due: ["self_assessed", "waived"],
  overdue: ["self_assessed", "waived"],
  self_assessed: ["evidence_checked"],
  evidence_checked: ["rated"],
  rated: ["plan_agreed"],
  plan_agreed: ["closed"],
  closed: [],
  waived: [],
};

const criteria: CriteriaVersion = {
  version: 1,
  criteria: [
    { code: "NOVEL", name: "Kebaruan", question: "Apa yang baru?" },
    { code: "EFFECTIVE", name: "Efektif", question: "Apa buktinya?" },
  ],
};
const innovation = {
  ...{ id: "i", subdistrictCode: "63.11.02", createdById: "manager", submittedById: "handed" },
  parts: { ...emptyParts, team: [{ name: "Siti", position: "Staf", userId: "member" }] },
};
const opened = openedReview(innovation, "r", ["half-year"], criteria, "2026-11-22");
const answers = criteria.criteria.map(({ code }) => ({ code, grade: 2 as const, note: "" }));
const steps: Readonly<Record<(typeof reviewMoves)[number], ReviewStep>> = {
  assess: { move: "assess", answers },
  check: { move: "check", note: "Sesuai catatan" },
  rate: { move: "rate", rating: "at_risk", reason: "SK berakhir" },
  agree: { move: "agree", plan: "Perpanjang SK" },
  close: { move: "close" },
  waive: { move: "waive", reason: "Digabung" },
};
const code = (work: () => unknown) => {
  try {
    work();
    return "done";
  } catch (error) {
    return (error as { details: { obstacle?: string } }).details.obstacle;
  }
};

describe("a review", () => {
  const every = reviewStatuses.flatMap((status) =>
    reviewMoves.map((move) => [status, move] as const),
  );

  it.each(every)("in %s by %s goes only where the document's arrow leads", (status, move) => {
    const review = { ...opened, status };
    if (reviewObstacle(review, innovation, move, "coach") !== null) {
      expect(code(() => decideReviewStep(review, innovation, steps[move], "coach"))).toBe(
        "not-now",
      );
      return;
    }
    const after = decideReviewStep(review, innovation, steps[move], "coach");
    expect(arrows[status]).toContain(after.status);
    expect(after.version).toBe(review.version + 1);
  });

  it("ends from wherever it stands, and has a rating only where somebody rated", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (choices) => {
        let review: SustainabilityReview = opened;
        for (const choice of choices) {
          const open = reviewMoves.filter(
            (move) => reviewObstacle(review, innovation, move, "c") === null,
          );
          const move = open[choice % open.length];
          if (!move) break;
          review = decideReviewStep(review, innovation, steps[move], `c${review.version}`);
        }
        expect(review.rating === null).toBe(review.ratedById === null);
        if (["rated", "plan_agreed", "closed"].includes(review.status))
          expect(review.rating).toBe("at_risk");
        if (["due", "waived"].includes(review.status)) expect(review.rating).toBeNull();
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it("is rated by nobody whose own the innovation is, nor by who assessed it", () => {
    const checked = { ...opened, status: "evidence_checked" as const, assessedById: "camat" };
    for (const who of ["manager", "handed", "member", "camat"])
      expect(code(() => decideReviewStep(checked, innovation, steps.rate, who))).toBe("own");
    expect(code(() => decideReviewStep(checked, innovation, steps.rate, "coach"))).toBe("done");
  });

  it("is assessed by an answer to each criterion of its own version", () => {
    const assess = (given: typeof answers) =>
      code(() => decideReviewStep(opened, innovation, { move: "assess", answers: given }, "camat"));
    expect(assess(answers)).toBe("done");
    expect(assess(answers.slice(1))).toBe("answers-missing");
    expect(assess([...answers, ...answers])).toBe("answers-missing");
    expect(assess([...answers.slice(1), { code: "OTHER", grade: 2, note: "" }])).toBe(
      "answers-missing",
    );
  });

  it("is overdue after fourteen days, once", () => {
    expect(opened.dueOn).toBe("2026-12-06");
    expect(decideOverdue(opened, "2026-12-06")).toBeNull();
    const late = decideOverdue(opened, "2026-12-07");
    expect(late?.status).toBe("overdue");
    expect(late && decideOverdue(late, "2026-12-08")).toBeNull();
  });
});

const alive: DecayFacts = {
  ...{ today: "2026-11-22", hasRotated: false, decreeEnds: ["2026-12-31"], budgetYears: [2026] },
  weeks: [...Array(25).fill(0), 1] as number[],
  complaints: { latest: 4, before: 0 },
};

describe("signs of decay", () => {
  it.each<[string, Partial<DecayFacts>, readonly string[]]>([
    ["none", {}, []],
    ["a camat who left", { hasRotated: true }, ["leader-rotated"]],
    ["an SK that ended yesterday", { decreeEnds: ["2026-11-21"] }, ["decree-expired"]],
    ["an SK that ends today", { decreeEnds: ["2026-11-22"] }, []],
    ["one of two SKs ended", { decreeEnds: ["2024-12-31", null] }, []],
    ["no SK ever", { decreeEnds: [] }, []],
    ["last year's budget", { budgetYears: [2025] }, ["no-budget"]],
    [
      "thirteen weeks of nothing",
      { weeks: [...Array(13).fill(9), ...Array(13).fill(0)] },
      ["no-activity"],
    ],
    [
      "something thirteen weeks ago",
      { weeks: [...Array(13).fill(0), 1, ...Array(12).fill(0)] },
      [],
    ],
    ["nothing that is counted", { weeks: null }, []],
    ["complaints that rise", { complaints: { latest: 9, before: 6 } }, ["complaints-rising"]],
    ["complaints that rise a little", { complaints: { latest: 8, before: 6 } }, []],
    ["too few to say", { complaints: { latest: 4, before: 1 } }, []],
  ])("%s", (_what, change, triggers) => {
    expect(decayTriggers({ ...alive, ...change })).toEqual(triggers);
  });
});

describe("the opening of reviews", () => {
  const last = { status: "closed", opensOn: "2026-11-01", triggers: ["no-budget"] } as const;

  it("comes with half a year, from the last one or from the beginning", () => {
    expect(halfYearAfter("2026-05-22")).toBe("2026-11-22");
    expect(halfYearAfter("2026-08-31")).toBe("2027-02-28");
    expect(triggersToday({ last: null, since: "2026-05-23" }, [], "2026-11-22")).toEqual([]);
    expect(triggersToday({ last: null, since: "2026-05-22" }, [], "2026-11-22")).toEqual([
      "half-year",
    ]);
  });

  it.each(reviewTriggers.slice(1))("comes at once with %s", (trigger) => {
    expect(triggersToday({ last: null, since: "2026-11-01" }, [trigger], "2026-11-22")).toEqual([
      trigger,
    ]);
  });

  it("asks not again what was just reviewed, until half a year is over", () => {
    const since = "2024-01-01";
    expect(triggersToday({ last, since }, ["no-budget"], "2026-11-22")).toEqual([]);
    expect(triggersToday({ last, since }, ["no-budget", "leader-rotated"], "2026-11-22")).toEqual([
      "leader-rotated",
    ]);
    expect(triggersToday({ last, since }, ["no-budget"], "2027-05-01")).toEqual([
      ...["half-year", "no-budget"],
    ]);
  });

  it("waits while one runs", () => {
    for (const status of reviewStatuses.filter(isRunning))
      expect(
        triggersToday(
          { last: { ...last, status }, since: "2024-01-01" },
          ["no-budget"],
          "2027-11-22",
        ),
      ).toEqual([]);
  });
});
