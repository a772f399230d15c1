import { endPresence } from "@rembuk/services/cases/end-presence";
import { enterCase } from "@rembuk/services/cases/enter-case";
import { cast, journeyTo } from "@rembuk/services/testing/case-journey";
import { createWorld, type World } from "@rembuk/services/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world?.drop());

describe("coming to a case and going", () => {
  it("is said on the live channel once each, with the case and no name", async () => {
    const people = await cast(world);
    const listener = new pg.Client({ connectionString: world.urls.appUrl });
    await listener.connect();
    const heard: string[] = [];
    listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await listener.query("LISTEN rembuk_live");
    const { id } = await journeyTo(people, "received");
    await enterCase(people.triage, { caseId: id });
    await enterCase(people.triage, { caseId: id });
    await endPresence(people.triage, { caseId: id });
    await endPresence(people.triage, { caseId: id });
    const told = JSON.stringify({ present: id });
    await expect.poll(() => heard).toEqual([told, told]);
    await listener.end();
  });
});
