import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceByInstitution, isWrittenAs, samePerson } from "./attendance";
import {
  type CommitmentStep,
  commitmentMoves,
  commitmentObstacle,
  decideCaseLink,
  decideChase,
  decideCommitmentStep,
} from "./commitment-lifecycle";
import {
  decideEngagementMove,
  decideHandover,
  engagementMoves,
  engagementObstacle,
} from "./engagement-lifecycle";
import {
  type CoachingEngagement,
  type CoachingSession,
  type Commitment,
  type CommitmentStatus,
  commitmentStatuses,
  type EngagementStatus,
  engagementStatuses,
  noAgreement,
  type SessionStatus,
  sessionStatuses,
} from "./model";
import { decideIdea, decideSessionStep, type SessionStep } from "./session-lifecycle";

/** The machines as the domain document draws them, written down apart from the code. */
const ofEngagement: Readonly<Record<EngagementStatus, readonly EngagementStatus[]>> = {
  planned: ["active", "cancelled"],
  active: ["monitoring", "lapsed", "cancelled"],
  monitoring: ["completed", "lapsed"],
  completed: [],
  lapsed: [],
  cancelled: [],
};
const ofSession: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  scheduled: ["scheduled", "held", "missed"],
  held: ["minutes_draft"],
  minutes_draft: ["minutes_draft", "minutes_agreed"],
  minutes_agreed: [],
  missed: [],
};
const ofCommitment: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  proposed: ["agreed", "dropped"],
  agreed: ["in_progress", "evidence_submitted", "dropped"],
  in_progress: ["evidence_submitted", "dropped"],
  overdue: ["evidence_submitted", "dropped"],
  evidence_submitted: ["verified", "returned", "dropped"],
  returned: ["in_progress", "evidence_submitted", "dropped"],
  verified: [],
  dropped: [],
};

const now = new Date("2024-10-21T03:00:00Z");
const today = "2024-10-21";
const institutions = ["Biro POD", "BRIDA", "JPIP"];
const team = institutions.map((institution, at) => ({
  ...{ id: `m${at}`, institution, aliases: at === 0 ? ["Bima Satria"] : [], userId: `c${at}` },
  name: ["Satria Bima Wirayuda", "Dwi Contoh", "Tri Contoh"][at] ?? "",
}));
const batch = { institutions, team };
const by = (userId: string) => ({ userId, name: userId, at: now });
const both = { coach: by("c0"), office: by("camat") };
const engagement: CoachingEngagement = {
  ...{ id: "e", batchId: "b", subdistrictCode: "35.20.12", status: "planned", version: 0 },
  ...{ coachIds: ["c0"], innovationIds: ["i"], managerIds: ["manager"], endReason: null },
  leaders: [{ userId: "camat", name: "Camat lama", since: "2020-01-01", note: "" }],
  plan: { direction: "Maju", steps: ["Satu"], support: "SK", agreement: both },
};
const session: CoachingSession = {
  ...{ id: "s", engagementId: "e", subdistrictCode: "35.20.12", status: "scheduled", version: 0 },
  ...{ startsAt: now, endsAt: new Date("2024-10-21T05:00:00Z"), place: "Aula" },
  ...{ attendance: null, minutes: null, missedReason: null },
};
const commitment: Commitment = {
  ...{
    id: "k",
    engagementId: "e",
    sessionId: "s",
    innovationId: null,
    subdistrictCode: "35.20.12",
    version: 0,
  },
  ...{ status: "proposed", text: "Perpanjang SK", ownerId: "camat", ownerName: "Camat lama" },
  ...{ proposedById: "c0", agreedById: null, dueOn: "2024-12-31", waitsSince: null },
  ...{ remindedOn: null, alertedOn: null, evidence: null, verifiedById: null },
  ...{ returnedReason: null, droppedReason: null, caseId: null },
};
const code = (work: () => unknown) => {
  try {
    work();
    return "done";
  } catch (error) {
    return (error as { details: { obstacle?: string } }).details.obstacle;
  }
};

