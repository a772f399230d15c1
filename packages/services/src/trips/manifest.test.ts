import { randomUUID } from "node:crypto";
import type { PlanTripCommand } from "@rembuk/domain/trips/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelEntitlement } from "../aid/cancel-entitlement";
import { listEntitlements } from "../aid/entitlement-queries";
import { findEntitlement, writeOutcomes } from "../aid/entitlement-store";
import { grantEntitlements } from "../aid/grant-entitlements";
import { prepareEntitlements } from "../aid/prepare-entitlements";
import { listVillageWaiting } from "../aid/waiting-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { decideFor, enterFamily, openCycle, useProgram } from "../testing/aid-journey";
import { at, createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { allocateToTrip } from "./allocate-entitlements";
import { arriveTrip } from "./arrive-trip";
import { cancelTrip } from "./cancel-trip";
import type { ChangedTrip } from "./change-trip";
import { countTrip } from "./count-trip";
import { issueDecree } from "./issue-decree";
import { loadTrip } from "./load-trip";
import { manifestOf, offerForTrip } from "./manifest-queries";
import { moveTrip } from "./move-trip";
import { listOutreach } from "./outreach-queries";
import { planTrip } from "./plan-trip";
import { listWaitingVillages } from "./planning-queries";
import { postponeTrip } from "./postpone-trip";
import { showTrip } from "./queries";
import { relayOutreach } from "./relay-outreach";
import { removeFromTrip } from "./remove-lines";
import { setStop } from "./set-stop";

const tabuan = "63.11.02.2004";
let world: World;
let by: Record<
  | "admin"
  | "village"
  | "kades"
  | "desk"
  | "section"
  | "camat"
  | "crew"
  | "lead"
  | "neighbour"
  | "other",
  ServiceContext
>;
let cycleId: string;
let decreeId: string;
const act = () => ({ clientActionId: randomUUID() });
const ref = (trip: ChangedTrip) => ({ ...act(), ...trip });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  world = await createWorld();
  const section = (sectorCode: string) => world.contextFor("section-head", halong, { sectorCode });
  by = {
    admin: await world.contextFor("subdistrict-admin", halong),
    village: await world.contextFor("village-officer", liyu),
    kades: await world.contextFor("village-head", liyu),
    desk: await world.contextFor("triage-officer", halong),
    section: await section("KASI_KESSOS"),
    other: await section("KASI_PMD"),
    camat: await world.contextFor("subdistrict-head", halong),
    crew: await world.contextFor("field-officer", halong),
    lead: await world.contextFor("trip-lead", halong),
    neighbour: await world.contextFor("village-officer", tabuan),
  };
  await useProgram(by.admin, halong, "BLT_DD");
  cycleId = await openCycle(by.admin, { subdistrictCode: halong, code: "BLT_DD" });
  for (const name of ["Kenarina Satu", "Kenarina Dua", "Kenarina Tiga", "Kenarina Empat"])
    await decideFor(by, (await enterFamily(by.village, name)).residentId);
  const rice = { goodsName: "Beras", unit: "karung 10 kg", quantity: 2 };
  await prepareEntitlements(by.desk, { ...act(), cycleId, ...rice });
  await grantEntitlements(by.kades, { ...act(), cycleId });
  ({ decreeId } = await issueDecree(by.camat, {
    ...{ ...act(), subdistrictCode: halong, number: "188.45/12/2026", issuedOn: "2026-01-05" },
    ...{ startsOn: "2026-01-05", endsOn: "2026-12-31", subject: "Tim PAK SOTARSA 2026" },
    procedure: "SOP PAK SOTARSA, versi 2",
    members: [{ name: "Rusmiati (fiktif)", position: "Kasi", team: "pelaksana" }],
  }));
});
afterAll(() => world.drop());

