import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Assignment } from "../access/actor";
import { type ReferralStatus, referralStatuses } from "../access/referral-status";
import type { Role } from "../access/roles";
import { at, caseIn, category, dpmd, puskesmas, stageClock } from "./case.fixture";
import { blockReason, nextSteps } from "./lifecycle";
import { type Case, caseStatuses } from "./model";
import type { Referral } from "./referral-model";
import {
  blockingReferrals,
  decideExpiry,
  decideFail,
  decideFinish,
  decideMilestone,
  decideRefer,
  decideReferralAccept,
  decideReferralDecline,
  decideReplace,
  decideRevoke,
  decideWaive,
  isBlocking,
  isReferralActionOpen,
  mayRefer,
  type ReferralAction,
  referralActions,
  referralGrant,
  referralPartyOf,
  referralSteps,
  waitsFor,
} from "./referrals";

const now = at("2026-11-24 10:00");
const referral = (change: Partial<Referral> = {}): Referral => ({
  id: "r1",
  kind: "referral",
  caseId: "c",
  version: 0,
  party: "63.11:DINKES",
  targetCode: "DINKES",
  asked: "Ukur ulang",
  isMandatory: true,
  status: "sent",
  decision: null,
  assigneeId: null,
  sentById: "desk",
  sentAt: at("2026-11-23 10:00"),
  limitDays: 2,
  dueAt: at("2026-11-25 16:30"),
  answeredAt: null,
  endedAt: null,
  ...change,
});
const working = (...referrals: Referral[]): Case => caseIn("in_progress", { referrals });

const person = (role: Role, areaCode: string, change: Partial<Assignment> = {}): Actor => ({
  userId: role,
  name: role,
  assignments: [
    {
      ...{ id: "a", role, areaCode, sectorCode: null, organizationId: null, clearance: false },
      ...change,
    },
  ],
});
const desk = person("triage-officer", "63.11.07");
const dinkes = person("sector-partner", "63.11", { sectorCode: "DINKES" });
const lead = person("sector-partner", "63.11", { sectorCode: "DPMD" });
const camat = person("subdistrict-head", "63.11.07");

// Columns: accept milestone finish decline fail note waive revoke
const table: Record<ReferralStatus, string> = {
  sent: "+..+...+",
  accepted: ".++.++.+",
  declined: "......+.",
  expired: "......+.",
  in_progress: ".++.++.+",
  done: ".....+..",
  failed: ".....++.",
  revoked: "........",
};

describe("the states of a referral", () => {
  it.each(referralStatuses)("%s", (status) => {
    const r = referral({ status });
    const shown = referralActions.map((a) => (isReferralActionOpen(working(r), r, a) ? "+" : "."));
    expect(shown.join("")).toBe(table[status]);
  });

  it("moves nothing but notes once its case is settled", () => {
    for (const status of caseStatuses.filter((s) =>
      ["resolved", "closed", "cancelled"].includes(s),
    ))
      for (const state of referralStatuses) {
        const r = referral({ status: state });
        const kase = caseIn(status, { referrals: [r] });
        const open = referralActions.filter((a) => isReferralActionOpen(kase, r, a));
        expect(open.filter((a) => a !== "note" && a !== "waive")).toEqual([]);
      }
  });

  it.each(referralStatuses)(
    "waits for its party to answer or to do it, and for nobody else: %s",
    (status) => {
      const waits = (actor: Actor, change: Partial<Referral> = {}, kase = working()) =>
        waitsFor(actor, kase, referral({ status, ...change }));
      const isAsked = status === "sent";
      const isTakenOn = status === "accepted" || status === "in_progress";
      expect(waits(dinkes)).toBe(isAsked || isTakenOn);
      expect(waits(dinkes, { assigneeId: dinkes.userId })).toBe(isAsked || isTakenOn);
      expect(waits(dinkes, { assigneeId: "a colleague" })).toBe(isAsked);
      expect([waits(desk), waits(lead)]).toEqual([false, false]);
      expect(waits(dinkes, {}, caseIn("resolved"))).toBe(false);
      const offered = { kind: "transfer", party: "63.11.07:KECAMATAN" } as const;
      expect([waits(desk, offered), waits(camat, offered)]).toEqual([isAsked, isAsked]);
    },
  );

  it("says who took it on; told on behalf, nobody is its assigned person", () => {
    const own = decideReferralAccept(working(), referral(), { userId: "me", onBehalf: false }, now);
    expect(own.after).toMatchObject({ status: "accepted", assigneeId: "me", answeredAt: now });
    const told = decideReferralAccept(working(), referral(), { userId: "me", onBehalf: true }, now);
    expect(told.after.assigneeId).toBeNull();
    expect(told.events[0]?.payload).toMatchObject({ onBehalf: true });
  });

  it("begins with its first milestone", () => {
    const { after } = decideMilestone(working(), referral({ status: "accepted" }), "n");
    expect(after.status).toBe("in_progress");
  });

  it("expires only unanswered, and only when due", () => {
    const due = at("2026-11-25 16:30");
    expect(decideExpiry(working(), referral(), at("2026-11-25 16:29"))).toBeNull();
    expect(decideExpiry(working(), referral(), due)?.after.status).toBe("expired");
    expect(decideExpiry(working(), referral({ status: "accepted" }), due)).toBeNull();
    expect(decideExpiry(working(), referral({ kind: "transfer" }), due)).toBeNull();
  });
});

