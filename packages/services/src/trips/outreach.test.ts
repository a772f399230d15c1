import { randomUUID } from "node:crypto";
import type { RecordOutreachCommand } from "@rembuk/domain/trips/outreach";
import { recordOutreachCommand } from "@rembuk/domain/trips/outreach";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { listOutreach } from "./outreach-queries";
import { planTrip } from "./plan-trip";
import { recordOutreach } from "./record-outreach";
import { relayOutreach } from "./relay-outreach";

const tabuan = "63.11.02.2004";
let world: World;
let by: Record<"section" | "village" | "neighbour" | "far", ServiceContext>;
beforeAll(async () => {
  world = await createWorld();
  by = {
    section: await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" }),
    village: await world.contextFor("village-officer", liyu),
    neighbour: await world.contextFor("village-officer", tabuan),
    far: await world.contextFor("triage-officer", paringinSelatan),
  };
});
afterAll(() => world?.drop());

const act = () => ({ clientActionId: randomUUID() });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const held = (change: Partial<RecordOutreachCommand> = {}): RecordOutreachCommand => ({
  ...{ ...act(), villageCode: liyu, topic: "Hak atas jaminan kesehatan", place: "Balai desa" },
  ...{ heldOn: "2026-11-20", medium: "in_person", team: "Kasi Kessos, bidan desa" },
  attendance: 42,
  ...change,
});

describe("a sosialisasi", () => {
  it("is written down by the office, once, and read by it and by the village", async () => {
    const command = held();
    const done = await recordOutreach(by.section, command);
    expect(await recordOutreach(by.section, command)).toEqual(done);
    for (const who of [by.section, by.village])
      expect(await listOutreach(who, { villageCode: liyu })).toMatchObject([
        { id: done.outreachId, attendance: 42, heldOn: "2026-11-20", mayRelay: true },
      ]);
    for (const who of [by.neighbour, by.far])
      expect(await listOutreach(who, { villageCode: liyu })).toEqual([]);
    expect(await code(recordOutreach(by.village, held()))).toBe("FORBIDDEN");
    expect(await code(recordOutreach(by.far, held()))).toBe("FORBIDDEN");
    expect(await code(recordOutreach(by.section, held({ heldOn: "2026-11-24" })))).toBe(
      "OUTREACH_NOT_HELD",
    );
  });

  it("that is published has an address, and no other than https", () => {
    const parsed = (change: object) => recordOutreachCommand.safeParse(held(change)).success;
    expect(parsed({ medium: "instagram" })).toBe(false);
    expect(parsed({ medium: "facebook", link: "https://contoh.invalid/1" })).toBe(true);
    expect(parsed({ medium: "facebook", link: "javascript:alert(1)" })).toBe(false);
    expect(parsed({ link: "http://contoh.invalid" })).toBe(false);
  });

  it("on a trip belongs to a village where it stops", async () => {
    const { tripId } = await planTrip(by.section, {
      ...{ ...act(), subdistrictCode: halong, purpose: "Sosialisasi", vehicle: "" },
      ...{ startsOn: "2026-11-20", endsOn: "2026-11-20", decreeId: null, crew: [] },
      ...{ villages: [liyu], goods: [], activities: [], costs: [] },
    });
    await recordOutreach(by.section, held({ tripId }));
    expect(await listOutreach(by.village, { tripId })).toHaveLength(1);
    const elsewhere = held({ tripId, villageCode: tabuan });
    expect(await code(recordOutreach(by.section, elsewhere))).toBe("INPUT_INVALID");
  });

  it("is passed on by its village: how and when, and the first word counts", async () => {
    const { outreachId } = await recordOutreach(by.section, held());
    const relay = (who: ServiceContext, relayedOn = "2026-11-22") =>
      relayOutreach(who, { ...act(), outreachId, how: "Diumumkan di pengajian", relayedOn });
    expect(await code(relay(by.neighbour))).toBe("OUTREACH_NOT_FOUND");
    expect(await code(relay(by.village, "2026-11-19"))).toBe("OUTREACH_NOT_HELD");
    expect(await relay(by.village)).toEqual({ outreachId });
    expect(await code(relay(by.village))).toBe("OUTREACH_RELAYED");
    const [told] = (await listOutreach(by.section, { villageCode: liyu })).filter(
      (one) => one.id === outreachId,
    );
    expect(told).toMatchObject({ relayedHow: "Diumumkan di pengajian", mayRelay: false });
  });
});
