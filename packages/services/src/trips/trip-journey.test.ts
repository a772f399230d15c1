import { randomUUID } from "node:crypto";
import type { PlanTripCommand } from "@rembuk/domain/trips/commands";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { at, createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { arriveTrip } from "./arrive-trip";
import { cancelTrip } from "./cancel-trip";
import type { ChangedTrip } from "./change-trip";
import { countTrip } from "./count-trip";
import { issueDecree } from "./issue-decree";
import { loadTrip } from "./load-trip";
import { moveTrip } from "./move-trip";
import { readTripOrder } from "./order-queries";
import { orderTrip } from "./order-trip";
import { planTrip } from "./plan-trip";
import { postponeTrip } from "./postpone-trip";
import { listDecrees, listTrips, showTrip } from "./queries";
import { revokeDecree } from "./revoke-decree";
import { setStop } from "./set-stop";

const tabuan = "63.11.02.2004";

let world: World;
let section: ServiceContext;
let camat: ServiceContext;
let village: ServiceContext;
let desk: ServiceContext;
let decreeId: string;

const key = () => ({ clientActionId: randomUUID() });
const ref = (trip: ChangedTrip) => ({ ...key(), ...trip });

beforeAll(async () => {
  world = await createWorld();
  section = await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" });
  camat = await world.contextFor("subdistrict-head", halong);
  village = await world.contextFor("village-head", liyu);
  desk = await world.contextFor("triage-officer", halong);
  ({ decreeId } = await issueDecree(camat, {
    ...key(),
    ...{ subdistrictCode: halong, number: "188.45/12/KEC-HLG/2026", issuedOn: "2026-01-05" },
    ...{ startsOn: "2026-01-05", endsOn: "2026-12-31", subject: "Tim PAK SOTARSA tahun 2026" },
    procedure: "SOP PAK SOTARSA, versi 2",
    members: [
      { name: "Rusmiati (fiktif)", position: "Kasi Kesejahteraan Sosial", team: "pelaksana" },
      { name: "Hamdani (fiktif)", position: "Operator", team: "jejaring" },
    ],
  }));
});
afterAll(() => world.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const plan = (change: Partial<PlanTripCommand> = {}) =>
  planTrip(section, {
    ...key(),
    subdistrictCode: halong,
    purpose: "Antar bantuan beras dan perekaman KTP",
    ...{ startsOn: "2026-11-26", endsOn: "2026-11-27", vehicle: "Hilux DA 8012", decreeId },
    crew: [{ name: "Rusmiati (fiktif)", position: "Kasi Kessos", duty: "lead" }],
    villages: [liyu, tabuan],
    goods: [
      {
        ...{ name: "Beras", unit: "karung 10 kg", source: "Dinas Sosial Balangan" },
        ...{ receiptNumber: "BAST-07/XI/2026", receivedOn: "2026-11-20", received: 40 },
      },
    ],
    activities: [{ sectorCode: "DUKCAPIL", name: "Perekaman KTP-el", expected: 30 }],
    costs: [
      { bearer: "Dinas Sosial", what: "Bahan bakar", amount: 600_000 },
      { bearer: "Dukcapil", what: "Bahan bakar", amount: 200_000 },
    ],
    ...change,
  });
const shown = (trip: ChangedTrip, by = section) => showTrip(by, trip);
const step = (
  by: ServiceContext,
  trip: ChangedTrip,
  move: Parameters<typeof moveTrip>[1]["move"],
) => moveTrip(by, { ...ref(trip), move });

/** Both villages have said when and where. */
const confirmed = async (from: ChangedTrip): Promise<ChangedTrip> => {
  const { stops } = await shown(from);
  const [first, second] = stops;
  const own = await setStop(village, {
    ...ref(from),
    ...{ stopId: first?.id ?? "", place: "Balai desa Liyu", meetsAt: at("2026-11-26 10:00") },
  });
  return setStop(desk, {
    ...ref(own),
    ...{ stopId: second?.id ?? "", place: "Rumah Pak RT 2", meetsAt: at("2026-11-27 09:00") },
    said: { by: "radio", name: "Kades Tabuan", at: at("2026-11-23 08:00") },
  });
};
/** On the road, with 38 of 40 sacks. */
const departed = async (): Promise<ChangedTrip> => {
  const ready = await confirmed(await step(camat, await plan(), "approve"));
  const [goods] = (await shown(ready)).goods;
  const loaded = await loadTrip(section, {
    ...ref(ready),
    goods: [{ id: goods?.id ?? "", loaded: 38 }],
  });
  return step(section, loaded, "depart");
};
const arrived = async (): Promise<ChangedTrip> => {
  const trip = await departed();
  const { stops } = await shown(trip);
  return arriveTrip(section, { ...ref(trip), stopId: stops[0]?.id ?? "" });
};
const count = async (trip: ChangedTrip, delivered: number, lost = 0, lostReason?: string) => {
  const { goods, activities } = await shown(trip);
  return countTrip(section, {
    ...ref(trip),
    goods: [{ id: goods[0]?.id ?? "", delivered, returned: 3, lost, lostReason }],
    activities: [{ id: activities[0]?.id ?? "", served: 27 }],
  });
};

describe("a trip", () => {
  it("goes from plan to closing, and every step is told", async () => {
    const counted = await count(await arrived(), 34, 1, "Jatuh di sungai");
    const closed = await step(section, await step(section, counted, "return"), "reconcile");
    const trip = await shown(closed);
    expect(trip).toMatchObject({ status: "reconciled", moves: [] });
    expect(trip.orderNumber).toMatch(/^400\.10\/\d+\/KEC-HLG\/2026$/);
    expect(trip.stops[1]?.appointment).toMatchObject({ by: "radio", saidBy: "Kades Tabuan" });
    expect(trip.shares).toEqual([
      { bearer: "Dinas Sosial", amount: 600_000, share: 0.75 },
      { bearer: "Dukcapil", amount: 200_000, share: 0.25 },
    ]);
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `trip/${closed.tripId}` },
      select: { type: true },
    });
    const told = events.map(({ type }) => type);
    expect(told.filter((type) => type === "trip.moved")).toHaveLength(7);
    expect(told.filter((type) => type === "trip.stop-set")).toHaveLength(2);
  });

  it("closes only when nothing that was loaded is unaccounted for", async () => {
    const counted = await count(await arrived(), 34);
    const back = await step(section, counted, "return");
    await expect(step(section, back, "reconcile")).rejects.toMatchObject({
      code: "TRIP_STEP_NOT_NOW",
      details: { obstacle: "goods-open" },
    });
    await expect(count(back, 36)).rejects.toMatchObject({ code: "TRIP_COUNTED_TOO_MUCH" });
    // What is lost has its reason.
    const unexplained = await count(back, 34, 1, "  ");
    await expect(step(section, unexplained, "reconcile")).rejects.toMatchObject({
      details: { obstacle: "goods-open" },
    });
    const whole = await count(unexplained, 35);
    expect((await shown(await step(section, whole, "reconcile"))).status).toBe("reconciled");
  });

  it("loads no more than the store received", async () => {
    const ready = await confirmed(await step(camat, await plan(), "approve"));
    const [goods] = (await shown(ready)).goods;
    const more = { ...ref(ready), goods: [{ id: goods?.id ?? "", loaded: 41 }] };
    await expect(loadTrip(section, more)).rejects.toMatchObject({ code: "TRIP_LOADED_TOO_MUCH" });
  });
});