describe("what blocks resolving", () => {
  // Mandatory and undecided: + blocks.
  const blocking: Record<ReferralStatus, boolean> = {
    sent: true,
    accepted: true,
    declined: true,
    expired: true,
    in_progress: true,
    done: false,
    failed: true,
    revoked: false,
  };
  it.each(referralStatuses)("a mandatory one that is %s", (status) => {
    const kase = working(referral({ status }));
    expect(blockReason(kase, "resolve")).toBe(blocking[status] ? "REFERRALS_OPEN" : null);
  });

  it("nothing that is not mandatory", () => {
    for (const status of referralStatuses)
      expect(isBlocking(referral({ status, isMandatory: false }))).toBe(false);
  });

  it("no offered transfer", () => {
    expect(isBlocking(referral({ kind: "transfer" }))).toBe(false);
  });

  it("a declined one until the holder decides: waives it or asks somebody else", () => {
    const words = { onBehalf: false, noteId: "n" };
    const declined = decideReferralDecline(working(), referral(), words, now).after;
    expect(blockingReferrals(working(declined))).toHaveLength(1);
    const waived = decideWaive(working(declined), declined, "n").after;
    expect(blockingReferrals(working(waived))).toEqual([]);
    const replaced = decideReplace(working(declined), declined);
    expect(blockingReferrals(working(replaced, referral({ id: "r2", party: "x" })))).toHaveLength(
      1,
    );
  });

  it("an open mandatory sub-task", () => {
    const kase = { ...working(), openMandatoryTasks: 1 };
    expect(blockReason(kase, "resolve")).toBe("TASKS_OPEN");
    const step = nextSteps(kase, lead, now).find((s) => s.action === "resolve");
    expect(step).toMatchObject({ allowed: false, reason: "TASKS_OPEN" });
  });

  it("leaves holding, declining and closing as they were", () => {
    expect(blockReason(working(referral()), "hold")).toBeNull();
  });
});

describe("who may do what", () => {
  const r = referral();
  const rows: [string, Actor, Partial<Record<ReferralAction, "own" | "on-behalf" | null>>][] = [
    ["the party", dinkes, { accept: "own", note: "own", revoke: null, waive: null }],
    ["the desk", desk, { accept: "on-behalf", note: null, revoke: "own", waive: "own" }],
    ["the camat", camat, { finish: "on-behalf", waive: "own" }],
    ["the lead that holds the case", lead, { accept: null, note: null, revoke: null }],
  ];
  it.each(rows)("%s", (_, actor, wanted) => {
    for (const [action, grant] of Object.entries(wanted))
      expect(referralGrant(actor, working(r), r, action as ReferralAction), action).toBe(grant);
  });

  it("the party no longer, once it is revoked", () => {
    const gone = referral({ status: "revoked" });
    expect(referralSteps(dinkes, working(gone), gone)).toEqual([]);
    expect(referralGrant(dinkes, working(gone), gone, "note")).toBeNull();
  });

  it("the party of another referral of the same case may nothing to this one", () => {
    const other = referral({ id: "r2", party: "63.11:DPPKB", targetCode: "DPPKB" });
    expect(referralSteps(dinkes, working(r, other), other)).toEqual([]);
  });
});

