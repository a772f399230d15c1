import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import {
  requestHandoverRecord,
  requestRecipientList,
  requestTripReport,
} from "../reports/request-paper";
import { at, createWorld, halong, liyu, type World } from "../testing/world";
import {
  arrangeFieldTrip,
  delivery,
  type FieldTrip,
  phoneOf,
  type Recipient,
  sealRecordOf,
} from "./field-trip.fixture";
import { receiveHandovers } from "./receive-handovers";
import { listRecordGroups, readHandoverRecord } from "./record-queries";
import { readRecipientList, readTripReport } from "./report-queries";
import { settleHandover } from "./settle-handover";

const key = () => ({ clientActionId: randomUUID() });

let world: World;
let lead: ServiceContext;
let section: ServiceContext;
let trip: FieldTrip;
let heldId: string;
beforeAll(async () => {
  world = await createWorld();
  world.clock.now = at("2026-11-26 15:00");
  lead = await world.contextFor("trip-lead", halong);
  section = await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" });
  trip = await arrangeFieldTrip(world, [{ ctx: lead, duty: "lead" }], 4);
  const phone = await phoneOf(lead);
  const to = (n: number) => trip.recipients[n] as Recipient;
  const bodies = [
    ...[0, 1, 2].map((n) => delivery(trip, to(n))),
    delivery(trip, to(3), { outcome: "refused", quantity: 0, receiver: null }),
    delivery(trip, to(0)),
  ];
  const records = await Promise.all(
    bodies.map((body) => sealRecordOf(phone, body, at("2026-11-26 10:00"))),
  );
  heldId = records[4]?.clientActionId ?? "";
  const { deviceId } = phone.device;
  await receiveHandovers(lead, {
    ...{ deviceId, sentAt: world.clock.now, unsynced: 5, records },
  });
});
afterAll(() => world.drop());

const place = (villageCode: string) => ({
  ...{ tripId: trip.tripId, villageCode, programCode: "SEMBAKO" },
});
const ask = (by: ServiceContext, villageCode: string) =>
  requestHandoverRecord(by, { ...key(), ...place(villageCode) });

describe("a berita acara", () => {
  it("waits for what is held, and takes no number before", async () => {
    const groups = await listRecordGroups(section, trip);
    expect(groups.map(({ people, open, number }) => [people, open, number])).toEqual([
      [1, 0, null],
      [2, 1, null],
    ]);
    await expect(ask(section, liyu)).rejects.toMatchObject({
      ...{ code: "TRIP_STEP_NOT_NOW", details: { obstacle: "handovers-open" } },
    });
    await expect(ask(lead, liyu)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await world.everything.handoverRecord.count()).toBe(0);
  });

  it("of each village has its number of the register, without a gap, and keeps it", async () => {
    const reason = "Sudah dicek dengan saksi";
    await settleHandover(lead, { ...key(), handoverId: heldId, choice: "keep-standing", reason });
    const [other] = await listRecordGroups(section, trip);
    await ask(section, liyu);
    await ask(section, other?.villageCode ?? "");
    await ask(section, liyu);
    const groups = await listRecordGroups(section, trip);
    const serials = groups.map(({ number }) => Number(number?.split("/")[1]));
    expect(Math.abs((serials[0] ?? 0) - (serials[1] ?? 0))).toBe(1);
    const record = await readHandoverRecord(section, place(liyu));
    expect(record).toMatchObject({
      ...{ number: groups[1]?.number, villageName: "Liyu" },
      goods: [{ name: "Beras", unit: "karung 10 kg", units: 2, people: 2 }],
    });
    expect(record.people.map(({ handover }) => handover.state)).toEqual(["synced", "synced"]);
  });

  it("has its list of recipients as a paper of its own, without a number", async () => {
    const list = await readRecipientList(lead, place(liyu));
    expect(list.people.map(({ handover }) => handover.outcome)).toEqual(["delivered", "delivered"]);
    const { paperId } = await requestRecipientList(lead, { ...key(), ...place(liyu) });
    const paper = await world.everything.paper.findUniqueOrThrow({ where: { id: paperId } });
    expect(paper).toMatchObject({ kind: "recipient-list", areaCode: liyu });
    const outsider = await world.contextFor("section-head", "63.11.07", {
      sectorCode: "KASI_KESSOS",
    });
    await expect(readRecipientList(outsider, place(liyu))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("has a report when the trip has returned, and none before", async () => {
    const { tripId } = trip;
    await expect(requestTripReport(section, { ...key(), tripId })).rejects.toMatchObject({
      code: "TRIP_STEP_NOT_NOW",
    });
    await world.everything.trip.update({ where: { id: tripId }, data: { status: "returned" } });
    const report = await readTripReport(section, tripId);
    expect(report.villages).toEqual([
      { villageName: "Liyu", counts: { delivered: 2 }, open: 0 },
      { villageName: "Kapul", counts: { delivered: 1, refused: 1 }, open: 0 },
    ]);
    expect(JSON.stringify(report)).not.toContain("Utuh Hasan");
    await requestTripReport(lead, { ...key(), tripId });
  });
});
