import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, type World } from "../testing/world";
import { closeSilentCases } from "./close-silent-cases";
import { holdCase } from "./hold-case";
import { resumeHeldCases } from "./resume-held-cases";
import { sweepOverdueCases } from "./sweep-overdue-cases";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world?.drop());

const system = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });

const eventsOf = async (caseId: string, ...types: readonly string[]) => {
  const rows = await world.everything.domainEvent.findMany({
    where: { subject: `case/${caseId}`, type: { in: [...types] } },
    orderBy: { id: "asc" },
  });
  return rows.map((r) => r.payload as Record<string, unknown>);
};
const rowOf = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });

describe("the sweep of overdue cases", () => {
  it("records each clock once, in the minute in which it runs out, and raises the case rung by rung", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await journeyTo(people, "received");
    const { stageDueAt, totalDueAt } = await rowOf(id);

    world.clock.now = new Date(stageDueAt.getTime() - 1);
    expect(await sweepOverdueCases(system())).toMatchObject({ overdue: 0, escalated: 0 });

    world.clock.now = stageDueAt;
    expect(await sweepOverdueCases(system())).toMatchObject({ overdue: 1, escalated: 1 });
    expect(await sweepOverdueCases(system())).toMatchObject({ overdue: 0, escalated: 0 });
    expect(await rowOf(id)).toMatchObject({
      stageOverdueAt: stageDueAt,
      totalOverdueAt: null,
      escalationLevel: 2,
      version: 0,
    });

    world.clock.now = totalDueAt;
    await sweepOverdueCases(system());
    expect(await eventsOf(id, "case.overdue")).toEqual([
      { clock: "stage", dueAt: stageDueAt.toISOString() },
      { clock: "total", dueAt: totalDueAt.toISOString() },
    ]);
    world.clock.now = new Date(totalDueAt.getTime() + 14 * 86_400_000);
    await sweepOverdueCases(system());
    expect((await rowOf(id)).escalationLevel).toBe(4);
    expect((await eventsOf(id, "case.escalated")).map((e) => e.level)).toEqual([2, 3, 4]);
  });

  it("after an outage finds each of many once, also with two sweeps at a time", async () => {
    world.clock.now = at("2026-12-07 09:00");
    for (let i = 0; i < 12; i += 1) await journeyTo(people, "received");
    world.clock.now = at("2026-12-15 09:00");
    const before = await world.everything.domainEvent.count({ where: { type: "case.overdue" } });
    const swept = await Promise.all([sweepOverdueCases(system()), sweepOverdueCases(system())]);
    await sweepOverdueCases(system());
    expect(swept.reduce((sum, s) => sum + s.overdue, 0)).toBe(12);
    expect(await world.everything.domainEvent.count({ where: { type: "case.overdue" } })).toBe(
      before + 12,
    );
  });

  it("leaves a held case alone, resumes it at the agreed end and lets both clocks move", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id, version } = await journeyTo(people, "in_progress");
    const { totalDueAt } = await rowOf(id);
    const until = at("2026-12-21 09:00");
    await holdCase(people.sector, {
      ...act(id, version),
      waitingFor: "budget",
      reason: "Menunggu anggaran",
      until,
    });
    world.clock.now = at("2026-12-18 09:00");
    await sweepOverdueCases(system());
    expect(await eventsOf(id, "case.overdue")).toEqual([]);
    expect(await resumeHeldCases(system())).toBe(0);
    world.clock.now = until;
    expect(await resumeHeldCases(system())).toBe(1);
    const after = await rowOf(id);
    expect(after).toMatchObject({ status: "in_progress", holdUntil: null });
    expect(after.totalDueAt.getTime()).toBeGreaterThan(totalDueAt.getTime());
    expect(await eventsOf(id, "case.resumed")).toEqual([{ bySystem: true }]);
  });

  it("closes a resolved case whose window ended without a word, and not a minute before", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await journeyTo(people, "resolved");
    const { confirmBy } = await rowOf(id);
    if (!confirmBy) throw new Error("no window");
    world.clock.now = new Date(confirmBy.getTime() - 60_000);
    expect(await closeSilentCases(system())).toBe(0);
    world.clock.now = confirmBy;
    expect(await closeSilentCases(system())).toBe(1);
    expect(await rowOf(id)).toMatchObject({ status: "closed", isOpen: false });
    expect(await eventsOf(id, "case.closed")).toEqual([{ bySystem: true }]);
    expect(await eventsOf(id, "case.overdue")).toEqual([]);
  });
});
