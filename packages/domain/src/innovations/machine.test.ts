import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideAnswer,
  decideLink,
  decideMeetingLink,
  decideParts,
  decideProfile,
  decideReportMove,
  decideReturn,
  decideStage,
  type InnovationDecision,
} from "./decisions";
import { type AssessmentYear, eligibilityGaps, wordsOf } from "./eligibility";
import { readReport } from "./index-report";
import { reportMoves, reportObstacle, reportRules, stageObstacle } from "./lifecycle";
import {
  emptyParts,
  emptyProfile,
  type Innovation,
  type InnovationProfile,
  type PipelineStage,
  pipelineStages,
  type ReportStatus,
  reportStatuses,
} from "./model";
import { withReport } from "./report-reading";

/** The machine as the domain document draws it, written down apart from the code. */
const arrows: Readonly<Record<ReportStatus, readonly ReportStatus[]>> = {
  draft: ["submitted"],
  submitted: ["under_verification"],
  under_verification: ["returned", "validated"],
  returned: ["submitted"],
  validated: ["endorsed"],
  endorsed: ["reviewed"],
  reviewed: ["sent"],
  sent: [],
};

const whole: InnovationProfile = {
  ...emptyProfile,
  ...{ agency: "Kecamatan Halong", name: "PAK SOTARSA", iidStage: "adoption" },
  ...{ initiatorType: "agency", form: "public-service", kind: "non-digital" },
  ...{ startedOn: "2024-01-15", design: "a", purpose: "b", benefit: "c", outcome: "d" },
};
const innovation = (change: Partial<Innovation> = {}): Innovation => ({
  ...{ id: "i", subdistrictCode: "63.11.02", villageCode: null, status: "draft" },
  ...{ stage: "initiation", version: 0, profile: whole, parts: emptyParts, revisions: [] },
  ...{
    caseIds: [],
    meetingIds: [],
    createdById: "manager",
    submittedById: null,
    validatedById: null,
  },
  endorsedById: null,
  ...change,
});
const code = (work: () => unknown) => {
  try {
    work();
    return "done";
  } catch (error) {
    const { code: found, details } = error as { code: string; details: { obstacle?: string } };
    return details.obstacle ?? found;
  }
};
const now = new Date("2026-11-22T03:00:00Z");
const ask = [{ id: "r", field: "design" as const, note: "Kurang dari 300 kata" }];

/** As it is shipped. */
const iga2026: AssessmentYear = {
  ...{ id: "IGA-2026", implementedFrom: "2024-01-01", implementedTo: "2025-12-31" },
  designWords: 300,
};

describe("the report", () => {
  const every = reportStatuses.flatMap((status) =>
    reportMoves.map((move) => [status, move] as const),
  );

  it.each(every)("from %s by %s goes only where the document's arrow leads", (status, move) => {
    const { from, to } = reportRules[move];
    const isOpen = reportObstacle(innovation({ status }), move, "other") === null;
    expect(isOpen).toBe(arrows[status].includes(to) && from.includes(status));
    const leads = from.includes(status);
    expect(leads).toBe(arrows[status].includes(to));
  });

  it("walks any permitted way, one event and one version a step", () => {
    const steps = fc.array(fc.nat({ max: 50 }), { minLength: 5, maxLength: 25 });
    let walked = 0;
    fc.assert(
      fc.property(steps, (choices) => {
        let now_ = innovation();
        for (const choice of choices) {
          const open = reportMoves.filter((move) => reportObstacle(now_, move, "other") === null);
          const unanswered = now_.revisions.find((one) => one.answer === null);
          const move = open[choice % open.length];
          let step: InnovationDecision | null = null;
          if (unanswered) step = decideAnswer(now_, unanswered.id, "Sudah dilengkapi");
          else if (move === "return") step = decideReturn(now_, ask, "other", now);
          else if (move) step = decideReportMove(now_, move, "other");
          if (!step) break;
          const { after, events } = step;
          if (after.status !== now_.status) expect(arrows[now_.status]).toContain(after.status);
          expect(after.version).toBe(now_.version + 1);
          expect(events.length).toBeGreaterThan(0);
          // Whoever handed it in judges no more: the next one does.
          now_ = { ...after, submittedById: null };
          walked += 1;
        }
      }),
      { numRuns: 500, seed: 20261122 },
    );
    expect(walked).toBeGreaterThan(2_000);
  });

  it("is judged by nobody whose own it is: entered, handed in, or worked on", () => {
    const member = { name: "Siti", position: "Staf", userId: "member" };
    const own = { submittedById: "handed", parts: { ...emptyParts, team: [member] } };
    const at = {
      begin: "submitted",
      validate: "under_verification",
      endorse: "validated",
    } as const;
    for (const [move, status] of Object.entries(at))
      for (const who of ["manager", "handed", "member"])
        expect(
          code(() => decideReportMove(innovation({ status, ...own }), move as "begin", who)),
        ).toBe("own");
    const waiting = innovation({ status: "under_verification" });
    expect(code(() => decideReturn(waiting, ask, "manager", now))).toBe("own");
    expect(code(() => decideReportMove(waiting, "validate", "other"))).toBe("done");
  });

  it("comes back with requests, each of which is answered before it goes again", () => {
    const { after, events } = decideReturn(
      innovation({ status: "under_verification" }),
      ask,
      "v",
      now,
    );
    expect(events.map(({ type }) => type)).toEqual([
      ...["innovation.moved", "innovation.revision-asked"],
    ]);
    expect(code(() => decideReportMove(after, "submit", "manager"))).toBe("revisions-open");
    expect(code(() => decideAnswer(after, "x", "y"))).toBe("INNOVATION_REVISION_NOT_FOUND");
    const answered = decideAnswer(after, "r", "Ditambah").after;
    expect(code(() => decideReportMove(answered, "submit", "manager"))).toBe("done");
  });

  it("is not valid while a row is open", () => {
    const open = { ...whole, kind: "undecided" as const };
    const waiting = innovation({ status: "under_verification", profile: open });
    expect(code(() => decideReportMove(waiting, "validate", "other"))).toBe("incomplete");
  });

  it("keeps its texts once it is handed in; the idea and the facts go on", () => {
    const handed = innovation({ status: "submitted" });
    expect(code(() => decideProfile(handed, { ...whole, design: "z" }))).toBe("not-now");
    expect(decideProfile(handed, { ...whole, idea: "Antar" }).after.profile.idea).toBe("Antar");
    const { events } = decideParts(handed, { meetings: [{ minutes: "5", heldOn: "2022-01-12" }] });
    expect(events[0]?.payload).toEqual({ fields: ["meetings"] });
  });
});

