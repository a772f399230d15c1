import { describe, expect, it } from "vitest";
import { at, category, inspectorate, stageClock, supervisoryCategory } from "./case.fixture";
import { type PrivacyMode, privacyModes } from "./model";
import { decideOpening, type Opening } from "./opening";

const receivedAt = at("2026-11-23 09:00");
const opening = (change: Partial<Opening> = {}): Opening => ({
  id: "0193b2f0-0000-7000-8000-000000000001",
  number: "PRS-2026-0397-K",
  villageCode: "63.11.07.2001",
  subdistrictCode: "63.11.07",
  regencyCode: "63.11",
  channel: "desk",
  title: "LPM belum berjalan",
  description: "Pengurus belum ditetapkan.",
  privacy: null,
  createdById: "officer",
  reporterUserId: null,
  reporterPersonId: null,
  reportedParty: null,
  responsibleId: "kasi",
  receivedAt,
  ...change,
});
const open = (change: Partial<Opening> = {}, of = category(), now = receivedAt) =>
  decideOpening(opening(change), of, inspectorate, stageClock(now, of));

describe("a case is opened", () => {
  it("at the desk, with both clocks from the day of receipt", () => {
    const { after, events } = open();
    expect(after).toMatchObject({
      status: "received",
      holder: { kind: "desk", code: null, userId: null },
      holderKind: "desk",
      leadParty: null,
      sectionCode: "KASI_PMD",
      responsibleId: "kasi",
      totalLimitDays: 14,
      totalDueAt: at("2026-12-11 16:30"),
      stageLimitDays: 3,
      stageDueAt: at("2026-11-26 16:30"),
      responseDueAt: null,
      version: 0,
    });
    expect(events).toEqual([
      {
        type: "case.opened",
        subject: "case/0193b2f0-0000-7000-8000-000000000001",
        subdistrictCode: "63.11.07",
        payload: {
          status: "received",
          holder: "desk",
          categoryCode: "VIL-LPM",
          ruleId: category().ruleId,
          villageCode: "63.11.07.2001",
        },
      },
    ]);
  });

  it("late, from paper: its clocks start when it was told", () => {
    const { after } = open({}, category(), at("2026-11-27 09:00"));
    expect(after.stageStartedAt).toEqual(receivedAt);
    expect(after.stageDueAt).toEqual(at("2026-11-26 16:30"));
  });

  it("as an emergency with hours to the first response, through the night", () => {
    const urgent = category({ isAlwaysEmergency: true, emergencyHours: 4, priority: "DARURAT" });
    const { after } = open({ receivedAt: at("2026-11-28 23:00") }, urgent);
    expect(after.isEmergency).toBe(true);
    expect(after.responseDueAt).toEqual(at("2026-11-29 03:00"));
  });

  it("with hours only where the category is always an emergency", () => {
    expect(open({}, category({ emergencyHours: 24 })).after.responseDueAt).toBeNull();
  });
});

describe("privacy", () => {
  const [N, A, S] = privacyModes;
  it.each<[asked: PrivacyMode | null, ofCategory: PrivacyMode, result: PrivacyMode]>([
    [null, N, N],
    [null, A, A],
    [null, S, S],
    [N, N, N],
    [A, N, A],
    [S, N, S],
    [N, A, A],
    [A, A, A],
    [S, A, S],
    [N, S, S],
    [A, S, S],
    [S, S, S],
  ])("asked %s of a category that is %s gives %s", (asked, ofCategory, result) => {
    const { after } = open({ privacy: asked }, category({ privacy: ofCategory }));
    expect(after.privacy).toBe(result);
    expect(after.isSecret).toBe(result === "SECRET");
  });
});

describe("a supervisory complaint", () => {
  it.each([null, ...privacyModes])("goes straight to the inspectorate, asked %s", (privacy) => {
    const { after } = open({ privacy, responsibleId: null }, supervisoryCategory);
    expect(after).toMatchObject({
      status: "assigned",
      isSupervisory: true,
      isSecret: true,
      privacy: "SECRET",
      holder: { kind: "sector", code: "INSPEKTORAT", userId: null },
      leadParty: "63.11:INSPEKTORAT",
      totalLimitDays: 60,
      stageLimitDays: 5,
    });
  });
});
