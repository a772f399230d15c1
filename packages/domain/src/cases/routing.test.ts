import { describe, expect, it } from "vitest";
import { at, caseIn, category, dpmd, inspectorate, puskesmas, stageClock } from "./case.fixture";
import type { SectorLevel } from "./model";
import { decideRoute, defaultTarget, partyOf, sections } from "./routing";

const now = at("2026-11-25 10:00");
const route = (target: string, sector: SectorLevel | null, kase = caseIn("triaged")) =>
  decideRoute(kase, { target, noteId: "note" }, sector, stageClock(now));

describe("routing to a sector", () => {
  it("moves the holder and never the responsible", () => {
    const { after, events } = route("DPMD", dpmd);
    expect(after).toMatchObject({
      status: "assigned",
      responsibleId: "kasi",
      sectionCode: "KASI_PMD",
      holder: { kind: "sector", code: "DPMD", userId: null },
      holderKind: "sector",
      leadSectorCode: "DPMD",
      leadParty: "63.11:DPMD",
    });
    expect(events).toEqual([
      expect.objectContaining({
        type: "case.routed",
        payload: { target: "DPMD", holder: "sector", party: "63.11:DPMD", noteId: "note" },
      }),
    ]);
  });

  it("gives the receiving sector a fresh deadline, and the total clock runs on", () => {
    const before = caseIn("triaged");
    const { after } = route("DPMD", dpmd, before);
    expect(after.stageStartedAt).toEqual(now);
    expect(after.stageLimitDays).toBe(5);
    expect(after.stageDueAt).toEqual(at("2026-12-02 16:30"));
    expect(after.totalDueAt).toEqual(before.totalDueAt);
  });

  it.each<[SectorLevel["level"], string]>([
    ["village", "63.11.07:X"],
    ["subdistrict", "63.11.07:X"],
    ["regency", "63.11:X"],
    ["province", "63.11:X"],
    ["vertical", "63.11:X"],
    ["national", "63.11:X"],
    ["partner", "63.11:X"],
  ])("keys the party of a %s office", (level, party) => {
    expect(partyOf(caseIn("triaged"), { code: "X", level })).toBe(party);
  });

  it("reaches the Puskesmas of the kecamatan and no other", () => {
    expect(route("PUSKESMAS", puskesmas).after.leadParty).toBe("63.11.07:PUSKESMAS");
  });
});

describe("routing to a section", () => {
  it.each(sections)("%s holds it and no sector sees it", (section) => {
    const declined = caseIn("declined", { leadParty: "63.11:DPMD", leadSectorCode: "DPMD" });
    const { after } = route(section, null, declined);
    expect(after).toMatchObject({
      holder: { kind: "section", code: section, userId: null },
      sectionCode: section,
      leadSectorCode: null,
      leadParty: null,
    });
  });
});

describe("routing is refused", () => {
  it("to a target that does not exist", () => {
    expect(() => route("NOBODY", null)).toThrow("CASE_TARGET_UNKNOWN");
  });

  it.each(["received", "assigned", "in_progress", "on_hold", "resolved", "closed"] as const)(
    "from %s",
    (status) => {
      expect(() => route("DPMD", dpmd, caseIn(status))).toThrow("CASE_ACTION_NOT_NOW");
    },
  );

  it("for a supervisory case, whoever the target", () => {
    const kase = caseIn("triaged", { isSupervisory: true });
    expect(() => route("DPMD", dpmd, kase)).toThrow();
    expect(() => route("INSPEKTORAT", inspectorate, kase)).toThrow();
  });
});

describe("the default target", () => {
  it.each([
    ["DPMD", "DPMD"],
    ["PUSKESMAS", "PUSKESMAS"],
    ["KEC_PEMERINTAHAN", "KASI_PEMERINTAHAN"],
    ["KEC_PELAYANAN", "KASI_PELAYANAN"],
    ["KEC_SEKRETARIAT", "SEKCAM"],
  ])("of %s is %s", (lead, target) => {
    expect(defaultTarget(category({ leadSectorCode: lead }))).toBe(target);
  });
});