describe("the pipeline", () => {
  const walkTo = (stage: PipelineStage, change: Partial<Innovation>) =>
    stageObstacle(
      innovation({ stage: pipelineStages[pipelineStages.indexOf(stage) - 1] ?? stage, ...change }),
      stage,
    );
  const said = (change: Partial<InnovationProfile>) => ({ profile: { ...whole, ...change } });
  const problems = { intro: "", items: ["Jarak"] };

  it.each<[PipelineStage, Partial<Innovation>, string | null]>([
    ["problem", {}, null],
    ["idea", {}, "no-problem"],
    ["idea", said({ problems }), null],
    ["idea", { caseIds: ["c"] }, null],
    ["idea", { meetingIds: ["m"] }, null],
    ["implementation", said({ problems, idea: "Antar" }), "no-link"],
    ["implementation", { caseIds: ["c"] }, "no-idea"],
    ["implementation", { caseIds: ["c"], ...said({ idea: "Antar" }) }, null],
    ["evaluation", said({ startedOn: null }), "no-start"],
    ["evaluation", {}, null],
  ])("into %s", (stage, change, obstacle) => {
    expect(walkTo(stage, change)).toBe(obstacle);
  });

  it("skips no stage, and goes back one at a time", () => {
    expect(code(() => decideStage(innovation(), "idea"))).toBe("not-now");
    expect(code(() => decideStage(innovation({ stage: "evaluation" }), "problem"))).toBe("not-now");
    const { after } = decideStage(innovation({ stage: "evaluation" }), "implementation");
    expect(after.stage).toBe("implementation");
  });

  it("opens with a case, and knows it once", () => {
    const linked = decideLink(decideLink(innovation(), "c", true).after, "c", true).after;
    expect(linked.caseIds).toEqual(["c"]);
    expect(decideLink(linked, "c", false).after.caseIds).toEqual([]);
    const { after: met } = decideMeetingLink(linked, "m", true);
    expect(decideMeetingLink(met, "m", true).after.meetingIds).toEqual(["m"]);
    expect(decideMeetingLink(met, "m", false).after.meetingIds).toEqual([]);
  });
});

describe("this year's assessment", () => {
  it("does not take the report of seed 001: begun in 2022, not developed since, 213 words of 300", () => {
    const seed = readFileSync(new URL("laporan-indeks.fixture.txt", import.meta.url), "utf8");
    const profile = withReport(emptyProfile, readReport(seed).rows);
    expect(wordsOf(profile.design)).toBe(213);
    expect(eligibilityGaps(profile, iga2026)).toEqual(["started-before", "design-short"]);
  });

  it("takes what began or was developed in its window, with a design long enough", () => {
    const design = Array.from({ length: 300 }, () => "kata").join(" ");
    const gaps = (change: Partial<InnovationProfile>) =>
      eligibilityGaps({ ...whole, design, ...change }, iga2026);
    expect(gaps({})).toEqual([]);
    expect(gaps({ startedOn: "2022-06-01", developedOn: "2025-02-01" })).toEqual([]);
    expect(gaps({ startedOn: "2026-02-01" })).toEqual(["started-after"]);
    expect(gaps({ startedOn: null })).toEqual(["start-unknown"]);
  });
});
