import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BeginDocumentCommand } from "@rembuk/domain/documents/commands";
import { emptyParts, emptyProfile } from "@rembuk/domain/innovations/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveCommitment, proposeCommitment } from "../coaching/move-commitment";
import { openBatch } from "../coaching/open-batch";
import { showEngagement } from "../coaching/queries";
import type { ServiceContext } from "../context";
import { type FileParts, openFileParts } from "../integrations/file-parts";
import { countFieldsByKey } from "../rotate-field-keys";
import { pdfWith, placedJpeg, plainPdf, sha256 } from "../testing/sample-files";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { beginDocument } from "./begin-document";
import { findDocumentUpload, finishDocument } from "./finish-document";
import { openDocument } from "./open-document";
import { listDocuments } from "./queries";
import { removeDocument } from "./remove-document";
import { wipeDocuments } from "./wipe-documents";

let world: World;
let by: Record<
  "coach" | "stranger" | "lead" | "camat" | "manager" | "verifier" | "far" | "reporter",
  ServiceContext
>;
let files: FileParts;
let directory: string;
let innovationId: string;
let draftId: string;
let engagementId: string;
let commitmentId: string;
const act = () => ({ clientActionId: randomUUID() });

const insertInnovation = async (status: string, name: string) => {
  const id = randomUUID();
  const at = world.clock.now;
  await world.everything.innovation.create({
    data: {
      ...{ id, subdistrictCode: halong, regencyCode: "63.11", provinceCode: "63", name, status },
      ...{ createdById: by.manager.actor.userId, createdAt: at, updatedAt: at },
      ...{ stage: "implementation", revisions: [] },
      profile: JSON.parse(JSON.stringify({ ...emptyProfile, name })) as object,
      parts: JSON.parse(JSON.stringify(emptyParts)) as object,
    },
    select: { id: true },
  });
  return id;
};
const usernameOf = async ({ actor }: ServiceContext) =>
  (await world.everything.user.findUniqueOrThrow({ where: { id: actor.userId } })).username;

const openEngagement = async () => {
  const username = await usernameOf(by.coach);
  await openBatch(by.lead, {
    ...{ ...act(), provinceCode: "63", title: "Pembinaan", innovationIds: [innovationId] },
    award: { name: "SKK 2023", giver: "Gubernur", year: 2023 },
    ...{ startsOn: "2026-11-01", endsOn: "2026-11-30", institutions: ["Biro POD"] },
    team: [...[{ id: randomUUID(), institution: "Biro POD", name: "Bima", aliases: [], username }]],
  });
  const one = await world.everything.coachingEngagement.findFirstOrThrow();
  return one.id;
};
const commitment = async () => {
  const { commitments } = await showEngagement(by.coach, { engagementId });
  const found = commitments.find(({ id }) => id === commitmentId);
  if (!found) throw new Error("no commitment");
  return found;
};
const step = async (
  who: keyof typeof by,
  to: Parameters<typeof moveCommitment>[1]["step"],
): Promise<void> => {
  const { version } = await commitment();
  await moveCommitment(by[who], { ...act(), commitmentId, version, step: to });
};

