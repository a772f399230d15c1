import { describe, expect, it } from "vitest";
import { decideAmend } from "./amending";
import {
  at,
  caseIn,
  category,
  inspectorate,
  stageClock,
  supervisoryCategory,
} from "./case.fixture";
import { decideAskInfo, decideComplete, decideLapse } from "./completing";
import { decideCancel, decideRedirect } from "./leaving";

const now = at("2026-11-24 10:00");
const asked = () => decideAskInfo(caseIn("received"), { noteId: "q" }, stageClock(now)).after;

describe("asking for what is missing", () => {
  it("gives the village or the reporter ten calendar days, counted as jeda", () => {
    expect(asked()).toMatchObject({
      status: "needs_info",
      holder: { kind: "village" },
      stageStartedAt: now,
      stageDueAt: at("2026-12-04 10:00"),
    });
    // 25, 26, 27, 30 November and 1, 2, 3 December are covered whole: seven working days.
    expect(asked().totalDueAt).toEqual(at("2026-12-22 16:30"));
  });

  it("keeps a secret case at the desk, which asks for itself", () => {
    const secret = caseIn("received", { isSecret: true, privacy: "SECRET" });
    expect(decideAskInfo(secret, { noteId: "q" }, stageClock(now)).after.holder.kind).toBe("desk");
  });

  it("answered after two days, the total moves by what the wait covered and no more", () => {
    const back = at("2026-11-26 10:00");
    const done = decideComplete(asked(), { noteId: "a", onBehalf: false }, stageClock(back)).after;
    expect(done).toMatchObject({ status: "received", holder: { kind: "desk" }, stageLimitDays: 3 });
    // Only 25 November was covered whole.
    expect(done.totalDueAt).toEqual(at("2026-12-14 16:30"));
    expect(done.receivedAt).toEqual(caseIn("received").receivedAt);
    expect(done.holds.every((hold) => hold.endedAt !== null)).toBe(true);
  });

  it("lapses when the days have ended, not before", () => {
    expect(() => decideLapse(asked(), at("2026-12-04 09:59"))).toThrow("CASE_ACTION_NOT_NOW");
    const lapsed = decideLapse(asked(), at("2026-12-04 10:00"));
    expect(lapsed.after).toMatchObject({ status: "lapsed", holder: { kind: "none" } });
    expect(lapsed.events[0]?.type).toBe("case.lapsed");
  });
});

describe("leaving", () => {
  it("a redirected case is over, with its reason", () => {
    const { after, events } = decideRedirect(caseIn("received"), { noteId: "r" }, now);
    expect(after).toMatchObject({ status: "redirected", closedAt: now, holder: { kind: "none" } });
    expect(events[0]).toMatchObject({ type: "case.redirected", payload: { noteId: "r" } });
  });

  it("can be cancelled while on hold, and the hold ends with it", () => {
    const hold = { startedAt: now, endedAt: null, waitingFor: "budget" as const, until: now };
    const held = caseIn("on_hold", { holds: [hold] });
    const { after } = decideCancel(held, { noteId: "r", onBehalf: true }, now);
    expect(after.status).toBe("cancelled");
    expect(after.holds[0]?.endedAt).toEqual(now);
  });
});

describe("correcting the intake", () => {
  const amend = (
    change: Parameters<typeof decideAmend>[1],
    kase = caseIn("in_progress"),
    of = change.category,
  ) => decideAmend(kase, change, inspectorate, stageClock(now, of));

  it("counts deadlines anew from the first receipt and keeps both", () => {
    const quick = category({ code: "CIV-ID", resolutionDays: 5 });
    const { after, events } = amend({ category: quick, noteId: "n" });
    expect(after).toMatchObject({ status: "in_progress", totalLimitDays: 5 });
    expect(after.totalDueAt).toEqual(at("2026-11-30 16:30"));
    expect(events[0]?.payload).toMatchObject({
      fields: ["category"],
      before: { categoryCode: "VIL-LPM", totalDueAt: at("2026-12-11 16:30").toISOString() },
      after: { categoryCode: "CIV-ID", totalDueAt: at("2026-11-30 16:30").toISOString() },
    });
  });

  it("lowers privacy to the category's own and no further", () => {
    const secret = caseIn("in_progress", { privacy: "SECRET", isSecret: true });
    const open = amend({ category: category(), privacy: "NORMAL", noteId: "n" }, secret);
    expect(open.after).toMatchObject({ privacy: "NORMAL", isSecret: false });
    const floor = category({ privacy: "SECRET" });
    expect(() => amend({ category: floor, privacy: "NORMAL", noteId: "n" }, secret)).toThrow(
      "AMENDMENT_EMPTY",
    );
  });

  it("found to be supervisory, leaves the office at once, whoever holds it", () => {
    const { after } = amend({ category: supervisoryCategory, noteId: "n" });
    expect(after).toMatchObject({
      status: "assigned",
      isSupervisory: true,
      responsibleId: null,
      leadParty: "63.11:INSPEKTORAT",
      holder: { kind: "sector", code: "INSPEKTORAT" },
    });
  });

  it("refuses to correct nothing", () => {
    expect(() => amend({ category: category(), noteId: "n" })).toThrow("AMENDMENT_EMPTY");
  });
});
