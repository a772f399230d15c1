import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import {
  delivery,
  kapul,
  phoneOf,
  sealRecordOf,
  type TestPhone,
} from "../handovers/field-trip.fixture";
import { receiveHandovers } from "../handovers/receive-handovers";
import { type FileParts, openFileParts } from "../integrations/file-parts";
import { systemActor } from "../kernel/system-actor";
import { startImport } from "../onboarding/change-import";
import { runImports } from "../onboarding/run-imports";
import { sendFamilies } from "../onboarding/send-import";
import { sampleWorkbook } from "../testing/sample-workbook";
import { at, createWorld, halong, liyu, type World } from "../testing/world";
import { saveVillageFacts } from "../trips/save-village-facts";
import { readImpact } from "./impact-queries";
import { listReceipts } from "./receipt-queries";
import { arrangeRound, deliverAll, enrollAll, type Person } from "./receipts.fixture";

let world: World;
let files: FileParts;
let directory: string;
let desk: ServiceContext;
let phone: TestPhone;
const id = () => ({ clientActionId: randomUUID() });

const headings = ["No. KK", "NIK", "Nama", "Hubungan keluarga", "JK", "Tgl lahir", "Desa"];
/** A list of so many heads of families, the first half in Liyu. */
const families = (from: number, until: number): Buffer =>
  sampleWorkbook([
    headings,
    ...Array.from({ length: until - from }, (_, n) => {
      const serial = String(from + n + 1).padStart(4, "0");
      const village = n < (until - from) / 2 ? "Liyu" : "Kapul";
      const nik = `999901470486${serial}`;
      return [
        ...[`999901010120${serial}`, nik, `Warga ${serial} Contoh`],
        ...["Kepala Keluarga", "P", "7 April 1986", village],
      ];
    }),
  ]);

const takeOver = async (file: Buffer): Promise<void> => {
  const ctx = { ...desk, files };
  const worker = { ...world.contextOf(systemActor), db: world.everything, files };
  const { importId } = await sendFamilies(ctx, {
    ...{ ...id(), areaCode: halong, content: file.toString("base64") },
  });
  await runImports(worker);
  await startImport(ctx, { ...id(), importId, takesSimilar: true });
  await runImports(worker);
};
const registered = (): Promise<Person[]> =>
  world.everything.resident.findMany({
    where: { subdistrictCode: halong },
    orderBy: { id: "asc" },
    select: { id: true, householdId: true, villageCode: true },
  });

