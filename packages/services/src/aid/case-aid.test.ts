import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import { showCase } from "../cases/show-case";
import type { ServiceContext } from "../context";
import { enterFamily, useProgram } from "../testing/aid-journey";
import { openCommand } from "../testing/case-journey";
import { createWorld, lingsir, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { showCaseAid } from "./case-queries";
import { listEnrollments } from "./enrollment-queries";
import { nominateResident } from "./nominate-resident";
import { settleEnrollment } from "./settle-enrollment";

let world: World;
let by: Record<"village" | "kades" | "desk" | "neighbour" | "sector", ServiceContext>;
beforeAll(async () => {
  world = await createWorld();
  const sectorCode = "DPMD";
  by = {
    village: await world.contextFor("village-officer", murungAbuin),
    kades: await world.contextFor("village-head", murungAbuin),
    desk: await world.contextFor("triage-officer", paringinSelatan),
    neighbour: await world.contextFor("village-officer", lingsir),
    sector: await world.contextFor("sector-partner", "63.11", { sectorCode }),
  };
  const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  await useProgram(admin, paringinSelatan, "BLT_DD");
});
afterAll(() => world.drop());

const act = () => ({ clientActionId: randomUUID() });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const opened = async (categoryCode: string) =>
  (await openCase(by.village, openCommand({ villageCode: murungAbuin, categoryCode }))).id;
const nominate = async (caseId: string, residentId?: string) => {
  const family = residentId ?? (await enterFamily(by.village, "Kenarina Satu")).residentId;
  return nominateResident(by.village, {
    ...{ ...act(), programCode: "BLT_DD", residentId: family, documentsSeen: [] },
    ...{ ground: "Lansia tunggal", caseId },
  });
};

describe("a request for welfare", () => {
  it("becomes a nomination, and hears what becomes of it", async () => {
    const caseId = await opened("WEL-FOOD");
    const aid = await showCaseAid(by.village, { caseId });
    expect(aid).toMatchObject({ enrollments: [], mayNominate: true });
    expect(await showCaseAid(by.desk, { caseId })).toMatchObject({ mayNominate: false });
    expect(await code(showCaseAid(by.neighbour, { caseId }))).toBe("CASE_NOT_FOUND");
    const { enrollmentId } = await nominate(caseId);
    expect(await code(nominate(caseId))).toBe("CASE_NOMINATED");
    const on = { enrollmentId, words: "Keadaan sesuai" };
    await settleEnrollment(by.desk, {
      ...{ ...act(), ...on, version: 0, act: "verify", happenedOn: "2026-11-20" },
    });
    await settleEnrollment(by.kades, { ...act(), ...on, version: 1, act: "approve" });
    const { timeline } = await showCase(by.village, { caseId });
    expect(timeline.map((one) => one.type)).toEqual(
      expect.arrayContaining([
        ...["case.nominated", "case.nomination-verified", "case.nomination-decided"],
      ]),
    );
    expect(JSON.stringify(timeline)).not.toMatch(/Kenarina|Lansia/);
    const told = await showCaseAid(by.desk, { caseId });
    expect(told?.enrollments).toMatchObject([{ status: "decided", programName: "BLT-DD" }]);
    const { items } = await listEnrollments(by.desk, { caseId });
    expect(items[0]?.caseId).toBe(caseId);
  });

  it("is an open one of the same village, that whoever nominates may open", async () => {
    const problem = await opened("VIL-LPM");
    expect(await code(nominate(problem))).toBe("CASE_NOT_WELFARE");
    const foreign = await openCase(
      by.neighbour,
      openCommand({ villageCode: lingsir, categoryCode: "WEL-FOOD" }),
    );
    expect(await code(nominate(foreign.id))).toBe("CASE_NOT_FOUND");
  });
});
