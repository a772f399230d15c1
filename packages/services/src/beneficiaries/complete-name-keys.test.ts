import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import { searchCases } from "../cases/search-cases";
import type { ServiceContext } from "../context";
import { openCommand } from "../testing/case-journey";
import { createWorld, paringinSelatan, type World } from "../testing/world";
import { completeNameKeys } from "./complete-name-keys";

let world: World;
let desk: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  desk = await world.contextFor("triage-officer", paringinSelatan);
  for (const name of ["Rusmiati", "Salasiah", "Kartini"])
    await openCase(desk, openCommand({ reporter: { name: `${name} (fiktif)` } }));
});
afterAll(() => world.drop());

const totals = () =>
  Promise.all(
    ["Rusmiati", "Salasiah", "Kartini"].map(
      async (text) => (await searchCases(desk, { text, limit: 5 })).total,
    ),
  );

describe("keys of names that were written before there were any", () => {
  it("are made a few at a time, and nothing is left to a second turn", async () => {
    const worker = { db: world.everything, keys: world.keys };
    expect(await completeNameKeys(worker)).toBe(0);
    const kept = await world.everything.personNameKey.findMany({ orderBy: { personId: "asc" } });
    await world.everything.personNameKey.updateMany({ data: { keys: [], rule: 0 } });
    expect(await totals()).toEqual([0, 0, 0]);
    expect(await completeNameKeys(worker, 2)).toBe(3);
    expect(await totals()).toEqual([1, 1, 1]);
    expect(await completeNameKeys(worker, 2)).toBe(0);
    const made = await world.everything.personNameKey.findMany({ orderBy: { personId: "asc" } });
    expect(made).toEqual(kept);
  });

  it("tell nobody a name: another kecamatan's keys of the same name are others", async () => {
    const elsewhere = await world.contextFor("triage-officer", "63.11.02");
    const command = openCommand({
      villageCode: "63.11.02.2014",
      reporter: { name: "Rusmiati (fiktif)" },
    });
    await openCase(elsewhere, command);
    const rows = await world.everything.personNameKey.findMany();
    const keys = rows.flatMap((row) => row.keys.map(String));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
