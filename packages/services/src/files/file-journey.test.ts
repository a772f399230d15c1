import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@rembuk/domain/access/roles";
import type { BeginUploadCommand } from "@rembuk/domain/files/commands";
import type { FileVariant } from "@rembuk/domain/files/model";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../cases/add-note";
import { referCase } from "../cases/refer-case";
import { showCase } from "../cases/show-case";
import type { ServiceContext } from "../context";
import { type FileContext, type FileParts, openFileParts } from "../integrations/file-parts";
import { linkFor, linkTo } from "../kernel/file-links";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { photograph, placedJpeg, plainPdf, sha256 } from "../testing/sample-files";
import {
  createWorld,
  halong,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { beginUpload } from "./begin-upload";
import { checkWaitingFiles } from "./check-waiting-files";
import { findUpload } from "./find-upload";
import { finishUpload } from "./finish-upload";
import { openFile } from "./open-file";
import { listFiles } from "./queries";
import { removeFile } from "./remove-file";
import { restoreFile } from "./restore-file";
import { wipeAbandonedFiles } from "./wipe-abandoned-files";

let world: World;
let people: Cast;
let directory: string;
let files: FileParts;
let jpeg: Buffer;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  directory = mkdtempSync(join(tmpdir(), "rembuk-files-"));
  files = openFileParts({ directory, s3: null, clamd: null });
  await mkdir(files.uploads.directory, { recursive: true });
  jpeg = await placedJpeg();
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

const withFiles = (ctx: ServiceContext, parts = files): FileContext => ({ ...ctx, files: parts });
/** As the worker has it: every tenant. */
const worker = (parts = files): FileContext => ({
  ...withFiles(people.triage, parts),
  db: world.everything,
});
const command = (
  caseId: string,
  bytes: Buffer,
  change: Partial<BeginUploadCommand> = {},
): BeginUploadCommand => ({
  clientActionId: randomUUID(),
  caseId,
  audience: "partner",
  name: "KTP Siti.jpg",
  size: bytes.length,
  sha256: sha256(bytes),
  ...change,
});
const arrive = (fileId: string, bytes: Buffer) =>
  writeFile(join(files.uploads.directory, fileId), bytes);
const send = async (
  ctx: ServiceContext,
  caseId: string,
  bytes: Buffer,
  change: Partial<BeginUploadCommand> = {},
  parts = files,
) => {
  const { fileId } = await beginUpload(ctx, command(caseId, bytes, change));
  await arrive(fileId, bytes);
  const checked = await finishUpload(withFiles(ctx, parts), { caseId, fileId });
  return { fileId, ...checked };
};
const look = async (
  ctx: ServiceContext,
  caseId: string,
  fileId: string,
  variant: FileVariant = "original",
) => {
  const list = await listFiles(ctx, { caseId });
  const link = list.files.find((file) => file.id === fileId)?.links[variant];
  if (!link) throw new Error("no link");
  return openFile(withFiles(ctx), { caseId, fileId, variant, ...link });
};
const outcomeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    return isDomainError(error) ? error.code : `fault: ${String(error)}`;
  }
};
const row = (id: string) => world.everything.attachment.findUniqueOrThrow({ where: { id } });
const eventsOf = (caseId: string) =>
  world.everything.domainEvent.findMany({
    where: { subject: `case/${caseId}`, type: { startsWith: "case.file-" } },
    orderBy: { id: "asc" },
  });

