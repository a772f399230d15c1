import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SaveAssessmentYearCommand } from "@rembuk/domain/innovations/commands";
import type { SaveCriteriaCommand } from "@rembuk/domain/sustainability/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { showInnovation } from "../innovations/queries";
import { registerInnovation } from "../innovations/register-innovation";
import { saveYear } from "../innovations/save-year";
import { listYears } from "../innovations/year-queries";
import { systemActor } from "../kernel/system-actor";
import { createWorld, halong, type World } from "../testing/world";
import { listCriteria } from "./criteria-queries";
import { liveInnovation } from "./live-innovation.fixture";
import { moveReview } from "./move-review";
import { openReviews } from "./open-reviews";
import { listReviews } from "./queries";
import { saveCriteria } from "./save-criteria";

let world: World;
let by: Record<
  "admin" | "other" | "office" | "manager" | "sekcam" | "camat" | "lead",
  ServiceContext
>;
const act = () => ({ clientActionId: randomUUID() });
beforeAll(async () => {
  world = await createWorld();
  by = {
    admin: await world.contextFor("administrator", ""),
    other: await world.contextFor("administrator", "", { clearance: true }),
    office: await world.contextFor("subdistrict-admin", halong),
    manager: await world.contextFor("innovation-manager", halong),
    sekcam: await world.contextFor("subdistrict-secretary", halong, { sectorCode: "SEKCAM" }),
    camat: await world.contextFor("subdistrict-head", halong),
    lead: await world.contextFor("coach-lead", "63"),
  };
});
afterAll(() => world?.drop());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const sweep = () => openReviews({ ...world.contextOf(systemActor), db: world.everything });
const halfYear = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 190 * 86_400_000);
};
const inForce = async () => {
  const [current] = await listCriteria(by.admin);
  if (!current) throw new Error("no criteria");
  return current;
};
const asking = async (question: string): Promise<SaveCriteriaCommand> => {
  const { version, criteria } = await inForce();
  const inclusive = { code: null, name: "Inklusif", question };
  return { ...act(), base: version, criteria: [...criteria, inclusive] };
};

describe("the criteria of reviews", () => {
  it("are seen and changed by administrators of the installation alone", async () => {
    expect(await inForce()).toMatchObject({ version: 1, savedByName: null });
    for (const who of ["office", "manager", "camat", "lead"] as const) {
      expect(await code(listCriteria(by[who]))).toBe("FORBIDDEN");
      expect(await code(saveCriteria(by[who], await asking("Siapa belum?")))).toBe("FORBIDDEN");
    }
    // The fence says so too: not even their row is taken.
    const row = { version: 99, criteria: [], savedById: by.office.actor.userId };
    await expect(world.db.reviewCriteria.create({ data: row })).rejects.toThrow(/row-level/);
  });

  it("are a new version each time; what runs keeps its own, what opens has the new one", async () => {
    const innovationId = await liveInnovation(by);
    halfYear();
    expect(await sweep()).toBe(1);
    const command = await asking("Siapa yang belum terlayani?");
    expect(await saveCriteria(by.admin, command)).toEqual({ version: 2 });
    expect(await saveCriteria(by.admin, command)).toEqual({ version: 2 });
    const reviews = () => listReviews(by.lead, { innovationId });
    const [running] = await reviews();
    expect(running).toMatchObject({ criteria: { version: 1 } });
    expect(running?.criteria.criteria).toHaveLength(8);
    const step = { move: "waive", reason: "Diganti tinjauan berikutnya" } as const;
    const { id: reviewId = "", version = 0 } = running ?? {};
    await moveReview(by.lead, { ...act(), reviewId, version, step });
    halfYear();
    expect(await sweep()).toBe(1);
    const [next] = await reviews();
    expect(next?.criteria).toMatchObject({ version: 2 });
    expect(next?.criteria.criteria.at(-1)).toMatchObject({ code: "OWN_1", name: "Inklusif" });
    const versions = await listCriteria(by.admin);
    expect(versions.map((one) => [one.version, one.savedByName])).toEqual([
      [2, by.admin.actor.name],
      [1, null],
    ]);
  });

  it("saved by two at once, one of them looks again", async () => {
    const commands = [await asking("Satu atau dua?"), await asking("Dua atau tiga?")];
    const said = await Promise.all(
      [by.admin, by.other].map((who, at) =>
        code(saveCriteria(who, commands[at] as SaveCriteriaCommand)),
      ),
    );
    expect(said.sort()).toEqual(["CRITERIA_CHANGED_MEANWHILE", "done"]);
    expect((await inForce()).version).toBe(3);
  });
});

describe("the years of assessment", () => {
  const iga2027: Omit<SaveAssessmentYearCommand, "clientActionId"> = {
    ...{ id: "IGA-2027", version: 0, isNew: true, designWords: 200, isActive: true },
    ...{ implementedFrom: "2022-01-01", implementedTo: "2026-12-31" },
    source: "Surat contoh untuk uji",
  };
  const report = readFileSync(
    new URL("../../../domain/src/innovations/laporan-indeks.fixture.txt", import.meta.url),
    "utf8",
  );
  const active = async () =>
    (await listYears(by.admin)).filter(({ isActive }) => isActive).map(({ id }) => id);

  it("begin with the one that is shipped, against which RUKO PARSEL's report is not taken", async () => {
    const { innovationId } = await registerInnovation(by.manager, {
      ...{ ...act(), subdistrictCode: halong, name: "RUKO PARSEL", pasted: report },
    });
    const shown = async () => (await showInnovation(by.manager, { innovationId })).eligibility;
    expect(await shown()).toEqual({
      ...{ year: "IGA-2026", gaps: ["started-before", "design-short"] },
      ...{ words: 213, wordsNeeded: 300 },
    });
    expect(await code(listYears(by.office))).toBe("FORBIDDEN");
    expect(await code(saveYear(by.office, { ...act(), ...iga2027 }))).toBe("FORBIDDEN");
    await saveYear(by.admin, { ...act(), ...iga2027 });
    expect(await active()).toEqual(["IGA-2027"]);
    expect(await shown()).toEqual({
      ...{ year: "IGA-2027", gaps: [], words: 213, wordsNeeded: 200 },
    });
    await saveYear(by.admin, { ...act(), ...iga2027, isNew: false, isActive: false });
    expect(await shown()).toBeNull();
  });

  it("are changed on the version that was seen, and one is in force however many choose", async () => {
    expect(await code(saveYear(by.admin, { ...act(), ...iga2027 }))).toBe("ASSESSMENT_YEAR_TAKEN");
    const late = { ...iga2027, isNew: false, version: 0 };
    expect(await code(saveYear(by.admin, { ...act(), ...late }))).toBe("ASSESSMENT_YEAR_CHANGED");
    const others = ["IGA-2028", "IGA-2029"].map((id) => ({ ...act(), ...iga2027, id }));
    const said = await Promise.all(
      [by.admin, by.other].map((who, at) =>
        code(saveYear(who, others[at] as SaveAssessmentYearCommand)),
      ),
    );
    expect(said).toEqual(["done", "done"]);
    expect(await active()).toHaveLength(1);
  });
});
