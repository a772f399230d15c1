import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { readVariant } from "../files/keep-content";
import { findFile } from "../files/store";
import type { ESignature, SigningAnswer } from "../integrations/e-signature";
import { type FileContext, openFileParts } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, paringinSelatan, type World } from "../testing/world";
import { issueLetter } from "./issue-letter";
import { listLetters } from "./queries";
import { renderLetter } from "./render-letter";
import { saveLetter } from "./save-letter";
import { type SigningContext, signLetter } from "./sign-letter";
import { stampScan } from "./stamp-scan";
import { voidLetter } from "./void-letter";

let world: World;
let people: Cast;
let secretary: ServiceContext;
let directory: string;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  secretary = await world.contextFor("subdistrict-secretary", paringinSelatan);
  directory = mkdtempSync(join(tmpdir(), "rembuk-signed-"));
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

const files = () => openFileParts({ directory, s3: null, clamd: null });
const worker = (): FileContext => ({ ...people.triage, db: world.everything, files: files() });
const secret = { identityNumber: "6311070101900001", passphrase: "kata sandi rahasia" };
const pdf = Buffer.from("%PDF signed /ByteRange");
const answering = (answer: SigningAnswer): ESignature & { asked: number } => {
  const service = {
    asked: 0,
    sign: async () => {
      service.asked += 1;
      return answer;
    },
  };
  return service;
};
const signing = answering({ outcome: "signed", pdf });
const as = (ctx: ServiceContext, eSignature: ESignature | null): SigningContext => ({
  ...ctx,
  ...{ files: files(), eSignature },
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => (isDomainError(error) ? error.code : `fault: ${String(error)}`),
  );

/** A letter that the camat is to sign, numbered, with its PDF unless wanted without. */
const issued = async (isDrawn = true) => {
  const { id } = await journeyTo(people, "assigned");
  const { proposals } = await listLetters(people.triage, { caseId: id });
  if (!proposals) throw new Error("no proposal");
  const ref = () => ({ clientActionId: randomUUID(), caseId: id });
  const content = proposals["cover-letter"];
  const made = await saveLetter(people.triage, { ...ref(), kind: "cover-letter", content });
  const letter = await issueLetter(secretary, { ...ref(), ...made });
  if (isDrawn)
    await renderLetter(worker(), { caseId: id, ...letter }, async () => Buffer.from("%PDF drawn"));
  return { ...ref(), letterId: letter.letterId, version: letter.version };
};
type Issued = Awaited<ReturnType<typeof issued>>;
const rowOf = ({ letterId }: Issued) =>
  world.everything.letter.findUniqueOrThrow({ where: { id: letterId } });
const bytesOf = (letter: Issued) =>
  inTransaction(
    worker(),
    async (tx) => {
      const file = await findFile(tx, { caseId: letter.caseId, fileId: letter.letterId });
      return file && readVariant(worker(), file, "original");
    },
    { caseId: letter.caseId },
  );
const objects = async () =>
  (await readdir(join(directory, "store"), { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  ).length;

describe("an electronic signature", () => {
  it("puts the signed PDF in the letter's place, in the signer's name, with the day", async () => {
    const letter = await issued();
    const before = await objects();
    await signLetter(as(people.head, signing), { ...letter, ...secret });
    expect(await rowOf(letter)).toMatchObject({
      ...{ status: "signed", signature: "electronic", signedById: people.head.actor.userId },
      ...{ scanFileId: null, signedAt: world.clock.now },
    });
    expect((await bytesOf(letter))?.equals(pdf)).toBe(true);
    // The drawn one is gone: one letter, one file.
    expect(await objects()).toBe(before);
    const shown = await listLetters(people.head, { caseId: letter.caseId });
    expect(shown.letters[0]).toMatchObject({ isMineToSign: false });
    const scan = { ...letter, clientActionId: randomUUID(), version: 2, fileId: letter.letterId };
    expect(await codeOf(stampScan(people.triage, scan))).toBe("LETTER_ACT_NOT_NOW");
  });

  it("is given once, also when it is said again", async () => {
    const letter = await issued();
    const service = answering({ outcome: "signed", pdf });
    const command = { ...letter, ...secret };
    const first = await signLetter(as(people.head, service), command);
    expect(await signLetter(as(people.head, service), command)).toEqual(first);
    expect(service.asked).toBe(1);
  });

  it("is given by nobody in another's name", async () => {
    const letter = await issued();
    const service = answering({ outcome: "signed", pdf });
    const by = (ctx: ServiceContext) =>
      codeOf(signLetter(as(ctx, service), { ...letter, ...secret }));
    expect(await by(secretary)).toBe("LETTER_SIGNED_BY_ANOTHER");
    expect(await by(people.triage)).toBe("FORBIDDEN");
    expect(await by(people.sector)).toBe("FORBIDDEN");
    expect(service.asked).toBe(0);
    const { letters } = await listLetters(secretary, { caseId: letter.caseId });
    expect(letters[0]?.isMineToSign).toBe(false);
  });

  it.each([
    ["wrong-passphrase", "ESIGN_WRONG_PASSPHRASE"],
    ["refused", "ESIGN_REFUSED"],
    ["unavailable", "ESIGN_UNAVAILABLE"],
  ] as const)("%s: the letter stays unsigned, and may be signed later", async (outcome, code) => {
    const letter = await issued();
    const before = await objects();
    const attempt = { ...letter, ...secret };
    expect(await codeOf(signLetter(as(people.head, answering({ outcome })), attempt))).toBe(code);
    expect(await rowOf(letter)).toMatchObject({ status: "issued", signature: null });
    expect(await objects()).toBe(before);
    expect(await codeOf(signLetter(as(people.head, signing), attempt))).toBe("done");
  });

  it("is off where none is set up, and waits for the PDF", async () => {
    const letter = await issued();
    expect(await codeOf(signLetter(as(people.head, null), { ...letter, ...secret }))).toBe(
      "ESIGN_OFF",
    );
    const bare = await issued(false);
    expect(await codeOf(signLetter(as(people.head, signing), { ...bare, ...secret }))).toBe(
      "LETTER_NOT_DRAWN",
    );
  });

  it("does not sign what was made void while the service thought, and keeps nothing of it", async () => {
    const letter = await issued();
    const before = await objects();
    const slow: ESignature = {
      sign: async () => {
        const reason = "Salah alamat dinas";
        await voidLetter(secretary, { ...letter, clientActionId: randomUUID(), reason });
        return { outcome: "signed", pdf };
      },
    };
    expect(await codeOf(signLetter(as(people.head, slow), { ...letter, ...secret }))).toMatch(
      /LETTER_ACT_NOT_NOW|LETTER_CHANGED_MEANWHILE/,
    );
    expect((await rowOf(letter)).status).toBe("void");
    expect(await objects()).toBe(before);
  });

  it("a signed one that is made void is drawn anew with BATAL in the same place", async () => {
    const letter = await issued();
    const before = await objects();
    const signed = await signLetter(as(people.head, signing), { ...letter, ...secret });
    const reason = "Salah alamat dinas";
    const { caseId, letterId } = letter;
    const command = { clientActionId: randomUUID(), caseId, letterId, version: signed.version };
    await voidLetter(secretary, { ...command, reason });
    await renderLetter(worker(), { caseId, letterId }, async () => Buffer.from("%PDF BATAL"));
    expect((await bytesOf(letter))?.toString()).toBe("%PDF BATAL");
    expect(await objects()).toBe(before);
  });

  it("leaves neither NIK nor passphrase in any row", async () => {
    const letter = await issued();
    const wrong = answering({ outcome: "wrong-passphrase" });
    await codeOf(signLetter(as(people.head, wrong), { ...letter, ...secret }));
    await signLetter(as(people.head, signing), { ...letter, ...secret });
    const tables = await world.everything.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
    for (const { name } of tables) {
      const found = await world.everything.$queryRawUnsafe<{ n: bigint }[]>(
        `SELECT count(*) AS n FROM "${name}" t WHERE t::text ~ 'sandi rahasia|6311070101900001'`,
      );
      expect([name, Number(found[0]?.n)]).toEqual([name, 0]);
    }
  });
});

describe("a signature by hand", () => {
  const scanOf = async (letter: Issued) => {
    const id = randomUUID();
    await world.everything.attachment.create({
      data: {
        ...{ id, caseId: letter.caseId, subdistrictCode: paringinSelatan, audience: "internal" },
        ...{ name: "pindaian.pdf", size: 3, sha256: "0".repeat(64), storeKey: id.slice(0, 24) },
        ...{ sealedWith: "k1", status: "ready", addedById: people.triage.actor.userId },
        addedAt: world.clock.now,
      },
      select: { id: true },
    });
    return id;
  };

  it("is recorded by its scan: that it is signed, on what day, and who recorded it", async () => {
    const letter = await issued();
    const fileId = await scanOf(letter);
    const stamp = (signedOn: string | null) =>
      codeOf(
        stampScan(people.triage, { ...letter, clientActionId: randomUUID(), fileId, signedOn }),
      );
    expect(await stamp("2020-01-01")).toBe("LETTER_SIGNED_ON_ODD");
    expect(await stamp("2099-01-01")).toBe("LETTER_SIGNED_ON_ODD");
    expect(await stamp(null)).toBe("done");
    const today = world.clock.now.toISOString().slice(0, 10);
    const row = await rowOf(letter);
    expect(row).toMatchObject({
      ...{ status: "signed", signature: "paper", scanFileId: fileId },
      ...{ signedById: people.triage.actor.userId, signedAt: world.clock.now },
    });
    expect(row.signedOn?.toISOString().slice(0, 10)).toBe(today);
  });
});
