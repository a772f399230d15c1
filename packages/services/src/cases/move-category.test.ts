import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { type Cast, cast, openCommand } from "../testing/case-journey";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { addCategory } from "./add-category";
import { moveCategory } from "./move-category";
import { openCase } from "./open-case";
import { previewMove } from "./preview-move";
import { listRules, showRuleHistory } from "./rule-tree-queries";
import { saveRule } from "./save-rule";
import { showCase } from "./show-case";

let world: World;
let people: Cast;
let admin: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
});
afterAll(() => world.drop());

const add = async (parentCode: string, name: string, settings = {}) => {
  const { categoryCode } = await addCategory(admin, {
    ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, parentCode },
    ...{ settings: { name, ...settings }, reason: "Sering terjadi di sini" },
  });
  return categoryCode;
};
const move = (categoryCode: string, parentCode: string, version = 1, ctx = admin) =>
  moveCategory(ctx, {
    ...{ clientActionId: randomUUID(), areaCode: paringinSelatan },
    ...{ categoryCode, parentCode, version, reason: "Lebih dekat dengan dinasnya" },
  });
const node = async (code: string) =>
  (await listRules(admin, { areaCode: paringinSelatan })).find((n) => n.code === code);

describe("a category that is moved", () => {
  it("inherits from its new parent, with those below it; an open case keeps its rule", async () => {
    const parent = await add("VIL-LKD", "Posyandu");
    const child = await add(parent, "Posyandu: alat", { resolutionDays: 9 });
    const { id } = await openCase(people.triage, openCommand({ categoryCode: child }));
    const before = await showCase(people.triage, { caseId: id });
    const lead = (await node("HLT-STUNT"))?.values.leadSectorCode;

    const preview = await previewMove(admin, {
      ...{ areaCode: paringinSelatan, categoryCode: parent, parentCode: "HLT-STUNT" },
    });
    expect(preview.openCases).toBe(1);
    expect(preview.effects.map((e) => e.code)).toEqual([parent, child]);
    expect(preview.effects[0]?.changes).toContainEqual(
      expect.objectContaining({ field: "leadSectorCode", after: lead }),
    );
    expect(preview.effects[1]?.changes.map((c) => c.field)).not.toContain("resolutionDays");

    expect(await move(parent, "HLT-STUNT")).toEqual({ categoryCode: parent, version: 2 });
    expect(await node(child)).toMatchObject({
      ...{ parentCode: parent, isMovable: true },
      values: { leadSectorCode: lead, resolutionDays: 9 },
    });
    expect((await showCase(people.triage, { caseId: id })).category).toEqual(before.category);
    const fresh = await openCase(people.triage, openCommand({ categoryCode: child }));
    expect((await showCase(people.triage, { caseId: fresh.id })).category.leadSectorCode).toBe(
      lead,
    );
  });

  it("stands in the versions and in the audit, and once by one act", async () => {
    const code = await add("VIL-LPM", "LPM dusun");
    const command = {
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, categoryCode: code },
      ...{ parentCode: "VIL-BPD", version: 1, reason: "Lebih dekat dengan BPD" },
    };
    const answers = [await moveCategory(admin, command), await moveCategory(admin, command)];
    expect(answers[1]).toEqual(answers[0]);
    const { versions } = await showRuleHistory(admin, {
      ...{ areaCode: paringinSelatan, categoryCode: code },
    });
    expect(versions.map((v) => [v.version, v.parentCode])).toEqual([
      [2, "VIL-BPD"],
      [1, "VIL-LPM"],
    ]);
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `rule/${code}`, type: "rule.category-moved" },
    });
    expect(events.map((e) => [e.subdistrictCode, e.actorId, e.payload])).toEqual([
      [
        paringinSelatan,
        admin.actor.userId,
        expect.objectContaining({ fromCode: "VIL-LPM", parentCode: "VIL-BPD", version: 2 }),
      ],
    ]);
  });

  it("is refused to others, on an older version, and in a circle", async () => {
    const above = await add("VIL-DATA", "Profil desa");
    const below = await add(above, "Profil desa: peta");
    const other = await world.contextFor("subdistrict-admin", halong);
    for (const ctx of [people.triage, people.head, people.village, other]) {
      await expect(move(above, "VIL-LPM", 1, ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
      const input = { areaCode: paringinSelatan, categoryCode: above, parentCode: "VIL-LPM" };
      await expect(previewMove(ctx, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(move(above, below)).rejects.toMatchObject({ code: "RULE_CYCLE" });
    await expect(move("VIL-DATA", "VIL-LPM")).rejects.toMatchObject({ code: "RULE_NOT_MOVABLE" });
    await saveRule(admin, {
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, categoryCode: above },
      ...{ version: 1, settings: { name: "Profil desa" }, isActive: false, toldOpenCases: false },
      reason: "Tidak dipakai lagi",
    });
    await expect(move(above, "VIL-LPM")).rejects.toMatchObject({ code: "RULE_CHANGED_MEANWHILE" });
    await expect(move(below, above)).rejects.toMatchObject({ code: "RULE_UNCHANGED" });
  });

  it("never closes a circle, though two move at once", async () => {
    const [one, two] = [await add("VIL-LPM", "Satu arah"), await add("VIL-LPM", "Dua arah")];
    const outcomes = await Promise.allSettled([move(one, two), move(two, one)]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await node(one)).toBeDefined();
    expect(await node(two)).toBeDefined();
  });
});
