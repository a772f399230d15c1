import { randomUUID } from "node:crypto";
import type { SaveHouseholdCommand } from "@rembuk/domain/beneficiaries/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import {
  createWorld,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { listLikelyPairs } from "./duplicate-queries";
import { showHousehold } from "./household-queries";
import { mergeResidents } from "./merge-residents";
import { listHouseholds, listRegistryVillages } from "./registry-queries";
import { revealFamilyCard, revealResident } from "./reveal-resident";
import { saveHousehold } from "./save-household";
import { tellResidentsApart } from "./tell-residents-apart";
import { undoResidentMerge } from "./undo-resident-merge";

let world: World;
let village: ServiceContext;
let neighbour: ServiceContext;
let desk: ServiceContext;
let farDesk: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  village = await world.contextFor("village-officer", murungAbuin);
  neighbour = await world.contextFor("village-officer", lingsir);
  desk = await world.contextFor("triage-officer", paringinSelatan);
  farDesk = await world.contextFor("triage-officer", liyu.slice(0, 8));
});
afterAll(() => world.drop());

type Member = SaveHouseholdCommand["members"][number];
const member = (name: string, change: Partial<Member> = {}): Member => ({
  ...{ name, aliases: [], relation: "head", sex: "female", birthDate: "1986-04-07" },
  ...{ nikMissing: "lost", ...change },
});
const family = (members: Member[], change: Partial<SaveHouseholdCommand> = {}) => ({
  ...{ clientActionId: randomUUID(), version: 0, villageCode: murungAbuin, members },
  ...{ hamlet: "Tabuan", rt: "2", rw: "", address: "", leaving: [], ...change },
});
const reason = "Dicocokkan dengan KTP";
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("a household in the registry", () => {
  it("is entered by its village, found by name, NIK and No. KK, and read by the kecamatan", async () => {
    const nik = "9999014704860411";
    const card = "9999010101200011";
    const command = family(
      [
        member("Rusmiati Hairani", { nik, nikMissing: null, phone: "0860-0000-0101" }),
        member("Intan", { relation: "child", birthDate: "2020-02-29", nikMissing: "not-issued" }),
      ],
      { familyCardNumber: card, address: "Jl. Contoh 1" },
    );
    const saved = await saveHousehold(village, command);
    expect(await saveHousehold(village, command)).toEqual(saved);
    for (const text of ["rusmiyati", nik, "9999 0101 0120 0011", "Hairani Rusmi"]) {
      const { items } = await listHouseholds(desk, { text });
      expect([text, items.map((one) => one.id)]).toEqual([text, [saved.householdId]]);
    }
    const told = await showHousehold(desk, saved);
    expect(told.members.map((one) => one.name)).toEqual(["Rusmiati Hairani", "Intan"]);
    expect(told.members[1]?.provisionalCode).toMatch(/^S-/);
    const text = JSON.stringify([told, await listHouseholds(village, { text: nik })]);
    for (const hidden of [nik, card, "1986-04-07", "600000101"]) expect(text).not.toContain(hidden);
    expect(told.members[0]?.age).toBe(40);
  });

  it("lies sealed, and in no event", async () => {
    const nik = "9999014704860422";
    const { householdId } = await saveHousehold(
      village,
      family([member("Kenarina Sealed", { nik, nikMissing: null })]),
    );
    const rows = await world.everything.$queryRaw<{ text: string }[]>`
      SELECT row_to_json(h)::text || row_to_json(r)::text AS text
      FROM household h JOIN resident r ON r.household_id = h.id WHERE h.id = ${householdId}::uuid`;
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `household/${householdId}` },
    });
    expect(events.map((one) => one.type)).toEqual(["household.registered"]);
    const stored = JSON.stringify([rows, events]);
    expect(rows).toHaveLength(1);
    // The whole day: four digits alone also occur in ids and in sealed bytes, by chance.
    for (const hidden of [nik, "Kenarina", "1986-04-07", "19860407"])
      expect(stored).not.toContain(hidden);
  });

  it("does not exist for another village, another kecamatan, or another section", async () => {
    const { householdId } = await saveHousehold(village, family([member("Salasiah Hidden")]));
    const pmd = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" });
    for (const other of [neighbour, farDesk, pmd]) {
      expect(await code(showHousehold(other, { householdId }))).toBe("HOUSEHOLD_NOT_FOUND");
      expect((await listHouseholds(other, { text: "Salasiah" })).items).toEqual([]);
    }
    expect(await listRegistryVillages(pmd)).toEqual([]);
    expect((await listRegistryVillages(village)).map((one) => one.code)).toEqual([murungAbuin]);
    const kessos = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_KESSOS",
    });
    expect((await showHousehold(kessos, { householdId })).id).toBe(householdId);
    expect(await code(saveHousehold(desk, family([member("Orang")])))).toBe("FORBIDDEN");
    expect(await code(saveHousehold(neighbour, family([member("Orang")])))).toBe("FORBIDDEN");
  });

  it("is changed on the version that was seen; what is left empty stays, and nobody drops out unsaid", async () => {
    const nik = "9999014704860433";
    const first = await saveHousehold(
      village,
      family([
        member("Hatmiah", { nik, nikMissing: null }),
        member("Anak Hatmiah", { relation: "child", birthDate: "2015-01-01" }),
      ]),
    );
    const { householdId } = first;
    const [mother, child] = (await showHousehold(village, first)).members;
    const kept = member("Hatmiah Yanti", {
      ...{ residentId: mother?.id ?? null, birthDate: null, nikMissing: null },
    });
    const change = { householdId, version: 0 };
    expect(await code(saveHousehold(village, family([kept], change)))).toBe("INPUT_INVALID");
    const leaving = [{ residentId: child?.id ?? "", status: "moved" as const }];
    const again = await saveHousehold(village, family([kept], { ...change, leaving }));
    expect(again.version).toBe(1);
    expect(await code(saveHousehold(village, family([kept], { ...change, leaving })))).not.toBe(
      "done",
    );
    const now = await showHousehold(village, { householdId });
    expect(now.members.map((one) => [one.name, one.maskedNik])).toEqual([
      ["Hatmiah Yanti", "9999••••••••0433"],
    ]);
    expect(now.left).toEqual([{ name: "Anak Hatmiah", status: "moved" }]);
    const { items } = await listHouseholds(village, { text: nik });
    expect(items.map((one) => one.id)).toEqual([householdId]);
  });

  it("takes no NIK and no family card twice in a village", async () => {
    const card = "9999010101200044";
    const one = { nik: "9999014704860444", nikMissing: null };
    const first = await saveHousehold(
      village,
      family([member("Pertama", one)], { familyCardNumber: card }),
    );
    const again = saveHousehold(village, family([member("Kedua", one)]));
    await expect(again).rejects.toMatchObject({
      ...{ code: "NIK_TAKEN" },
      details: { field: "members.0.nik", householdId: first.householdId },
    });
    const sameCard = family([member("Ketiga")], { familyCardNumber: card });
    expect(await code(saveHousehold(village, sameCard))).toBe("FAMILY_CARD_TAKEN");
  });
});

