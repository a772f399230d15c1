import { randomUUID } from "node:crypto";
import type { CalendarEdit } from "@rembuk/domain/calendars/commands";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { previewRecompute } from "../cases/preview-recompute";
import { recomputeDeadlines } from "../cases/recompute-deadlines";
import { routeCase } from "../cases/route-case";
import { showCase } from "../cases/show-case";
import { sweepOverdueCases } from "../cases/sweep-overdue-cases";
import type { ServiceContext } from "../context";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { changeCalendar } from "./change-calendar";
import { listCalendar } from "./editor-queries";
import { readCalendar } from "./queries";

let world: World;
let people: Cast;
let admin: ServiceContext;
let system: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  system = await world.contextFor("administrator", "");
});
afterAll(() => world?.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const worker = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });
const rowOf = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const localDay = (date: string): CalendarEdit => ({
  kind: "add-day",
  date,
  areaCode: paringinSelatan,
  name: "Hari jadi kecamatan",
  type: "LOCAL",
  decreeNumber: "188.45/9/KEC-PRS/2026",
});
const sixDays = (areaCode: string): CalendarEdit => ({
  kind: "add-hours",
  areaCode,
  sectorCode: "PUSKESMAS",
  hoursKind: "six-day",
  name: "Puskesmas enam hari kerja",
  startsOn: "2026-11-01",
  week: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: 480, closesAt: 840 })),
});
const change = (ctx: ServiceContext, edit: CalendarEdit) =>
  changeCalendar(ctx, { clientActionId: randomUUID(), edit });
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms);
};

describe("a local day", () => {
  it("is previewed by counts, saved once, and moves the deadlines of its own kecamatan", async () => {
    const { id } = await journeyTo(people, "received");
    const secret = await journeyTo(people, "received", { categoryCode: "SEC-VIOL" });
    const before = await rowOf(id);
    const edit = localDay("2026-11-25");
    expect(await previewRecompute(admin, { edit })).toEqual({
      moving: 1,
      checked: 1,
      isAtLeast: false,
    });
    const command = { clientActionId: randomUUID(), edit };
    const { changeId } = await changeCalendar(admin, command);
    expect(await changeCalendar(admin, command)).toEqual({ changeId });
    await expect(change(admin, edit)).rejects.toMatchObject({ code: "CALENDAR_ENTRY_EXISTS" });

    expect(await recomputeDeadlines(worker())).toBe(0);
    later(76_000);
    expect(await recomputeDeadlines(worker())).toBe(2);
    expect(await recomputeDeadlines(worker())).toBe(0);
    const after = await rowOf(id);
    expect(after.stageDueAt).toEqual(at("2026-11-27 16:30"));
    expect(before.stageDueAt).toEqual(at("2026-11-26 16:30"));
    expect(before.totalDueAt).toEqual(at("2026-12-11 16:30"));
    expect(after.totalDueAt).toEqual(at("2026-12-14 16:30"));

    const [event] = await world.everything.domainEvent.findMany({
      where: { subject: `case/${id}`, type: "case.deadline-recomputed" },
    });
    expect(event?.payload).toEqual({
      changeId,
      cause: "day-added",
      day: "2026-11-25",
      totalFrom: before.totalDueAt.toISOString(),
      totalTo: after.totalDueAt.toISOString(),
      stageFrom: before.stageDueAt.toISOString(),
      stageTo: after.stageDueAt.toISOString(),
    });
    const { timeline } = await showCase(people.triage, { caseId: id });
    expect(timeline[0]).toMatchObject({ type: "case.deadline-recomputed" });
    const stage = await world.everything.caseStage.findFirstOrThrow({ where: { caseId: id } });
    expect(stage.dueAt).toEqual(after.stageDueAt);
    // A confidential case moves too, but is told in no count.
    expect(await rowOf(secret.id)).toMatchObject({ version: 1 });
    const page = await listCalendar(admin, { areaCode: paringinSelatan, year: 2026 });
    expect(page.changes[0]).toMatchObject({ cause: "day-added", moved: 1 });
    expect(page.changes[0]?.finishedAt).not.toBeNull();
  });

  it("does not reach another kecamatan, and its end moves them back", async () => {
    const before = await readCalendar(world.db, halong);
    expect(before.holidays.some((h) => h.name === "Hari jadi kecamatan")).toBe(false);
    const { id } = await journeyTo(people, "received");
    const { stageDueAt } = await rowOf(id);
    await change(admin, {
      kind: "withdraw-day",
      date: "2026-11-25",
      areaCode: paringinSelatan,
    });
    later(76_000);
    await recomputeDeadlines(worker());
    // The case was opened by the calendar that this process remembered.
    expect((await rowOf(id)).stageDueAt).toEqual(at("2026-11-26 16:30"));
    expect([at("2026-11-26 16:30"), at("2026-11-27 16:30")]).toContainEqual(stageDueAt);
  });

  it("makes a late case punctual again", async () => {
    world.clock.now = at("2026-11-30 09:00");
    const { id } = await journeyTo(people, "received");
    world.clock.now = at("2026-12-03 16:30");
    await sweepOverdueCases(worker());
    expect((await rowOf(id)).stageOverdueAt).not.toBeNull();
    await change(admin, localDay("2026-12-02"));
    later(76_000);
    await recomputeDeadlines(worker());
    expect(await rowOf(id)).toMatchObject({
      stageOverdueAt: null,
      stageDueAt: at("2026-12-04 16:30"),
    });
  });

  it("is carried through in batches that go on where they stopped", async () => {
    for (let i = 0; i < 3; i += 1) await journeyTo(people, "received");
    const { changeId } = await change(admin, localDay("2026-12-09"));
    later(76_000);
    const ids = await world.everything.case.findMany({
      where: { isOpen: true, subdistrictCode: paringinSelatan },
      orderBy: { id: "asc" },
      select: { id: true, totalDueAt: true },
    });
    const half = ids[Math.floor(ids.length / 2)]?.id ?? "";
    await world.everything.calendarChange.update({
      where: { id: changeId },
      data: { cursor: half },
      select: { id: true },
    });
    await recomputeDeadlines(worker());
    const events = await world.everything.domainEvent.findMany({
      where: {
        type: "case.deadline-recomputed",
        payload: { path: ["changeId"], equals: changeId },
      },
    });
    expect(events.length).toBeGreaterThan(0);
    expect(events.every((e) => e.subject.slice(5) > half)).toBe(true);
  });
});

