import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptAssignment } from "../cases/accept-assignment";
import { routeCase } from "../cases/route-case";
import { triageCase } from "../cases/triage-case";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, type World } from "../testing/world";
import { readLateHolders } from "./late-queries";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world?.drop());

it("answers who was late, holder by holder, over what the reader may open", async () => {
  world.clock.now = at("2026-11-23 09:00");
  const slow = await journeyTo(people, "received");
  await journeyTo(people, "received", { categoryCode: "SEC-VIOL", privacy: "SECRET" });
  // Three working days to verify; the desk takes five.
  world.clock.now = at("2026-11-30 09:00");
  await triageCase(people.triage, act(slow.id, 0));
  await routeCase(people.triage, { ...act(slow.id, 1), target: "DPMD", instruction: "Mohon" });
  world.clock.now = at("2026-12-01 09:00");
  await acceptAssignment(people.sector, act(slow.id, 2));

  const seen = await readLateHolders(people.head);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ kind: "desk", code: null, late: 1, running: 0 });
  // The secret case at the desk is late too: the camat without clearance counts it not.
  expect(seen[0]?.stages).toBe(1);
  expect(seen[0]?.cases).toEqual([
    {
      id: slow.id,
      number: expect.any(String),
      dueAt: at("2026-11-26 16:30"),
      endedAt: at("2026-11-30 09:00"),
      daysLate: 2,
    },
  ]);
  const desk = await readLateHolders(people.triage);
  expect(desk[0]).toMatchObject({ kind: "desk", stages: 2, late: 2, running: 1 });
  // The sector that has it now was not late; the desk before it was, in a case that it may open.
  expect((await readLateHolders(people.sector)).map((h) => h.kind)).toEqual(["desk"]);
  const elsewhere = await world.contextFor("triage-officer", halong);
  expect(await readLateHolders(elsewhere)).toEqual([]);
});
