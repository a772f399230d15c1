import { describe, expect, it } from "vitest";
import type { Actor } from "../access/actor";
import type { Role } from "../access/roles";
import {
  decideReportSettled,
  decideReportUnsettled,
  mayJudge,
  sharesAnswer,
} from "./carried-reports";
import { at, caseIn, stageClock } from "./case.fixture";
import { caseStatuses } from "./model";

const now = at("2026-12-01 10:00");
const clock = stageClock(now);
const here = "63.11.07.2009";
const there = "63.11.07.2015";
const carrier = caseIn("resolved", { id: "carrier", villageCode: here });
const report = caseIn("duplicate", {
  id: "report",
  villageCode: there,
  merged: { intoId: "carrier", at: now, byId: "desk", from: "received", path: [] },
});
const person = (role: Role, areaCode: string): Actor => {
  const seat = { areaCode, sectorCode: null, organizationId: null, clearance: false };
  return { userId: role, name: role, assignments: [{ id: "a", role, ...seat }] };
};

describe("who judges the answer for a merged report", () => {
  it.each([
    ["village-officer", there, true],
    ["village-head", there, true],
    ["village-officer", here, false],
    ["village-officer", "63.11.07.2001", false],
    ["triage-officer", "63.11.07", false],
    ["subdistrict-head", "63.11.07", false],
  ] as const)("%s of %s: %s", (role, areaCode, expected) => {
    expect(mayJudge(person(role, areaCode), report, carrier)).toBe(expected);
  });

  it("is somebody of both villages on the case itself, and who reported it for the report alone", () => {
    const both = person("village-officer", there);
    const second = person("village-officer", here).assignments;
    const ofBoth = { ...both, assignments: [...both.assignments, ...second] };
    expect(mayJudge(ofBoth, report, carrier)).toBe(false);
    const citizen = person("reporter", there);
    expect(mayJudge(citizen, { ...report, reporterUserId: "reporter" }, carrier)).toBe(true);
    expect(mayJudge(citizen, report, carrier)).toBe(false);
  });

  it("needs an answer that the two share, and the merge itself", () => {
    const village = person("village-officer", there);
    for (const status of caseStatuses)
      expect([status, mayJudge(village, report, { ...carrier, status })]).toEqual([
        status,
        status === "resolved",
      ]);
    for (const change of [{ isSecret: true }, { isSupervisory: true }, { reportedParty: here }]) {
      expect(sharesAnswer(report, { ...carrier, ...change })).toBe(false);
      expect(mayJudge(village, report, { ...carrier, ...change })).toBe(false);
    }
    expect(mayJudge(village, { ...report, merged: null }, carrier)).toBe(false);
    expect(mayJudge(village, report, { ...carrier, id: "another" })).toBe(false);
  });
});

describe("the word of a merged report", () => {
  it("settled moves nothing and is told on both", () => {
    const { events } = decideReportSettled(report, carrier);
    expect(events.map((e) => [e.subject, e.payload])).toEqual([
      ["case/report", { reportId: "report", settled: true }],
      ["case/carrier", { reportId: "report", settled: true }],
    ]);
    expect(() => decideReportSettled(report, caseIn("closed"))).toThrow();
  });

  it("unsettled reopens the carrying case on the same total clock", () => {
    const { after, events } = decideReportUnsettled(report, carrier, { noteId: "n" }, clock);
    expect(after).toMatchObject({ id: "carrier", status: "reopened", answer: null });
    expect(after.totalDueAt).toEqual(carrier.totalDueAt);
    expect(events.map((e) => [e.type, e.subject])).toEqual([
      ["case.reopened", "case/carrier"],
      ["case.report-judged", "case/report"],
    ]);
  });
});
