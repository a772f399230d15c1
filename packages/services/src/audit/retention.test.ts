import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../cases/add-note";
import { confirmCase } from "../cases/confirm-case";
import { mergeCases } from "../cases/merge-cases";
import { relayCase } from "../cases/relay-case";
import { showCase } from "../cases/show-case";
import type { ServiceContext } from "../context";
import { beginUpload } from "../files/begin-upload";
import { finishUpload } from "../files/finish-upload";
import { type FileContext, openFileParts } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { listLetters } from "../letters/queries";
import { saveLetter } from "../letters/save-letter";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { plainPdf, sha256 } from "../testing/sample-files";
import { storedCase } from "../testing/stored-case";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { anonymiseCases } from "./anonymise-cases";
import { answerRetention } from "./answer-retention";
import { proposeRetention } from "./propose-retention";
import { showRetention } from "./retention-queries";
import { setRetention } from "./set-retention";

const bird = { name: "Kenarina Lama", phone: "0860-0000-0177", nik: "9999014101900077" };
const word = "Kenarina";
const office = { subdistrictCode: paringinSelatan };
const today = at("2026-11-23 09:00");
const muchLater = at("2031-12-15 09:00");

let world: World;
let people: Cast;
let admin: ServiceContext;
let camat: ServiceContext;
let directory: string;
let worker: () => FileContext;
const ids: Record<"old" | "carried" | "secret" | "supervisory" | "fresh", string> = {
  ...{ old: "", carried: "", secret: "", supervisory: "", fresh: "" },
};

const fill = async (caseId: string) => {
  const bytes = await plainPdf();
  const name = `${word}.pdf`;
  const desk = { ...people.triage, files: worker().files };
  const file = { name, size: bytes.length, sha256: sha256(bytes), audience: "partner" as const };
  const { fileId } = await beginUpload(desk, { clientActionId: randomUUID(), caseId, ...file });
  await writeFile(join(desk.files.uploads.directory, fileId), bytes);
  await finishUpload(desk, { caseId, fileId });
  const note = { clientActionId: randomUUID(), caseId, body: word };
  await addNote(people.triage, { ...note, audience: "partner" });
  const relay = { clientActionId: randomUUID(), caseId, toldBy: word, how: "phone" as const };
  await relayCase(people.triage, { ...relay, toldAt: world.clock.now });
  const { proposals } = await listLetters(people.triage, { caseId });
  const proposed = proposals?.["cover-letter"];
  if (!proposed) throw new Error("no proposal");
  const content = { ...proposed, body: word, addressee: word };
  const letter = { clientActionId: randomUUID(), caseId, kind: "cover-letter" as const, content };
  await saveLetter(people.triage, letter);
  // A photo that a phone told of and never sent.
  await world.everything.toldPhoto.create({
    data: {
      ...{ id: randomUUID(), caseId, subdistrictCode: paringinSelatan, place: 1, size: 9 },
      ...{ userId: people.village.actor.userId, sha256: sha256(bytes), toldAt: world.clock.now },
    },
  });
};
const told = { title: word, description: word, reporter: bird };

beforeAll(async () => {
  world = await createWorld();
  world.clock.now = today;
  people = await cast(world);
  camat = people.head;
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  directory = mkdtempSync(join(tmpdir(), "rembuk-retention-"));
  const files = openFileParts({ directory, s3: null, clamd: null });
  await mkdir(files.uploads.directory, { recursive: true });
  const system = systemContext({
    ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
    now: () => world.clock.now,
  });
  worker = () => ({ ...system, files });

  const carried = await journeyTo(people, "received", told, people.village);
  const old = await journeyTo(people, "assigned", told, people.village);
  await fill(old.id);
  const number = (await storedCase(world, old.id)).number;
  const reason = "Masalah yang sama";
  await mergeCases(people.triage, { ...act(carried.id, 0), intoNumber: number, reason });
  await finish(old.id);
  const secret = await journeyTo(
    people,
    "resolved",
    { ...told, privacy: "SECRET" },
    people.village,
  );
  await confirmCase(people.village, act(secret.id, secret.version));
  const supervisory = await journeyTo(people, "received", { ...told, categoryCode: "SUP-FRAUD" });
  await world.everything.case.update({
    where: { id: supervisory.id },
    data: { status: "closed", isOpen: false, closedAt: today },
    select: { id: true },
  });
  Object.assign(ids, { carried: carried.id, old: old.id, secret: secret.id });
  world.clock.now = muchLater;
  const fresh = await journeyTo(people, "resolved", told);
  await confirmCase(people.village, act(fresh.id, fresh.version));
  Object.assign(ids, { supervisory: supervisory.id, fresh: fresh.id });
}, 300_000);
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