describe("numbers", () => {
  it("are revealed for a purpose, logged, and to who may", async () => {
    const nik = "9999014704860455";
    const card = "9999010101200055";
    const saved = await saveHousehold(
      village,
      family([member("Yurnani", { nik, nikMissing: null })], { familyCardNumber: card }),
    );
    const { householdId } = saved;
    const residentId = (await showHousehold(desk, saved)).members[0]?.id ?? "";
    expect(await revealResident(desk, { residentId, reason })).toMatchObject({
      ...{ nik, birthDate: "1986-04-07" },
    });
    expect(await revealFamilyCard(desk, { householdId, reason })).toEqual({
      familyCardNumber: card,
    });
    const logged = await world.everything.accessLog.findMany({
      where: { subject: { in: [`resident/${residentId}`, `household/${householdId}`] } },
      orderBy: { id: "asc" },
    });
    expect(logged.map((one) => [one.act, one.reason])).toEqual([
      ["reveal-person", reason],
      ["reveal-person", reason],
    ]);
    const camat = await world.contextFor("subdistrict-head", paringinSelatan);
    expect(await code(revealResident(camat, { residentId, reason }))).toBe("FORBIDDEN");
    expect(await code(revealResident(farDesk, { residentId, reason }))).toBe("RESIDENT_NOT_FOUND");
    await listHouseholds(desk, { text: nik });
    const looked = await world.everything.accessLog.count({
      where: { subject: `household/${householdId}`, act: "find-person" },
    });
    expect(looked).toBe(1);
  });
});