describe("a file on a case", () => {
  it("arrives, is drawn anew, and is opened by those of its audience", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const sent = await send(people.village, id, jpeg);
    expect(sent).toMatchObject({ status: "ready", scan: "not-scanned", refusal: null });
    for (const ctx of [people.village, people.triage, people.sector, people.head]) {
      const opened = await look(ctx, id, sent.fileId);
      expect(opened.mediaType).toBe("image/jpeg");
      expect((await sharp(opened.bytes).metadata()).exif).toBeUndefined();
    }
    const small = await look(people.triage, id, sent.fileId, "thumbnail");
    expect((await sharp(small.bytes).metadata()).format).toBe("webp");
    const events = await eventsOf(id);
    expect(events.map((e) => [e.type, e.actorId])).toEqual([
      ["case.file-added", people.village.actor.userId],
    ]);
    expect(JSON.stringify(events)).not.toContain("Siti");
  });

  it("lies sealed in the store: neither pixels nor names, and nothing is left where it arrived", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const pdf = await plainPdf();
    const { fileId } = await send(people.triage, id, pdf, { name: "surat.pdf" });
    const { storeKey, sealedWith } = await row(fileId);
    const kept = await readFile(
      join(directory, "store", storeKey.slice(0, 2), storeKey, "original"),
    );
    expect(kept.includes("%PDF")).toBe(false);
    expect(sealedWith).toBe("k1");
    expect(await files.uploads.sizeOf(fileId)).toBeNull();
    expect((await readdir(files.uploads.directory)).filter((n) => n.startsWith(fileId))).toEqual(
      [],
    );
    expect((await look(people.triage, id, fileId)).bytes.includes("%PDF")).toBe(true);
  });

  it("goes on where it stopped when the same content is announced again", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const first = await beginUpload(people.village, command(id, jpeg));
    await arrive(first.fileId, jpeg.subarray(0, 1000));
    const finish = () =>
      finishUpload(withFiles(people.village), { caseId: id, fileId: first.fileId });
    expect(await outcomeOf(finish())).toBe("FILE_NOT_WHOLE");
    const again = await beginUpload(people.village, command(id, jpeg));
    expect(again.fileId).toBe(first.fileId);
    const byAnother = await beginUpload(people.triage, command(id, jpeg));
    expect(byAnother.fileId).not.toBe(first.fileId);
    await arrive(first.fileId, jpeg);
    expect((await finish()).status).toBe("ready");
    expect((await finish()).status).toBe("ready");
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it("is announced once per client action, and another body under it is refused", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const one = command(id, jpeg);
    const made = await Promise.all([
      beginUpload(people.triage, one),
      beginUpload(people.triage, one),
    ]);
    expect(made[0]).toEqual(made[1]);
    expect(await world.everything.attachment.count({ where: { caseId: id } })).toBe(1);
    expect(await outcomeOf(beginUpload(people.triage, { ...one, size: 5 }))).toBe(
      "CLIENT_ACTION_REUSED",
    );
  });

  it("is refused with its reason, and its bytes are gone", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const html = Buffer.from("<script>alert(1)</script>");
    const sent = await send(people.village, id, html, { name: "foto.jpg" });
    expect(sent).toMatchObject({ status: "refused", refusal: "kind-unknown" });
    const cut = await send(people.village, id, jpeg, { sha256: sha256(html) });
    expect(cut.refusal).toBe("content-differs");
    expect(await files.uploads.sizeOf(sent.fileId)).toBeNull();
    const seenBy = async (ctx: ServiceContext) =>
      (await listFiles(ctx, { caseId: id })).files.map((file) => file.refusal);
    expect(await seenBy(people.village)).toEqual(["kind-unknown", "content-differs"]);
    expect(await seenBy(people.triage)).toEqual([]);
    expect(await eventsOf(id)).toEqual([]);
  });

  it("loses a path, controls and a false ending from its name", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const name = `../../etc/\u202egnp.${"a".repeat(300)}.jpg.exe\u0000`;
    const { fileId } = await send(people.village, id, jpeg, { name });
    const kept = (await row(fileId)).name;
    expect(kept).toMatch(/^gnp\.a+\.jpg$/);
    expect(kept.length).toBeLessThanOrEqual(120);
  });
});

