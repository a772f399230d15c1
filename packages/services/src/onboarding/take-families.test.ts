import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listHouseholds } from "../beneficiaries/registry-queries";
import { saveHousehold } from "../beneficiaries/save-household";
import type { ServiceContext } from "../context";
import { type FileContext, type FileParts, openFileParts } from "../integrations/file-parts";
import { systemActor } from "../kernel/system-actor";
import { sampleWorkbook } from "../testing/sample-workbook";
import {
  createWorld,
  halong,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { cancelImport, planImport, startImport, undoImport } from "./change-import";
import { listFamilyImports, listImports } from "./import-queries";
import { findImport } from "./import-store";
import { runImports } from "./run-imports";
import { sendFamilies } from "./send-import";
import { familyImport } from "./take-families";

let world: World;
let files: FileParts;
let directory: string;
let desk: FileContext;
let village: FileContext;
let worker: FileContext;

const withFiles = (ctx: ServiceContext): FileContext => ({ ...ctx, files });
const id = () => ({ clientActionId: randomUUID() });

const headings = [
  ...["No. KK", "NIK", "Alasan tanpa NIK", "Nama", "Hubungan keluarga", "JK", "Tgl lahir"],
  ...["Desa", "Dusun", "RT"],
];
type Row = (string | number | null)[];
const card = (serial: number) => `999901010120${String(serial).padStart(4, "0")}`;
/** A woman of 7 April 1986. */
const nik = (serial: number) => `999901470486${String(serial).padStart(4, "0")}`;
const head = (
  serial: number,
  name: string,
  more: { nik?: string | null; desa?: string } = {},
): Row => [
  ...[
    card(serial),
    more.nik === undefined ? nik(serial) : more.nik,
    more.nik === null ? "hilang" : null,
  ],
  ...[name, "Kepala Keluarga", "P", "7 April 1986", more.desa ?? "Murung Abuin", "Tabuan", "02"],
];
const child = (serial: number, name: string): Row => [
  ...[
    card(serial),
    null,
    "belum punya",
    name,
    "Anak",
    "L",
    "29/02/2020",
    "Murung Abuin",
    null,
    null,
  ],
];
const list = (...rows: Row[]) => sampleWorkbook([["DATA KELUARGA"], headings, ...rows]);

type Item = Awaited<ReturnType<typeof listFamilyImports>>[number];
const send = async (ctx: FileContext, areaCode: string, file: Buffer): Promise<string> =>
  (await sendFamilies(ctx, { ...id(), areaCode, content: file.toString("base64") })).importId;
const shown = async (ctx: FileContext, areaCode: string, importId: string): Promise<Item> => {
  const found = (await listFamilyImports(ctx, { areaCode })).find((one) => one.id === importId);
  if (!found) throw new Error("the import is not listed");
  return found;
};
const checked = async (ctx: FileContext, areaCode: string, file: Buffer): Promise<Item> => {
  const importId = await send(ctx, areaCode, file);
  await runImports(worker);
  return shown(ctx, areaCode, importId);
};
const carriedOut = async (
  ctx: FileContext,
  areaCode: string,
  file: Buffer,
  takesSimilar = false,
) => {
  const { id: importId } = await checked(ctx, areaCode, file);
  await startImport(ctx, { ...id(), importId, takesSimilar });
  await runImports(worker);
  return shown(ctx, areaCode, importId);
};
const residents = () => world.everything.resident.count();

beforeAll(async () => {
  world = await createWorld();
  directory = mkdtempSync(join(tmpdir(), "rembuk-families-"));
  files = openFileParts({ directory, s3: null, clamd: null });
  desk = withFiles(await world.contextFor("triage-officer", paringinSelatan));
  village = withFiles(await world.contextFor("village-officer", murungAbuin));
  worker = { ...withFiles(world.contextOf(systemActor)), db: world.everything };
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

describe("a list of families", () => {
  it("is looked through first: row and column of what keeps a family out, and nothing is changed", async () => {
    const before = await residents();
    const rounded = head(3, "Siti Contoh");
    rounded[1] = 9999014704860004;
    const item = await checked(
      desk,
      paringinSelatan,
      list(
        head(1, "Rusmiati"),
        child(1, "Intan"),
        head(2, "Norhayati", { desa: "Murung Abuwin" }),
        rounded,
        child(3, "Ahmad"),
        child(4, "Tanpa Kepala"),
        head(5, "Rusmiati Lagi", { nik: nik(1) }),
      ),
    );
    expect(item.status).toBe("checked");
    expect(item.findings).toMatchObject({ rows: 7, ready: 2, families: 1, withoutNik: 1 });
    expect(item.findings?.problems).toEqual([
      { row: 5, field: "village", code: "VILLAGE_UNKNOWN" },
      { row: 6, field: "nik", code: "NIK_ROUNDED" },
      { row: 8, field: "relation", code: "HEAD_MISSING" },
      { row: 9, field: "nik", code: "REPEATED" },
    ]);
    expect(item.findings?.villages).toMatchObject([{ rows: 1, proposal: murungAbuin }]);
    expect(await residents()).toBe(before);
    // What a near name means is said once, and read again.
    const columns = { ...(item.findings?.columns as Record<string, number | null>) };
    const plan = { columns, villages: { "murung abuwin": murungAbuin }, categories: {} };
    await planImport(desk, { ...id(), importId: item.id, plan });
    await runImports(worker);
    const again = await shown(desk, paringinSelatan, item.id);
    expect(again.findings).toMatchObject({ families: 2, ready: 3 });
    await cancelImport(desk, { ...id(), importId: item.id });
  });

  it("becomes households with all of their members, once, and is found by name", async () => {
    const file = list(head(11, "Hairani Contoh"), child(11, "Budi Contoh"), head(12, "Salasiah"));
    const item = await carriedOut(desk, paringinSelatan, file);
    expect(item).toMatchObject({ status: "done", made: 2, rowsDone: 3, rowsLeftOut: 0 });
    const { items } = await listHouseholds(village, { text: "hairani" });
    expect(items).toHaveLength(1);
    const again = await checked(desk, paringinSelatan, file);
    expect(again.findings).toMatchObject({ ready: 0, known: 3, families: 0 });
    await cancelImport(desk, { ...id(), importId: again.id });
  });

  it("leaves out who is there by name and birth date, unless a person takes them along", async () => {
    await saveHousehold(village, {
      ...{ ...id(), version: 0, villageCode: murungAbuin, hamlet: "Tabuan", rt: "2", rw: "" },
      ...{ address: "", leaving: [] },
      members: [
        {
          ...{ name: "Mariatul Kiftiah", aliases: [], relation: "head", sex: "female" },
          ...{ birthDate: "1986-04-07", nikMissing: "lost" },
        },
      ],
    });
    const file = list(head(21, "Mariatul Qiftiah", { nik: null }), head(22, "Rabiatul Adawiah"));
    const item = await checked(desk, paringinSelatan, file);
    expect(item.findings).toMatchObject({ similar: [3], similarCount: 1, families: 2 });
    await startImport(desk, { ...id(), importId: item.id, takesSimilar: false });
    await runImports(worker);
    expect(await shown(desk, paringinSelatan, item.id)).toMatchObject({ made: 1, rowsLeftOut: 1 });
    const along = await carriedOut(desk, paringinSelatan, file, true);
    expect(along).toMatchObject({ made: 1 });
  });

  it("of a village is of that village alone, and another reads nothing of it", async () => {
    const own = head(31, "Noor Aina");
    own[7] = null;
    const item = await checked(
      village,
      murungAbuin,
      list(own, head(32, "Orang Lingsir", { desa: "Lingsir" })),
    );
    expect(item.findings).toMatchObject({ families: 1, rowsWithProblems: 1 });
    const neighbour = withFiles(await world.contextFor("village-officer", lingsir));
    expect(await listFamilyImports(neighbour, { areaCode: lingsir })).toEqual([]);
    await expect(listFamilyImports(neighbour, { areaCode: murungAbuin })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(
      startImport(neighbour, { ...id(), importId: item.id, takesSimilar: false }),
    ).rejects.toMatchObject({ code: "IMPORT_NOT_FOUND" });
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    expect(
      (await listImports(admin, { areaCode: paringinSelatan })).map((one) => one.id),
    ).not.toContain(item.id);
    await expect(send(desk, halong, list(head(33, "Jauh")))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await cancelImport(village, { ...id(), importId: item.id });
  });

  it("is taken back as a whole, unless somebody went on with a family of it", async () => {
    const before = await residents();
    const item = await carriedOut(
      desk,
      paringinSelatan,
      list(head(41, "Hamidah"), child(41, "Anak Hamidah")),
    );
    expect(await residents()).toBe(before + 2);
    await undoImport(desk, { ...id(), importId: item.id });
    await runImports(worker);
    expect(await shown(desk, paringinSelatan, item.id)).toMatchObject({
      status: "undone",
      made: 0,
    });
    expect(await residents()).toBe(before);
    const other = await carriedOut(desk, paringinSelatan, list(head(42, "Jamilah")));
    const { id: householdId } = await world.everything.household.findFirstOrThrow({
      where: { importId: other.id },
    });
    await world.everything.household.update({
      where: { id: householdId },
      data: { version: 1 },
      select: { id: true },
    });
    await undoImport(desk, { ...id(), importId: other.id });
    await runImports(worker);
    expect(await shown(desk, paringinSelatan, other.id)).toMatchObject({
      status: "done",
      made: 1,
      failure: "IMPORT_WORKED_ON",
    });
  });

  it("is stopped between two batches, and goes on where it stopped", async () => {
    const rows = Array.from({ length: 40 }, (_, n) => [
      head(1_000 + n, `Kepala ${n}`, { nik: null }),
      ...["Satu", "Dua"].map((name) => child(1_000 + n, `${name} ${n}`)),
    ]).flat();
    const item = await checked(desk, paringinSelatan, list(...rows));
    expect(item.findings).toMatchObject({ ready: 120, families: 40 });
    await startImport(desk, { ...id(), importId: item.id, takesSimilar: true });
    const row = await findImport(world.everything, item.id);
    if (!row) throw new Error("the import is gone");
    const portions = await familyImport.open({ ...worker, actor: desk.actor }, row);
    const after = await portions.take(0, 10, { after: 0, done: 0 });
    expect(after).toBe(30);
    await cancelImport(desk, { ...id(), importId: item.id });
    expect(await portions.take(10, 20, { after: after ?? 0, done: 30 })).toBeNull();
    expect(await shown(desk, paringinSelatan, item.id)).toMatchObject({
      ...{ status: "cancelled", made: 10, rowsDone: 30 },
    });
    await startImport(desk, { ...id(), importId: item.id, takesSimilar: true });
    await runImports(worker);
    expect(await shown(desk, paringinSelatan, item.id)).toMatchObject({
      ...{ status: "done", made: 40, rowsDone: 120, rowsLeftOut: 0 },
    });
  });
});
