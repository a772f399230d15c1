import { describe, expect, it } from "vitest";
import { decreedCalendar } from "../calendars/decreed-calendar.fixture";
import {
  at,
  caseIn,
  category,
  inspectorate,
  moved,
  stageClock,
  supervisoryCategory,
} from "./case.fixture";
import type { Case } from "./model";
import { clockReading } from "./sla";
import {
  decideAccept,
  decideClose,
  decideConfirm,
  decideDecline,
  decideHold,
  decideNote,
  decideReopen,
  decideResolve,
  decideResume,
  decideTriage,
} from "./working";

const now = at("2026-11-30 10:00");
const types = (decision: { events: readonly { type: string }[] }) =>
  decision.events.map((e) => e.type);

describe("triage", () => {
  const triage = (kase: Case, of = category()) =>
    decideTriage(kase, {}, of, inspectorate, stageClock(now, of));

  it("verifies, at the desk still", () => {
    const decision = triage(caseIn("received"));
    expect(decision.after).toMatchObject({ status: "triaged", holderKind: "desk" });
    expect(types(decision)).toEqual(["case.triaged"]);
  });

  it("corrects the category: its days count from the first receipt", () => {
    const quick = category({
      code: "CIV-ID",
      resolutionDays: 5,
      focalSectionCode: "KASI_PELAYANAN",
    });
    const { after } = triage(caseIn("received"), quick);
    expect(after).toMatchObject({ categoryCode: "CIV-ID", sectionCode: "KASI_PELAYANAN" });
    expect(after.totalDueAt).toEqual(at("2026-11-30 16:30"));
  });

  it("raises privacy with the category and never lowers it", () => {
    const secret = category({ privacy: "SECRET" });
    expect(triage(caseIn("received"), secret).after).toMatchObject({
      privacy: "SECRET",
      isSecret: true,
    });
    const asked = caseIn("received", { privacy: "SECRET", isSecret: true });
    expect(triage(asked, category()).after).toMatchObject({ privacy: "SECRET", isSecret: true });
  });

  it("gives an emergency its hours from the first receipt", () => {
    const urgent = category({ isAlwaysEmergency: true, emergencyHours: 4 });
    expect(triage(caseIn("received"), urgent).after.responseDueAt).toEqual(at("2026-11-23 13:00"));
  });

  it("hands a supervisory complaint to the inspectorate at once, away from the responsible", () => {
    const decision = triage(caseIn("received"), supervisoryCategory);
    expect(decision.after).toMatchObject({
      status: "assigned",
      isSupervisory: true,
      isSecret: true,
      responsibleId: null,
      holder: { kind: "sector", code: "INSPEKTORAT", userId: null },
      holderKind: "sector",
      leadParty: "63.11:INSPEKTORAT",
      stageStartedAt: now,
      stageLimitDays: 5,
      totalLimitDays: 60,
    });
    expect(types(decision)).toEqual(["case.triaged", "case.routed"]);
  });
});

describe("accepting and declining", () => {
  it("accepting is the first follow-up; the holder's strand goes on", () => {
    const before = caseIn("assigned");
    const { after } = decideAccept(before, { onBehalf: false }, stageClock(now));
    expect(after).toMatchObject({
      status: "in_progress",
      firstFollowUpAt: now,
      stageLimitDays: 14,
    });
    expect(after.stageStartedAt).toEqual(before.stageStartedAt);
    expect(after.totalDueAt).toEqual(before.totalDueAt);
  });

  it("declining returns it to the desk on the same total clock, out of the sector's sight", () => {
    const before = caseIn("assigned");
    const { after, events } = decideDecline(
      before,
      { onBehalf: false, noteId: "n" },
      stageClock(now),
    );
    expect(after).toMatchObject({
      status: "declined",
      holder: { kind: "desk", code: null },
      holderKind: "desk",
      leadSectorCode: null,
      leadParty: null,
      stageStartedAt: now,
      stageLimitDays: 3,
      totalDueAt: before.totalDueAt,
      receivedAt: before.receivedAt,
      responsibleId: before.responsibleId,
    });
    expect(events[0]?.payload).toEqual({ by: "DPMD", onBehalf: false, noteId: "n" });
  });
});

describe("a note", () => {
  it("changes nothing but the first follow-up, by the holder", () => {
    const working = caseIn("in_progress");
    const by = { noteId: "n", audience: "partner", byHolder: true } as const;
    expect(decideNote(working, by, now).after.firstFollowUpAt).toEqual(now);
    expect(decideNote(working, { ...by, byHolder: false }, now).after).toBe(working);
    const followed = caseIn("in_progress", { firstFollowUpAt: at("2026-11-25 10:00") });
    expect(decideNote(followed, by, now).after).toBe(followed);
    const received = caseIn("received");
    expect(decideNote(received, by, now).after).toBe(received);
  });
});