beforeAll(async () => {
  world = await createWorld();
  directory = mkdtempSync(join(tmpdir(), "rembuk-documents-"));
  files = openFileParts({ directory, s3: null, clamd: null });
  await mkdir(files.uploads.directory, { recursive: true });
  by = {
    coach: await world.contextFor("regional-coach", "63"),
    stranger: await world.contextFor("regional-coach", "63", { clearance: true }),
    lead: await world.contextFor("coach-lead", "63"),
    camat: await world.contextFor("subdistrict-head", halong),
    manager: await world.contextFor("innovation-manager", halong),
    verifier: await world.contextFor("innovation-verifier", "63.11"),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
    reporter: await world.contextFor("reporter", halong),
  };
  innovationId = await insertInnovation("endorsed", "PAK SOTARSA");
  draftId = await insertInnovation("draft", "Jumat Bersih");
  engagementId = await openEngagement();
  ({ commitmentId } = await proposeCommitment(by.coach, {
    ...{ ...act(), engagementId, text: "Menetapkan SK tim yang baru", dueOn: "2026-12-20" },
    ownerId: by.camat.actor.userId,
  }));
});
afterAll(async () => {
  await world?.drop();
  rmSync(directory, { recursive: true, force: true });
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const withFiles = (ctx: ServiceContext, parts = files) => ({ ...ctx, files: parts });
const announce = (
  owner: BeginDocumentCommand["owner"],
  bytes: Buffer,
  change: Partial<BeginDocumentCommand> = {},
): BeginDocumentCommand => ({
  ...{ ...act(), owner, kind: "decree", validUntil: null, name: "SK Tim Siti.pdf" },
  ...{ size: bytes.length, sha256: sha256(bytes), ...change },
});
const ofInnovation = () => ({ of: "innovation" as const, id: innovationId });
const ofCommitment = () => ({ of: "commitment" as const, id: commitmentId });

const send = async (
  ctx: ServiceContext,
  owner: BeginDocumentCommand["owner"],
  bytes: Buffer,
  change: Partial<BeginDocumentCommand> = {},
) => {
  const { documentId } = await beginDocument(ctx, announce(owner, bytes, change));
  await writeFile(join(files.uploads.directory, documentId), bytes);
  return { documentId, ...(await finishDocument(withFiles(ctx), { documentId })) };
};
const attachments = (who: keyof typeof by, of = innovationId) =>
  listDocuments(by[who], { of: "innovation", innovationId: of });
const evidence = (who: keyof typeof by) =>
  listDocuments(by[who], { of: "engagement", engagementId });
/** Opens it by the link that the list gives this reader. */
const open = async (
  who: keyof typeof by,
  list: Awaited<ReturnType<typeof attachments>>,
  id: string,
) => {
  const link = list.items.find((one) => one.id === id)?.file?.links.original;
  if (!link) throw new Error("no link");
  return openDocument(withFiles(by[who]), { documentId: id, variant: "original", ...link });
};

describe("attachments of an innovation", () => {
  it("are added by who leads it, with their validity, and opened by office and kabupaten", async () => {
    const bytes = await plainPdf();
    const sent = await send(by.manager, ofInnovation(), bytes, { validUntil: "2026-12-01" });
    expect(sent.status).toBe("ready");
    const [item] = (await attachments("camat")).items;
    expect(item).toMatchObject({
      ...{ kind: "decree", validUntil: "2026-12-01", validity: "ending", mayRemove: false },
      file: { name: "SK Tim Siti.pdf", addedByName: by.manager.actor.name },
    });
    expect((await attachments("manager")).mayAddTo).toEqual([innovationId]);
    expect((await attachments("camat")).mayAddTo).toEqual([]);
    for (const who of ["camat", "manager", "verifier"] as const) {
      const opened = await open(who, await attachments(who), sent.documentId);
      expect(opened.mediaType).toBe("application/pdf");
      expect(opened.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });

  it("tell coaches and the public what there is and until when, and no more", async () => {
    for (const who of ["coach", "stranger", "lead", "reporter"] as const) {
      const { items, mayAddTo } = await attachments(who);
      expect(items).toMatchObject([{ kind: "decree", validUntil: "2026-12-01", file: null }]);
      expect(mayAddTo).toEqual([]);
      expect(JSON.stringify(items)).not.toContain("Siti");
    }
    const { items } = await attachments("camat");
    const link = items[0]?.file?.links.original;
    if (!link || !items[0]) throw new Error("no link");
    const about = { documentId: items[0].id, variant: "original" as const, ...link };
    // Another's link opens nothing, and neither does a lengthened one.
    expect(await code(openDocument(withFiles(by.coach), about))).toBe("FILE_LINK_EXPIRED");
    const longer = { ...about, until: link.until + 600 };
    expect(await code(openDocument(withFiles(by.camat), longer))).toBe("FILE_LINK_EXPIRED");
  });

  it("are not known where the innovation is not", async () => {
    expect(await code(attachments("far"))).toBe("INNOVATION_NOT_FOUND");
    expect(await code(attachments("coach", draftId))).toBe("INNOVATION_NOT_FOUND");
    const bytes = await plainPdf();
    expect(await code(beginDocument(by.far, announce(ofInnovation(), bytes)))).toBe(
      "INNOVATION_NOT_FOUND",
    );
    expect(await code(beginDocument(by.camat, announce(ofInnovation(), bytes)))).toBe("FORBIDDEN");
    const [item] = (await attachments("manager")).items;
    const away = { ...act(), documentId: item?.id ?? "", reason: "salah berkas" };
    expect(await code(removeDocument(by.far, away))).toBe("DOCUMENT_NOT_FOUND");
    expect(await code(removeDocument(by.coach, away))).toBe("FORBIDDEN");
  });

  it("are refused by what is inside, and leave nothing behind", async () => {
    const active = pdfWith("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
    const { documentId, ...answer } = await send(by.manager, ofInnovation(), active);
    expect(answer).toEqual({ status: "refused", refusal: "pdf-active" });
    expect(await world.everything.document.count({ where: { id: documentId } })).toBe(0);
    expect(await files.uploads.sizeOf(documentId)).toBeNull();
  });

  it("go on where they stopped, and are there once however often they are finished", async () => {
    const bytes = await placedJpeg();
    const first = await beginDocument(by.manager, announce(ofInnovation(), bytes));
    const again = await beginDocument(by.manager, announce(ofInnovation(), bytes));
    expect(again).toEqual(first);
    const { documentId } = first;
    expect(await code(findDocumentUpload(by.camat, documentId))).toBe("DOCUMENT_NOT_FOUND");
    const finish = () => finishDocument(withFiles(by.manager), { documentId });
    expect(await code(finish())).toBe("FILE_NOT_WHOLE");
    await writeFile(join(files.uploads.directory, documentId), bytes);
    const away = { scan: () => Promise.reject(new Error("away")) };
    const held = finishDocument(withFiles(by.manager, { ...files, scanner: away }), { documentId });
    expect(await code(held)).toBe("FILE_SCANNER_AWAY");
    const before = await world.everything.domainEvent.count({ where: { type: "document.added" } });
    await Promise.all([code(finish()), code(finish())]);
    expect(await finish()).toMatchObject({ status: "ready" });
    const events = await world.everything.domainEvent.count({ where: { type: "document.added" } });
    expect(events - before).toBe(1);
    const item = (await attachments("manager")).items.find(({ id }) => id === documentId);
    expect(item?.file?.links.thumbnail).not.toBeNull();
  });

  it("keep the key that sealed them in use, as long as their bytes are there", async () => {
    const uses = (await countFieldsByKey(world.everything)).filter(
      ({ table }) => table === "document",
    );
    const ready = await world.everything.document.count({ where: { status: "ready" } });
    expect(ready).toBeGreaterThan(0);
    expect(uses).toMatchObject([{ keyId: world.keys.encryption.current, rows: ready }]);
  });

  it("are taken off with a reason, and their bytes go after thirty days", async () => {
    const { documentId } = await send(by.manager, ofInnovation(), await plainPdf());
    const list = await attachments("manager");
    const away = { ...act(), documentId, reason: "salah berkas" };
    await removeDocument(by.manager, away);
    expect(await removeDocument(by.manager, away)).toEqual({ documentId });
    expect(await code(open("manager", list, documentId))).toBe("DOCUMENT_NOT_FOUND");
    const begun = await beginDocument(
      by.manager,
      announce(ofInnovation(), await placedJpeg(), { kind: "activity" }),
    );
    const worker = (days: number) => ({
      ...{ ...withFiles(by.manager), db: world.everything },
      now: () => new Date(world.clock.now.getTime() + days * 86_400_000),
    });
    expect(await wipeDocuments(worker(1))).toEqual({ abandoned: 0, wiped: 0 });
    expect(await wipeDocuments(worker(3))).toEqual({ abandoned: 1, wiped: 0 });
    expect(await wipeDocuments(worker(31))).toEqual({ abandoned: 0, wiped: 1 });
    expect(await world.everything.document.count({ where: { id: begun.documentId } })).toBe(0);
    const row = await world.everything.document.findUniqueOrThrow({ where: { id: documentId } });
    expect(row).toMatchObject({ removalReason: "salah berkas", status: "ready" });
    expect(await files.store.get(`${row.storeKey}/original`)).toBeNull();
    const gone = world.everything.document.delete({ where: { id: documentId } });
    await expect(gone).rejects.toThrow(/never deleted/);
  });
});

describe("evidence of a commitment", () => {
  it("is added by the office once it is agreed, and opened by the coach of the engagement", async () => {
    const bytes = await plainPdf();
    const early = beginDocument(by.camat, announce(ofCommitment(), bytes));
    expect(await code(early)).toBe("COACHING_STEP_NOT_NOW");
    await step("camat", { move: "agree" });
    expect(await code(beginDocument(by.coach, announce(ofCommitment(), bytes)))).toBe("FORBIDDEN");
    for (const who of ["stranger", "far"] as const) {
      expect(await code(beginDocument(by[who], announce(ofCommitment(), bytes)))).toBe(
        "COACHING_NOT_FOUND",
      );
      expect(await code(evidence(who))).toBe("COACHING_NOT_FOUND");
    }
    const { documentId } = await send(by.manager, ofCommitment(), bytes, { name: "SK.pdf" });
    expect((await evidence("camat")).mayAddTo).toEqual([commitmentId]);
    const list = await evidence("coach");
    expect(list).toMatchObject({ mayAddTo: [], items: [{ ownerId: commitmentId }] });
    expect((await open("coach", list, documentId)).name).toBe("SK.pdf");
  });

  it("stays as it was once it is handed in, until it comes back", async () => {
    const begun = await beginDocument(by.camat, announce(ofCommitment(), await placedJpeg()));
    await step("manager", { move: "submit", note: "SK sudah ditetapkan", link: null });
    const [item] = (await evidence("coach")).items;
    const away = { ...act(), documentId: item?.id ?? "", reason: "salah berkas" };
    expect(await code(removeDocument(by.manager, away))).toBe("COACHING_STEP_NOT_NOW");
    // What was still on its way comes too late.
    await writeFile(join(files.uploads.directory, begun.documentId), await placedJpeg());
    const late = finishDocument(withFiles(by.camat), { documentId: begun.documentId });
    expect(await code(late)).toBe("COACHING_STEP_NOT_NOW");
    expect((await evidence("coach")).items).toHaveLength(1);
    await step("coach", { move: "return", reason: "Lampirkan daftar timnya" });
    expect(await code(removeDocument(by.manager, { ...away, ...act() }))).toBe("done");
    expect((await evidence("coach")).items).toEqual([]);
  });
});
