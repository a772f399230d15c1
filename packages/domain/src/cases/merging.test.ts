import { describe, expect, it } from "vitest";
import { at, caseIn, category, stageClock, supervisoryCategory } from "./case.fixture";
import { decideMerge, decideUndoMerge } from "./merging";
import type { Case } from "./model";
import { decideSplit } from "./splitting";

const id = (n: number) => `0193b2f0-0000-7000-8000-00000000000${n}`;
const duplicate = caseIn("received", { id: id(1) });
const survivor = caseIn("in_progress", { id: id(2) });
const now = at("2026-11-25 10:00");
const by = { actorId: "officer", noteId: "n" };
const merge = (a: Case = duplicate, b: Case = survivor, who = by) =>
  decideMerge(a, b, [], who, now);

describe("merging", () => {
  it("ends the clocks of the duplicate and leaves the survivor as it is", () => {
    const { duplicate: moved, survivor: stays } = merge();
    expect(moved.after).toMatchObject({
      status: "duplicate",
      closedAt: now,
      holder: { kind: "none" },
      merged: { intoId: id(2), from: "received", byId: "officer", path: [] },
    });
    expect(stays.after).toBe(survivor);
    expect(stays.events.map((event) => event.type)).toEqual(["case.joined"]);
  });

  it.each([
    ["MERGE_INTO_ITSELF", duplicate, { ...survivor, id: id(1) }],
    ["MERGE_OTHER_OFFICE", duplicate, { ...survivor, subdistrictCode: "63.11.02" }],
    ["MERGE_PRIVACY", { ...duplicate, isSecret: true }, survivor],
    ["MERGE_PRIVACY", duplicate, { ...survivor, isSecret: true }],
    ["MERGE_PRIVACY", duplicate, { ...survivor, isSupervisory: true }],
    ["MERGE_TARGET_SETTLED", duplicate, caseIn("closed", { id: id(2) })],
    ["MERGE_TARGET_SETTLED", duplicate, caseIn("duplicate", { id: id(2) })],
    ["MERGE_OWN_REPORT", { ...duplicate, reporterUserId: "officer" }, survivor],
    ["MERGE_OWN_REPORT", duplicate, { ...survivor, reporterUserId: "officer" }],
    ["CASE_ACTION_NOT_NOW", caseIn("in_progress", { id: id(1) }), survivor],
  ] as const)("is refused: %s", (code, a, b) => {
    expect(() => merge(a, b)).toThrow(expect.objectContaining({ code }));
  });

  it("joins two secret cases, and two of which one is anonymous", () => {
    expect(() =>
      merge({ ...duplicate, isSecret: true }, { ...survivor, isSecret: true }),
    ).not.toThrow();
    expect(() => merge({ ...duplicate, privacy: "ANONYMOUS" })).not.toThrow();
  });
});

describe("undoing", () => {
  it("brings back the very state before, by whoever", () => {
    const merged = merge().duplicate.after;
    const later = at("2026-12-20 10:00");
    const { duplicate: back } = decideUndoMerge(merged, survivor, [], { noteId: "m" }, later);
    expect(back.after).toEqual(duplicate);
  });

  it("ends 30 days after the survivor was closed", () => {
    const merged = merge().duplicate.after;
    const closed = caseIn("closed", { id: id(2), closedAt: at("2026-12-01 10:00") });
    const undo = (when: string) => () =>
      decideUndoMerge(merged, closed, [], { noteId: "m" }, at(when));
    expect(undo("2026-12-31 10:00")).not.toThrow();
    expect(undo("2026-12-31 10:01")).toThrow(expect.objectContaining({ code: "UNDO_TOO_LATE" }));
  });
});

describe("splitting", () => {
  const second = {
    ...{ id: id(3), number: "PRS-2026-0398-X", title: "t", description: "d" },
    ...{ responsibleId: "kasi-2", noteId: "n" },
    category: category({ code: "CIV-ID", resolutionDays: 5 }),
  };

  it("counts the second matter from the first receipt and gives it a fresh stage", () => {
    const kase = caseIn("in_progress", { firstFollowUpAt: at("2026-11-24 09:00") });
    const { original, child } = decideSplit(kase, second, stageClock(now, second.category));
    expect(original.after).toBe(kase);
    expect(child.after).toMatchObject({
      receivedAt: kase.receivedAt,
      totalLimitDays: 5,
      stageStartedAt: now,
      status: "received",
      holder: { kind: "desk" },
      leadParty: null,
      firstFollowUpAt: null,
      splitFromId: kase.id,
      responsibleId: "kasi-2",
    });
  });

  it("neither hides a half in a secret file nor shows one in an ordinary file", () => {
    const clock = stageClock(now);
    const secret = { ...second, category: category({ privacy: "SECRET" }) };
    const split = (kase: Case, of: typeof second) => () => decideSplit(kase, of, clock);
    expect(split(caseIn("received"), secret)).toThrow(
      expect.objectContaining({ code: "MERGE_PRIVACY" }),
    );
    expect(split(caseIn("received"), { ...second, category: supervisoryCategory })).toThrow(
      expect.objectContaining({ code: "SPLIT_SUPERVISORY" }),
    );
    const inSecret = caseIn("received", { isSecret: true, privacy: "SECRET" });
    expect(decideSplit(inSecret, second, clock).child.after.isSecret).toBe(true);
  });
});