const sacks = (received = 10) => ({
  ...{ name: "Beras", unit: "karung 10 kg", source: "Desa Liyu", receiptNumber: "BAST-07" },
  ...{ receivedOn: "2026-11-20", received },
});
const planned = (change: Partial<PlanTripCommand> = {}) => {
  const { userId } = by.crew.actor;
  return planTrip(by.section, {
    ...{ ...act(), subdistrictCode: halong, purpose: "Antar bantuan beras", decreeId },
    ...{ startsOn: "2026-11-26", endsOn: "2026-11-27", vehicle: "Hilux" },
    crew: [
      { name: "Rusmiati (fiktif)", position: "Kasi", duty: "lead" },
      { name: "Hamdani (fiktif)", position: "TKSK", duty: "member", userId },
    ],
    ...{ villages: [liyu, tabuan], goods: [sacks()], activities: [], costs: [] },
    ...change,
  });
};
const offered = async (trip: ChangedTrip) => offerForTrip(by.section, trip.tripId);
/** As many of those who wait as this onto the trip. */
const fill = async (trip: ChangedTrip, most = 4) => {
  const { groups, goods } = await offered(trip);
  const ids = groups.flatMap((group) => group.entitlements.map((one) => one.id)).slice(0, most);
  const goodsId = goods[0]?.id ?? "";
  const lines = ids.map((entitlementId) => ({ entitlementId, goodsId }));
  return allocateToTrip(by.section, { ...ref(trip), lines });
};
const statuses = async () =>
  (await listEntitlements(by.desk, { cycleId })).items.map((one) => one.status).sort();
const names = async (who: ServiceContext, trip: ChangedTrip) =>
  (await manifestOf(who, trip.tripId)).lines.map((one) => one.name).sort();

const confirmed = async (from: ChangedTrip): Promise<ChangedTrip> => {
  let trip = await moveTrip(by.camat, { ...ref(from), move: "approve" });
  for (const { id: stopId } of (await showTrip(by.section, trip)).stops)
    trip = await setStop(by.desk, {
      ...{ ...ref(trip), stopId, place: "Balai desa", meetsAt: at("2026-11-26 10:00") },
      said: { by: "radio", name: "Kades", at: at("2026-11-23 08:00") },
    });
  return trip;
};
const load = async (trip: ChangedTrip, loaded: number) => {
  const { goods } = await showTrip(by.section, trip);
  const counts = [{ id: goods[0]?.id ?? "", loaded }];
  return loadTrip(by.section, { ...ref(trip), goods: counts });
};

describe("the planning board", () => {
  it("tells where people wait and since when, and which trip is to go there; no names", async () => {
    world.clock.now = at("2026-11-25 10:00");
    const { tripId } = await planned();
    const board = await listWaitingVillages(by.section);
    expect(board).toMatchObject([
      { villageCode: liyu, people: 4, entitlements: 4, programs: ["BLT-DD"], waitsDays: 2 },
    ]);
    expect(board[0]?.trips.map((trip) => trip.id)).toContain(tripId);
    expect(JSON.stringify(board)).not.toContain("Kenarina");
    const far = await world.contextFor("triage-officer", paringinSelatan);
    expect(await listWaitingVillages(far)).toEqual([]);
    expect(await code(listWaitingVillages(by.village))).toBe("FORBIDDEN");
    expect(await listVillageWaiting(by.village)).toMatchObject([{ waiting: 4, onTrip: 0 }]);
    expect(await listVillageWaiting(by.desk)).toEqual([]);
    world.clock.now = at("2026-11-23 09:00");
  });
});