describe("before it leaves", () => {
  const obstacleOf = async (trip: ChangedTrip, move: string) =>
    (await shown(trip, camat)).moves.find((one) => one.move === move)?.obstacle;

  it("needs an SK that runs on its days, a lead and a village", async () => {
    expect(await obstacleOf(await plan({ decreeId: null }), "approve")).toBe("no-decree");
    const late = { startsOn: "2026-12-31", endsOn: "2027-01-02" };
    expect(await obstacleOf(await plan(late), "approve")).toBe("decree-not-running");
    expect(await obstacleOf(await plan({ crew: [] }), "approve")).toBe("no-lead");
    expect(await obstacleOf(await plan({ villages: [] }), "approve")).toBe("no-stop");
  });

  it("is not approved by who planned it", async () => {
    const sekcam = await world.contextFor("subdistrict-secretary", halong);
    const { tripId, version } = await planTrip(sekcam, {
      ...key(),
      subdistrictCode: halong,
      purpose: "Sosialisasi",
      ...{ startsOn: "2026-11-26", endsOn: "2026-11-26", vehicle: "", decreeId },
      crew: [{ name: "A (fiktif)", position: "Staf", duty: "lead" }],
      ...{ villages: [liyu], goods: [], activities: [], costs: [] },
    });
    await expect(step(sekcam, { tripId, version }, "approve")).rejects.toMatchObject({
      details: { obstacle: "own-plan" },
    });
    expect((await step(camat, { tripId, version }, "approve")).version).toBe(1);
  });

  it("waits for each village's own time and place", async () => {
    const approved = await step(camat, await plan(), "approve");
    expect((await shown(approved)).status).toBe("approved");
    await expect(loadTrip(section, { ...ref(approved), goods: [] })).rejects.toMatchObject({
      details: { obstacle: "stops-unset" },
    });
    expect((await shown(await confirmed(approved))).status).toBe("confirmed_by_village");
  });

  it("takes an officer's word for a village only with who said it, and no village's for another", async () => {
    const trip = await plan();
    const { stops } = await shown(trip);
    const where = { place: "Balai", meetsAt: at("2026-11-26 10:00") };
    await expect(
      setStop(desk, { ...ref(trip), ...where, stopId: stops[0]?.id ?? "" }),
    ).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(
      setStop(village, { ...ref(trip), ...where, stopId: stops[1]?.id ?? "" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("goes at once on the camat's recorded order, and closes only with its letter", async () => {
    const order = { orderedBy: "Camat Halong", by: "phone", reason: "Banjir di Liyu" } as const;
    const ordered = await orderTrip(section, {
      ...ref(await plan()),
      ...order,
      orderedAt: at("2026-11-23 06:00"),
    });
    const [goods] = (await shown(ordered)).goods;
    const loaded = await loadTrip(section, {
      ...ref(ordered),
      goods: [{ id: goods?.id ?? "", loaded: 0 }],
    });
    const gone = await step(section, loaded, "depart");
    const { stops, activities } = await shown(gone);
    const there = await arriveTrip(section, { ...ref(gone), stopId: stops[0]?.id ?? "" });
    const counted = await countTrip(section, {
      ...ref(there),
      goods: [],
      activities: [{ id: activities[0]?.id ?? "", served: 0 }],
    });
    const back = await step(section, counted, "return");
    await expect(step(section, back, "reconcile")).rejects.toMatchObject({
      details: { obstacle: "letter-missing" },
    });
    const lettered = await step(camat, back, "letter");
    expect((await shown(await step(section, lettered, "reconcile"))).status).toBe("reconciled");
  });

  it("is postponed by the road: times fall, goods go back, another letter follows", async () => {
    const ready = await confirmed(await step(camat, await plan(), "approve"));
    const waiting = await postponeTrip(section, {
      ...ref(ready),
      ...{ reason: "road", note: "Jembatan Tabuan putus" },
    });
    const trip = await shown(waiting);
    expect(trip).toMatchObject({ status: "postponed", postponed: { reason: "road" } });
    expect(trip.stops.every((stop) => stop.appointment === null)).toBe(true);
    const again = await step(section, waiting, "replan");
    expect(await shown(again)).toMatchObject({ status: "planned", orderNumber: null });
  });

  it("is cancelled with its reason", async () => {
    const gone = await cancelTrip(section, {
      ...ref(await plan()),
      reason: "Digabung pekan depan",
    });
    expect(await shown(gone)).toMatchObject({ status: "cancelled", moves: [] });
  });
});

describe("who sees a trip", () => {
  it("the villages where it stops, its crew and the office; nobody else", async () => {
    const field = await world.contextFor("field-officer", halong);
    const [trip, own] = [
      await plan({ villages: [liyu] }),
      await plan({
        villages: [tabuan],
        crew: [
          { name: "A (fiktif)", position: "Kasi", duty: "lead" },
          { name: "B (fiktif)", position: "TKSK", duty: "member", userId: field.actor.userId },
        ],
      }),
    ];
    const idsOf = async (by: ServiceContext) =>
      (await listTrips(by, { scope: "all", limit: 50 })).items.map(({ id }) => id);
    expect(await idsOf(village)).toContain(trip.tripId);
    expect(await idsOf(village)).not.toContain(own.tripId);
    expect(await idsOf(field)).toEqual([own.tripId]);
    const elsewhere = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_KESSOS",
    });
    expect(await idsOf(elsewhere)).toEqual([]);
    await expect(shown(trip, elsewhere)).rejects.toMatchObject({ code: "TRIP_NOT_FOUND" });
    await expect(shown(trip, field)).rejects.toMatchObject({ code: "TRIP_NOT_FOUND" });
    await expect(
      cancelTrip(village, { ...ref(trip), reason: "Tidak jadi saja" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("pages by keyset, each trip once", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listTrips(section, { scope: "all", limit: 3, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(6);
  });
});

describe("its surat tugas", () => {
  it("is there once the camat has ordered it, signed by who did", async () => {
    const trip = await plan();
    await expect(readTripOrder(section, trip.tripId)).rejects.toMatchObject({
      code: "TRIP_STEP_NOT_NOW",
    });
    await step(camat, trip, "approve");
    const order = await readTripOrder(village, trip.tripId);
    expect(order.trip.orderNumber).toMatch(/KEC-HLG/);
    expect(order.signer?.userId).toBe(camat.actor.userId);
    const elsewhere = await world.contextFor("subdistrict-head", paringinSelatan);
    await expect(readTripOrder(elsewhere, trip.tripId)).rejects.toMatchObject({
      code: "TRIP_NOT_FOUND",
    });
  });
});

describe("at once and again", () => {
  it("gives one answer to one act, and refuses what was decided on an older version", async () => {
    const trip = await plan();
    const approve = { ...ref(trip), move: "approve" } as const;
    const answers = await Promise.all([1, 2, 3].map(() => moveTrip(camat, approve)));
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([1]));
    await expect(step(camat, trip, "approve")).rejects.toMatchObject({
      code: "TRIP_CHANGED_MEANWHILE",
    });
  });
});

describe("an SK", () => {
  it("has a number of its own, and ends when it is revoked", async () => {
    const staff = { name: "A B", position: "Staf", team: "pelaksana" } as const;
    const another = {
      ...{ subdistrictCode: halong, number: "188.45/99/KEC-HLG/2026", issuedOn: "2026-02-01" },
      ...{ startsOn: "2026-02-01", endsOn: "2026-12-31", subject: "Tim pengganti" },
      ...{ procedure: "SOP", members: [staff] },
    };
    const { decreeId: id } = await issueDecree(camat, { ...key(), ...another });
    await expect(issueDecree(camat, { ...key(), ...another })).rejects.toMatchObject({
      code: "DECREE_NUMBER_TAKEN",
    });
    await expect(issueDecree(section, { ...key(), ...another })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await revokeDecree(camat, { ...key(), decreeId: id, version: 0 });
    const listed = await listDecrees(section, { subdistrictCode: halong });
    expect(listed.find((one) => one.id === id)).toMatchObject({
      isRunning: false,
      mayRevoke: false,
    });
    const trip = await plan({ decreeId: id });
    await expect(step(camat, trip, "approve")).rejects.toMatchObject({
      details: { obstacle: "decree-not-running" },
    });
  });
});
