import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { type Cast, cast, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { candidateStatement } from "./duplicate-queries";
import { findDuplicates } from "./find-duplicates";
import { openCase } from "./open-case";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const bridge = {
  title: "Jembatan gantung putus",
  description: "Jembatan gantung menuju sekolah putus diterjang banjir.",
  categoryCode: "PUB-ROAD",
};
const asked = (change: object = {}) => ({
  villageCode: murungAbuin,
  categoryCode: "PUB-ROAD",
  title: "Jembatan putus",
  description: "Anak sekolah tidak bisa lewat, jembatan gantung putus karena banjir.",
  ...change,
});
const open = (change: object = {}, by: ServiceContext = people.triage) =>
  openCase(by, openCommand({ ...bridge, ...change }));
const numbers = async (ctx: ServiceContext, change: object = {}) =>
  (await findDuplicates(ctx, asked(change))).map((hint) => hint.number);

describe("hints at entry", () => {
  it("name a report of the same place, category and words, and say why", async () => {
    const first = await open();
    await open({
      title: "Posyandu kurang alat",
      description: "Timbangan bayi rusak.",
      categoryCode: "HLT-SVC",
    });
    const [hint, ...others] = await findDuplicates(people.triage, asked());
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ number: first.number, status: "received", mayJoin: true });
    expect(hint?.likeness).toMatchObject({
      sameVillage: true,
      category: "same",
      samePerson: false,
    });
    expect(hint?.likeness.words).toEqual(expect.arrayContaining(["jembatan", "gantung", "banjir"]));
  });

  it("know the same person by NIK or phone, without a word of the name", async () => {
    const phone = "0860-0000-0177";
    const theirs = await open({
      villageCode: lingsir,
      title: "Bantuan belum diterima",
      description: "Keluarga belum menerima bantuan pangan.",
      categoryCode: "WEL-FOOD",
      reporter: { name: "Kenari Kuning", phone },
    });
    const question = {
      villageCode: lingsir,
      categoryCode: "WEL-FOOD",
      title: "Menanyakan bantuan",
      description: "Kapan dibagikan lagi.",
    };
    expect(await findDuplicates(people.triage, question)).toEqual([]);
    const found = await findDuplicates(people.triage, { ...question, reporter: { phone } });
    expect(found).toMatchObject([{ number: theirs.number, likeness: { samePerson: true } }]);
    expect(JSON.stringify(found)).not.toContain("Kenari");
  });

  it("keep a secret case from the village, and a supervisory one from everybody", async () => {
    const secret = await open({ privacy: "SECRET", villageCode: lingsir });
    await open({ categoryCode: "SUP-FRAUD", villageCode: lingsir });
    const village = await world.contextFor("village-officer", lingsir);
    expect(await numbers(village, { villageCode: lingsir })).toEqual([]);
    const seen = await findDuplicates(people.triage, asked({ villageCode: lingsir }));
    // The desk holds it and may open it; an ordinary report is not joined to it.
    expect(seen.find((hint) => hint.number === secret.number)).toMatchObject({ mayJoin: false });
    expect(
      seen.every(
        (hint) => hint.number !== undefined && hint.isSecret === (hint.number === secret.number),
      ),
    ).toBe(true);
    const camat = await findDuplicates(people.head, { caseId: (await open()).id });
    expect(camat.some((hint) => hint.isSecret)).toBe(false);
  });

  it("stay inside the asker's reach: village, kecamatan, own reports", async () => {
    const mine = await open();
    const elsewhere = await world.contextFor("triage-officer", halong);
    expect(await numbers(elsewhere)).toEqual([]);
    const theirs = await openCase(elsewhere, openCommand({ ...bridge, villageCode: liyu }));
    expect(await numbers(people.triage, { villageCode: liyu })).not.toContain(theirs.number);
    const neighbour = await world.contextFor("village-officer", lingsir);
    expect(await numbers(neighbour)).toEqual([]);
    const citizen = await world.contextFor("reporter", murungAbuin);
    expect(await numbers(citizen)).toEqual([]);
    expect(await numbers(await world.contextFor("village-officer", murungAbuin))).toContain(
      mine.number,
    );
    const administrator = await world.contextFor("administrator", "");
    await expect(numbers(administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("forget what was settled long ago, and ask of a case that the asker may open", async () => {
    world.clock.now = at("2027-06-01 09:00");
    await world.everything
      .$executeRaw`UPDATE "case" SET is_open = false, status = 'closed' WHERE village_code = ${murungAbuin}`;
    expect(await numbers(people.triage)).toEqual([]);
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await open();
    const elsewhere = await world.contextFor("triage-officer", halong);
    await expect(findDuplicates(elsewhere, { caseId: id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
  });
});

describe("among 100,000 cases", () => {
  const many = 100_000;

  it("reads by index, in well under a quarter of a second", async () => {
    const { id } = await open();
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    for (let from = 1; from < many; from += 2_500)
      await world.everything.$executeRawUnsafe(`
      INSERT INTO "case" SELECT r.* FROM "case" c, generate_series(${from}, ${from + 2_499}) n,
        LATERAL jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
        'number', 'X-' || n, 'tracking_hash', '\\x' || md5(n::text), 'title', 'Jembatan ' || (n % 997),
        'village_code', '63.11.0' || (n % 9) || '.20' || lpad((n % 16)::text, 2, '0'),
        'subdistrict_code', '63.11.0' || (n % 9), 'is_open', n % 6 = 0,
        'status', CASE n % 6 WHEN 0 THEN 'received' ELSE 'closed' END,
        'received_at', timestamptz '2026-11-23' - (n % 365) * interval '1 day')) r
      WHERE c.id = '${id}'`);
    await world.everything.$executeRawUnsafe(`ANALYZE "case"`).catch(() => undefined);
    const since = new Date(world.clock.now.getTime() - 90 * 86_400_000);
    const { text, values } = candidateStatement(desk.actor, {
      report: asked(),
      persons: [randomUUID()],
      since,
    });
    const plan = await world.reads.read<Record<string, string>>(contextStatement(desk.actor), {
      name: "",
      text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
      values,
    });
    const lines = plan.map((row) => String(Object.values(row)[0]));
    if (process.env.SHOW_PLAN) process.stdout.write(`${lines.join("\n")}\n`);
    expect(lines.filter((line) => line.includes('Seq Scan on "case"'))).toEqual([]);
    const took: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const start = performance.now();
      await findDuplicates(desk, asked());
      took.push(performance.now() - start);
    }
    const median = took.sort((a, b) => a - b)[4] ?? 0;
    if (process.env.SHOW_PLAN) process.stdout.write(`median ${median} ms\n`);
    expect(median).toBeLessThan(250);
  }, 120_000);
});
