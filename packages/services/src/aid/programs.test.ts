import { randomUUID } from "node:crypto";
import { aidTypes, approverOf } from "@rembuk/domain/aid/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { createWorld, halong, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { listProgramPlaces, listPrograms, showProgram } from "./program-queries";
import { saveCycle } from "./save-cycle";
import { saveProgram } from "./save-program";

let world: World;
let admin: ServiceContext;
let village: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  village = await world.contextFor("village-officer", murungAbuin);
});
afterAll(() => world.drop());

const here = { subdistrictCode: paringinSelatan };
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const contentOf = async (programCode: string) => {
  const { program } = await showProgram(admin, { ...here, code: programCode });
  const { code: _, isActive: __, version: ___, ...content } = program;
  return { ...content, documents: [...content.documents] };
};

describe("welfare programs", () => {
  it("are 22, of four types, with who decides", async () => {
    const { items, mayEdit } = await listPrograms(village, here);
    expect([items.length, mayEdit]).toEqual([22, false]);
    expect([...new Set(items.map((one) => one.aidType))].sort()).toEqual([...aidTypes].sort());
    const villages = items.filter((one) => approverOf(one.fundingLevel) === "village-head");
    expect(villages.map((one) => one.code)).toEqual(["BLT_DD"]);
    expect(items.every((one) => !one.isActive && one.documents.length > 0)).toBe(true);
  });

  it("are worded and used by each kecamatan for itself, in versions", async () => {
    const content = { ...(await contentOf("BLT_DD")), amount: "300.000 per bulan pada 2026" };
    const command = { clientActionId: randomUUID(), ...here, code: "BLT_DD", isActive: true };
    const save = { ...command, version: 0, content };
    expect(await saveProgram(admin, save)).toEqual({ version: 1 });
    expect(await saveProgram(admin, save)).toEqual({ version: 1 });
    const again = { ...save, clientActionId: randomUUID() };
    expect(await code(saveProgram(admin, again))).toBe("PROGRAM_CHANGED_MEANWHILE");
    const { program } = await showProgram(village, { ...here, code: "BLT_DD" });
    expect(program).toMatchObject({ version: 1, isActive: true, amount: content.amount });
    const far = await world.contextFor("subdistrict-admin", halong);
    const other = await showProgram(far, { subdistrictCode: halong, code: "BLT_DD" });
    expect(other.program).toMatchObject({ version: 0, isActive: false });
    expect(await code(saveProgram(far, { ...again, version: 1 }))).toBe("FORBIDDEN");
    expect(await code(saveProgram(village, { ...again, version: 1 }))).toBe("FORBIDDEN");
    expect(await code(listPrograms(far, here))).toBe("FORBIDDEN");
    expect((await listProgramPlaces(village)).map((one) => one.code)).toEqual([paringinSelatan]);
  });

  it("run in cycles with a period and a quota", async () => {
    const cycle = {
      ...{ clientActionId: randomUUID(), ...here, code: "CBP_BERAS", version: 0 },
      ...{ name: "Alokasi Oktober-November", startsOn: "2026-10-01", endsOn: "2026-11-30" },
      ...{ quota: 120, benefit: "20 kg beras" },
    };
    const { cycleId } = await saveCycle(admin, cycle);
    const changed = { ...cycle, clientActionId: randomUUID(), cycleId, quota: 140 };
    expect(await saveCycle(admin, changed)).toEqual({ cycleId, version: 1 });
    const late = { ...changed, clientActionId: randomUUID() };
    expect(await code(saveCycle(admin, late))).toBe("PROGRAM_CHANGED_MEANWHILE");
    const { cycles } = await showProgram(village, { ...here, code: "CBP_BERAS" });
    expect(cycles).toMatchObject([{ id: cycleId, quota: 140, state: "running" }]);
    expect(
      await code(saveCycle(admin, { ...cycle, clientActionId: randomUUID(), code: "XX" })),
    ).toBe("PROGRAM_NOT_FOUND");
    const types = await world.everything.domainEvent.findMany({
      where: { subject: { startsWith: "program/" } },
      select: { type: true },
    });
    expect([...new Set(types.map((one) => one.type))].sort()).toEqual([
      ...["program.cycle-saved", "program.saved"],
    ]);
  });
});