beforeAll(async () => {
  world = await createWorld();
  directory = mkdtempSync(join(tmpdir(), "rembuk-reach-"));
  files = openFileParts({ directory, s3: null, clamd: null });
  desk = await world.contextFor("triage-officer", halong);
  phone = await phoneOf(await world.contextFor("trip-lead", halong));
  const told = { hoursToOffice: 2, signal: "none", access: "foot", rainyAccess: "cut" } as const;
  await saveVillageFacts(desk, {
    ...{ ...id(), villageCode: liyu, version: 0, source: "Kepala desa", ...told },
  });
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

const crew = () => [{ userId: phone.ctx.actor.userId, name: phone.ctx.actor.name }];
const of2026 = () => readImpact(desk, { year: 2026 });

describe("from 281 to 880 people", () => {
  it("counts people, and with repeat deliveries still 880", async () => {
    await takeOver(families(0, 281));
    const first = await registered();
    expect(first).toHaveLength(281);
    const nominatedAt = at("2026-02-01 09:00");
    const early = await enrollAll(world, first, { programCode: "SEMBAKO", nominatedAt });
    const march = at("2026-03-10 10:00");
    const round = { programCode: "SEMBAKO", on: march, cost: 562_000 };
    await deliverAll(
      world,
      phone,
      await arrangeRound(world, crew(), first, { ...round, enrollments: early }),
      march,
    );
    expect((await of2026()).total).toMatchObject({ people: 281, receipts: 281, households: 281 });

    world.clock.now = at("2026-04-01 09:00");
    await takeOver(families(281, 880));
    const everybody = await registered();
    expect(everybody).toHaveLength(880);
    const late = everybody.filter((one) => !early.has(one.id));
    const later = await enrollAll(world, late, {
      ...{ programCode: "SEMBAKO", nominatedAt: at("2026-05-01 09:00") },
    });
    const enrollments = new Map([...early, ...later]);
    const june = at("2026-06-10 10:00");
    const whole = { ...round, on: june, enrollments };
    await deliverAll(world, phone, await arrangeRound(world, crew(), everybody, whole), june);
    const after = await of2026();
    expect(after.total).toMatchObject({ people: 880, receipts: 281 + 880, households: 880 });

    // Once more for the first ones: rows grow, people do not.
    const july = at("2026-07-10 10:00");
    const again = { ...round, on: july, enrollments };
    await deliverAll(world, phone, await arrangeRound(world, crew(), first, again), july);
    const now = await of2026();
    expect(now.total).toMatchObject({ people: 880, receipts: 1442, households: 880 });
    expect(now.everybody.people).toBe(880);
    expect(now.years.at(-1)).toMatchObject({ year: 2026, people: 880 });
    expect(now.years.slice(0, -1).every(({ people }) => people === 0)).toBe(true);
    expect(now.months.flatMap((one) => (one.people > 0 ? [[one.month, one.people]] : []))).toEqual([
      [3, 281],
      [6, 880],
      [7, 281],
    ]);
    expect(now.programs).toMatchObject([{ code: "SEMBAKO", people: 880, receipts: 1442 }]);
    const people = now.villages.map((one) => one.people);
    expect(people.reduce((all, n) => all + n, 0)).toBe(880);
  }, 240_000);

  it("says what it cost, what it spared, how long it took, and the press's figure apart", async () => {
    const { costs, travel, waits, villages, claim, byDistance } = await of2026();
    // Of the trips with a cost: 3 x 562.000 for 1,442 receipts.
    expect(costs).toMatchObject({ cost: 1_686_000, receipts: 1442, perReceipt: 1169, unknown: 0 });
    const village = villages.find(({ code }) => code === liyu);
    expect(village?.facts?.hoursToOffice).toBe(2);
    expect(travel.journeys).toBe(village?.journeys);
    expect(travel.hours).toBe((village?.journeys ?? 0) * 4);
    expect(travel.unknown).toBe(1442 - travel.journeys);
    // 281 waited from 1 February to 10 March, 599 from 1 May to 10 June.
    expect(waits).toEqual({ count: 880, median: 40, slow: 40 });
    expect(village?.perHundred).toBe(
      Math.round(((village?.receipts ?? 0) / (village?.families ?? 1)) * 1000) / 10,
    );
    expect(byDistance.map(({ distance }) => distance)).toEqual(["far", "unknown"]);
    expect(claim).toEqual({ from: 281, to: 880, since: 2024 });
  });

  it("opens the receipts behind a figure, page by page, each once", async () => {
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listReceipts>> = await listReceipts(desk, {
        ...{ year: 2026, month: 3, cursor: cursor ?? undefined },
      });
      for (const one of page.items) seen.add(one.id);
      expect(page.items[0]).toMatchObject({ goods: "Beras", quantity: 1 });
      expect(page.items[0]?.personName).toMatch(/Warga \d{4} Contoh/);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.size).toBe(281);
    const none = await listReceipts(desk, { year: 2026, month: 4 });
    expect(none).toEqual({ items: [], nextCursor: null });
  });

  it("tells a village its own alone, without the cost of whole trips, and a section masked names", async () => {
    const own = await readImpact(await world.contextFor("village-head", kapul), { year: 2026 });
    const all = await of2026();
    expect(own.villages.map(({ code }) => code)).toEqual([kapul]);
    const there = all.villages.find(({ code }) => code === kapul);
    expect(own.total).toMatchObject({ people: there?.people, receipts: there?.receipts });
    expect(own.costs).toBeNull();
    expect(own.claim).toBeNull();
    const section = await world.contextFor("section-head", halong, { sectorCode: "KASI_PMD" });
    const { items } = await listReceipts(section, { year: 2026 });
    expect(items[0]?.personName).not.toMatch(/Contoh/);
    const elsewhere = await world.contextFor("triage-officer", "63.11.07");
    expect((await readImpact(elsewhere, { year: 2026 })).total.receipts).toBe(0);
    const citizen = await world.contextFor("reporter", liyu);
    await expect(readImpact(citizen, {})).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("counts two records of one person once, and none that is set aside", async () => {
    const before = (await of2026()).total;
    const [one, other] = await registered();
    if (!one || !other) throw new Error("nobody is registered");
    await world.everything.resident.update({
      where: { id: other.id },
      data: { mergedIntoId: one.id, nikIndex: null },
    });
    expect((await of2026()).total).toMatchObject({ people: 879, receipts: before.receipts });
    const enrollments = await enrollAll(world, [one], {
      ...{ programCode: "CBP_BERAS", nominatedAt: at("2026-08-01 09:00") },
    });
    const on = at("2026-08-10 10:00");
    world.clock.now = on;
    const trip = await arrangeRound(world, crew(), [one], {
      ...{ programCode: "CBP_BERAS", enrollments, on },
    });
    const [to] = trip.recipients;
    if (!to) throw new Error("nobody is on the list");
    const bodies = [delivery(trip, to), delivery(trip, to)];
    const records = await Promise.all(bodies.map((body) => sealRecordOf(phone, body, on)));
    await receiveHandovers(phone.ctx, {
      ...{ deviceId: phone.device.deviceId, sentAt: on, unsynced: 2, records },
    });
    const after = await of2026();
    expect(after.total).toMatchObject({ people: 879, receipts: before.receipts + 1 });
    expect(after.costs?.unknown).toBe(1);
  });
});