describe("an engagement", () => {
  const around = {
    sessions: [{ status: "minutes_agreed" as const }],
    commitments: [{ status: "verified" as const }],
  };

  it.each(
    engagementStatuses.flatMap((status) => engagementMoves.map((move) => [status, move] as const)),
  )("in %s by %s goes only where the document's arrow leads", (status, move) => {
    const one = { ...engagement, status };
    const step = { move, reason: "Camat berganti" };
    if (engagementObstacle(one, around, move) !== null) {
      expect(code(() => decideEngagementMove(one, around, step))).toBe("not-now");
      return;
    }
    expect(ofEngagement[status]).toContain(decideEngagementMove(one, around, step).status);
  });

  it.each<[string, object, string | null]>([
    ["agreed minutes and an agreed plan", {}, null],
    ["minutes that wait", { sessions: [{ status: "minutes_draft" }] }, "no-session"],
    ["no plan", { plan: null }, "no-plan"],
    ["a plan of one side", { plan: { agreement: { ...both, office: null } } }, "no-plan"],
  ])("is monitored with %s", (_what, change, obstacle) => {
    const one = { ...engagement, status: "active" as const, ...change };
    expect(engagementObstacle(one, { ...around, ...change }, "monitor")).toBe(obstacle);
  });

  it("is completed when no commitment is open", () => {
    const one = { ...engagement, status: "monitoring" as const };
    const open = { ...around, commitments: [{ status: "overdue" as const }] };
    expect(engagementObstacle(one, open, "complete")).toBe("commitments-open");
    expect(engagementObstacle(one, around, "complete")).toBeNull();
  });

  it("goes over to the next camat by name, with the open commitments and the whole history", () => {
    const next = { userId: "baru", name: "Camat baru", since: "2025-01-02", note: "Mutasi" };
    const theirs = { ...commitment, status: "agreed" as const };
    const others = { ...theirs, id: "o", ownerId: "manager" };
    const done = { ...theirs, id: "d", status: "verified" as const };
    const { after, passed } = decideHandover(engagement, [theirs, others, done], next);
    expect(after.leaders.map(({ name }) => name)).toEqual(["Camat lama", "Camat baru"]);
    expect(passed).toMatchObject([{ id: "k", ownerId: "baru", ownerName: "Camat baru" }]);
    expect(code(() => decideHandover(after, [], next))).toBe("not-now");
    expect(code(() => decideHandover({ ...engagement, status: "completed" }, [], next))).toBe(
      "ended",
    );
  });
});

const came = {
  ...{ present: ["m0", "m1"], office: { head: 1, manager: 2, stakeholder: 5 } },
  absences: [{ institution: "JPIP", reason: "Tugas lain" }],
};
const minutes = {
  ...{ challenges: ["SDM"], pride: ["Dikunjungi"], summary: "Sepakat melanjutkan" },
  ideas: [{ id: "g", text: "Aplikasi", innovationId: null }],
};
const sessionSteps: readonly SessionStep[] = [
  { move: "reschedule", startsAt: now, endsAt: session.endsAt, place: "Balai" },
  { move: "hold", attendance: came },
  { move: "write", minutes },
  { move: "agree", side: "coach", by: by("c0") },
  { move: "agree", side: "office", by: by("camat") },
  { move: "miss", reason: "Banjir" },
];

describe("a session", () => {
  const drafted = { ...minutes, agreement: { ...noAgreement, coach: by("c1") } };

  it.each(sessionStatuses.flatMap((status) => sessionSteps.map((step) => [status, step] as const)))(
    "in %s goes only where the document's arrow leads (%o)",
    (status, step) => {
      const one = { ...session, status, minutes: drafted };
      let after: SessionStatus | undefined;
      const result = code(() => {
        after = decideSessionStep(one, step, batch, now).status;
      });
      if (after === undefined) expect(result).toBe("not-now");
      else expect(ofSession[status]).toContain(after);
    },
  );

  it("is held with every institution there, or its absence explained", () => {
    const hold = (attendance: typeof came) =>
      code(() => decideSessionStep(session, { move: "hold", attendance }, batch, now));
    expect(hold(came)).toBe("done");
    expect(hold({ ...came, absences: [] })).toBe("attendance-missing");
    expect(hold({ ...came, present: [] })).toBe("attendance-missing");
    expect(attendanceByInstitution(batch, came)).toMatchObject([
      { institution: "Biro POD", present: [{ name: "Satria Bima Wirayuda" }], reason: null },
      { institution: "BRIDA", present: [{ id: "m1" }], reason: null },
      { institution: "JPIP", present: [], reason: "Tugas lain" },
    ]);
  });

  it("is not held before it begins", () => {
    const early = new Date(now.getTime() - 1);
    expect(
      code(() => decideSessionStep(session, { move: "hold", attendance: came }, batch, early)),
    ).toBe("too-early");
  });

  it("has minutes that two different people stand behind, one of each side", () => {
    const draft = { ...session, status: "minutes_draft" as const, minutes: { ...drafted } };
    const agree = (userId: string) =>
      code(() =>
        decideSessionStep(draft, { move: "agree", side: "office", by: by(userId) }, batch, now),
      );
    expect(agree("c1")).toBe("same-person");
    expect(agree("camat")).toBe("done");
    const again = decideSessionStep(draft, { move: "write", minutes }, batch, now);
    expect(again.minutes?.agreement).toEqual(noAgreement);
  });

  it("gives an idea to the pipeline once, when its minutes are agreed", () => {
    const agreed = { ...session, status: "minutes_agreed" as const, minutes: drafted };
    const after = decideIdea(agreed, "g", "new");
    expect(after.minutes?.ideas).toMatchObject([{ innovationId: "new" }]);
    expect(code(() => decideIdea(after, "g", "other"))).toBe("not-now");
    expect(code(() => decideIdea({ ...agreed, status: "minutes_draft" }, "g", "new"))).toBe(
      "not-now",
    );
  });
});

