import { presenceMs } from "@rembuk/domain/cases/presence";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { endPresence } from "./end-presence";
import { enterCase } from "./enter-case";
import { listPresent } from "./presence-queries";

let world: World;
let people: Cast;
let cleared: ServiceContext;
let caseId: string;
let secretId: string;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  cleared = await world.contextFor("triage-officer", paringinSelatan, {
    ...{ sectorCode: "RAHASIA", clearance: true },
  });
  caseId = (await journeyTo(people, "received")).id;
  secretId = (await journeyTo(people, "received", { privacy: "SECRET" }, cleared)).id;
}, 60_000);
afterAll(() => world?.drop());

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => (isDomainError(error) ? error.code : `fault: ${String(error)}`),
  );
const namesFor = async (ctx: ServiceContext, id: string) =>
  (await listPresent(ctx, { caseId: id })).map((one) => one.name);

describe("who else has a case open", () => {
  it("is told to the others by name, never to oneself, and only while it lasts", async () => {
    world.clock.now = at("2026-11-23 09:00");
    expect(await enterCase(people.triage, { caseId })).toEqual([]);
    expect(await enterCase(people.head, { caseId })).toEqual([{ name: people.triage.actor.name }]);
    expect(await namesFor(people.triage, caseId)).toEqual([people.head.actor.name]);
    await endPresence(people.head, { caseId });
    expect(await namesFor(people.triage, caseId)).toEqual([]);
    await enterCase(people.head, { caseId });
    world.clock.now = new Date(world.clock.now.getTime() + presenceMs);
    expect(await namesFor(people.triage, caseId), "a closed browser is forgotten").toEqual([]);
    expect(await enterCase(people.triage, { caseId })).toEqual([]);
  });

  it("leaves no event and no entry in the log of reads", async () => {
    const before = await world.everything.accessLog.count();
    const events = await world.everything.domainEvent.count();
    await enterCase(cleared, { caseId: secretId });
    await endPresence(cleared, { caseId: secretId });
    expect(await world.everything.accessLog.count()).toBe(before);
    expect(await world.everything.domainEvent.count()).toBe(events);
  });

  it("of a secret case is nothing at all to whoever may not open it", async () => {
    await enterCase(cleared, { caseId: secretId });
    const other = await world.contextFor("triage-officer", halong);
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_KESSOS",
    });
    for (const ctx of [people.village, people.sector, other, kasi]) {
      for (const ask of [listPresent, enterCase, endPresence])
        expect(await codeOf(ask(ctx, { caseId: secretId }))).toBe("CASE_NOT_FOUND");
    }
    const rows = await world.everything.casePresence.findMany({ where: { caseId: secretId } });
    expect(rows.map((row) => row.userId)).toEqual([cleared.actor.userId]);
    const none = "00000000-0000-4000-8000-000000000000";
    expect(await codeOf(listPresent(people.village, { caseId: none }))).toBe("CASE_NOT_FOUND");
  });
});
