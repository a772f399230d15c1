import { standardWeek } from "@rembuk/domain/calendars/model";
import { describe, expect, it } from "vitest";
import { type StrandWords, strandsOf, workingDaysOf } from "./band-days";

const at = (text: string) => new Date(`${text}:00+08:00`);
const clock = (dueAt: string) => ({
  dueAt: at(dueAt),
  usedDays: 2,
  limitDays: 5,
  daysLeft: 3,
  state: "on-time" as const,
  heldDays: 0,
});
const stage = (startedAt: string, endedAt: string | null, dueAt: string, daysLeft = 1) => ({
  holderKind: "desk" as const,
  holderCode: null,
  holderName: null,
  startedAt: at(startedAt),
  endedAt: endedAt === null ? null : at(endedAt),
  dueAt: at(dueAt),
  usedDays: 2,
  limitDays: 3,
  daysLeft,
});
const kase = {
  receivedAt: at("2026-11-11T10:47"),
  resolvedAt: null,
  closedAt: null,
  status: "in_progress" as const,
  responsibleName: "Hasnah (fiktif)",
  total: clock("2026-11-18T16:30"),
  stage: clock("2026-11-18T16:30"),
  stages: [
    stage("2026-11-11T10:47", "2026-11-13T14:10", "2026-11-16T16:30"),
    stage("2026-11-13T14:10", null, "2026-11-18T16:30", -2),
  ],
  calendar: { zone: "WITA" as const, week: [...standardWeek], holidays: [], coveredYears: [2026] },
};
const words: StrandWords = {
  holder: () => "Meja triase",
  shortHolder: () => "Triase",
  label: (holder, used, limit) => `${holder} ${used}/${limit}`,
  shortLabel: (holder) => holder,
  late: (days) => `lewat ${days}`,
  shortLate: (days) => `+${days}`,
};

describe("the band of working days", () => {
  it("leaves out the day of receipt and every weekend, and runs on to today when late", () => {
    expect(workingDaysOf(kase, at("2026-11-20T10:12"))).toEqual([
      ...["2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17"],
      ...["2026-11-18", "2026-11-19", "2026-11-20"],
    ]);
  });

  it("ends at the due day while that lies ahead, and where the case was settled", () => {
    expect(workingDaysOf(kase, at("2026-11-12T10:00")).at(-1)).toBe("2026-11-18");
    const settled = { ...kase, resolvedAt: at("2026-11-19T09:00") };
    expect(workingDaysOf(settled, at("2026-12-20T10:12")).at(-1)).toBe("2026-11-19");
  });

  it("leaves out holidays", () => {
    const holidays = [{ date: "2026-11-17", name: "Libur", type: "LOCAL" as const }];
    const found = workingDaysOf(
      { ...kase, calendar: { ...kase.calendar, holidays: holidays as never } },
      at("2026-11-18T10:00"),
    );
    expect(found).not.toContain("2026-11-17");
  });

  it("starts a strand on the working day after the handover and names its lateness", () => {
    const [first, second] = strandsOf(kase, words);
    expect(first).toMatchObject({ from: "2026-11-12", to: "2026-11-13", tone: "past" });
    expect(second).toMatchObject({ from: "2026-11-16", to: null, tone: "current" });
    expect(second?.lateLabel).toBe("lewat 2");
    expect(first?.lateLabel).toBeUndefined();
  });

  it("draws a missing owner", () => {
    expect(strandsOf({ ...kase, responsibleName: null }, words)[1]?.tone).toBe("nobody");
  });
});
