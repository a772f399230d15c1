import { permissions } from "@rembuk/domain/access/permissions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, openCommand } from "../testing/case-journey";
import {
  createWorld,
  halong,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { openCase } from "./open-case";
import { countCases, listCases } from "./queries";
import { routeCase } from "./route-case";
import { type SearchCasesInput, searchCases } from "./search-cases";
import { triageCase } from "./triage-case";

let world: World;
let desk: ServiceContext;
let village: ServiceContext;
let elsewhere: ServiceContext;
let partner: ServiceContext;
const id: Record<string, string> = {};
const number: Record<string, string> = {};
const nik = "9999014101900077";
const phone = "0860-0000-0177";

const open = async (
  name: string,
  ctx: ServiceContext,
  change: Parameters<typeof openCommand>[0],
) => {
  const made = await openCase(ctx, openCommand(change));
  id[name] = made.id;
  number[name] = made.number;
};

beforeAll(async () => {
  world = await createWorld();
  desk = await world.contextFor("triage-officer", paringinSelatan);
  village = await world.contextFor("village-officer", murungAbuin);
  elsewhere = await world.contextFor("triage-officer", halong);
  partner = await world.contextFor("sector-partner", "63.11", { sectorCode: "DPMD" });
  await open("bridge", desk, {
    title: "Jembatan gantung rusak",
    description: "Warga meminta perbaikan jembatan karena papannya lapuk di RT 397.",
    reporter: { name: "Rusmiati Zulfadhli (fiktif)", nik, phone },
  });
  await open("water", desk, {
    villageCode: lingsir,
    title: "Air bersih tidak mengalir",
    description: "Pipa air bersih pecah; bantuan ditunggu.",
    reporter: { name: "Mochammad Noor (fiktif)" },
  });
  await open("anonymous", desk, {
    privacy: "ANONYMOUS",
    title: "Pungutan di kantor",
    description: "Ada pungutan.",
    reporter: { name: "Salasiah Kartini (fiktif)" },
  });
  await open("secret", desk, {
    privacy: "SECRET",
    title: "Kekerasan merpatihitam",
    description: "Rahasia.",
    reporter: { name: "Wahyudi Tersembunyi (fiktif)" },
  });
  await open("halong", elsewhere, {
    villageCode: liyu,
    title: "Jembatan roboh elangbondol",
    description: "Perbaikan.",
    reporter: { name: "Rusmiati Halongan (fiktif)" },
  });
  await triageCase(desk, act(id.bridge ?? "", 0));
  await routeCase(desk, {
    ...act(id.bridge ?? "", 1),
    ...{ target: "DPMD", instruction: "Mohon dibina" },
  });
});
afterAll(() => world.drop());

const search = (ctx: ServiceContext, text: string, more: Partial<SearchCasesInput> = {}) =>
  searchCases(ctx, { text, limit: 20, ...more });
const found = async (ctx: ServiceContext, text: string): Promise<readonly string[]> => {
  const { items } = await search(ctx, text);
  const names = new Map(Object.entries(id).map(([name, one]) => [one, name]));
  return items.map((item) => names.get(item.id) ?? "?").sort();
};

describe("a search by words", () => {
  it.each([
    ["jembatan", ["bridge"]],
    ["memperbaiki", ["bridge"]],
    ["perbaikan jembatan", ["bridge"]],
    ["membantu", ["water"]],
    ["jemb", ["bridge"]],
    ['"air bersih"', ["water"]],
    ['"bersih air"', []],
    ["pipa jembatan", []],
    ["tidakadadimanapun", []],
    ["??", []],
  ])("%s", async (text, names) => {
    expect(await found(desk, text)).toEqual(names);
  });

  it("finds a village by its name, and what is said there", async () => {
    expect(await found(desk, "Lingsir")).toEqual(["water"]);
    expect(await found(desk, "desa lingsir")).toEqual(["water"]);
  });

  it("finds the changed words of a case and not the old ones", async () => {
    await world.everything.case.update({
      where: { id: id.water ?? "" },
      data: { title: "Sumur bor kering" },
      select: { id: true },
    });
    expect(await found(desk, "sumur")).toEqual(["water"]);
    expect(await found(desk, "mengalir")).toEqual([]);
  });
});

describe("a search by number", () => {
  it("finds it whole, in part and without dashes", async () => {
    const whole = number.bridge ?? "";
    const [letters, year, serial, check] = whole.split("-");
    for (const text of [
      ...[whole, whole.toLowerCase().replaceAll("-", ""), `${letters} ${year} ${serial} ${check}`],
      ...[`${year}-${serial}`, `${serial}-${check}`, `${serial}`],
    ])
      expect([text, await found(desk, text)]).toEqual([text, expect.arrayContaining(["bridge"])]);
  });

  it("tells that the check letter does not fit, and finds the case all the same", async () => {
    const wrong = `${(number.bridge ?? "").slice(0, -1)}${number.bridge?.endsWith("A") ? "B" : "A"}`;
    const result = await search(desk, wrong);
    expect(result.failsCheck).toBe(true);
    expect(result.items.map((item) => item.id)).toEqual([id.bridge]);
  });

  it("looks for digits in the words as well", async () => {
    expect(await found(desk, "397")).toEqual(["bridge"]);
  });
});

describe("a search by person", () => {
  it.each([
    ["Rusmiati", ["bridge"]],
    ["zulfadli rusmiati", ["bridge"]],
    ["Rusm", ["bridge"]],
    ["Muhamad Nur", ["water"]],
    ["M. Noer", ["water"]],
    ["Rusmiati Kartini", []],
  ])("%s", async (text, names) => {
    expect(await found(desk, text)).toEqual(names);
  });

  it("forgives a typo and says so", async () => {
    const result = await search(desk, "Rusmaiti");
    expect(result).toMatchObject({ isNear: true, total: 1 });
    expect(result.items).toMatchObject([{ id: id.bridge, isByName: true }]);
    expect((await search(desk, "Rusmiati")).isNear).toBe(false);
  });

  it("knows NIK and phone in any spelling, and logs the look once", async () => {
    for (const text of [nik, "9999 0141 0190 0077", phone, "+62 860 0000 0177"])
      expect([text, await found(desk, text)]).toEqual([text, ["bridge"]]);
    const looks = await world.everything.accessLog.findMany({
      where: { actorId: desk.actor.userId, act: "find-person" },
    });
    expect(looks.map((look) => look.subject)).toEqual([`case/${id.bridge}`]);
    expect(JSON.stringify(looks)).not.toContain(nik);
  });

  it("finds nobody for whom the reader may not know", async () => {
    // The partner holds the case and may know who reported it; an officer of the regency may not.
    expect(await found(partner, "Rusmiati")).toEqual(["bridge"]);
    expect(await found(partner, nik)).toEqual(["bridge"]);
    const regency = await world.contextFor("regency-officer", "63.11");
    expect(permissions["person.read"]).not.toHaveProperty("regency-officer");
    for (const text of ["Rusmiati", nik, phone]) expect(await found(regency, text)).toEqual([]);
    // A secret case stays shut for a colleague who has no part in it.
    const head = await world.contextFor("subdistrict-secretary", paringinSelatan);
    expect(await found(head, "Tersembunyi")).toEqual([]);
    // Who reported anonymously is known to the desk, which may reprint the receipt, not to the section.
    expect(await found(desk, "Salasiah")).toEqual(["anonymous"]);
    expect(await found(head, "Salasiah")).toEqual([]);
    expect(await found(head, "Rusmiati")).toEqual(["bridge"]);
  });
});

describe("what lies behind the fence", () => {
  it("is not found by words, number, name, NIK or village", async () => {
    for (const text of ["elangbondol", number.halong ?? "", "Halongan", "Liyu"]) {
      expect([text, await found(desk, text)]).toEqual([text, []]);
      expect([text, await found(elsewhere, text)]).toEqual([text, ["halong"]]);
    }
    expect(await found(elsewhere, nik)).toEqual([]);
    expect(await found(village, "pipa")).toEqual([]);
    expect(await found(village, "jembatan")).toEqual(["bridge"]);
  });

  it("neither counts, nor is it a value to narrow by", async () => {
    const forbidden = await search(desk, "elangbondol");
    const absent = await search(desk, "elangbondolx");
    expect(forbidden).toEqual(absent);
    const secret = await world.contextFor("subdistrict-secretary", paringinSelatan);
    expect(await search(secret, "merpatihitam")).toEqual(await search(secret, "merpatihitamx"));
    const counts = await countCases(desk, {
      ...{ forbidden: { text: "elangbondol" }, own: { text: "jembatan" } },
    });
    expect(counts).toEqual({ forbidden: 0, own: 1 });
  });

  it("opens to who is sent a referral, wherever the case lies", async () => {
    const reporter = await world.contextFor("reporter", murungAbuin);
    await open("own", reporter, { title: "Lampu jalan kukangjawa mati" });
    expect(await found(reporter, "kukangjawa")).toEqual(["own"]);
    expect(await found(reporter, "jembatan")).toEqual([]);
  });
});

describe("what a search tells", () => {
  it("marks what was found, in title and story, as text", async () => {
    await open("marked", desk, {
      title: "Tanggul <b>jebol</b> dan perbaikannya",
      description: "Baris satu. Tanggulnya jebol\u{e000} semalam & \u{e001}air masuk.",
    });
    const { items } = await search(desk, "tanggul jebol");
    expect(items[0]?.titlePassage).toContainEqual({ text: "Tanggul", isHit: true });
    expect(items[0]?.titlePassage.map((piece) => piece.text).join("")).toBe(
      "Tanggul <b>jebol</b> dan perbaikannya",
    );
    expect(items[0]?.storyPassage?.filter((piece) => piece.isHit)).toEqual([
      { text: "Tanggulnya", isHit: true },
      { text: "jebol", isHit: true },
    ]);
  });

  it("tells no story of a secret case: reading that is logged", async () => {
    const cleared = await world.contextFor("triage-officer", paringinSelatan, {
      ...{ sectorCode: "SEED", clearance: true },
    });
    const { items } = await search(cleared, "merpatihitam");
    expect(items).toMatchObject([{ id: id.secret, storyPassage: null }]);
  });

  it("counts by state, category, village and year, and narrows by them", async () => {
    const { facets, total } = await search(desk, "perbaikan");
    expect(total).toBe(2);
    expect(facets.statuses.map((f) => [f.value, f.count])).toEqual([
      ["assigned", 1],
      ["received", 1],
    ]);
    expect(facets.villages).toMatchObject([{ value: murungAbuin, name: "Murung Abuin", count: 2 }]);
    expect(facets.years).toMatchObject([{ value: "2026", count: 2 }]);
    const narrowed = await search(desk, "perbaikan", { statuses: ["assigned"] });
    expect(narrowed.items.map((item) => item.id)).toEqual([id.bridge]);
    expect(narrowed.facets.statuses).toHaveLength(2);
    expect(narrowed.total).toBe(1);
    expect((await search(desk, "perbaikan", { villages: [lingsir] })).items).toEqual([]);
    expect((await search(desk, "perbaikan", { years: [2025] })).total).toBe(0);
  });

  it("is what list and counts say too", async () => {
    for (const text of ["jembatan", "Rusmiati", nik, number.bridge ?? ""]) {
      const page = await listCases(desk, { text, order: "due", limit: 50 });
      expect(page.items.map((item) => item.id)).toEqual([id.bridge]);
      expect(await countCases(desk, { found: { text } })).toEqual({ found: 1 });
    }
  });
});