describe("a hold", () => {
  const working = caseIn("in_progress", {
    stageStartedAt: at("2026-11-25 10:00"),
    stageLimitDays: 5,
  });
  const until = at("2026-12-07 17:00");
  const hold = (from: Date, to: Date, kase = working) =>
    decideHold(kase, { waitingFor: "budget", until: to, noteId: "n" }, from, moved).after;

  it("moves both deadlines at once by the working days that it covers", () => {
    const held = hold(now, until);
    // 30 November is held in part; 1 to 4 and 7 December are held whole: five days.
    expect(held.totalDueAt).toEqual(at("2026-12-18 16:30"));
    expect(held.stageDueAt).toEqual(at("2026-12-09 16:30"));
    expect(held.status).toBe("on_hold");
    expect(held.holds).toEqual([{ startedAt: now, endedAt: null, waitingFor: "budget", until }]);
  });

  it("does not read late while it runs", () => {
    const held = hold(now, until);
    const reading = clockReading({
      startedAt: held.stageStartedAt,
      dueAt: held.stageDueAt,
      limitDays: held.stageLimitDays,
      now: at("2026-12-04 10:00"),
      calendar: decreedCalendar("WITA"),
      holds: held.holds,
    });
    expect(reading.state).toBe("held");
  });

  it("ended early gives back the days that were not needed", () => {
    const { after } = decideResume(
      hold(now, until),
      { bySystem: false },
      at("2026-12-02 09:00"),
      moved,
    );
    // Only 1 December was held from opening to close.
    expect(after.totalDueAt).toEqual(at("2026-12-14 16:30"));
    expect(after.status).toBe("in_progress");
    expect(after.holds[0]?.endedAt).toEqual(at("2026-12-02 09:00"));
  });

  it("ended by the system at its end leaves the deadlines where the hold put them", () => {
    const held = hold(now, until);
    const { after, events } = decideResume(held, { bySystem: true }, at("2026-12-09 08:00"), moved);
    expect(after.totalDueAt).toEqual(held.totalDueAt);
    expect(events[0]?.payload).toEqual({ bySystem: true });
  });

  it("adds up with an earlier one", () => {
    const { after } = decideResume(
      hold(now, until),
      { bySystem: false },
      at("2026-12-02 09:00"),
      moved,
    );
    const again = hold(at("2026-12-03 07:00"), at("2026-12-03 18:00"), after);
    expect(again.totalDueAt).toEqual(at("2026-12-15 16:30"));
  });

  it("has a maximum and lies in the future", () => {
    expect(() => hold(now, at("2027-03-01 10:00"))).toThrow("HOLD_TOO_LONG");
    expect(() => hold(now, now)).toThrow("HOLD_TOO_LONG");
    expect(hold(now, at("2027-02-28 10:00")).status).toBe("on_hold");
  });
});

describe("settling", () => {
  const answer = { response: "r", solution: "s", followUp: "f" };
  const resolve = (kase = caseIn("in_progress")) =>
    decideResolve(kase, { outcome: "handled", answer, onBehalf: false }, now);

  it("resolving makes it the village's turn for ten calendar days", () => {
    const { after } = resolve();
    expect(after).toMatchObject({
      status: "resolved",
      outcome: "handled",
      answer,
      resolvedAt: now,
      confirmBy: at("2026-12-10 10:00"),
      stageDueAt: at("2026-12-10 10:00"),
      holderKind: "village",
    });
  });

  it("confirming closes it", () => {
    const decision = decideConfirm(resolve().after, {}, at("2026-12-01 08:00"));
    expect(decision.after).toMatchObject({
      status: "closed",
      closedAt: at("2026-12-01 08:00"),
      holderKind: "none",
    });
    expect(types(decision)).toEqual(["case.confirmed", "case.closed"]);
  });

  it("reopening returns it to the desk on the same total clock, its answer withdrawn", () => {
    const before = resolve().after;
    const { after } = decideReopen(before, { noteId: "n" }, stageClock(at("2026-12-01 08:00")));
    expect(after).toMatchObject({
      status: "reopened",
      holderKind: "desk",
      outcome: null,
      answer: null,
      resolvedAt: null,
      confirmBy: null,
      totalDueAt: before.totalDueAt,
      stageLimitDays: 3,
    });
  });

  it("the system closes it when the window has ended, not before", () => {
    const resolved = resolve().after;
    const close = (when: Date) => decideClose(resolved, { bySystem: true }, when);
    expect(() => close(at("2026-12-10 09:59"))).toThrow("CASE_ACTION_NOT_NOW");
    expect(close(at("2026-12-10 10:00")).after.status).toBe("closed");
  });

  it("needs work first", () => {
    expect(() => resolve(caseIn("assigned"))).toThrow("CASE_ACTION_NOT_NOW");
    expect(() => resolve(caseIn("on_hold"))).toThrow("CASE_ACTION_NOT_NOW");
  });
});