describe("who sees what", () => {
  it("follows the audience: internal, partner, reporter", async () => {
    const { id } = await journeyTo(people, "in_progress");
    for (const audience of ["internal", "partner", "reporter"] as const)
      await send(people.triage, id, jpeg, { audience });
    const seen = async (ctx: ServiceContext) =>
      (await listFiles(ctx, { caseId: id })).files.map((file) => file.audience);
    expect(await seen(people.triage)).toEqual(["internal", "partner", "reporter"]);
    expect(await seen(people.sector)).toEqual(["partner", "reporter"]);
    expect(await seen(people.village)).toEqual(["partner", "reporter"]);
    expect(await outcomeOf(send(people.village, id, jpeg, { audience: "internal" }))).toBe(
      "FILE_AUDIENCE_FORBIDDEN",
    );
    // A link that another reader was given opens nothing.
    const internal = (await listFiles(people.triage, { caseId: id })).files[0];
    const link = internal?.links.original;
    if (!internal || !link) throw new Error("no link");
    const stolen = { caseId: id, fileId: internal.id, variant: "original" as const, ...link };
    expect(await outcomeOf(openFile(withFiles(people.sector), stolen))).toBe("FILE_LINK_EXPIRED");
  });

  it("a file of a note is for whom the note is", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const note = {
      clientActionId: randomUUID(),
      caseId: id,
      audience: "internal",
      body: "x",
    } as const;
    const { noteId } = await addNote(people.triage, note);
    expect(await addNote(people.triage, note)).toMatchObject({ noteId });
    const { fileId } = await send(people.triage, id, jpeg, { noteId, audience: "reporter" });
    expect((await row(fileId)).audience).toBe("internal");
    const foreign = await journeyTo(people, "in_progress");
    expect(await outcomeOf(send(people.triage, foreign.id, jpeg, { noteId }))).toBe(
      "INPUT_INVALID",
    );
    // Nobody hangs a file on another's note; whether there is one is not told either.
    expect(await outcomeOf(send(people.head, id, jpeg, { noteId }))).toBe("INPUT_INVALID");
    expect(await outcomeOf(send(people.sector, id, jpeg, { noteId }))).toBe("INPUT_INVALID");
  });

  it("a file of a note is unknown to whom the note is: in the list, by link, in the history", async () => {
    const { id, version } = await journeyTo(people, "in_progress");
    const school = await world.contextFor("sector-partner", "63.11", { sectorCode: "DISDIKBUD" });
    await referCase(people.triage, {
      ...act(id, version),
      referrals: [{ target: "DISDIKBUD", asked: "Mohon data", mandatory: false, limitDays: 3 }],
    });
    const sent: Record<string, string> = {};
    for (const audience of ["internal", "partner", "reporter"] as const) {
      const note = { clientActionId: randomUUID(), caseId: id, audience, body: "x" };
      const { noteId } = await addNote(people.triage, note);
      sent[audience] = (await send(people.triage, id, jpeg, { noteId })).fileId;
    }
    const known = async (ctx: ServiceContext) => {
      const { files: listed } = await listFiles(ctx, { caseId: id });
      const { timeline, notes } = await showCase(ctx, { caseId: id });
      const told = timeline.filter((one) => one.type === "case.file-added").length;
      const audiences = listed.map(({ audience }) => audience);
      return { audiences, told, notes: notes.filter((n) => n.purpose === "note").length };
    };
    expect(await known(people.triage)).toEqual({
      ...{ audiences: ["internal", "partner", "reporter"], told: 3, notes: 3 },
    });
    expect(await known(people.sector)).toEqual({
      ...{ audiences: ["partner", "reporter"], told: 2, notes: 2 },
    });
    // Only a referral opens the case to the school: it reads none of the notes, nor their files.
    expect(await known(school)).toEqual({ audiences: [], told: 0, notes: 0 });
    for (const [ctx, audience] of [
      [people.sector, "internal"],
      [school, "internal"],
      [school, "partner"],
      [school, "reporter"],
    ] as const) {
      const about = { caseId: id, fileId: sent[audience] ?? "", variant: "original" as const };
      const own = {
        ...about,
        ...linkFor(ctx, linkTo.file(about.caseId, about.fileId, about.variant)),
      };
      expect(await outcomeOf(openFile(withFiles(ctx), own))).toBe("FILE_NOT_FOUND");
      const away = { clientActionId: randomUUID(), ...about, reason: "salah berkas" };
      expect(await outcomeOf(removeFile(ctx, away))).toBe("FILE_NOT_FOUND");
    }
  });

  it("a link ends after minutes, opens one variant, and cannot be lengthened", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const { fileId } = await send(people.triage, id, jpeg);
    const file = (await listFiles(people.triage, { caseId: id })).files[0];
    const link = file?.links.thumbnail;
    if (!link) throw new Error("no link");
    const open = (change: object) =>
      outcomeOf(
        openFile(withFiles(people.triage), {
          ...{ caseId: id, fileId, variant: "thumbnail" as const, ...link },
          ...change,
        }),
      );
    expect(await open({})).toBe("done");
    expect(await open({ variant: "original" })).toBe("FILE_LINK_EXPIRED");
    expect(await open({ until: link.until + 600 })).toBe("FILE_LINK_EXPIRED");
    expect(await open({ fileId: randomUUID() })).toBe("FILE_LINK_EXPIRED");
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 11 * 60_000);
    expect(await open({})).toBe("FILE_LINK_EXPIRED");
    world.clock.now = before;
  });

  it("who may not read the case hears that there is none, in every use case", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const { fileId } = await send(people.triage, id, jpeg);
    const strangers: readonly [Role, string, string | null][] = [
      ["village-officer", lingsir, null],
      ["village-officer", liyu, null],
      ["triage-officer", halong, null],
      ["section-head", paringinSelatan, "KASI_KESSOS"],
      ["sector-partner", "63.11", "DINKES"],
      ["inspectorate", "63.11", "INSPEKTORAT"],
      ["reporter", murungAbuin, null],
      ["administrator", "", null],
      ["subdistrict-admin", paringinSelatan, null],
    ];
    for (const [role, area, sectorCode] of strangers) {
      const ctx = await world.contextFor(role, area, { sectorCode, clearance: true });
      const ref = { caseId: id, fileId };
      const act = { clientActionId: randomUUID(), ...ref };
      const outcomes = await Promise.all([
        outcomeOf(listFiles(ctx, { caseId: id })),
        outcomeOf(beginUpload(ctx, command(id, jpeg))),
        outcomeOf(findUpload(ctx, ref)),
        outcomeOf(finishUpload(withFiles(ctx), ref)),
        outcomeOf(removeFile(ctx, { ...act, reason: "ingin" })),
        outcomeOf(restoreFile(ctx, act)),
      ]);
      expect(outcomes, role).toEqual(Array(6).fill("CASE_NOT_FOUND"));
    }
  });

  it("row-level security: rows open with their case alone, and nobody deletes one", async () => {
    expect(await world.db.attachment.count()).toBe(0);
    expect(await world.everything.attachment.count()).toBeGreaterThan(0);
    for (const db of [world.db, world.everything])
      await expect(db.$executeRaw`DELETE FROM attachment`).rejects.toThrow(
        /permission denied|42501/,
      );
  });

  it("a secret case: read by the few, and every opening is logged", async () => {
    const { id } = await journeyTo(people, "assigned", { privacy: "SECRET" }, people.village);
    const { fileId } = await send(people.village, id, jpeg);
    await look(people.sector, id, fileId, "preview");
    expect(await outcomeOf(listFiles(people.head, { caseId: id }))).toBe("CASE_NOT_FOUND");
    const log = await world.everything.accessLog.findMany({ where: { subject: `case/${id}` } });
    expect(log.map((l) => [l.act, l.actorId])).toEqual([["read-file", people.sector.actor.userId]]);
  });
});

