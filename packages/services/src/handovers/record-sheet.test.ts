import { randomUUID } from "node:crypto";
import type { KeySheetCommand } from "@rembuk/domain/handovers/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { at, createWorld, halong, type World } from "../testing/world";
import { showTrip } from "../trips/queries";
import {
  arrangeFieldTrip,
  delivery,
  type FieldTrip,
  phoneOf,
  type Recipient,
  sealRecordOf,
} from "./field-trip.fixture";
import { listHandovers, showEvidence } from "./queries";
import { receiveHandovers } from "./receive-handovers";
import { recordSheet } from "./record-sheet";

let world: World;
let officer: ServiceContext;
let section: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  world.clock.now = at("2026-11-27 15:00");
  officer = await world.contextFor("field-officer", halong);
  section = await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" });
});
afterAll(() => world.drop());

const photo = (mark: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, mark)]).toString(
    "base64",
  );
const arrange = () => arrangeFieldTrip(world, [{ ctx: officer, duty: "member" }], 6);
const atFirstStop = ({ recipients, stops }: FieldTrip): readonly Recipient[] =>
  recipients.filter(({ stopId }) => stopId === stops[0]);
const row = ({ lineId }: Recipient) => ({
  ...{ lineId, outcome: "delivered" as const, quantity: 1, receiver: { kind: "self" as const } },
});
const sheet = (
  trip: FieldTrip,
  rows: KeySheetCommand["rows"],
  change: Partial<KeySheetCommand> = {},
): KeySheetCommand => ({
  ...{ clientActionId: randomUUID(), tripId: trip.tripId, stopId: trip.stops[0] ?? "" },
  ...{ happenedAt: at("2026-11-26 10:00"), photo: photo("a"), witness: null, rows },
  ...change,
});
const sendByPhone = async (trip: FieldTrip, to: Recipient) => {
  const phone = await phoneOf(officer);
  const record = await sealRecordOf(phone, delivery(trip, to), at("2026-11-26 10:00"));
  const { deviceId } = phone.device;
  const push = { deviceId, sentAt: world.clock.now, unsynced: 1, records: [record] };
  return (await receiveHandovers(officer, push)).receipts[0]?.answer;
};
const delivered = async ({ tripId }: FieldTrip) =>
  (await showTrip(section, { tripId })).goods[0]?.delivered;

describe("a sheet that is keyed", () => {
  it("makes a handover of each row, with the photograph once, however often it is keyed", async () => {
    const trip = await arrange();
    const [first, second, third] = atFirstStop(trip) as [Recipient, Recipient, Recipient];
    const absent = {
      ...{ lineId: third.lineId, outcome: "not_found" as const, quantity: 0, receiver: null },
    };
    const rows = [row(first), row(second), absent];
    const command = sheet(trip, rows);
    const { rows: answers } = await recordSheet(section, command);
    expect(answers.map(({ answer }) => answer)).toEqual(["kept", "kept", "kept"]);
    expect(await recordSheet(section, command)).toEqual({ rows: answers });
    const again = await recordSheet(section, sheet(trip, rows, { photo: photo("b") }));
    expect(again.rows.map(({ answer }) => answer)).toEqual(["already", "already", "already"]);
    const { items } = await listHandovers(section, trip);
    expect(items).toHaveLength(3);
    expect(items.every(({ device }) => device === null)).toBe(true);
    expect(new Set(items.flatMap(({ evidence }) => evidence.map(({ id }) => id))).size).toBe(1);
    const evidenceId = items[1]?.evidence[0]?.id ?? "";
    expect(items[1]?.evidence[0]?.isThere).toBe(true);
    expect((await showEvidence(section, { evidenceId })).mediaType).toBe("image/jpeg");
    expect(await delivered(trip)).toBe(2);
  });

  it("doubles nothing that a phone recorded, before or after", async () => {
    const trip = await arrange();
    const [first, second, third] = atFirstStop(trip) as [Recipient, Recipient, Recipient];
    await sendByPhone(trip, first);
    const refused = { lineId: third.lineId, outcome: "refused" as const, quantity: 0 };
    await sendByPhone(trip, third);
    const { rows } = await recordSheet(
      section,
      sheet(trip, [row(first), row(second), { ...refused, receiver: null }]),
    );
    // The same of the first, the second is new, and the third contradicts a phone: a person decides.
    expect(rows.map(({ answer }) => answer)).toEqual(["already", "kept", "held"]);
    expect(await sendByPhone(trip, second)).toBe("held");
    expect(await delivered(trip)).toBe(3);
  });

  it("is keyed by who decides about the trip, of this stop, in the past, with a photograph", async () => {
    const trip = await arrange();
    const [first] = atFirstStop(trip) as [Recipient];
    const other = trip.recipients.find(({ stopId }) => stopId !== trip.stops[0]) as Recipient;
    const codeOf = (by: ServiceContext, command: KeySheetCommand) =>
      recordSheet(by, command).then(
        () => "done",
        ({ code }) => code,
      );
    expect(await codeOf(officer, sheet(trip, [row(first)]))).toBe("FORBIDDEN");
    expect(await codeOf(section, sheet(trip, [row(other)]))).toBe("INPUT_INVALID");
    const later = { happenedAt: at("2026-11-28 10:00") };
    expect(await codeOf(section, sheet(trip, [row(first)], later))).toBe("INPUT_INVALID");
    const text = { photo: Buffer.from("no picture").toString("base64") };
    expect(await codeOf(section, sheet(trip, [row(first)], text))).toBe("EVIDENCE_DAMAGED");
  });
});
