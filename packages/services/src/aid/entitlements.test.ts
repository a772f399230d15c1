import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemActor } from "../kernel/system-actor";
import { decideFor, enterFamily, openCycle, useProgram } from "../testing/aid-journey";
import { at, createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { cancelEntitlement } from "./cancel-entitlement";
import { showCycle } from "./cycle-queries";
import { listEntitlements } from "./entitlement-queries";
import { expireEntitlements } from "./expire-entitlements";
import { grantEntitlements } from "./grant-entitlements";
import { prepareEntitlements } from "./prepare-entitlements";

let world: World;
let by: Record<
  "admin" | "village" | "kades" | "desk" | "welfare" | "camat" | "far" | "neighbour",
  ServiceContext
>;
let cycleId: string;
const act = () => ({ clientActionId: randomUUID() });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const rice = { goodsName: "Beras", unit: "karung 10 kg", quantity: 2 };
const prepare = (who: ServiceContext, id = cycleId) =>
  prepareEntitlements(who, { ...act(), cycleId: id, ...rice });
const grant = (who: ServiceContext, letterNumber?: string) =>
  grantEntitlements(who, { ...act(), cycleId, letterNumber });

beforeAll(async () => {
  world = await createWorld();
  const admin = await world.contextFor("subdistrict-admin", halong);
  by = {
    admin,
    village: await world.contextFor("village-officer", liyu),
    kades: await world.contextFor("village-head", liyu),
    desk: await world.contextFor("triage-officer", halong),
    welfare: await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" }),
    camat: await world.contextFor("subdistrict-head", halong),
    far: await world.contextFor("triage-officer", paringinSelatan),
    neighbour: await world.contextFor("village-officer", "63.11.02.2004"),
  };
  await useProgram(admin, halong, "BLT_DD");
  cycleId = await openCycle(admin, { subdistrictCode: halong, code: "BLT_DD", quota: 3 });
  for (const name of ["Kenarina Satu", "Kenarina Dua", "Kenarina Tiga", "Kenarina Empat"])
    await decideFor(by, (await enterFamily(by.village, name)).residentId);
});
afterAll(() => world.drop());

describe("the entitlements of a cycle", () => {
  it("are previewed, and made once for everybody decided, as far as the quota goes", async () => {
    const preview = { toMake: 3, already: 0, gone: 0, twice: 0, overQuota: 1 };
    expect(await showCycle(by.desk, { cycleId })).toMatchObject({ preview, approving: null });
    expect(await code(prepare(by.village))).toBe("FORBIDDEN");
    expect(await code(prepare(by.far))).toBe("FORBIDDEN");
    const command = { ...act(), cycleId, ...rice };
    expect(await prepareEntitlements(by.desk, command)).toEqual({ made: 3, overQuota: 1 });
    expect(await prepareEntitlements(by.desk, command)).toEqual({ made: 3, overQuota: 1 });
    const again = await Promise.all([prepare(by.desk), prepare(by.welfare)]);
    expect(again.map((one) => one.made)).toEqual([0, 0]);
    const { items } = await listEntitlements(by.village, { cycleId });
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ status: "draft", quantity: 2, programName: "BLT-DD" });
  });

  it("are approved by whose money it is, and not by who made them or put the household forward", async () => {
    for (const who of [by.camat, by.desk, by.village])
      expect(await code(grant(who))).toBe("FORBIDDEN");
    expect(await code(grant(by.far))).not.toBe("done");
    expect((await showCycle(by.kades, { cycleId })).approving).toEqual({
      ...{ open: 3, own: 0, asksLetter: false },
    });
    // As if the head had put one of them forward.
    const { items } = await listEntitlements(by.desk, { cycleId });
    const [mine] = items;
    const own = { nominatedById: by.kades.actor.userId };
    await world.everything.entitlement.update({ where: { id: mine?.id ?? "" }, data: own });
    expect(await grant(by.kades)).toEqual({ approved: 2, left: 1 });
    expect(await code(grant(by.kades))).toBe("ENTITLEMENT_OWN");
    expect((await showCycle(by.kades, { cycleId })).counts).toEqual({ approved: 2, draft: 1 });
    expect((await showCycle(by.neighbour, { cycleId })).counts).toEqual({});
  });

  it("of another's money are recorded with the letter, by another than who made them", async () => {
    await world.everything.entitlement.updateMany({
      where: { cycleId, status: "draft" },
      data: { fundingLevel: "ministry" },
    });
    expect(await code(grant(by.kades))).toBe("FORBIDDEN");
    expect(await code(grant(by.desk, "SK-17"))).toBe("ENTITLEMENT_OWN");
    expect(await code(grant(by.welfare))).toBe("ENTITLEMENT_LETTER_MISSING");
    expect(await grant(by.welfare, "SK-17/HUK/2026")).toEqual({ approved: 1, left: 0 });
  });

  it("are cancelled with a reason that only their readers open", async () => {
    const { items } = await listEntitlements(by.desk, { cycleId });
    const { id = "", version = 0, householdId = "" } = items[0] ?? {};
    const cancel = (who: ServiceContext, seen = version) =>
      cancelEntitlement(who, {
        ...{ ...act(), entitlementId: id, version: seen, reason: "Sudah menerima PKH" },
      });
    expect(await code(cancel(by.far))).toBe("ENTITLEMENT_NOT_FOUND");
    expect(await code(cancel(by.village))).toBe("FORBIDDEN");
    expect(await code(cancel(by.desk, version + 1))).toBe("ENTITLEMENT_CHANGED_MEANWHILE");
    expect(await cancel(by.welfare)).toEqual({ version: version + 1 });
    expect(await code(cancel(by.desk, version + 1))).toBe("ENTITLEMENT_ACT_NOT_NOW");
    const told = await listEntitlements(by.village, { householdId });
    expect(told.items[0]).toMatchObject({
      ...{ status: "cancelled", cancelReason: "Sudah menerima PKH", mayCancel: false },
    });
    expect((await listEntitlements(by.neighbour, { householdId })).items).toEqual([]);
    // Its place is free again, and it is not made anew.
    expect((await prepare(by.desk)).made).toBe(1);
  });

  it("expire when the cycle has ended, and no more are made", async () => {
    const worker = { ...world.contextOf(systemActor), db: world.everything };
    expect(await expireEntitlements(worker)).toBe(0);
    world.clock.now = at("2026-12-01 00:30");
    expect(await expireEntitlements(worker)).toBe(3);
    expect(await expireEntitlements(worker)).toBe(0);
    expect((await showCycle(by.desk, { cycleId })).counts).toEqual({ expired: 3, cancelled: 1 });
    expect(await code(prepare(by.desk))).toBe("CYCLE_ENDED");
    expect(await code(grant(by.kades))).toBe("CYCLE_ENDED");
    const events = await world.everything.domainEvent.findMany({
      where: { type: { startsWith: "entitlement" } },
    });
    expect(events.map((one) => one.type)).toContain("entitlements.expired");
    expect(JSON.stringify(events)).not.toMatch(/Kenarina|PKH/);
  });
});
