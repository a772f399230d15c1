import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepOverdueCases } from "../cases/sweep-overdue-cases";
import { triageCase } from "../cases/triage-case";
import type { ServiceContext } from "../context";
import { type FileContext, type FileParts, openFileParts } from "../integrations/file-parts";
import { systemActor } from "../kernel/system-actor";
import { act } from "../testing/case-journey";
import { sampleWorkbook } from "../testing/sample-workbook";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { cancelImport, planImport, startImport, undoImport } from "./change-import";
import { listImports } from "./import-queries";
import { runImports } from "./run-imports";
import { sendImport } from "./send-import";
import { wipeImports } from "./wipe-imports";

let world: World;
let files: FileParts;
let directory: string;
let admin: FileContext;
let worker: FileContext;

const withFiles = (ctx: ServiceContext): FileContext => ({ ...ctx, files });
type Item = Awaited<ReturnType<typeof listImports>>[number];
const place = { areaCode: paringinSelatan };
const id = () => ({ clientActionId: crypto.randomUUID() });

const headings = [
  ...["No", "Tgl masuk", "Desa", "Jenis masalah", "Perihal", "Uraian", "Nama pelapor", "No HP"],
  ...["NIK", "Status", "Tanggal selesai", "Tindak lanjut"],
];
type Row = (string | number | null)[];
const settled = (n: number): Row => [
  ...[`${n}/2025`, "3 Maret 2025", "Murung Abuin", "Kinerja BPD", `Rapat BPD ke-${n} tertunda`],
  ...["BPD belum berkumpul.", `Warga ${n}`, "086000000101", "9999014101900001", "Selesai"],
  ...["17/03/2025", "Rapat terlaksana."],
];
const open = (n: number): Row => [
  ...[
    `${n}/2026`,
    "12/10/2026",
    "Lingsir",
    "Kinerja BPD",
    `Nomor ${n}: papan BPD hilang`,
    null,
    null,
  ],
  ...[null, null, "Proses", null, null],
];
const register = (...rows: Row[]) => sampleWorkbook([["REGISTER PENGADUAN"], headings, ...rows]);

const send = async (file: Buffer, ctx = admin): Promise<string> => {
  const content = file.toString("base64");
  const { importId } = await sendImport(ctx, { ...id(), ...place, content });
  return importId;
};
const shown = async (importId: string): Promise<Item> => {
  const found = (await listImports(admin, place)).find((one) => one.id === importId);
  if (!found) throw new Error("the import is not listed");
  return found;
};
const checked = async (file: Buffer): Promise<Item> => {
  const importId = await send(file);
  await runImports(worker);
  return shown(importId);
};
const carriedOut = async (file: Buffer): Promise<Item> => {
  const { id: importId } = await checked(file);
  await startImport(admin, { ...id(), importId, takesSimilar: true });
  await runImports(worker);
  return shown(importId);
};
const casesOf = (importId: string) =>
  world.everything.case.findMany({ where: { importId }, orderBy: { receivedAt: "asc" } });