describe("hours of one sector's offices", () => {
  it("count for the stage that it holds, and not for the total", async () => {
    world.clock.now = at("2026-11-26 09:00");
    await change(admin, sixDays(paringinSelatan));
    const { id } = await journeyTo(people, "triaged");
    await routeCase(people.triage, { ...act(id, 1), target: "PUSKESMAS", instruction: "Mohon" });
    const row = await rowOf(id);
    // Friday, Saturday, Monday, Tuesday (2 December is free), Thursday.
    expect(row.stageDueAt).toEqual(at("2026-12-03 14:00"));
    const calendar = await readCalendar(world.db, `${paringinSelatan}:PUSKESMAS`);
    expect(calendar.periods).toHaveLength(1);
    expect((await readCalendar(world.db, paringinSelatan)).periods).toHaveLength(0);
  });
});

describe("who edits the calendar", () => {
  it("is the administrator everywhere and a kecamatan's own at home", async () => {
    const national: CalendarEdit = {
      kind: "add-day",
      date: "2028-01-01",
      areaCode: "",
      name: "Tahun Baru 2028 Masehi",
      type: "NATIONAL",
      decreeNumber: "SKB 3 Menteri 1/2027",
      decreeDate: "2027-09-01",
    };
    await expect(change(admin, national)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      change(admin, { ...localDay("2026-12-11"), areaCode: halong } as CalendarEdit),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(change(people.triage, localDay("2026-12-11"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      previewRecompute(people.triage, { edit: localDay("2026-12-11") }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      change(system, { ...national, areaCode: paringinSelatan } as CalendarEdit),
    ).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await change(system, national);
    expect((await readCalendar(world.db, halong)).coveredYears).toContain(2028);
    const foreign = await change(system, sixDays(halong));
    expect(foreign.changeId).not.toBe("");
    const hours = await world.everything.officeHours.findFirstOrThrow({
      where: { areaCode: halong },
    });
    await expect(change(admin, { kind: "withdraw-hours", id: hours.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(
      (await world.everything.officeHours.findUniqueOrThrow({ where: { id: hours.id } }))
        .withdrawnAt,
    ).toBeNull();
  });
});