describe("sending", () => {
  const wanted = (party: string, limitDays = 2) => ({
    ...{ id: party, party, targetCode: party.split(":")[1] ?? "", asked: "Bantu" },
    ...{ isMandatory: true, limitDays },
  });
  const clock = stageClock(now, category());

  it("sends several at once, each with two dates of its own", () => {
    const sent = decideRefer(
      working(),
      [wanted("63.11:DINKES", 2), wanted("63.11:DISDIKBUD", 5)],
      "desk",
      clock,
    );
    expect(sent.referrals.map((r) => r.dueAt)).toEqual([
      at("2026-11-26 16:30"),
      at("2026-12-01 16:30"),
    ]);
    expect(sent.referrals.every((r) => r.sentAt === now && r.status === "sent")).toBe(true);
    expect(sent.events.map((e) => e.type)).toEqual(["case.referred", "case.referred"]);
  });

  it("asks no party twice at a time, and not the lead that holds the case", () => {
    const twice = () => decideRefer(working(referral()), [wanted("63.11:DINKES")], "d", clock);
    expect(twice).toThrow("REFERRAL_TARGET_TWICE");
    const ended = working(referral({ status: "declined" }));
    expect(decideRefer(ended, [wanted("63.11:DINKES")], "d", clock).referrals).toHaveLength(1);
    expect(() => decideRefer(working(), [wanted("63.11:DPMD")], "d", clock)).toThrow();
  });

  it("never refers a supervisory case", () => {
    const kase = { ...working(), isSupervisory: true };
    expect(() => decideRefer(kase, [wanted("63.11:DINKES")], "d", clock)).toThrow(
      "REFERRAL_SUPERVISORY",
    );
  });

  it("starts once the case is verified and ends when it is settled", () => {
    const open = caseStatuses.filter((status) => mayRefer(caseIn(status)));
    expect(open).toEqual([
      ...["triaged", "assigned", "declined", "in_progress", "on_hold", "reopened"],
    ]);
  });

  it("keys a party where its office works", () => {
    const kase = caseIn("in_progress");
    expect(referralPartyOf(kase, dpmd)).toBe("63.11:DPMD");
    expect(referralPartyOf(kase, puskesmas)).toBe("63.11.07:PUSKESMAS");
    expect(referralPartyOf(kase, { code: "SEKOLAH", level: "village" })).toBe("63.11.07:SEKOLAH");
    expect(referralPartyOf(kase, { code: "PEMDES", level: "village" })).toBe(
      "63.11.07.2001:PEMDES",
    );
    expect(referralPartyOf(kase, { userId: "u" })).toBe("user:u");
  });
});

/** One step of a random life: whatever the state allows. */
const apply = (kase: Case, r: Referral, action: ReferralAction): Referral => {
  const words = { onBehalf: false, noteId: "n" };
  switch (action) {
    case "accept":
      return decideReferralAccept(kase, r, { userId: "me", onBehalf: false }, now).after;
    case "decline":
      return decideReferralDecline(kase, r, words, now).after;
    case "milestone":
      return decideMilestone(kase, r, "n").after;
    case "finish":
      return decideFinish(kase, r, words, now).after;
    case "fail":
      return decideFail(kase, r, words, now).after;
    case "revoke":
      return decideRevoke(kase, r, "n", now).after;
    case "waive":
      return decideWaive(kase, r, "n").after;
    default:
      return r;
  }
};

const followers: Record<ReferralStatus, readonly ReferralStatus[]> = {
  sent: ["accepted", "declined", "expired", "revoked"],
  accepted: ["in_progress", "done", "failed", "revoked"],
  in_progress: ["in_progress", "done", "failed", "revoked"],
  declined: ["declined"],
  expired: ["expired"],
  failed: ["failed"],
  done: ["done"],
  revoked: [],
};

describe("any sequence of acts", () => {
  it("stays inside the machine, and a mandatory one blocks until done, revoked or decided", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...referralActions), { maxLength: 12 }), (acts) => {
        let r = referral();
        for (const action of acts) {
          const kase = working(r);
          if (!isReferralActionOpen(kase, r, action)) {
            const changes = action !== "note";
            if (changes) expect(() => apply(kase, r, action)).toThrow("REFERRAL_NOT_NOW");
            continue;
          }
          const after = apply(kase, r, action);
          expect(after.status === r.status || followers[r.status].includes(after.status)).toBe(
            true,
          );
          r = after;
          const free = r.status === "done" || r.status === "revoked" || r.decision !== null;
          expect(blockReason(working(r), "resolve")).toBe(free ? null : "REFERRALS_OPEN");
        }
      }),
    );
  });
});
