import { randomUUID } from "node:crypto";
import { followAid } from "@rembuk/domain/trips/tracked-aid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nominateResident } from "../aid/nominate-resident";
import { settleEnrollment } from "../aid/settle-enrollment";
import { openCase } from "../cases/open-case";
import { trackByCode, trackByNumber } from "../cases/track-case";
import type { ServiceContext } from "../context";
import { enterFamily, useProgram } from "../testing/aid-journey";
import { openCommand } from "../testing/case-journey";
import { createWorld, murungAbuin, paringinSelatan, type World } from "../testing/world";

let world: World;
let by: Record<"village" | "kades" | "desk", ServiceContext>;
beforeAll(async () => {
  world = await createWorld();
  by = {
    village: await world.contextFor("village-officer", murungAbuin),
    kades: await world.contextFor("village-head", murungAbuin),
    desk: await world.contextFor("triage-officer", paringinSelatan),
  };
  const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  await useProgram(admin, paringinSelatan, "BLT_DD");
});
afterAll(() => world?.drop());

const act = () => ({ clientActionId: randomUUID() });
const nominate = (caseId: string, residentId: string) =>
  nominateResident(by.village, {
    ...{ ...act(), programCode: "BLT_DD", residentId, documentsSeen: [] },
    ...{ ground: "Lansia tunggal", caseId },
  });

describe("the reporter of a request for welfare, who tracks it", () => {
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
  /** As `postponeTrip` leaves it: an empty list, and a word to the village that names who waited. */
  const postpone = async (tripId: string, entitlementId: string) => {
    const { everything } = world;
    await everything.tripManifestLine.deleteMany({ where: { tripId } });
    const { residentId, villageCode, subdistrictCode } = await everything.entitlement.update({
      where: { id: entitlementId },
      data: { status: "approved" },
    });
    await everything.trip.update({
      where: { id: tripId },
      data: { status: "postponed", postponeReason: "weather", postponeNote: "Banjir" },
    });
    await everything.outreach.create({
      data: {
        ...{ id: randomUUID(), villageCode, subdistrictCode, residentIds: [residentId], tripId },
        ...{ kind: "postponed", reason: "weather", topic: "Antar bantuan", place: "", team: "" },
        ...{ medium: "village_officials", heldOn: new Date("2026-11-21") },
        ...{ recordedById: by.desk.actor.userId, recordedAt: new Date("2026-11-21T01:00:00Z") },
      },
    });
  };
  const open = async (change: object = {}) => {
    const command = openCommand({ villageCode: murungAbuin, categoryCode: "WEL-FOOD", ...change });
    const { id, number, code: trackingCode, pin } = await openCase(by.village, command);
    const track = async () => {
      const found = await trackByCode(by.desk, trackingCode ?? "");
      return found?.aid.map(followAid);
    };
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
    await postpone(tripId, entitlementId);
    expect(await track()).toEqual([{ ...told, stage: "postponed", postponed: "weather" }]);
    await world.everything.trip.update({ where: { id: tripId }, data: { status: "planned" } });
    expect(await track()).toEqual([{ ...told, stage: "decided" }]);
    const servedAt = world.clock.now;
    await world.everything.entitlement.update({
      where: { id: entitlementId },
      data: { status: "delivered", outcome: "delivered", deliveredQuantity: 1, servedAt },
    });
    expect(await track()).toEqual([{ ...told, stage: "received", servedAt }]);
    const whole = await trackByNumber(by.desk, number, pin);
    expect(whole?.aid.map(followAid)).toEqual(await track());
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
