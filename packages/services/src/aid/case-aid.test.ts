import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import { showCase } from "../cases/show-case";
import { trackByCode, trackByNumber } from "../cases/track-case";
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

describe("its reporter, who tracks it", () => {
  /** An entitlement on a trip that is planned, written as the shafts of aid and trips do. */
  const takeAlong = async (enrollmentId: string) => {
    const { everything } = world;
    const enrollment = await everything.enrollment.findUniqueOrThrow({
      where: { id: enrollmentId },
    });
    const { regencyCode, subdistrictCode, villageCode, programCode } = enrollment;
    const { householdId, residentId, fundingLevel, nominatedById } = enrollment;
    const [cycleId, entitlementId, tripId, stopId, goodsId, lineId] = Array.from(
      { length: 6 },
      () => randomUUID(),
    ) as [string, string, string, string, string, string];
    const on = { startsOn: new Date("2026-11-28"), endsOn: new Date("2026-11-28") };
    const at = new Date("2026-11-20T01:00:00Z");
    await everything.aidCycle.create({
      data: {
        ...{ id: cycleId, programCode, subdistrictCode, name: "November", benefit: "Rp300.000" },
        ...{ ...on, savedById: nominatedById, savedAt: at },
      },
    });
    await everything.entitlement.create({
      data: {
        ...{ id: entitlementId, regencyCode, subdistrictCode, villageCode, programCode, cycleId },
        ...{ enrollmentId, residentId, householdId, fundingLevel, nominatedById },
        ...{ goodsName: "Beras", unit: "karung", quantity: 1, status: "allocated" },
        ...{ createdById: nominatedById, createdAt: at },
      },
    });
    await everything.trip.create({
      data: {
        ...{ id: tripId, subdistrictCode, status: "planned", purpose: "Antar bantuan", ...on },
        ...{ vehicle: "", plannedById: nominatedById, plannedAt: at, crew: [], activities: [] },
        ...{ costs: [], villageCodes: [villageCode], crewUserIds: [] },
        stops: { create: [{ id: stopId, villageCode, position: 0 }] },
        goods: {
          create: [
            {
              ...{ id: goodsId, position: 0, name: "Beras", unit: "karung", source: "Desa" },
              ...{ receiptNumber: "1", receivedOn: on.startsOn, received: 1 },
            },
          ],
        },
      },
    });
    await everything.tripManifestLine.create({
      data: {
        ...{ id: lineId, tripId, stopId, goodsId, entitlementId, residentId, quantity: 1 },
        ...{ subdistrictCode, villageCode, programCode, addedById: nominatedById, addedAt: at },
      },
    });
    return { tripId, entitlementId };
  };
  const open = async (change: object = {}) => {
    const command = openCommand({ villageCode: murungAbuin, categoryCode: "WEL-FOOD", ...change });
    const { id, number, code: trackingCode, pin } = await openCase(by.village, command);
    const track = async () => (await trackByCode(by.desk, trackingCode ?? ""))?.aid;
    return { id, number, pin: pin ?? "", track };
  };

  it("is told how far it is, until it is received, and of nobody by name", async () => {
    const { id, number, pin, track } = await open();
    expect(await track()).toEqual([]);
    const { residentId } = await enterFamily(by.village, "Kenarina Dua");
    const { enrollmentId } = await nominate(id, residentId);
    const told = { program: "BLT-DD", tripOn: null, postponed: null, servedAt: null };
    expect(await track()).toEqual([{ ...told, stage: "candidate" }]);
    const on = (version: number) => ({ ...act(), enrollmentId, version, words: "Keadaan sesuai" });
    await settleEnrollment(by.desk, { ...on(0), act: "verify", happenedOn: "2026-11-20" });
    await settleEnrollment(by.kades, { ...on(1), act: "approve" });
    expect(await track()).toEqual([{ ...told, stage: "decided" }]);
    const { tripId, entitlementId } = await takeAlong(enrollmentId);
    expect(await track()).toEqual([{ ...told, stage: "scheduled", tripOn: "2026-11-28" }]);
    await world.everything.trip.update({
      where: { id: tripId },
      data: { status: "postponed", postponeReason: "weather", postponeNote: "Banjir" },
    });
    expect(await track()).toEqual([{ ...told, stage: "postponed", postponed: "weather" }]);
    const servedAt = world.clock.now;
    await world.everything.entitlement.update({
      where: { id: entitlementId },
      data: { status: "delivered", outcome: "delivered", deliveredQuantity: 1, servedAt },
    });
    expect(await track()).toEqual([{ ...told, stage: "received", servedAt }]);
    const whole = await trackByNumber(by.desk, number, pin);
    expect(whole?.aid).toEqual(await track());
    expect(JSON.stringify(whole)).not.toMatch(/Kenarina|Lansia|Banjir|karung/);
    expect(await trackByNumber(by.desk, number, "000000")).toBeNull();
  });

  it("is told of its own alone, and of a confidential one nothing", async () => {
    const other = await open();
    const { residentId } = await enterFamily(by.village, "Kenarina Tiga");
    const { enrollmentId } = await nominate(other.id, residentId);
    expect(await other.track()).toMatchObject([{ stage: "candidate" }]);
    const secret = await open({ privacy: "SECRET" });
    expect(await secret.track()).toEqual([]);
    await world.everything.enrollment.update({
      where: { id: enrollmentId },
      data: { caseId: secret.id },
    });
    expect(await secret.track()).toEqual([]);
    expect(await other.track()).toEqual([]);
  });

  it("is the only one whom the answer is open to: no case, no aid", async () => {
    const rows = await world.db.$queryRaw<unknown[]>`SELECT * FROM aid_of_tracked_case()`;
    expect(rows).toEqual([]);
    expect(await world.db.enrollment.count()).toBe(0);
  });
});
