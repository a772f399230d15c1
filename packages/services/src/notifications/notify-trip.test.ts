import { randomUUID } from "node:crypto";
import { defaultPreferences } from "@rembuk/domain/notifications/preferences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemContext } from "../system-context";
import { createWorld, halong, liyu, type World } from "../testing/world";
import { cancelTrip } from "../trips/cancel-trip";
import type { ChangedTrip } from "../trips/change-trip";
import { issueDecree } from "../trips/issue-decree";
import { moveTrip } from "../trips/move-trip";
import { planTrip } from "../trips/plan-trip";
import { postponeTrip } from "../trips/postpone-trip";
import { listNotices } from "./inbox-queries";
import { notifyTrip } from "./notify-trip";
import { setPreferences } from "./set-preferences";

const tabuan = "63.11.02.2004";
let world: World;
let by: Record<"section" | "camat" | "head" | "neighbour" | "crew", ServiceContext>;
let decreeId: string;
const act = () => ({ clientActionId: randomUUID() });

beforeAll(async () => {
  world = await createWorld();
  by = {
    section: await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" }),
    camat: await world.contextFor("subdistrict-head", halong),
    head: await world.contextFor("village-head", liyu),
    neighbour: await world.contextFor("village-head", tabuan),
    crew: await world.contextFor("field-officer", halong),
  };
  ({ decreeId } = await issueDecree(by.camat, {
    ...{ ...act(), subdistrictCode: halong, number: "188.45/12/2026", issuedOn: "2026-01-05" },
    ...{ startsOn: "2026-01-05", endsOn: "2026-12-31", subject: "Tim PAK SOTARSA 2026" },
    procedure: "SOP PAK SOTARSA, versi 2",
    members: [{ name: "Rusmiati (fiktif)", position: "Kasi", team: "pelaksana" }],
  }));
});
afterAll(() => world?.drop());

const planned = (): Promise<ChangedTrip> =>
  planTrip(by.section, {
    ...{ ...act(), subdistrictCode: halong, purpose: "Antar bantuan beras", decreeId },
    ...{ startsOn: "2026-11-26", endsOn: "2026-11-27", vehicle: "", villages: [liyu] },
    crew: [
      { name: "Rusmiati (fiktif)", position: "Kasi", duty: "lead" },
      { name: "Hamdani (fiktif)", position: "TKSK", duty: "member", userId: by.crew.actor.userId },
    ],
    ...{ goods: [], activities: [], costs: [] },
  });
/** Tells of the newest event of the trip of this type; who was told, by their key in `by`. */
const told = async (trip: ChangedTrip, type: string) => {
  const { id: eventId } = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `trip/${trip.tripId}`, type },
    orderBy: { id: "desc" },
  });
  const { db, reads, keys } = { ...world, db: world.everything };
  const system = systemContext({ db, reads, keys, demo: true, now: () => world.clock.now });
  const ids = await notifyTrip(system, { eventId });
  expect(await notifyTrip(system, { eventId })).toEqual([]);
  return Object.entries(by)
    .filter(([, ctx]) => ids.includes(ctx.actor.userId))
    .map(([who]) => who)
    .sort();
};
const newest = async (who: ServiceContext) => (await listNotices(who)).items[0];

describe("villages and crew of a trip", () => {
  it("are asked for time and place, and told why it waits, each once and nobody else", async () => {
    const trip = await planned();
    expect(await told(trip, "trip.planned")).toEqual(["head"]);
    expect(await newest(by.head)).toMatchObject({
      ...{ kind: "trip.time-asked", subject: `trip/${trip.tripId}` },
      params: { day: "2026-11-26", villageCode: liyu },
    });
    const approved = await moveTrip(by.camat, { ...act(), ...trip, move: "approve" });
    expect(await told(approved, "trip.moved")).toEqual([]);
    const waiting = await postponeTrip(by.section, {
      ...{ ...act(), ...approved, reason: "road", note: "Jembatan Pak Darmawi putus" },
    });
    expect(await told(waiting, "trip.moved")).toEqual(["crew", "head"]);
    const notice = await newest(by.crew);
    expect(notice).toMatchObject({ kind: "trip.postponed", params: { reason: "road" } });
    expect(JSON.stringify(notice)).not.toContain("Darmawi");
    const again = await moveTrip(by.section, { ...act(), ...waiting, move: "replan" });
    expect(await told(again, "trip.moved")).toEqual(["head"]);
    expect((await listNotices(by.neighbour)).items).toEqual([]);
  });

  it("are told that it is cancelled, but for who switched such news off", async () => {
    const { digest } = defaultPreferences;
    await setPreferences(by.crew, {
      ...{ ...act(), language: "id", muted: ["progress/in-app"], digested: [], digest },
      ...{ quiet: null, emergenciesPass: true },
    });
    const trip = await planned();
    const gone = await cancelTrip(by.section, { ...act(), ...trip, reason: "Digabung saja" });
    expect(await told(gone, "trip.moved")).toEqual(["head"]);
  });
});
