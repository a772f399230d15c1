import { randomUUID } from "node:crypto";
import type { RosterDutyCommand } from "@rembuk/domain/staff/duty-commands";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sweepOverdueCases } from "../cases/sweep-overdue-cases";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { listDuty, listDutyPeople } from "./duty-queries";
import { scheduleDuty } from "./schedule-duty";
import { withdrawShift } from "./withdraw-shift";

let world: World;
let people: Cast;
let admin: ServiceContext;
let sekcam: ServiceContext;
let trantib: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  sekcam = await world.contextFor("subdistrict-secretary", paringinSelatan, {
    sectorCode: "SEKCAM",
  });
  trantib = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_TRANTIB" });
});
afterAll(() => world?.drop());
beforeEach(async () => {
  world.clock.now = at("2026-11-23 09:00");
  await world.everything.dutyShift.updateMany({ data: { withdrawnAt: world.clock.now } });
});

const system = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });
const roster = (
  who: ServiceContext,
  change: Partial<RosterDutyCommand> = {},
): RosterDutyCommand => ({
  clientActionId: randomUUID(),
  areaCode: paringinSelatan,
  userId: who.actor.userId,
  from: "2026-11-23",
  to: "2026-11-29",
  ...change,
});
const emergency = (code = "DIS-EVENT") => journeyTo(people, "received", { categoryCode: code });
const toldAtOpening = async (caseId: string) => {
  const event = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `case/${caseId}`, type: "case.opened" },
  });
  const told = await notifyAudience(system(), { eventId: event.id, audience: "duty", mail: "off" });
  return told.map((row) => row.recipientId);
};
const levelOf = async (id: string) =>
  (await world.everything.case.findUniqueOrThrow({ where: { id } })).escalationLevel;
const escalations = async (id: string) => {
  const rows = await world.everything.domainEvent.findMany({
    where: { subject: `case/${id}`, type: "case.escalated" },
    orderBy: { id: "asc" },
  });
  return rows.map((r) => r.payload);
};

describe("an emergency outside office hours", () => {
  it("is told to whoever is on duty, and rises to nobody", async () => {
    await scheduleDuty(admin, roster(trantib));
    world.clock.now = at("2026-11-24 22:00");
    const { id } = await emergency();
    expect(await toldAtOpening(id)).toEqual([trantib.actor.userId]);
    await sweepOverdueCases(system());
    expect(await levelOf(id)).toBe(0);
  });

  it("rises to the sekcam at once while nobody is on duty", async () => {
    world.clock.now = at("2026-11-28 10:00");
    const { id } = await emergency();
    expect(await toldAtOpening(id)).toEqual([]);
    await sweepOverdueCases(system());
    expect(await levelOf(id)).toBe(2);
    expect(await escalations(id)).toEqual([{ level: 2, trigger: "unattended" }]);
  });

  it("rises in the minute in which the shift ends without another", async () => {
    await scheduleDuty(admin, roster(trantib));
    world.clock.now = at("2026-11-24 22:00");
    const { id } = await emergency();
    await sweepOverdueCases(system());
    expect(await levelOf(id)).toBe(0);
    world.clock.now = at("2026-11-24 22:30");
    const [shift] = (await listDuty(admin, { areaCode: paringinSelatan })).shifts;
    await withdrawShift(admin, { clientActionId: randomUUID(), shiftId: shift?.id ?? "" });
    await sweepOverdueCases(system());
    expect(await levelOf(id)).toBe(2);
  });

  it("by day goes to the desk, not to the roster, and neither does what is no emergency", async () => {
    await scheduleDuty(admin, roster(trantib));
    const byDay = await emergency();
    expect(await toldAtOpening(byDay.id)).toEqual([]);
    await sweepOverdueCases(system());
    expect(await levelOf(byDay.id)).toBe(0);
    world.clock.now = at("2026-11-24 22:00");
    const ordinary = await journeyTo(people, "received");
    expect(await toldAtOpening(ordinary.id)).toEqual([]);
  });

  it("is told only to a person on duty who may read it", async () => {
    const pelayanan = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PELAYANAN",
    });
    await scheduleDuty(admin, roster(pelayanan));
    world.clock.now = at("2026-11-24 22:00");
    const { id } = await emergency();
    expect(await toldAtOpening(id)).toEqual([]);
    await sweepOverdueCases(system());
    expect(await levelOf(id)).toBe(2);
  });
});

describe("the roster", () => {
  it("covers nights and free days between the office hours, as one stretch over a weekend", async () => {
    const command = roster(trantib, { from: "2026-11-26", to: "2026-11-29" });
    expect(await scheduleDuty(admin, command)).toEqual({ shifts: 2 });
    expect(await scheduleDuty(admin, command)).toEqual({ shifts: 2 });
    const { shifts, mayEdit } = await listDuty(sekcam, { areaCode: paringinSelatan });
    expect(shifts.map((s) => [s.startsAt, s.endsAt])).toEqual([
      [at("2026-11-26 16:30"), at("2026-11-27 08:00")],
      [at("2026-11-27 16:30"), at("2026-11-30 08:00")],
    ]);
    expect(mayEdit).toBe(true);
    const shiftId = shifts[0]?.id ?? "";
    await withdrawShift(admin, { clientActionId: randomUUID(), shiftId });
    expect((await listDuty(sekcam, { areaCode: paringinSelatan })).shifts).toHaveLength(1);
  });

  it("takes the kecamatan's own officers, a sector's people for its own, and nobody twice", async () => {
    await scheduleDuty(admin, roster(trantib));
    await expect(scheduleDuty(admin, roster(trantib))).rejects.toMatchObject({
      code: "SHIFT_OVERLAPS",
    });
    await expect(scheduleDuty(admin, roster(people.village))).rejects.toMatchObject({
      code: "SHIFT_PERSON_NOT_FITTING",
    });
    await expect(scheduleDuty(admin, roster(people.sector))).rejects.toMatchObject({
      code: "SHIFT_PERSON_NOT_FITTING",
    });
    await scheduleDuty(admin, roster(people.sector, { sectorCode: "DPMD" }));
    const offered = await listDutyPeople(admin, { areaCode: paringinSelatan });
    expect(offered.map((p) => p.userId)).toContain(trantib.actor.userId);
    expect(offered.map((p) => p.userId)).not.toContain(people.sector.actor.userId);
  });

  it("is made by leaders and administrators of the place alone", async () => {
    await expect(scheduleDuty(people.triage, roster(trantib))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const elsewhere = await world.contextFor("subdistrict-admin", halong);
    await expect(scheduleDuty(elsewhere, roster(trantib))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await scheduleDuty(sekcam, roster(trantib));
    await expect(listDuty(people.village, { areaCode: paringinSelatan })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
