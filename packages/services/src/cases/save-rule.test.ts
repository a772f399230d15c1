import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, answer, type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { acceptAssignment } from "./accept-assignment";
import { addCategory } from "./add-category";
import { openCase } from "./open-case";
import { listCategoryOptions } from "./option-queries";
import { previewRouting } from "./preview-routing";
import { previewRule } from "./preview-rule";
import { routeCase } from "./route-case";
import { listRulePlaces, listRules, showRuleHistory } from "./rule-tree-queries";
import { saveRule } from "./save-rule";
import { showCase } from "./show-case";
import { triageCase } from "./triage-case";

let world: World;
let people: Cast;
let admin: ServiceContext;
let administrator: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  administrator = await world.contextFor("administrator", "");
});
afterAll(() => world.drop());
afterEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const stored = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const rule = (change: Partial<Parameters<typeof saveRule>[1]> = {}) => ({
  clientActionId: randomUUID(),
  areaCode: paringinSelatan,
  categoryCode: "VIL-LPM",
  version: 0,
  settings: {},
  isActive: true,
  reason: "Kesepakatan rapat koordinasi",
  toldOpenCases: false,
  ...change,
});
const optionOf = async (ctx: ServiceContext, code: string, subdistrictCode = paringinSelatan) =>
  (await listCategoryOptions(ctx, { subdistrictCode })).find((o) => o.code === code);

