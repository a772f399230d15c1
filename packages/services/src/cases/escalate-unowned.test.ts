import { afterAll, beforeAll, expect, it } from "vitest";
import { notifyAudience } from "../notifications/notify-audience";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, paringinSelatan, type World } from "../testing/world";
import { sweepOverdueCases } from "./sweep-overdue-cases";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  await world.contextFor("subdistrict-secretary", paringinSelatan, { sectorCode: "SEKCAM" });
});
afterAll(() => world?.drop());

const system = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });
const rowOf = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const levels = async (id: string) => {
  const rows = await world.everything.domainEvent.findMany({
    where: { subject: `case/${id}`, type: "case.escalated" },
    orderBy: { id: "asc" },
  });
  return rows.map((r) => r.payload as { level: number; trigger: string });
};
const tellLeaders = async (id: string) => {
  const event = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `case/${id}`, type: "case.escalated" },
    orderBy: { id: "desc" },
  });
  const told = await notifyAudience(system(), {
    eventId: event.id,
    audience: "leaders",
    mail: "off",
  });
  return told.map((t) => t.recipientId);
};
const endPost = (role: string, sectorCode: string | null, endsOn: Date | null) =>
  world.everything.assignment.updateMany({
    where: { areaCode: paringinSelatan, role, sectorCode },
    data: { endsOn },
  });

it("a case without a responsible rises to the sekcam at once and, by the clock, to the camat", async () => {
  world.clock.now = at("2026-11-23 09:00");
  const { id } = await journeyTo(people, "received");
  await world.everything.case.update({
    where: { id },
    data: { responsibleId: null },
    select: { id: true },
  });
  await sweepOverdueCases(system());
  expect(await levels(id)).toEqual([{ level: 2, trigger: "unowned" }]);
  const { totalDueAt } = await rowOf(id);
  world.clock.now = totalDueAt;
  await sweepOverdueCases(system());
  expect((await rowOf(id)).escalationLevel).toBe(3);
  expect(await tellLeaders(id)).toEqual([people.head.actor.userId]);
});

it("so does a case whose responsible's office fell vacant, and it sinks again with the next holder", async () => {
  world.clock.now = at("2026-11-23 09:00");
  const { id } = await journeyTo(people, "received");
  await sweepOverdueCases(system());
  expect((await rowOf(id)).escalationLevel).toBe(0);
  await endPost("section-head", "KASI_PMD", new Date("2026-11-22"));
  await sweepOverdueCases(system());
  expect(await rowOf(id)).toMatchObject({ escalationLevel: 2, unownedSince: world.clock.now });
  await endPost("section-head", "KASI_PMD", null);
  world.clock.now = at("2026-11-23 10:01");
  await sweepOverdueCases(system());
  expect(await rowOf(id)).toMatchObject({ escalationLevel: 0, unownedSince: null });
});

it("so does a case at a desk without a person, and none is skipped however many there are", async () => {
  world.clock.now = at("2026-11-24 09:00");
  const ids: string[] = [];
  for (let i = 0; i < 8; i += 1) ids.push((await journeyTo(people, "received")).id);
  const atSector = await journeyTo(people, "assigned");
  await endPost("triage-officer", null, new Date("2026-11-22"));
  await sweepOverdueCases(system());
  for (const id of ids) expect((await rowOf(id)).escalationLevel).toBe(2);
  // DPMD has the other one, and the Kasi answers for it.
  expect((await rowOf(atSector.id)).escalationLevel).toBe(0);
  await endPost("triage-officer", null, null);
});

it("a sector without accounts is answered for by the responsible", async () => {
  world.clock.now = at("2026-11-24 09:00");
  const { id } = await journeyTo(people, "assigned");
  const sector = { where: { role: "sector-partner", sectorCode: "DPMD" } };
  await world.everything.assignment.updateMany({
    ...sector,
    data: { endsOn: new Date("2026-11-22") },
  });
  await sweepOverdueCases(system());
  expect((await rowOf(id)).escalationLevel).toBe(0);
  await endPost("section-head", "KASI_PMD", new Date("2026-11-22"));
  await sweepOverdueCases(system());
  expect((await rowOf(id)).escalationLevel).toBe(2);
  await endPost("section-head", "KASI_PMD", null);
  await world.everything.assignment.updateMany({ ...sector, data: { endsOn: null } });
});