describe("taking away", () => {
  it("needs a reason, is known as an act, can be taken back, and ends after thirty days", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const { fileId } = await send(people.village, id, jpeg);
    const ref = { caseId: id, fileId };
    const act = () => ({ clientActionId: randomUUID(), ...ref });
    expect(await outcomeOf(removeFile(people.sector, { ...act(), reason: "salah" }))).toBe(
      "FORBIDDEN",
    );
    await removeFile(people.village, { ...act(), reason: "salah foto" });
    expect((await listFiles(people.triage, { caseId: id })).files).toEqual([]);
    await restoreFile(people.village, act());
    expect((await listFiles(people.triage, { caseId: id })).files).toHaveLength(1);
    await removeFile(people.triage, { ...act(), reason: "bukan kasus ini" });
    expect((await eventsOf(id)).map((e) => e.type)).toEqual([
      "case.file-added",
      "case.file-removed",
      "case.file-restored",
      "case.file-removed",
    ]);
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 31 * 86_400_000);
    expect((await wipeAbandonedFiles(worker())).wiped).toBeGreaterThanOrEqual(1);
    world.clock.now = before;
    expect(await files.store.get(`${(await row(fileId)).storeKey}/original`)).toBeNull();
    expect(await outcomeOf(restoreFile(people.triage, act()))).toBe("FILE_NOT_FOUND");
  });

  it("an upload that never ends is given up after two days, and its bytes go", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const { fileId } = await beginUpload(people.village, command(id, jpeg));
    await arrive(fileId, jpeg.subarray(0, 500));
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 49 * 3_600_000);
    await wipeAbandonedFiles(worker());
    world.clock.now = before;
    expect((await row(fileId)).status).toBe("abandoned");
    expect(await files.uploads.sizeOf(fileId)).toBeNull();
  });
});