describe("one coach under two orders of a name", () => {
  const [coach] = team;
  it("is one person", () => {
    if (!coach) throw new Error("no coach");
    expect(isWrittenAs(coach, "SATRIA BIMA")).toBe(true);
    expect(isWrittenAs(coach, "Wirayuda, Satria Bima")).toBe(true);
    expect(isWrittenAs(coach, "Satria Wirayuda")).toBe(false);
    expect(samePerson([coach, { name: "Satria Bima", aliases: [] }])).toEqual([
      ...["Satria Bima Wirayuda", "Satria Bima"],
    ]);
    expect(samePerson(team)).toBeNull();
  });
});

const commitmentSteps: Readonly<Record<(typeof commitmentMoves)[number], CommitmentStep>> = {
  agree: { move: "agree" },
  start: { move: "start" },
  submit: { move: "submit", note: "SK terbit", link: null },
  verify: { move: "verify" },
  return: { move: "return", reason: "Belum ada nomor" },
  drop: { move: "drop", reason: "Digabung" },
};
const at = { today, now };

describe("a commitment", () => {
  it.each(
    commitmentStatuses.flatMap((status) => commitmentMoves.map((move) => [status, move] as const)),
  )("in %s by %s goes only where the document's arrow leads", (status, move) => {
    const one = { ...commitment, status };
    const step = () => decideCommitmentStep(one, commitmentSteps[move], "another", at);
    if (commitmentObstacle(one, move, "another") !== null) expect(code(step)).toBe("not-now");
    else expect(ofCommitment[status]).toContain(step().status);
  });

  it("is agreed, verified and dropped by nobody whose own it is", () => {
    const evidence = { note: "SK", link: null, byId: "staff", at: now };
    const shown = { ...commitment, status: "evidence_submitted" as const, evidence };
    expect(commitmentObstacle(commitment, "agree", "c0")).toBe("own");
    for (const who of ["staff", "camat"]) {
      expect(commitmentObstacle(shown, "verify", who)).toBe("own");
      expect(commitmentObstacle(shown, "return", who)).toBe("own");
    }
    expect(commitmentObstacle(shown, "verify", "c0")).toBeNull();
    expect(commitmentObstacle(shown, "drop", "camat")).toBe("own");
  });

  it("reminds at D+30 and alerts at D+37, each once, and anew when it was returned", () => {
    const agreed = decideCommitmentStep(commitment, { move: "agree" }, "camat", at);
    const chase = (one: Commitment, day: string) => decideChase(one, day)?.done ?? [];
    expect(chase(agreed, "2024-11-19")).toEqual([]);
    expect(chase(agreed, "2024-11-20")).toEqual(["reminded"]);
    const reminded = decideChase(agreed, "2024-11-20")?.after ?? agreed;
    expect(chase(reminded, "2024-11-26")).toEqual([]);
    expect(chase(reminded, "2024-11-27")).toEqual(["alerted"]);
    const alerted = decideChase(reminded, "2024-11-27")?.after ?? agreed;
    expect(chase(alerted, "2024-12-31")).toEqual([]);
    expect(chase(alerted, "2025-01-01")).toEqual(["overdue"]);
    expect(chase(agreed, "2025-03-01")).toEqual(["overdue", "reminded", "alerted"]);
    const shown = decideCommitmentStep(alerted, commitmentSteps.submit, "camat", at);
    expect(chase(shown, "2025-03-01")).toEqual([]);
    const later = { today: "2025-01-10", now };
    const returned = decideCommitmentStep(shown, commitmentSteps.return, "c0", later);
    expect(chase(returned, "2025-02-08")).toEqual([]);
    expect(chase(returned, "2025-02-09")).toEqual(["reminded"]);
  });

  it("is chased at most once for each thing, on whatever days the worker looks", () => {
    const agreed = decideCommitmentStep(commitment, { move: "agree" }, "camat", at);
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 20 }), (gaps) => {
        let one = agreed;
        const done: string[] = [];
        for (const days of [...gaps].sort((a, b) => a - b)) {
          const day = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
          const chased = decideChase(one, day);
          if (!chased) continue;
          one = chased.after;
          done.push(...chased.done);
        }
        expect(new Set(done).size).toBe(done.length);
        expect(done.includes("reminded")).toBe(gaps.some((days) => days >= 30));
        expect(done.includes("alerted")).toBe(gaps.some((days) => days >= 37));
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  it("opens one case, while it is open", () => {
    const linked = decideCaseLink(commitment, "case");
    expect(linked.caseId).toBe("case");
    expect(code(() => decideCaseLink(linked, "other"))).toBe("not-now");
    expect(code(() => decideCaseLink({ ...commitment, status: "verified" }, "case"))).toBe(
      "not-now",
    );
  });
});