const finish = async (id: string) => {
  const { acceptAssignment } = await import("../cases/accept-assignment");
  const { resolveCase } = await import("../cases/resolve-case");
  const version = async () => (await storedCase(world, id)).version;
  await acceptAssignment(people.sector, act(id, await version()));
  const answer = { response: word, solution: word, followUp: word, outcome: "handled" as const };
  await resolveCase(people.sector, { ...act(id, await version()), ...answer });
  await confirmCase(people.village, act(id, await version()));
};
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  );
const propose = (ctx: ServiceContext) =>
  proposeRetention(ctx, { clientActionId: randomUUID(), ...office });
const answer = (ctx: ServiceContext, runId: string, approved = true) =>
  answerRetention(ctx, { clientActionId: randomUUID(), runId, approved });
const storedBytes = async () =>
  (await readdir(join(directory, "store"), { recursive: true, withFileTypes: true })).filter((e) =>
    e.isFile(),
  ).length;

/** Columns in which what a case says of people is still found. */
const singing = async (caseId: string): Promise<readonly string[]> => {
  const tables = ["case_note", "case_relay", "letter", "attachment", "referral", "glass_opening"];
  const found: string[] = [];
  for (const table of ["case", ...tables]) {
    const key = table === "case" ? "id" : "case_id";
    const rows = await world.everything.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${table}" t WHERE ${key} = $1::uuid`,
      caseId,
    );
    if (rows.some(({ row }) => row.includes(word))) found.push(table);
  }
  return found;
};

describe("the dry run", () => {
  it("counts what has passed its period, and neither the secret nor the supervisory", async () => {
    const { terms, due } = await showRetention(admin, office);
    expect(due).toBe(1);
    expect(terms.find((t) => t.classification === "VILLAGE_ISSUE")).toMatchObject({ months: 60 });
    expect(await singing(ids.old)).toEqual([
      "case",
      "case_note",
      "case_relay",
      "letter",
      "attachment",
    ]);
    await setRetention(admin, {
      ...{ clientActionId: randomUUID(), ...office },
      ...{ classification: "VILLAGE_ISSUE", months: 120 },
    });
    expect((await showRetention(admin, office)).due).toBe(0);
    expect(await outcomeOf(propose(admin))).toBe("RETENTION_NOTHING_DUE");
    await setRetention(admin, {
      ...{ clientActionId: randomUUID(), ...office },
      ...{ classification: "VILLAGE_ISSUE", months: 24 },
    });
    expect((await showRetention(admin, office)).due).toBe(1);
  });

  it("is shown and proposed by whose part it is", async () => {
    const elsewhere = await world.contextFor("subdistrict-admin", halong);
    const triage = people.triage;
    for (const ctx of [elsewhere, triage, people.village])
      expect(await outcomeOf(showRetention(ctx, office))).toBe("FORBIDDEN");
    for (const ctx of [elsewhere, camat, triage])
      expect(await outcomeOf(propose(ctx))).toBe("FORBIDDEN");
  });
});

