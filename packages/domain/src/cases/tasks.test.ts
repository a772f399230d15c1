import { describe, expect, it } from "vitest";
import { at, caseIn, stageClock } from "./case.fixture";
import { decideAddTasks, decideTickTask } from "./tasks";

const now = at("2026-11-24 10:00");
const wanted = [
  { title: "Ukur ulang", doer: "holder", limitDays: 2, isMandatory: true },
  { title: "Kunjungan rumah", doer: "village", limitDays: 5, isMandatory: false },
] as const;
const add = (kase = caseIn("in_progress"), lastPosition = 3) => {
  let made = 0;
  const newId = () => {
    made += 1;
    return `t${made}`;
  };
  return decideAddTasks(kase, wanted, { lastPosition, newId, clock: stageClock(now) });
};

describe("sub-tasks", () => {
  it("follow the last one, due by the working calendar", () => {
    const { tasks, events } = add();
    expect(tasks.map((t) => [t.id, t.position, t.dueAt, t.isMandatory, t.doer])).toEqual([
      ["t1", 4, at("2026-11-26 16:30"), true, "holder"],
      ["t2", 5, at("2026-12-01 16:30"), false, "village"],
    ]);
    expect(events).toMatchObject([{ type: "case.tasks-added", payload: { count: 2 } }]);
  });

  it("are not added to a settled case", () => {
    expect(() => add(caseIn("closed"))).toThrow("REFERRAL_NOT_NOW");
    expect(() => add(caseIn("resolved"))).toThrow("REFERRAL_NOT_NOW");
  });

  it("are ticked by somebody, once, and unticked", () => {
    const kase = caseIn("in_progress");
    const [task] = add().tasks;
    if (!task) throw new Error("no task");
    const done = decideTickTask(kase, task, { done: true, by: "me" }, now);
    expect(done.after).toMatchObject({ doneAt: now, doneById: "me" });
    const again = decideTickTask(
      kase,
      done.after,
      { done: true, by: "you" },
      at("2026-11-25 09:00"),
    );
    expect(again).toEqual({ after: done.after, events: [] });
    const undone = decideTickTask(kase, done.after, { done: false, by: "me" }, now);
    expect(undone.after).toMatchObject({ doneAt: null, doneById: null });
    expect(undone.events[0]?.type).toBe("case.task-reopened");
  });
});
