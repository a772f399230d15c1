import { randomUUID } from "node:crypto";
import type { SaveVillageFactsCommand } from "@rembuk/domain/trips/village-facts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, lingsir, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { loadVillageFacts } from "./facts-store";
import { saveVillageFacts } from "./save-village-facts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.drop());

const facts = (change: Partial<SaveVillageFactsCommand> = {}): SaveVillageFactsCommand => ({
  ...{ clientActionId: randomUUID(), villageCode: murungAbuin, version: 0, hoursToOffice: 2.5 },
  ...{
    signal: "none",
    access: "motorcycle",
    rainyAccess: "foot",
    source: "Kepala desa",
    ...change,
  },
});

describe("how far away a village is", () => {
  it("is written down by the village or its kecamatan, on what was seen, and stands with day and source", async () => {
    const village = await world.contextFor("village-officer", murungAbuin);
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    const first = facts();
    expect(await saveVillageFacts(village, first)).toEqual({ version: 1 });
    expect(await saveVillageFacts(village, first)).toEqual({ version: 1 });
    await expect(saveVillageFacts(desk, facts())).rejects.toMatchObject({
      code: "VILLAGE_FACTS_CHANGED",
    });
    await saveVillageFacts(
      desk,
      facts({ version: 1, hoursToOffice: 3, source: "Catatan perjalanan" }),
    );
    const found = await loadVillageFacts(desk.db, [murungAbuin, lingsir]);
    expect([...found.keys()]).toEqual([murungAbuin]);
    expect(found.get(murungAbuin)).toMatchObject({
      ...{ hoursToOffice: 3, signal: "none", rainyAccess: "foot", version: 2 },
      source: "Catatan perjalanan",
    });
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `village/${murungAbuin}` },
    });
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain("Catatan");
  });

  it("is no neighbour's to say", async () => {
    const neighbour = await world.contextFor("village-officer", lingsir);
    await expect(saveVillageFacts(neighbour, facts({ version: 2 }))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
