import { randomUUID } from "node:crypto";
import type { TaskStep } from "@rembuk/domain/cases/task-steps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { acceptAssignment } from "./accept-assignment";
import { addCategory } from "./add-category";
import { addTasks } from "./add-tasks";
import { listRules } from "./rule-tree-queries";
import { saveRule } from "./save-rule";
import { showCase } from "./show-case";
import { previewTaskDates } from "./task-date-queries";

let world: World;
let people: Cast;
let admin: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
});
afterAll(() => world.drop());

const step = (title: string, change: Partial<TaskStep> = {}): TaskStep => ({
  ...{ title, doer: "holder", limitDays: 3, isMandatory: false },
  ...change,
});
const setSteps = (categoryCode: string, version: number, tasks: TaskStep[] | null) =>
  saveRule(admin, {
    ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, categoryCode, version },
    ...{ settings: { tasks }, isActive: true, toldOpenCases: false },
    reason: "Langkah kerja disepakati",
  });
/** What a case of the category has after its checklist was taken over. */
const stepsOn = async (id: string) => {
  const { version } = await showCase(people.triage, { caseId: id });
  await addTasks(people.triage, { ...act(id, version), tasks: null });
  const { tasks } = await showCase(people.triage, { caseId: id });
  return tasks.map(({ title, doer, isMandatory }) => [title, doer, isMandatory]);
};
const start = (categoryCode: string) => journeyTo(people, "in_progress", { categoryCode });

describe("the checklist of a category", () => {
  it("is the kecamatan's own, in its order, with who and by when; an old case keeps the shipped one", async () => {
    const old = await start("PUB-ROAD");
    await setSteps("PUB-ROAD", 0, [
      step("Foto dari desa", { doer: "village", isMandatory: true, limitDays: 2 }),
      step("Tinjau lapangan", { doer: "responsible", limitDays: 5 }),
    ]);
    const fresh = await start("PUB-ROAD");
    expect((await showCase(people.triage, { caseId: fresh.id })).templateSteps).toHaveLength(2);
    expect(await stepsOn(fresh.id)).toEqual([
      ["Foto dari desa", "village", true],
      ["Tinjau lapangan", "responsible", false],
    ]);
    expect((await showCase(people.triage, { caseId: old.id })).templateSteps).toHaveLength(5);
    expect((await stepsOn(old.id)).map(([title]) => title)).toContain(
      "Hitung kebutuhan dan sumber anggaran",
    );
  });

  it("may be empty, and goes back to what is inherited", async () => {
    await setSteps("WEL-HOUSE", 0, []);
    const none = await start("WEL-HOUSE");
    expect((await showCase(people.triage, { caseId: none.id })).templateSteps).toHaveLength(0);
    await expect(
      addTasks(people.triage, { ...act(none.id, none.version), tasks: null }),
    ).rejects.toMatchObject({ code: "TASK_TEMPLATE_MISSING" });
    await setSteps("WEL-HOUSE", 1, null);
    const again = await start("WEL-HOUSE");
    expect((await showCase(people.triage, { caseId: again.id })).templateSteps).toHaveLength(4);
  });

  it("is inherited by a category below it, which may have its own", async () => {
    const { categoryCode } = await addCategory(admin, {
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, parentCode: "HLT-STUNT" },
      ...{ settings: { name: "Stunting: baduta" }, reason: "Sering terjadi di sini" },
    });
    const stepsOf = async () =>
      (await listRules(admin, { areaCode: paringinSelatan })).find((n) => n.code === categoryCode);
    expect((await stepsOf())?.values.tasks).toHaveLength(5);
    expect((await stepsOf())?.sources.tasks).toEqual({ kind: "parent", code: "HLT-STUNT" });
    await saveRule(admin, {
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, categoryCode, version: 1 },
      ...{ settings: { name: "Stunting: baduta", tasks: [step("Timbang")] }, isActive: true },
      ...{ reason: "Langkah kerja disepakati", toldOpenCases: false },
    });
    expect((await stepsOf())?.values.tasks).toEqual([step("Timbang")]);
  });

  it("of a rule that was kept before there was one is the shipped one", async () => {
    const kase = await start("PUB-ROAD");
    const stored = await world.everything.case.findUniqueOrThrow({ where: { id: kase.id } });
    const kept = await world.everything.appliedRule.findUniqueOrThrow({
      where: { id: stored.ruleId ?? "" },
    });
    const { tasks: _, ...older } = kept.rule as Record<string, unknown>;
    const id = randomUUID();
    await world.everything.appliedRule.create({
      data: { id, categoryCode: kept.categoryCode, rule: older as object, versionIds: [] },
    });
    await world.everything.case.update({ where: { id: kase.id }, data: { ruleId: id } });
    expect((await showCase(people.triage, { caseId: kase.id })).templateSteps).toHaveLength(5);
  });

  it("begins with the acceptance where it is wanted, once, and nowhere else", async () => {
    const titlesOf = async (id: string) =>
      (await showCase(people.sector, { caseId: id })).tasks.map(({ title }) => title);
    const accepted = async (withSteps: boolean) => {
      const { id, version } = await journeyTo(people, "assigned", { categoryCode: "PUB-ROAD" });
      const command = { ...act(id, version), withSteps };
      expect(await acceptAssignment(people.sector, command)).toEqual(
        await acceptAssignment(people.sector, command),
      );
      return id;
    };
    const [plain, stepped] = [await accepted(false), await accepted(true)];
    const { templateSteps } = await showCase(people.sector, { caseId: plain });
    expect(templateSteps.length).toBeGreaterThan(0);
    expect(await titlesOf(plain)).toEqual([]);
    expect(await titlesOf(stepped)).toEqual(templateSteps);
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${stepped}`, type: { in: ["case.accepted", "case.tasks-added"] } },
      orderBy: { id: "asc" },
    });
    expect(events.map((e) => e.type)).toEqual(["case.accepted", "case.tasks-added"]);
    // A checklist that is there already is not laid over.
    const begun = await journeyTo(people, "assigned", { categoryCode: "PUB-ROAD" });
    const own = [{ title: "Langkah sendiri", limitDays: 2, doer: "holder" as const }];
    const added = await addTasks(people.triage, {
      ...act(begun.id, begun.version),
      tasks: own.map((one) => ({ ...one, isMandatory: false })),
    });
    await acceptAssignment(people.sector, { ...act(begun.id, added.version), withSteps: true });
    expect(await titlesOf(begun.id)).toEqual(["Langkah sendiri"]);
  });
});

describe("the days of a checklist", () => {
  it("are told before it is saved, by the office's calendar", async () => {
    world.clock.now = at("2026-12-23 09:00");
    const { receivedAt, dueAts } = await previewTaskDates(admin, {
      areaCode: paringinSelatan,
      limitDays: [1, 2],
    });
    expect(receivedAt).toEqual(world.clock.now);
    // The 24th and 25th are none: Christmas and the day before it.
    expect(dueAts.map((due) => due.toISOString().slice(0, 10))).toEqual([
      "2026-12-28",
      "2026-12-29",
    ]);
  });

  it("are told to the area's administrator alone", async () => {
    const other = await world.contextFor("subdistrict-admin", halong);
    for (const ctx of [people.triage, people.village, other]) {
      await expect(
        previewTaskDates(ctx, { areaCode: paringinSelatan, limitDays: [1] }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
