import { randomUUID } from "node:crypto";
import { ageStarts } from "@rembuk/domain/calendars/case-spans";
import { caseOrders } from "@rembuk/domain/cases/list-filters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { listFilterChoices } from "./choice-queries";
import { countGroups } from "./group-queries";
import { openCase } from "./open-case";
import { type CasePage, countCases, listCases } from "./queries";
import { routeCase } from "./route-case";
import { triageCase } from "./triage-case";

let world: World;
let desk: ServiceContext;
const ids: Record<string, string> = {};

const open = async (name: string, day: string, over: Parameters<typeof openCommand>[0] = {}) => {
  world.clock.now = at(`${day} 09:00`);
  const village = over?.villageCode ?? murungAbuin;
  const ctx = await world.contextFor("triage-officer", village.slice(0, 8));
  const { id } = await openCase(ctx, openCommand({ title: name, ...over }));
  ids[name] = id;
  return id;
};

beforeAll(async () => {
  world = await createWorld();
  desk = await world.contextFor("triage-officer", paringinSelatan);
  await open("first", "2026-11-02");
  await open("second", "2026-11-03", { villageCode: lingsir });
  await open("third", "2026-11-04");
  await open("elsewhere", "2026-11-04", { villageCode: liyu });
  world.clock.now = at("2026-11-05 10:00");
  const { version } = await triageCase(desk, act(ids.first ?? "", 0));
  await routeCase(desk, { ...act(ids.first ?? "", version), target: "DPMD", instruction: "x" });
  world.clock.now = at("2026-11-23 09:00");
}, 60_000);
afterAll(() => world.drop());

const namesOf = async (ctx: ServiceContext, input: Partial<Parameters<typeof listCases>[1]>) => {
  const { items } = await listCases(ctx, { order: "newest", limit: 50, ...input });
  return items.map((item) => item.title);
};

describe("a list of cases", () => {
  it("keeps to days on the wall of the office, both included", async () => {
    const received = (from?: string, to?: string) => namesOf(desk, { received: { from, to } });
    expect(await received("2026-11-03", "2026-11-03")).toEqual(["second"]);
    expect(await received(undefined, "2026-11-03")).toEqual(["second", "first"]);
    expect(await received("2026-11-04")).toEqual(["third"]);
    // Half past midnight in WITA is still the day before in UTC.
    world.clock.now = at("2026-11-10 00:30");
    await open("night", "2026-11-10");
    await world.everything.case.update({
      where: { id: ids.night ?? "" },
      data: { receivedAt: at("2026-11-10 00:30") },
      select: { id: true },
    });
    world.clock.now = at("2026-11-23 09:00");
    expect(await received("2026-11-10", "2026-11-10")).toEqual(["night"]);
    expect(await received("2026-11-09", "2026-11-09")).toEqual([]);
  });

  it("narrows by deadline, sector, unit, kecamatan and officer", async () => {
    const due = (await listCases(desk, { order: "due", limit: 1 })).items[0];
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Makassar" }).format(due?.dueAt);
    expect(await namesOf(desk, { due: { from: day, to: day } })).toContain(due?.title);
    expect(await namesOf(desk, { sectors: ["DPMD"] })).toEqual(["first"]);
    expect(await namesOf(desk, { units: ["DPMD"] })).toEqual(["first"]);
    expect(await namesOf(desk, { units: ["DINKES"] })).toEqual([]);
    expect(await namesOf(desk, { subdistricts: [liyu.slice(0, 8)] })).toEqual([]);
    const stored = await world.everything.case.findUniqueOrThrow({
      where: { id: ids.first ?? "" },
    });
    const officer = stored.responsibleId ?? "";
    expect(await namesOf(desk, { person: officer })).toContain("first");
    expect(await namesOf(desk, { person: randomUUID() })).toEqual([]);
    expect(await namesOf(desk, { person: "me" })).toEqual([]);
    expect(await countCases(desk, { a: { person: officer, sectors: ["DPMD"] } })).toEqual({ a: 1 });
  });

  it("knows what an act changed last", async () => {
    expect((await namesOf(desk, { order: "updated" }))[0]).toBe("night");
    const { items } = await listCases(desk, { order: "updated", limit: 50 });
    expect(items.find((item) => item.title === "first")?.updatedAt).toEqual(at("2026-11-05 10:00"));
  });

  it.each(caseOrders)("goes on behind the last row in the order %s", async (order) => {
    const whole = await listCases(desk, { order, limit: 50 });
    const seen: string[] = [];
    let cursor: CasePage["nextCursor"] = null;
    do {
      const page: CasePage = await listCases(desk, { order, limit: 1, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole.items.map((item) => item.id));
    expect(seen.length).toBeGreaterThan(3);
  });

  it("stands under villages and sectors with the count of each", async () => {
    const byVillage = await countGroups(desk, { by: "village" });
    const found = byVillage.groups.map(({ code, count }) => [code, count]);
    expect(found).toContainEqual([lingsir, 1]);
    expect(found.flat()).not.toContain(liyu);
    const bySector = await countGroups(desk, { by: "sector" });
    const total = (groups: typeof bySector.groups) => groups.reduce((sum, g) => sum + g.count, 0);
    expect(total(bySector.groups)).toBe(total(byVillage.groups));
    for (const { code, count } of bySector.groups)
      expect(await countCases(desk, { one: { leadSector: code } })).toEqual({ one: count });
    expect(bySector.groups.map(({ code }) => code)).toContain("DPMD");
  });

  it("stands under deadlines with the count of each, and no case under none or two", async () => {
    const { groups } = await countGroups(desk, { by: "due" });
    const total = groups.reduce((sum, { count }) => sum + count, 0);
    expect(await countCases(desk, { open: {} })).toEqual({ open: total });
    expect(total).toBeGreaterThan(3);
    const late = groups.find(({ code }) => code === "late")?.count ?? 0;
    expect(await countCases(desk, { late: { lateness: "late" } })).toEqual({ late });
  });

  it("narrows by age: every case has one, and near is no more than what is due this week and not late", async () => {
    const ages = ageStarts.map((_, age) => [String(age), { age }] as const);
    const counts = await countCases(desk, {
      ...Object.fromEntries(ages),
      ...{ open: {}, near: { lateness: "near" }, late: { lateness: "late" } },
    });
    const aged = ages.reduce((sum, [name]) => sum + (counts[name] ?? 0), 0);
    expect(aged).toBe(counts.open);
    const soon = await listCases(desk, { order: "due", limit: 100, lateness: "near" });
    expect(soon.items).toHaveLength(counts.near ?? -1);
    for (const { dueAt } of soon.items)
      expect(dueAt.getTime()).toBeGreaterThan(desk.now().getTime());
  });

  it("offers officers of one's own office, and nobody to who has none", async () => {
    const { officers } = await listFilterChoices(desk);
    expect(officers.some(({ role }) => role === "section-head")).toBe(true);
    const names = officers.map(({ name }) => name).join(" ");
    expect(names).toContain(paringinSelatan);
    expect(names).not.toContain("63.11.02");
    const citizen = await world.contextFor("reporter", murungAbuin);
    expect((await listFilterChoices(citizen)).officers).toEqual([]);
    const auditor = await world.contextFor("auditor", "63.11");
    expect((await listFilterChoices(auditor)).subdistricts.map(({ code }) => code)).toContain(
      paringinSelatan,
    );
  });
});