describe("a saved rule", () => {
  it("works for new cases, and an old case keeps the rule it was opened under", async () => {
    const code = "VIL-PROG";
    const open = () => openCase(people.triage, openCommand({ categoryCode: code }));
    const old = await open();
    const before = await stored(old.id);
    const saved = await saveRule(
      admin,
      rule({
        categoryCode: code,
        settings: { leadSectorCode: "DINSOS", resolutionDays: 20, followUpDays: 4 },
      }),
    );
    expect(saved).toEqual({ categoryCode: code, version: 1 });
    const fresh = await open();
    const after = await stored(fresh.id);
    expect([before.totalLimitDays, after.totalLimitDays]).not.toEqual([20, 20]);
    expect(after.totalLimitDays).toBe(20);
    expect(after.ruleId).not.toBe(before.ruleId);
    const preview = await previewRouting(people.triage, {
      subdistrictCode: paringinSelatan,
      categoryCode: code,
    });
    expect(preview).toMatchObject({ target: "DINSOS", resolutionDays: 20, followUpDays: 4 });

    // Every later decision of the old case goes by its own version.
    const seen = await showCase(people.triage, { caseId: old.id });
    expect(seen.category.leadSectorCode).not.toBe("DINSOS");
    await triageCase(people.triage, act(old.id, 0));
    await routeCase(people.triage, {
      ...act(old.id, 1),
      target: "DPMD",
      instruction: "Mohon dibina",
    });
    expect((await stored(old.id)).stageLimitDays).toBe(seen.category.followUpDays);
    await acceptAssignment(people.sector, act(old.id, 2));
    const worked = await stored(old.id);
    expect(worked.stageLimitDays).toBe(seen.category.resolutionDays);
    expect(worked.ruleId).toBe(before.ruleId);
  });

  it("is named in the events of opening and of correcting the category", async () => {
    const { id } = await openCase(people.triage, openCommand({ categoryCode: "VIL-CAP" }));
    await triageCase(people.triage, { ...act(id, 0), categoryCode: "VIL-PROG" });
    const kase = await stored(id);
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${id}` },
      orderBy: { id: "asc" },
    });
    const ids = events.map((e) => (e.payload as { ruleId: string }).ruleId);
    expect(ids[1]).toBe(kase.ruleId);
    expect(ids[0]).not.toBe(kase.ruleId);
    const kept = await world.everything.appliedRule.findMany({ where: { id: { in: ids } } });
    expect(kept.map((k) => k.categoryCode).sort()).toEqual(["VIL-CAP", "VIL-PROG"]);
    // Corrected to a category whose rule was changed: the version in force now.
    expect(kase.totalLimitDays).toBe(20);
  });

  it("reaches neither another kecamatan nor another category", async () => {
    const there = await world.contextFor("triage-officer", halong);
    expect((await optionOf(there, "VIL-PROG", halong))?.targetName).not.toMatch(/Sosial/);
    expect((await optionOf(people.triage, "VIL-PROG"))?.targetName).toMatch(/Sosial/);
  });

  it("comes into force on its day, at the beginning of the office's day", async () => {
    const code = "VIL-FAC";
    await saveRule(
      admin,
      rule({ categoryCode: code, settings: { resolutionDays: 30 }, inForceOn: "2026-11-25" }),
    );
    const limitAt = async (moment: string) => {
      world.clock.now = at(moment);
      const { id } = await openCase(people.triage, openCommand({ categoryCode: code }));
      return (await stored(id)).totalLimitDays;
    };
    expect(await limitAt("2026-11-24 23:59")).toBe(14);
    expect(await limitAt("2026-11-25 00:00")).toBe(30);
  });

  it("is laid over the kabupaten's, which is laid over the master's", async () => {
    const code = "VIL-BPD";
    const wide = { areaCode: "63.11", categoryCode: code };
    await saveRule(
      administrator,
      rule({ ...wide, settings: { resolutionDays: 25, requiredEvidence: "Surat BPD" } }),
    );
    await saveRule(admin, rule({ categoryCode: code, settings: { resolutionDays: 12 } }));
    const node = (await listRules(admin, { areaCode: paringinSelatan })).find(
      (n) => n.code === code,
    );
    expect(node?.values).toMatchObject({ resolutionDays: 12, requiredEvidence: "Surat BPD" });
    expect(node?.inherited.resolutionDays).toBe(25);
    expect(node?.sources.resolutionDays).toEqual({ kind: "area", areaCode: paringinSelatan });
    expect(node?.sources.requiredEvidence).toEqual({ kind: "area", areaCode: "63.11" });
    expect(node?.sources.leadSectorCode).toEqual({ kind: "master" });
  });

  it("is never overwritten: each save is a version, and the second of two at once is refused", async () => {
    const code = "VIL-CAP";
    const save = (version: number, days: number) =>
      saveRule(admin, rule({ categoryCode: code, version, settings: { resolutionDays: days } }));
    await save(0, 10);
    await expect(save(0, 11)).rejects.toMatchObject({ code: "RULE_CHANGED_MEANWHILE" });
    const race = await Promise.allSettled([save(1, 12), save(1, 13)]);
    expect(race.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { versions } = await showRuleHistory(admin, {
      areaCode: paringinSelatan,
      categoryCode: code,
    });
    expect(versions.map((v) => v.version)).toEqual([2, 1]);
    expect(versions[1]).toMatchObject({
      settings: { resolutionDays: 10 },
      reason: "Kesepakatan rapat koordinasi",
      createdByName: admin.actor.name,
    });
    await expect(world.db.$executeRaw`UPDATE category_rule SET reason = 'x'`).rejects.toThrow(
      /permission denied/,
    );
    await expect(world.db.$executeRaw`DELETE FROM applied_rule`).rejects.toThrow(
      /permission denied/,
    );
  });

  it("is saved once by one act", async () => {
    const command = rule({ categoryCode: "VIL-DATA", settings: { resolutionDays: 9 } });
    const answers = [await saveRule(admin, command), await saveRule(admin, command)];
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe("what a rule may not do", () => {
  it("lower privacy below the master's, or reorder the days", async () => {
    const rows = await world.db.caseCategory.findMany();
    const secret = rows.find(
      (r) => r.privacy === "SECRET" && r.classification !== "COMPLAINT_SUPERVISORY",
    );
    await expect(
      saveRule(admin, rule({ categoryCode: secret?.code ?? "", settings: { privacy: "NORMAL" } })),
    ).rejects.toMatchObject({ code: "RULE_PRIVACY_LOWERED" });
    await expect(saveRule(admin, rule({ settings: { resolutionDays: 2 } }))).rejects.toMatchObject({
      code: "RULE_DAYS_ORDER",
    });
  });

  it("touch a supervisory category, a sector that is none, an order to switch the master off, or nothing", async () => {
    const rows = await world.db.caseCategory.findMany();
    const supervisory = rows.find((r) => r.classification === "COMPLAINT_SUPERVISORY");
    const refused = (change: Parameters<typeof rule>[0]) =>
      saveRule(admin, rule(change)).then(
        () => "saved",
        (error: { code: string }) => error.code,
      );
    expect(
      await refused({ categoryCode: supervisory?.code ?? "", settings: { resolutionDays: 90 } }),
    ).toBe("RULE_LOCKED");
    expect(await refused({ settings: { leadSectorCode: "NOBODY" } })).toBe("INPUT_INVALID");
    expect(await refused({ isActive: false })).toBe("RULE_MASTER_STAYS");
    expect(await refused({})).toBe("RULE_UNCHANGED");
    expect(await refused({ categoryCode: "NONE-SUCH" })).toBe("CATEGORY_UNKNOWN");
  });

  it("be saved or tried by anybody but the area's administrators", async () => {
    const other = await world.contextFor("subdistrict-admin", halong);
    for (const ctx of [people.triage, people.head, people.sector, people.village, other]) {
      await expect(saveRule(ctx, rule())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(
        previewRule(ctx, { areaCode: paringinSelatan, categoryCode: "VIL-LPM", settings: {} }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listRules(ctx, { areaCode: paringinSelatan })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    await expect(saveRule(admin, rule({ areaCode: "63.11" }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await listRulePlaces(admin)).map((p) => p.code)).toEqual([paringinSelatan]);
    expect((await listRulePlaces(administrator)).map((p) => p.code)).toContain("63.11");
  });

  it("be written past the use case: the fence holds the area", async () => {
    await expect(
      world.db
        .$executeRaw`INSERT INTO category_rule (id, area_code, category_code, version, settings, is_active,
        in_force_from, reason, created_by_id, created_at) VALUES (${randomUUID()}::uuid, ${halong}, 'VIL-LPM', 1, '{}',
        true, now(), 'x', ${admin.actor.userId}::uuid, now())`,
    ).rejects.toThrow(/row-level security/);
  });
});

describe("an own category", () => {
  const add = (parentCode: string, name: string, settings = {}) =>
    addCategory(admin, {
      clientActionId: randomUUID(),
      areaCode: paringinSelatan,
      parentCode,
      settings: { name, ...settings },
      reason: "Sering terjadi di sini",
    });

  it("inherits through the levels what it does not set, and follows a later change above it", async () => {
    const child = await add("VIL-LKD", "Karang taruna", { resolutionDays: 10 });
    const grandchild = await add(child.categoryCode, "Karang taruna: sarana");
    const { id } = await openCase(
      people.triage,
      openCommand({ categoryCode: grandchild.categoryCode }),
    );
    const kase = await stored(id);
    const parent = await world.db.caseCategory.findUniqueOrThrow({ where: { code: "VIL-LKD" } });
    expect(kase).toMatchObject({
      totalLimitDays: 10,
      sectionCode: parent.focalSectionCode,
      kind: parent.kind,
    });
    await saveRule(
      admin,
      rule({ categoryCode: "VIL-LKD", settings: { leadSectorCode: "DISKOMINFO" } }),
    );
    const option = await optionOf(people.triage, grandchild.categoryCode);
    expect(option).toMatchObject({ within: "Karang taruna" });
    const nodes = await listRules(admin, { areaCode: paringinSelatan });
    const node = nodes.find((n) => n.code === grandchild.categoryCode);
    expect(node?.values.leadSectorCode).toBe("DISKOMINFO");
    expect(node?.sources.leadSectorCode).toEqual({ kind: "parent", code: child.categoryCode });
    expect((await showCase(people.triage, { caseId: id })).category).toMatchObject({
      name: "Karang taruna: sarana",
      leadSectorCode: parent.leadSectorCode,
    });
    const there = await world.contextFor("triage-officer", halong);
    expect(await optionOf(there, grandchild.categoryCode, halong)).toBeUndefined();
  });

  it("is switched off only after its open cases were told; they go on under their rule", async () => {
    const { categoryCode } = await add("VIL-LPM", "LPM dusun");
    const { id } = await openCase(people.triage, openCommand({ categoryCode }));
    const off = rule({
      categoryCode,
      version: 1,
      isActive: false,
      settings: { name: "LPM dusun" },
    });
    await expect(saveRule(admin, off)).rejects.toMatchObject({
      code: "RULE_HAS_OPEN_CASES",
      details: { count: 1 },
    });
    await saveRule(admin, { ...off, clientActionId: randomUUID(), toldOpenCases: true });
    await expect(openCase(people.triage, openCommand({ categoryCode }))).rejects.toMatchObject({
      code: "CATEGORY_OFF",
    });
    expect(await optionOf(people.triage, categoryCode)).toBeUndefined();
    await triageCase(people.triage, act(id, 0));
    expect((await stored(id)).status).toBe("triaged");
  });
});

describe("a trial on past cases", () => {
  it("counts targets, moved deadlines and lateness of ordinary cases, and no others", async () => {
    const categoryCode = "VIL-EMP";
    const change = { categoryCode };
    const one = await journeyTo(people, "resolved", change);
    await journeyTo(people, "assigned", change);
    await journeyTo(people, "received", change);
    await journeyTo(people, "received", { ...change, privacy: "SECRET" });
    await journeyTo(people, "received", { ...change, villageCode: murungAbuin });
    expect(one.version).toBe(4);
    world.clock.now = at("2026-12-01 09:00");
    const trial = await previewRule(admin, {
      areaCode: paringinSelatan,
      categoryCode,
      settings: { leadSectorCode: "DINSOS", resolutionDays: 5 },
    });
    expect(trial).toMatchObject({ cases: 4, shorter: 4, same: 0, longer: 0, lateBefore: 0 });
    // Answered on its first day: in time under any rule. The three others are still open.
    expect(trial.lateAfter).toBe(3);
    const count = (code: string | null) => trial.targets.find((t) => t.code === code);
    expect(count("DINSOS")).toMatchObject({ before: 0, after: 4 });
    expect(count("DPMD")).toMatchObject({ before: 2, after: 0 });
    expect(count(null)).toMatchObject({ before: 2, after: 0 });
    expect(JSON.stringify(trial)).not.toMatch(/LPM belum berjalan|PRS-/);
    expect(answer.outcome).toBe("handled");
  });

  it("never moves by a secret case: with and without one the counts are the same", async () => {
    const tried = () =>
      previewRule(admin, {
        areaCode: paringinSelatan,
        categoryCode: "VIL-LKD",
        settings: { resolutionDays: 30 },
      });
    const before = await tried();
    await openCase(people.triage, openCommand({ categoryCode: "VIL-LKD", privacy: "SECRET" }));
    expect(await tried()).toEqual(before);
  });
});