beforeAll(async () => {
  world = await createWorld();
  directory = mkdtempSync(join(tmpdir(), "rembuk-import-"));
  files = openFileParts({ directory, s3: null, clamd: null });
  await world.contextFor("triage-officer", paringinSelatan);
  admin = withFiles(await world.contextFor("subdistrict-admin", paringinSelatan));
  worker = { ...withFiles(world.contextOf(systemActor)), db: world.everything };
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

describe("the dry run", () => {
  it("names the row and the column of what keeps it out, and changes nothing", async () => {
    const before = await world.everything.case.count();
    const bad = [...settled(1)];
    bad[1] = "kemarin";
    const nik = [...settled(2)];
    nik[8] = 6311024101900001;
    const future = [...open(3)];
    future[1] = "2027-01-01";
    const item = await checked(register(settled(4), bad, nik, future, settled(4)));
    expect(item.status).toBe("checked");
    expect(item.findings).toMatchObject({ rows: 5, ready: 1, settled: 1, rowsWithProblems: 4 });
    expect(item.findings?.problems).toEqual([
      { row: 4, field: "receivedOn", code: "DATE_UNREADABLE" },
      { row: 5, field: "reporterNik", code: "NIK_ROUNDED" },
      { row: 6, field: "receivedOn", code: "DATE_FUTURE" },
      { row: 7, field: "title", code: "REPEATED" },
    ]);
    expect(await world.everything.case.count()).toBe(before);
    await cancelImport(admin, { ...id(), importId: item.id });
  });

  it("asks what a mistyped village and category mean, and takes the answer", async () => {
    const odd = [...settled(5)];
    odd[2] = "Murung Abuim";
    odd[3] = "Kinerja BDP";
    const first = await checked(register(odd, settled(6)));
    expect(first.findings).toMatchObject({ ready: 1, rowsWithProblems: 1 });
    expect(first.findings?.villages).toEqual([
      { plain: "murung abuim", word: "Murung Abuim", rows: 1, proposal: "63.11.07.2009" },
    ]);
    expect(first.findings?.categories).toMatchObject([{ proposal: "VIL-BPD" }]);
    await planImport(admin, {
      ...id(),
      importId: first.id,
      plan: {
        columns: first.findings?.columns ?? {},
        villages: { "murung abuim": "63.11.07.2009" },
        categories: { "kinerja bdp": "VIL-BPD" },
      } as Parameters<typeof planImport>[1]["plan"],
    });
    await runImports(worker);
    expect((await shown(first.id)).findings).toMatchObject({ ready: 2, rowsWithProblems: 0 });
    await cancelImport(admin, { ...id(), importId: first.id });
  });

  it("refuses a supervisory row and one without the columns that it needs", async () => {
    const supervisory = [...settled(7)];
    supervisory[3] = "SUP-FRAUD";
    const item = await checked(register(supervisory));
    expect(item.findings?.problems).toEqual([
      { row: 3, field: "category", code: "CATEGORY_SUPERVISORY" },
    ]);
    await cancelImport(admin, { ...id(), importId: item.id });
    const bare = await checked(
      sampleWorkbook([
        ["Apa", "Kapan"],
        ["Jalan rusak", "2025-01-02"],
      ]),
    );
    expect(bare.missing).toContain("village");
    expect(bare.mayStart).toBe(false);
    await expect(
      startImport(admin, { ...id(), importId: bare.id, takesSimilar: false }),
    ).rejects.toMatchObject({ code: "IMPORT_COLUMNS_MISSING" });
    await cancelImport(admin, { ...id(), importId: bare.id });
  });
});

describe("a register with a formula", () => {
  it("is refused with the cell where it stands, and nothing of what it says", async () => {
    const entries = unzipSync(register(settled(50), settled(51)));
    const sheet = "xl/worksheets/sheet1.xml";
    const xml = new TextDecoder().decode(entries[sheet]);
    const formula = xml.replace(/(<c r="E4"[^>]*>)/, "$1<f>1+1</f>");
    expect(formula).not.toBe(xml);
    const file = Buffer.from(zipSync({ ...entries, [sheet]: new TextEncoder().encode(formula) }));
    const item = await checked(file);
    expect(item).toMatchObject({ status: "failed", failure: "WORKBOOK_FORMULA" });
    expect(item.failureCell).toBe("E4");
  });
});

describe("what was carried out", () => {
  it("keeps the register's dates, is marked, tells nobody and is late for nothing of before", async () => {
    const item = await carriedOut(register(settled(10), open(11)));
    expect(item).toMatchObject({ status: "done", made: 2, rowsLeftOut: 0 });
    const [closed, running] = await casesOf(item.id);
    expect(closed).toMatchObject({
      ...{ status: "closed", channel: "import", outcome: "handled", holderKind: "none" },
      ...{ receivedAt: at("2025-03-03 08:00"), closedAt: at("2025-03-17 08:00"), isOpen: false },
      answerResponse: "Rapat terlaksana.",
    });
    expect(closed?.number).toMatch(/^PRS-2025-/);
    expect(closed?.description).toContain("Nomor register lama: 10/2025");
    expect(running).toMatchObject({ status: "triaged", receivedAt: at("2026-10-12 08:00") });
    expect(running?.totalDueAt.getTime()).toBeGreaterThan(world.clock.now.getTime());
    expect(await sweepOverdueCases(worker)).toMatchObject({ overdue: 0, escalated: 0 });
    const events = await world.everything.domainEvent.findMany({
      where: {
        subject: { in: [`case/${closed?.id}`, `case/${running?.id}`, `import/${item.id}`] },
      },
      select: { type: true, actorId: true },
    });
    expect(events.map((e) => e.type).sort()).toEqual([
      ...["case.imported", "case.imported", "import.finished", "import.sent", "import.started"],
    ]);
    expect(new Set(events.map((e) => e.actorId))).toEqual(new Set([admin.actor.userId]));
    expect(await world.everything.notification.count()).toBe(0);
  });

  it("seals the reporter as intake does, and keeps no word of the person anywhere else", async () => {
    const person = await world.everything.person.findFirst({
      where: { villageCode: "63.11.07.2009" },
    });
    expect(person?.nikSealed).toBeInstanceOf(Uint8Array);
    expect(person?.nikIndex).toBeInstanceOf(Uint8Array);
    const told = JSON.stringify([
      await world.everything.domainEvent.findMany({ where: { type: { startsWith: "import." } } }),
      await world.everything.domainEvent.findMany({ where: { type: "case.imported" } }),
    ]);
    expect(told).not.toMatch(/9999014101900001|086000000101|Warga/);
    const rows = await world.everything.caseImport.findMany();
    for (const row of rows)
      expect(Buffer.from(row.findingsSealed ?? []).toString("latin1")).not.toMatch(/Warga|Murung/);
  });

  it("takes the same file again as known, and what is like a case as a question", async () => {
    const again = await checked(register(settled(10), open(11), open(12)));
    expect(again.findings).toMatchObject({ known: 2, ready: 1 });
    await startImport(admin, { ...id(), importId: again.id, takesSimilar: false });
    await runImports(worker);
    expect(await shown(again.id)).toMatchObject({ made: 0, rowsLeftOut: 3 });
    const taken = await checked(register(open(12)));
    expect(taken.findings).toMatchObject({ similarCount: 1 });
    await startImport(admin, { ...id(), importId: taken.id, takesSimilar: true });
    await runImports(worker);
    expect(await shown(taken.id)).toMatchObject({ made: 1 });
  });
});

describe("taking it back", () => {
  it("removes cases, persons and rows as a whole, and the same file may come again", async () => {
    const file = register(settled(20), settled(21));
    const before = await world.everything.person.count();
    const item = await carriedOut(file);
    expect(item.mayUndo).toBe(true);
    await undoImport(admin, { ...id(), importId: item.id });
    await runImports(worker);
    expect(await shown(item.id)).toMatchObject({ status: "undone", made: 0, mayUndo: false });
    expect(await casesOf(item.id)).toEqual([]);
    expect(await world.everything.person.count()).toBe(before);
    expect((await carriedOut(file)).made).toBe(2);
  });

  it("is refused while one of its cases was worked on, and nothing is lost", async () => {
    const item = await carriedOut(
      register(open(30), [...open(31).slice(0, 9), "Baru", null, null]),
    );
    const fresh = (await casesOf(item.id)).find((c) => c.status === "received");
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    await triageCase(desk, act(fresh?.id ?? "", 0));
    await undoImport(admin, { ...id(), importId: item.id });
    await runImports(worker);
    expect(await shown(item.id)).toMatchObject({ status: "done", failure: "IMPORT_WORKED_ON" });
    expect(await casesOf(item.id)).toHaveLength(2);
  });

  it("cannot be stretched to a case that no import brought: the database refuses the worker", async () => {
    await expect(world.everything.$executeRaw`DELETE FROM "case" WHERE version > 0`).resolves.toBe(
      0,
    );
  });
});

describe("who may", () => {
  it("is the administrator of the place; the desk, the neighbour and a stranger are refused", async () => {
    const desk = withFiles(await world.contextFor("triage-officer", paringinSelatan));
    const neighbour = withFiles(await world.contextFor("subdistrict-admin", halong));
    const file = register(settled(40));
    await expect(send(file, desk)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(send(file, neighbour)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(async () => listImports(neighbour, place)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const importId = await send(file);
    await expect(cancelImport(neighbour, { ...id(), importId })).rejects.toMatchObject({
      kind: "not-found",
    });
    await cancelImport(admin, { ...id(), importId });
  });

  it("fails when the rights went meanwhile", async () => {
    const leaving = withFiles(await world.contextFor("administrator", ""));
    const importId = await send(register(settled(41)), leaving);
    await runImports(worker);
    await startImport(leaving, { ...id(), importId, takesSimilar: false });
    await world.everything.assignment.updateMany({
      where: { userId: leaving.actor.userId },
      data: { endsOn: new Date("2026-01-01") },
    });
    await runImports(worker);
    expect(await shown(importId)).toMatchObject({ status: "failed", failure: "FORBIDDEN" });
    expect(await casesOf(importId)).toEqual([]);
  });

  it("destroys the file when it is of no more use, and the words after thirty days", async () => {
    await wipeImports(worker);
    const done = await world.everything.caseImport.findFirst({ where: { status: "done" } });
    expect(done?.fileWipedAt).not.toBeNull();
    const later = new Date(world.clock.now.getTime() + 31 * 86_400_000);
    await wipeImports({ ...worker, now: () => later });
    expect(
      await world.everything.caseImport.count({ where: { NOT: { findingsSealed: null } } }),
    ).toBe(0);
  });
});