/** Something that speaks clamd's INSTREAM and says what it is told to say. */
const fakeClamd = async (answer: (bytes: Buffer) => string): Promise<[Server, string]> => {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (part) => {
      got = Buffer.concat([got, part]);
      if (!got.subarray(-4).equals(Buffer.alloc(4))) return;
      let at = "zINSTREAM\0".length;
      const pieces: Buffer[] = [];
      for (let n = got.readUInt32BE(at); n > 0; n = got.readUInt32BE(at)) {
        pieces.push(got.subarray(at + 4, at + 4 + n));
        at += 4 + n;
      }
      socket.end(`${answer(Buffer.concat(pieces))}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return [server, `127.0.0.1:${port}`];
};

describe("the virus scanner", () => {
  it("says clean or infected of exactly the bytes that were sent", async () => {
    const seen: string[] = [];
    const [server, clamd] = await fakeClamd((bytes) => {
      seen.push(sha256(bytes));
      return seen.length === 1 ? "stream: OK" : "stream: Eicar-Test-Signature FOUND";
    });
    const parts = openFileParts({ directory, s3: null, clamd });
    const { id } = await journeyTo(people, "in_progress");
    const other = await photograph(900, 700).jpeg().toBuffer();
    expect(await send(people.village, id, jpeg, {}, parts)).toMatchObject({
      status: "ready",
      scan: "clean",
    });
    expect(await send(people.village, id, other, {}, parts)).toMatchObject({
      status: "refused",
      refusal: "infected",
    });
    expect(seen).toEqual([sha256(jpeg), sha256(other)]);
    server.close();
  });

  it("is down: the file is held, nobody opens it, and the worker lets it through later", async () => {
    const down = openFileParts({ directory, s3: null, clamd: "127.0.0.1:1" });
    const { id } = await journeyTo(people, "in_progress");
    const held = await send(people.village, id, jpeg, {}, down);
    expect(held.status).toBe("held");
    expect(await outcomeOf(look(people.village, id, held.fileId))).toMatch("no link");
    const html = Buffer.from("<b>");
    expect((await send(people.village, id, html, {}, down)).status).toBe("refused");
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 61_000);
    await checkWaitingFiles(worker(down));
    expect((await row(held.fileId)).status).toBe("held");
    const [server, clamd] = await fakeClamd(() => "stream: OK");
    const up = openFileParts({ directory, s3: null, clamd });
    world.clock.now = new Date(before.getTime() + 200_000);
    expect((await checkWaitingFiles(worker(up))).decided).toBeGreaterThanOrEqual(1);
    world.clock.now = before;
    server.close();
    expect(await row(held.fileId)).toMatchObject({ status: "ready", scan: "clean" });
    expect((await eventsOf(id)).map((e) => e.actorId)).toEqual([people.village.actor.userId]);
    expect(await files.store.get(`${(await row(held.fileId)).storeKey}/sent`)).toBeNull();
  });

  it("a crash between arrival and decision is ended by the worker", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const { fileId } = await beginUpload(people.village, command(id, jpeg));
    await arrive(fileId, jpeg);
    const due = { status: "scanning", nextCheckAt: world.clock.now };
    await world.everything.attachment.update({ where: { id: fileId }, data: due });
    await checkWaitingFiles(worker());
    expect((await row(fileId)).status).toBe("ready");
  });
});

describe("the store is full", () => {
  it("says so, loses nothing, and goes on when there is room", async () => {
    const { id } = await journeyTo(people, "in_progress");
    const { fileId } = await beginUpload(people.village, command(id, jpeg));
    await arrive(fileId, jpeg);
    const { FileStoreError } = await import("../integrations/file-store/file-store");
    const full = {
      ...files,
      store: { ...files.store, put: () => Promise.reject(new FileStoreError("put", "ENOSPC")) },
    };
    const ref = { caseId: id, fileId };
    expect(await outcomeOf(finishUpload(withFiles(people.village, full), ref))).toBe(
      "FILE_STORE_UNAVAILABLE",
    );
    expect((await finishUpload(withFiles(people.village), ref)).status).toBe("ready");
  });
});
