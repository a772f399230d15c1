import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import { at, createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { readRegencyTable } from "./regency-queries";

let world: World;
let people: Cast;
let regency: ServiceContext;

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  regency = await world.contextFor("regency-officer", "63.11");
  world.clock.now = at("2026-11-02 09:00");
  for (let n = 0; n < 6; n += 1) await journeyTo(people, "received");
  await openCase(people.triage, openCommand({ categoryCode: "SUP-FRAUD" }));
  world.clock.now = at("2026-11-24 09:00");
  for (let n = 0; n < 8; n += 1) await journeyTo(people, "in_progress");
  await journeyTo(people, "resolved");
  world.clock.now = at("2026-11-25 10:00");
});
afterAll(() => world.drop());

const table = async () => {
  const { rows, total } = await readRegencyTable(regency);
  const of = (code: string) => rows.find((row) => row.code === code);
  return { halong: of(halong), parsel: of(paringinSelatan), rows, total };
};

describe("all kecamatan of a kabupaten", () => {
  it("counts every case that is not confidential, also those that never rose", async () => {
    const { parsel } = await table();
    expect(parsel).toMatchObject({ name: "Kec. Paringin Selatan", late: 6, onTime: 9, open: 15 });
  });

  it("hides a count below five, and what would give it away", async () => {
    const desk = await world.contextFor("triage-officer", halong);
    for (let n = 0; n < 2; n += 1) await openCase(desk, openCommand({ villageCode: liyu }));
    const { halong: small, parsel, total } = await table();
    expect(small).toMatchObject({ open: null, received: null });
    // Halong's two would be the kabupaten's sum less what Paringin Selatan has.
    expect([parsel?.open, total.open].filter((n) => n === null)).toHaveLength(1);
    expect(small?.settled).toBe(0);
  });

  it("names no kecamatan of another kabupaten", async () => {
    const { rows } = await table();
    expect(rows.every((row) => row.code.startsWith("63.11."))).toBe(true);
  });

  it("counts secret cases for nobody, as it counts supervisory ones", async () => {
    const before = await table();
    world.clock.now = at("2026-11-24 10:00");
    for (let n = 0; n < 6; n += 1)
      await openCase(people.triage, openCommand({ privacy: "SECRET" }));
    world.clock.now = at("2026-11-25 10:00");
    expect(await table()).toEqual(before);
  });

  it("is for the kabupaten alone", async () => {
    await expect(readRegencyTable(people.triage)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