describe("what the camat agreed to", () => {
  let runId: string;

  it("goes only then", async () => {
    ({ runId } = await propose(admin));
    expect(await outcomeOf(propose(admin))).toBe("RETENTION_RUN_OPEN");
    expect(await anonymiseCases(worker())).toBe(0);
    const halongs = await world.contextFor("subdistrict-head", halong);
    expect(await outcomeOf(answer(admin, runId))).toBe("FORBIDDEN");
    expect(await outcomeOf(answer(halongs, runId))).toBe("RETENTION_NOT_FOUND");
    await answer(camat, runId, false);
    expect(await anonymiseCases(worker())).toBe(0);
    expect(await outcomeOf(answer(camat, runId))).toBe("RETENTION_NOT_FOUND");
    ({ runId } = await propose(admin));
    await answer(camat, runId);
    expect(await storedBytes()).toBeGreaterThan(0);
  });

  it("loses what it says of people and keeps what it counts", async () => {
    const before = await storedCase(world, ids.old);
    expect(await anonymiseCases(worker())).toBe(3);
    const after = await storedCase(world, ids.old);
    expect(after.status).toBe("anonymised");
    for (const key of [
      ...(["number", "categoryCode", "villageCode", "classification", "outcome"] as const),
      ...(["receivedAt", "totalDueAt", "resolvedAt", "closedAt", "totalLimitDays"] as const),
    ])
      expect([key, after[key]]).toEqual([key, before[key]]);
    for (const id of [ids.old, ids.carried, ids.secret])
      expect([id, await singing(id)]).toEqual([id, []]);
    expect(await storedBytes()).toBe(0);
    expect(await world.everything.toldPhoto.count({ where: { caseId: ids.old } })).toBe(0);
    const people_ = await world.everything.person.findMany({ where: { nikSealed: { not: null } } });
    // The fresh and the supervisory case keep their persons.
    expect(people_).toHaveLength(2);
    // Of the others no key of a name is left, and no word, to find them by.
    const keyed = await world.everything.personNameKey.findMany({
      where: { keys: { isEmpty: false } },
    });
    expect(keyed.map((row) => row.personId).sort()).toEqual(people_.map((row) => row.id).sort());
    const worded = await world.everything.$queryRaw<{ id: string }[]>`
      SELECT case_id AS id FROM case_text WHERE words::text LIKE ${`%${word.toLowerCase()}%`}`;
    for (const id of [ids.old, ids.carried, ids.secret])
      expect(worded.map((row) => row.id)).not.toContain(id);
    expect(worded.map((row) => row.id)).toContain(ids.fresh);
    for (const id of [ids.fresh, ids.supervisory]) {
      const kase = await storedCase(world, id);
      expect([kase.status, kase.title]).toEqual(["closed", word]);
    }
  });

  it("leaves a carried report a duplicate of the case that carried it", async () => {
    const carried = await storedCase(world, ids.carried);
    expect([carried.status, carried.merged?.intoId]).toEqual(["duplicate", ids.old]);
    const shown = await showCase(people.triage, { caseId: ids.old });
    expect(shown.mayWriteTo).toEqual([]);
    for (const id of [ids.old, ids.carried]) {
      const note = { clientActionId: randomUUID(), caseId: id, body: word };
      expect(await outcomeOf(addNote(people.triage, { ...note, audience: "internal" }))).toBe(
        "FORBIDDEN",
      );
    }
    expect([shown.reporter, shown.nextSteps.filter((s) => s.allowed)]).toEqual([null, []]);
  });

  it("leaves a record that nobody changes, of the confidential to the auditor alone", async () => {
    const auditor = await world.contextFor("auditor", "63.11");
    const hashOf = (...list: string[]) =>
      createHash("sha256")
        .update([...list].sort().join("\n"))
        .digest("hex")
        .slice(0, 16);
    const ordinary = {
      ...{ isConfidential: false, cases: 2, files: 1, idsHash: hashOf(ids.old, ids.carried) },
      ...{ proposedByName: admin.actor.name, approvedByName: camat.actor.name },
    };
    for (const ctx of [camat, admin])
      expect((await showRetention(ctx, office)).records).toMatchObject([ordinary]);
    const all = (await showRetention(auditor, office)).records;
    expect(all.map((r) => [r.isConfidential, r.cases]).sort()).toEqual([
      [false, 2],
      [true, 1],
    ]);
    for (const client of [world.db, world.everything])
      for (const sql of [
        "UPDATE destruction_record SET cases = 0",
        "DELETE FROM destruction_record",
      ])
        await expect(client.$executeRawUnsafe(sql), sql).rejects.toThrow(/permission denied|42501/);
    expect(await anonymiseCases(worker())).toBe(0);
  });
});