describe("records of one person", () => {
  it("in two villages are said to stand elsewhere, decided by the kecamatan, and parted again", async () => {
    const one = { nik: "9999014704860466", nikMissing: null };
    const here = await saveHousehold(village, family([member("Wahidah", one)]));
    const there = await saveHousehold(
      neighbour,
      family([member("Wahidah Lingsir", one)], { villageCode: lingsir }),
    );
    expect([here.elsewhere, there.elsewhere]).toEqual([[], [0]]);
    const far = await world.contextFor("village-officer", liyu);
    const halong = await saveHousehold(
      far,
      family([member("Wahidah", one)], { villageCode: liyu }),
    );
    expect(halong.elsewhere).toEqual([]);
    expect(await listLikelyPairs(farDesk)).toEqual([]);

    const [pair] = (await listLikelyPairs(desk)).filter((p) => p.likeness === "same-nik");
    if (!pair) throw new Error("no pair");
    const [firstId, secondId] = [pair.first.residentId, pair.second.residentId];
    const merge = { clientActionId: randomUUID(), firstId, secondId, keptId: firstId, reason };
    expect(await code(mergeResidents(farDesk, merge))).toBe("RESIDENT_NOT_FOUND");
    await mergeResidents(desk, merge);
    expect(await listLikelyPairs(desk)).toEqual([]);
    const [kept] = (await showHousehold(desk, here)).members;
    expect(kept?.aliases).toEqual(["Wahidah Lingsir"]);
    expect((await showHousehold(neighbour, there)).members[0]?.mergedInto).toBe("elsewhere");

    const undo = { clientActionId: randomUUID(), mergedId: secondId, reason };
    await undoResidentMerge(desk, undo);
    expect((await showHousehold(desk, here)).members[0]?.aliases).toEqual([]);
    expect((await showHousehold(desk, there)).members[0]?.mergedInto).toBeNull();
    expect(await listLikelyPairs(desk)).toHaveLength(1);
    await tellResidentsApart(desk, { clientActionId: randomUUID(), firstId, secondId, reason });
    expect(await listLikelyPairs(desk)).toEqual([]);
  });

  it("are decided on by nobody who entered one of them", async () => {
    const born = { birthDate: "1971-05-06" };
    await saveHousehold(village, family([member("Noor Laila", born)]));
    await saveHousehold(village, family([member("Nur Laila", { ...born, aliases: ["Ila"] })]));
    const [pair] = await listLikelyPairs(desk);
    expect(pair?.likeness).toBe("same-name-and-birth");
    const [firstId = "", secondId = ""] = [pair?.first.residentId, pair?.second.residentId];
    const both = {
      ...village,
      actor: {
        ...village.actor,
        assignments: [...village.actor.assignments, ...desk.actor.assignments],
      },
    };
    const merge = { clientActionId: randomUUID(), firstId, secondId, keptId: firstId, reason };
    expect(await code(mergeResidents(both, merge))).toBe("RESIDENT_MERGE_OWN");
    expect(await code(mergeResidents(desk, merge))).toBe("done");
  });
});
