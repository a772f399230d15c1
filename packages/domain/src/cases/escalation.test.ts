import { describe, expect, it } from "vitest";
import { decreedCalendar } from "../calendars/decreed-calendar.fixture";
import { isWorkingDay, toLocalDate } from "../calendars/working-days";
import {
  type EscalationFacts,
  escalationLevel,
  isResortDue,
  ladderOf,
  ombudsmanNoticeAt,
} from "./escalation";

const calendar = decreedCalendar("WITA");
const at = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+08:00`);

/** Received on Monday 2 November 2026; 3, 5 and 14 working days. */
const facts = (now: string, more: Partial<EscalationFacts> = {}): EscalationFacts => ({
  unowned: null,
  verification: { dueAt: at("2026-11-05 16:30"), doneAt: at("2026-11-03 09:00") },
  followUp: { dueAt: at("2026-11-09 16:30"), doneAt: at("2026-11-06 09:00") },
  dueAt: at("2026-11-20 16:30"),
  endedAt: null,
  isEmergency: false,
  calendar,
  now: at(now),
  ...more,
});
const undone = (text: string) => ({ dueAt: at(text), doneAt: null });

describe("escalationLevel", () => {
  it("is 0 while everything is in time, and tells when it would rise", () => {
    expect(escalationLevel(facts("2026-11-10 10:00"))).toEqual({
      level: 0,
      nextEscalationAt: at("2026-11-20 16:30"),
    });
  });

  it("raises an unowned case to the sekcam at once, and lowers it when it is owned", () => {
    const since = at("2026-11-02 10:00");
    const unowned = { since, until: null };
    expect(escalationLevel(facts("2026-11-02 10:00", { unowned })).level).toBe(2);
    const owned = { since, until: at("2026-11-02 12:00") };
    expect(escalationLevel(facts("2026-11-02 12:00", { unowned: owned })).level).toBe(0);
  });

  it("raises to 2 without verification, to 3 without follow-up", () => {
    const verification = undone("2026-11-05 16:30");
    const followUp = undone("2026-11-09 16:30");
    const read = (now: string) => escalationLevel(facts(now, { verification, followUp }));
    expect(read("2026-11-05 16:29")).toEqual({
      level: 0,
      nextEscalationAt: at("2026-11-05 16:30"),
    });
    expect(read("2026-11-05 16:30")).toEqual({
      level: 2,
      nextEscalationAt: at("2026-11-09 16:30"),
    });
    expect(read("2026-11-09 16:30")).toEqual({
      level: 3,
      nextEscalationAt: at("2026-11-20 16:30"),
    });
    expect(read("2026-11-20 16:30")).toEqual({ level: 4, nextEscalationAt: null });
  });

  it("climbs at 0, 24 and 72 hours after the deadline, standing still over the weekend", () => {
    // Due on Friday: 24 hours are full on Monday, 72 on Wednesday, both at 16:30.
    const read = (now: string) => escalationLevel(facts(now));
    expect(read("2026-11-20 16:30")).toEqual({
      level: 1,
      nextEscalationAt: at("2026-11-23 16:30"),
    });
    expect(read("2026-11-22 20:00").level).toBe(1);
    expect(read("2026-11-23 16:30")).toEqual({
      level: 2,
      nextEscalationAt: at("2026-11-25 16:30"),
    });
    expect(read("2026-11-25 16:30")).toEqual({ level: 3, nextEscalationAt: null });
  });

  it("does not pause for an emergency", () => {
    const emergency = { isEmergency: true };
    expect(escalationLevel(facts("2026-11-21 16:30", emergency)).level).toBe(2);
    expect(escalationLevel(facts("2026-11-23 16:30", emergency)).level).toBe(3);
  });

  it("skips the rungs that the category skips", () => {
    const read = (now: string) => escalationLevel(facts(now, { ladder: [2, 3, 4] })).level;
    expect([read("2026-11-20 16:30"), read("2026-11-23 16:30"), read("2026-11-25 16:30")]).toEqual([
      2, 3, 4,
    ]);
    expect(escalationLevel(facts("2026-11-26 10:00", { ladder: [] }))).toEqual({
      level: 0,
      nextEscalationAt: null,
    });
  });

  it("does not sink again when a duty is done after the total deadline", () => {
    const followUp = { dueAt: at("2026-11-09 16:30"), doneAt: at("2026-11-21 10:00") };
    expect(escalationLevel(facts("2026-11-23 10:00", { followUp })).level).toBe(4);
  });

  it("stands where the case ended", () => {
    const endedAt = at("2026-11-21 10:00");
    expect(escalationLevel(facts("2027-01-10 10:00", { endedAt }))).toEqual({
      level: 1,
      nextEscalationAt: null,
    });
    const inTime = at("2026-11-19 10:00");
    expect(escalationLevel(facts("2027-01-10 10:00", { endedAt: inTime })).level).toBe(0);
  });

  it("agrees with counting the hours minute by minute", () => {
    for (let n = 0; n < 60; n += 1) {
      const dueAt = new Date(at("2026-12-01 16:30").getTime() + n * 17 * 3_600_000);
      let minute = dueAt.getTime();
      for (let left = 24 * 60; left > 0; minute += 60_000) {
        if (isWorkingDay(toLocalDate(new Date(minute), "WITA"), calendar)) left -= 1;
      }
      const { nextEscalationAt } = escalationLevel({
        ...facts("2026-11-30 10:00"),
        dueAt,
        now: dueAt,
      });
      expect(nextEscalationAt).toEqual(new Date(minute));
    }
  });
});

it("ombudsmanNoticeAt is the close of the 60th working day", () => {
  const receivedAt = at("2026-11-21 09:00");
  expect(ombudsmanNoticeAt({ receivedAt, calendar, holds: [] })).toEqual(at("2027-02-19 16:30"));
});

describe("the rungs that a category names", () => {
  it("are those of the routing table, with the kabupaten above", () => {
    expect(ladderOf("SEKCAM>CAMAT")).toEqual([2, 3, 4]);
    expect(ladderOf("CAMAT")).toEqual([3, 4]);
    expect(ladderOf("INSPEKTORAT only")).toEqual([1]);
    for (const none of ["", "siapa saja"]) expect(ladderOf(none)).toEqual([1, 2, 3, 4]);
  });

  it("are climbed in turn: nobody is told whom the category skips", () => {
    const ladder = ladderOf("SEKCAM>CAMAT");
    const levels = ["2026-11-20 16:30", "2026-11-24 16:30", "2026-12-10 16:30"].map(
      (now) => escalationLevel(facts(now, { dueAt: at("2026-11-20 16:30"), ladder })).level,
    );
    expect(levels).toEqual([2, 3, 4]);
  });
});

describe("where else the reporter may turn", () => {
  const sixty = at("2027-02-19 16:30");
  const due = at("2026-11-20 16:30");
  const told = (now: string, level: 0 | 1 | 2 | 3 | 4, change: Partial<EscalationFacts> = {}) =>
    isResortDue(facts(now, { dueAt: due, ...change }), level, sixty);

  it("is told past the last rung, not on the way there", () => {
    expect(told("2026-12-10 16:30", 3)).toBe(false);
    expect(told("2026-12-10 16:30", 4)).toBe(true);
    expect(told("2026-11-19 16:30", 4)).toBe(false);
    expect(told("2026-12-10 16:30", 1, { ladder: [1] })).toBe(true);
  });

  it("is told after 60 working days on whatever rung, and never of what is settled", () => {
    expect(told("2027-02-19 16:29", 0)).toBe(false);
    expect(told("2027-02-19 16:30", 0)).toBe(true);
    expect(told("2027-03-01 09:00", 4, { endedAt: at("2026-12-01 09:00") })).toBe(false);
  });
});