describe("supervisory complaints", () => {
  const regency = { subdistrictCode: "63.11" };
  const inspectors = async () =>
    [
      await world.contextFor("inspectorate", "63.11", { sectorCode: "INSPEKTORAT" }),
      await world.contextFor("inspectorate", "63.11", {
        sectorCode: "INSPEKTORAT",
        clearance: true,
      }),
    ] as const;
  const proposeIn = (ctx: ServiceContext) =>
    proposeRetention(ctx, { clientActionId: randomUUID(), ...regency });

  it("are counted for the inspectorate and the auditor, and for nobody of a kecamatan", async () => {
    const [inspector] = await inspectors();
    const auditor = await world.contextFor("auditor", "63.11");
    for (const ctx of [inspector, auditor])
      expect((await showRetention(ctx, regency)).terms).toMatchObject([
        { classification: "COMPLAINT_SUPERVISORY", months: 60, due: 1 },
      ]);
    const paron = await world.contextFor("inspectorate", "35.21", { sectorCode: "INSPEKTORAT" });
    const secretary = await world.contextFor("subdistrict-secretary", paringinSelatan);
    for (const ctx of [admin, camat, people.triage, people.sector, secretary, paron]) {
      expect(await outcomeOf(showRetention(ctx, regency))).toBe("FORBIDDEN");
      expect(await outcomeOf(proposeIn(ctx))).toBe("FORBIDDEN");
    }
    // The kecamatan's own is not the inspectorate's.
    expect(await outcomeOf(showRetention(inspector, office))).toBe("FORBIDDEN");
    expect(await outcomeOf(propose(inspector))).toBe("FORBIDDEN");
    expect(await outcomeOf(proposeIn(auditor))).toBe("FORBIDDEN");
  });

  it("follow the inspectorate's own rule", async () => {
    const [inspector] = await inspectors();
    const set = (ctx: ServiceContext, months: number) =>
      setRetention(ctx, {
        ...{ clientActionId: randomUUID(), ...regency, months },
        classification: "COMPLAINT_SUPERVISORY",
      });
    expect(await outcomeOf(set(admin, 1))).toBe("FORBIDDEN");
    await set(inspector, 240);
    expect((await showRetention(inspector, regency)).due).toBe(0);
    expect(await outcomeOf(proposeIn(inspector))).toBe("RETENTION_NOTHING_DUE");
    await set(inspector, 48);
    expect((await showRetention(inspector, regency)).due).toBe(1);
  });

  it("go by the word of two of the inspectorate, and leave a record that a kecamatan never reads", async () => {
    const [first, second] = await inspectors();
    const { runId, counted } = await proposeIn(first);
    expect(counted).toBe(1);
    expect((await showRetention(first, regency)).runs).toMatchObject([{ isMine: true }]);
    expect(await outcomeOf(answer(first, runId))).toBe("FORBIDDEN");
    for (const ctx of [camat, people.sector])
      expect(await outcomeOf(answer(ctx, runId))).not.toBe("done");
    expect(await anonymiseCases(worker())).toBe(0);
    await answer(second, runId);
    expect(await anonymiseCases(worker())).toBe(1);
    const gone = await storedCase(world, ids.supervisory);
    expect([gone.status, await singing(ids.supervisory)]).toEqual(["anonymised", []]);
    const fresh = await storedCase(world, ids.fresh);
    expect([fresh.status, fresh.title]).toEqual(["closed", word]);
    const record = {
      ...{ isConfidential: true, cases: 1, persons: 1 },
      ...{ proposedByName: first.actor.name, approvedByName: second.actor.name },
    };
    const auditor = await world.contextFor("auditor", "63.11");
    for (const ctx of [first, auditor])
      expect((await showRetention(ctx, regency)).records).toMatchObject([record]);
    for (const ctx of [camat, admin]) {
      const { records, runs } = await showRetention(ctx, office);
      expect(records.map((r) => r.cases)).toEqual([2]);
      expect(runs.map((run) => run.id)).not.toContain(runId);
    }
    // Behind the use case stands the fence: of reading, and of writing for whoever but reads.
    const system = await world.contextFor("administrator", "");
    for (const ctx of [system, camat, admin, people.sector, people.triage]) {
      const seen = await inTransaction(ctx, async (tx) => [
        await tx.retentionRun.findUnique({ where: { id: runId } }),
        await tx.destructionRecord.findFirst({ where: { runId } }),
      ]);
      expect(seen).toEqual([null, null]);
    }
    for (const ctx of [system, auditor]) {
      const changed = await inTransaction(ctx, (tx) =>
        tx.retentionRun.updateMany({ where: { id: runId }, data: { counted: 9 } }),
      );
      expect(changed.count).toBe(0);
      const written = inTransaction(ctx, (tx) =>
        tx.retentionRun.createMany({
          data: {
            ...{ id: randomUUID(), subdistrictCode: "63.11", status: "proposed", rules: [] },
            ...{ counted: 1, proposedById: ctx.actor.userId, proposedAt: world.clock.now },
          },
        }),
      );
      await expect(written).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    // An administrator who is the kabupaten's auditor too reads what the auditor reads.
    const both = [...system.actor.assignments, ...auditor.actor.assignments];
    const two = world.contextOf({ ...system.actor, assignments: both });
    expect((await showRetention(two, regency)).records).toMatchObject([record]);
  });
});
