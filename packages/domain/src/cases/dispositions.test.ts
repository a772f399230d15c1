import { describe, expect, it } from "vitest";
import { decideAmend } from "./amending";
import { at, caseIn, category, dpmd, inspectorate, stageClock } from "./case.fixture";
import { decideDispose, decideReturnProposal, decideRouteOrPropose } from "./dispositions";
import { blockReason } from "./lifecycle";
import type { Case, SectorLevel } from "./model";

const now = at("2026-11-25 10:00");
const clock = stageClock(now);
const first = { isFirst: true, limitDays: 1 };
const route = (
  kase: Case,
  office: { rule?: typeof first; byLeader?: boolean } = {},
  to: { target: string; sector: SectorLevel | null } = { target: "DPMD", sector: dpmd },
) =>
  decideRouteOrPropose(kase, { target: to.target, noteId: "note" }, to.sector, clock, {
    rule: office.rule ?? first,
    byLeader: office.byLeader ?? false,
  });

describe("routing outward where the camat's disposisi comes first", () => {
  it("proposes: the leaders hold it, the sector sees nothing, the status stays", () => {
    const { after, events } = route(caseIn("triaged"));
    expect(after).toMatchObject({
      status: "triaged",
      holder: { kind: "leaders", code: null, userId: null },
      holderKind: "leaders",
      proposedTarget: "DPMD",
      leadSectorCode: null,
      leadParty: null,
      responsibleId: "kasi",
    });
    expect(events).toEqual([
      expect.objectContaining({
        type: "case.disposition-asked",
        payload: { target: "DPMD", noteId: "note" },
      }),
    ]);
  });

  it("counts the stage for the leaders, and the total runs on", () => {
    const before = caseIn("triaged");
    const { after } = route(before);
    expect(after.stageStartedAt).toEqual(now);
    expect(after.stageLimitDays).toBe(1);
    expect(after.stageDueAt).toEqual(at("2026-11-26 16:30"));
    expect(after.totalDueAt).toEqual(before.totalDueAt);
  });

  it.each<[string, Case, Parameters<typeof route>[1], Parameters<typeof route>[2]]>([
    ["an emergency", caseIn("triaged", { isEmergency: true }), {}, undefined],
    ["what a leader routes", caseIn("triaged"), { byLeader: true }, undefined],
    ["what stays inside", caseIn("triaged"), {}, { target: "KASI_PMD", sector: null }],
    [
      "a section of the table",
      caseIn("triaged"),
      {},
      { target: "KEC_PELAYANAN", sector: { code: "KEC_PELAYANAN", level: "section" } },
    ],
    [
      "an office without the option",
      caseIn("triaged"),
      { rule: { isFirst: false, limitDays: 1 } },
      undefined,
    ],
  ])("never holds %s", (_what, kase, office, to) => {
    const { after } = route(kase, office, to);
    expect(after.status).toBe("assigned");
    expect(after.proposedTarget).toBeNull();
  });

  it("refuses a target that could not be routed to, before the camat has it", () => {
    expect(() => route(caseIn("triaged"), {}, { target: "NOBODY", sector: null })).toThrow(
      "CASE_TARGET_UNKNOWN",
    );
    const reported = caseIn("triaged", { reportedParty: "63.11:DPMD" });
    expect(() => route(reported)).toThrow("CASE_TARGET_REPORTED");
  });
});

describe("a case that waits for the leaders", () => {
  const waiting = () => route(caseIn("declined")).after;

  it("is not routed past them", () => {
    expect(blockReason(waiting(), "route")).toBe("AWAITS_DISPOSITION");
    expect(() => route(waiting(), { byLeader: true })).toThrow("CASE_ACTION_NOT_NOW");
  });

  it("leaves with their disposisi, for the sector that was proposed", () => {
    const { after, events } = decideDispose(waiting(), { noteId: "words" }, dpmd, clock);
    expect(after).toMatchObject({
      status: "assigned",
      holder: { kind: "sector", code: "DPMD" },
      leadParty: "63.11:DPMD",
      proposedTarget: null,
      stageLimitDays: 5,
    });
    expect(events.map((event) => event.type)).toEqual(["case.routed"]);
  });

  it("goes back to the desk with a reason and a stage of the desk's own", () => {
    const before = waiting();
    const command = { noteId: "why", withdrawn: false };
    const { after, events } = decideReturnProposal(before, command, clock);
    expect(after).toMatchObject({
      status: "declined",
      holder: { kind: "desk" },
      proposedTarget: null,
      stageStartedAt: now,
      stageLimitDays: 3,
      totalDueAt: before.totalDueAt,
    });
    expect(events[0]?.payload).toEqual({ target: "DPMD", noteId: "why", withdrawn: false });
  });

  it("is given to the desk at once when it turns out to be an emergency", () => {
    const urgent = category({ isAlwaysEmergency: true, emergencyHours: 2, priority: "DARURAT" });
    const amendment = { category: { ...urgent, code: "DIS-EVENT" }, noteId: "n" };
    const { after } = decideAmend(waiting(), amendment, inspectorate, clock);
    expect(after).toMatchObject({ isEmergency: true, holder: { kind: "desk" } });
    expect(after.proposedTarget).toBeNull();
  });

  it.each(["triaged", "assigned", "in_progress", "resolved", "closed"] as const)(
    "is asked for only while it waits: %s",
    (status) => {
      expect(blockReason(caseIn(status), "dispose")).toBe("ALREADY_DONE");
      expect(blockReason(caseIn(status), "return-proposal")).toBe("ALREADY_DONE");
    },
  );
});