describe("the manifest of a trip", () => {
  it("takes who waits in its villages, all or none, onto goods of the same unit", async () => {
    const trip = await planned();
    const { groups, goods } = await offered(trip);
    expect(groups).toMatchObject([
      { villageCode: liyu, programName: "BLT-DD", unit: "karung 10 kg" },
    ]);
    expect([groups[0]?.entitlements.length, goods[0]?.left]).toEqual([4, 10]);
    const filled = await fill(trip, 3);
    expect(await statuses()).toEqual(["allocated", "allocated", "allocated", "approved"]);
    expect((await offered(filled)).goods[0]?.left).toBe(4);
    const listed = await manifestOf(by.section, trip.tripId);
    const twice = [
      { entitlementId: listed.lines[0]?.entitlementId ?? "", goodsId: goods[0]?.id ?? "" },
    ];
    expect(await code(allocateToTrip(by.section, { ...ref(filled), lines: twice }))).toBe(
      "ENTITLEMENT_CHANGED_MEANWHILE",
    );
    const bags = await planned({ goods: [{ ...sacks(), unit: "paket" }] });
    expect(await code(fill(bags, 1))).toBe("MANIFEST_NOT_FITTING");
    expect(await code(fill(await planned({ goods: [sacks(1)] }), 1))).toBe(
      "MANIFEST_GOODS_TOO_FEW",
    );
    const elsewhere = await planned({ villages: [tabuan] });
    const lines = [
      {
        entitlementId: groups[0]?.entitlements[3]?.id ?? "",
        goodsId: (await offered(elsewhere)).goods[0]?.id ?? "",
      },
    ];
    expect(await code(allocateToTrip(by.section, { ...ref(elsewhere), lines }))).toBe(
      "MANIFEST_NOT_FITTING",
    );
    expect(await statuses()).toEqual(["allocated", "allocated", "allocated", "approved"]);
    // An entitlement on a trip is not cancelled under it.
    const { entitlementId = "", entitlementVersion = 0 } = listed.lines[0] ?? {};
    const cancel = { entitlementId, version: entitlementVersion, reason: "Sudah menerima" };
    expect(await code(cancelEntitlement(by.desk, { ...act(), ...cancel }))).toBe(
      "ENTITLEMENT_ACT_NOT_NOW",
    );
    const removed = await removeFromTrip(by.section, {
      ...{ ...ref(filled), lineIds: listed.lines.map((one) => one.id) },
    });
    expect(await statuses()).toEqual(["approved", "approved", "approved", "approved"]);
    expect(removed.version).toBe(filled.version + 1);
  });

  it("is read by the office, the village its own people, the crew theirs; nobody else", async () => {
    const trip = await fill(await planned());
    const all = ["Kenarina Dua", "Kenarina Empat", "Kenarina Satu", "Kenarina Tiga"];
    for (const who of [by.section, by.desk, by.village, by.crew])
      expect(await names(who, trip)).toEqual(all);
    expect(await names(by.neighbour, trip)).toEqual([]);
    // A section that does not keep the registry counts sacks, and knows nobody.
    expect((await names(by.other, trip))[0]).toBe("Kenarina D***");
    const far = await world.contextFor("triage-officer", paringinSelatan);
    expect(await code(manifestOf(far, trip.tripId))).toBe("TRIP_NOT_FOUND");
    expect(await code(offerForTrip(by.village, trip.tripId))).toBe("FORBIDDEN");
    const residents = (who: ServiceContext) => inTransaction(who, (tx) => tx.resident.count());
    const stranger = await world.contextFor("trip-lead", halong);
    expect([await residents(by.crew), await residents(stranger)]).toEqual([4, 0]);
    await cancelTrip(by.section, { ...ref(trip), reason: "Digabung pekan depan" });
    expect([await residents(by.crew), await statuses()]).toEqual([0, Array(4).fill("approved")]);
  });

  it("follows the plan: who was to be met at a stop that fell waits again", async () => {
    const trip = await fill(await planned());
    const { goods } = await showTrip(by.section, trip);
    const change = (villages: string[], received: number) =>
      planTrip(by.section, {
        ...{ ...ref(trip), subdistrictCode: halong, purpose: "Antar bantuan beras", decreeId },
        ...{ startsOn: "2026-11-27", endsOn: "2026-11-27", vehicle: "Hilux", crew: [] },
        ...{ villages, goods: [sacks(received)], activities: [], costs: [] },
      });
    expect(await code(change([tabuan, liyu], 7))).toBe("MANIFEST_GOODS_TOO_FEW");
    const kept = await change([tabuan, liyu], 8);
    expect((await showTrip(by.section, kept)).goods[0]?.id).toBe(goods[0]?.id);
    expect(await statuses()).toEqual(Array(4).fill("allocated"));
    Object.assign(trip, kept);
    await change([tabuan], 8);
    expect(await statuses()).toEqual(Array(4).fill("approved"));
  });

  it("is freed when the trip is postponed", async () => {
    const ready = await confirmed(await fill(await planned()));
    await postponeTrip(by.section, { ...ref(ready), reason: "road", note: "Jembatan putus" });
    expect(await statuses()).toEqual(Array(4).fill("approved"));
  });

  it("is told to those who waited, each time anew: their village reads who, and says how it told them", async () => {
    const trip = await confirmed(await fill(await planned()));
    const postpone = { ...ref(trip), reason: "weather", note: "Hujan lebat" } as const;
    const later = await postponeTrip(by.section, postpone);
    expect(await postponeTrip(by.section, postpone)).toEqual(later);
    const { tripId } = trip;
    const words = await listOutreach(by.village, { tripId });
    expect(words).toMatchObject([
      { kind: "postponed", reason: "weather", villageCode: liyu, waiting: 4, mayRelay: true },
    ]);
    // Nobody on the list there, but a time that was set.
    expect(await listOutreach(by.neighbour, { tripId })).toMatchObject([
      { villageCode: tabuan, waiting: 0, people: null },
    ]);
    expect(words[0]?.people?.filter((name) => name.startsWith("Kenarina"))).toHaveLength(4);
    expect((await listOutreach(by.camat, { tripId }))[0]).toMatchObject({ mayRelay: false });
    const told = { outreachId: words[0]?.id ?? "", how: "Diumumkan di langgar" };
    const relay = (who: ServiceContext) =>
      relayOutreach(who, { ...act(), ...told, relayedOn: "2026-11-23" });
    expect(await code(relay(by.neighbour))).toBe("OUTREACH_NOT_FOUND");
    expect(await code(relay(by.village))).toBe("done");
    const read = await listOutreach(by.section, { tripId });
    expect(read.find(({ villageCode }) => villageCode === liyu)).toMatchObject({
      ...{ relayedHow: "Diumumkan di langgar", people: null },
    });
    const again = await moveTrip(by.section, { ...ref(later), move: "replan" });
    await cancelTrip(by.section, { ...ref(await fill(again)), reason: "Diganti kunjungan lain" });
    expect(await listOutreach(by.village, { tripId })).toMatchObject([
      { kind: "cancelled", reason: null, waiting: 4, relayedHow: null },
      { kind: "postponed", relayedHow: "Diumumkan di langgar" },
    ]);
  });

  it("is told by who leads it, though they read neither registry nor words", async () => {
    const { userId } = by.lead.actor;
    const crew = [{ name: "Hamdani (fiktif)", position: "TKSK", duty: "lead", userId } as const];
    const trip = await confirmed(await fill(await planned({ crew })));
    await postponeTrip(by.lead, { ...ref(trip), reason: "road", note: "Longsor" });
    const [word] = await listOutreach(by.village, { tripId: trip.tripId });
    expect(word).toMatchObject({ kind: "postponed", reason: "road", waiting: 4 });
  });

  it("is loaded whole, counted by its handovers, and who was not met waits again", async () => {
    const ready = await confirmed(await fill(await planned()));
    expect(await code(load(ready, 7))).toBe("MANIFEST_UNDERLOADED");
    const loaded = await load(ready, 9);
    expect(await code(fill(loaded, 0))).toBe("TRIP_STEP_NOT_NOW");
    const gone = await moveTrip(by.section, { ...ref(loaded), move: "depart" });
    const { stops, goods } = await showTrip(by.section, gone);
    const there = await arriveTrip(by.section, { ...ref(gone), stopId: stops[0]?.id ?? "" });
    const { lines } = await manifestOf(by.crew, there.tripId);
    const serve = (at: number, outcome: "delivered" | "partial" | "not_found", quantity: number) =>
      inTransaction(by.crew, async (tx) => {
        const row = await findEntitlement(tx, lines[at]?.entitlementId ?? "");
        if (!row) throw new Error("no entitlement");
        await writeOutcomes(tx, [
          { row, served: { outcome, quantity, servedAt: world.clock.now } },
        ]);
      });
    await serve(0, "delivered", 2);
    await serve(1, "partial", 1);
    await serve(2, "not_found", 0);
    const counted = await countTrip(by.section, {
      ...{ ...ref(there), activities: [] },
      goods: [{ id: goods[0]?.id ?? "", delivered: 9, returned: 6, lost: 0 }],
    });
    expect((await showTrip(by.section, counted)).goods[0]).toMatchObject({ delivered: 3 });
    const back = await moveTrip(by.section, { ...ref(counted), move: "return" });
    await moveTrip(by.section, { ...ref(back), move: "reconcile" });
    expect(await statuses()).toEqual(["approved", "approved", "reconciled", "reconciled"]);
    expect((await manifestOf(by.section, back.tripId)).lines).toHaveLength(2);
    // The crew knew them by name on the road; counted, the list names nobody to them.
    const [after] = (await manifestOf(by.crew, back.tripId)).lines;
    expect([lines[0]?.name, after?.name]).toEqual(["Kenarina Dua", after?.provisionalCode]);
    expect(await inTransaction(by.crew, (tx) => tx.resident.count())).toBe(0);
    expect((await offered(await planned())).groups[0]?.entitlements).toHaveLength(2);
  });
});
