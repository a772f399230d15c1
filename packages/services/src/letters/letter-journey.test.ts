import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { referCase } from "../cases/refer-case";
import type { ServiceContext } from "../context";
import { listFiles } from "../files/queries";
import { type FileContext, openFileParts } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { issueLetter } from "./issue-letter";
import { listLetters, showSetting } from "./queries";
import { type DrawLetter, renderLetter } from "./render-letter";
import { saveLetter } from "./save-letter";
import { saveSetting } from "./save-setting";
import { stampScan } from "./stamp-scan";
import { takeSerial } from "./store";
import { voidLetter } from "./void-letter";

let world: World;
let people: Cast;
let secretary: ServiceContext;
let directory: string;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  secretary = await world.contextFor("subdistrict-secretary", paringinSelatan);
  directory = mkdtempSync(join(tmpdir(), "rembuk-letters-"));
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

const worker = (): FileContext => ({
  ...people.triage,
  db: world.everything,
  files: openFileParts({ directory, s3: null, clamd: null }),
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => (isDomainError(error) ? error.code : `fault: ${String(error)}`),
  );
type OwnKind = "cover-letter" | "disposition";
const proposed = async (caseId: string, kind: OwnKind = "cover-letter") => {
  const { proposals } = await listLetters(people.triage, { caseId });
  if (!proposals) throw new Error("no proposal");
  return proposals[kind];
};
const draft = async (caseId: string, kind: OwnKind = "cover-letter") => {
  const content = await proposed(caseId, kind);
  return saveLetter(people.triage, { clientActionId: randomUUID(), caseId, kind, content });
};
const seen = (caseId: string, letter: { letterId: string; version: number }) => ({
  clientActionId: randomUUID(),
  caseId,
  letterId: letter.letterId,
  version: letter.version,
});
const issued = async (caseId: string) => issueLetter(secretary, seen(caseId, await draft(caseId)));
const serials = async (year: number) =>
  (
    await world.everything.letter.findMany({
      where: { subdistrictCode: paringinSelatan, year },
      orderBy: { serial: "asc" },
    })
  ).map((row) => row.serial);
const drawing: DrawLetter = async (paper) => Buffer.from(`%PDF ${JSON.stringify(paper)}`);

describe("a cover letter", () => {
  it("is prepared by the desk, numbered by the secretary, signed by its scan", async () => {
    const { id } = await journeyTo(people, "assigned");
    const made = await draft(id);
    expect(made.number).toBeNull();
    expect(await codeOf(issueLetter(people.triage, seen(id, made)))).toBe("FORBIDDEN");
    const letter = await issueLetter(secretary, seen(id, made));
    expect(letter.number).toMatch(/^400\.10\/\d+\/KEC-PRS\/2026$/);
    expect(await renderLetter(worker(), { caseId: id, ...letter }, drawing)).toBe(true);
    const { files } = await listFiles(people.sector, { caseId: id });
    expect(files.map((file) => [file.id, file.mediaType])).toEqual([
      [letter.letterId, "application/pdf"],
    ]);
    const scan = { ...seen(id, letter), fileId: letter.letterId };
    expect(await codeOf(stampScan(people.triage, scan))).toBe("FILE_NOT_FOUND");
    expect(
      await codeOf(
        saveLetter(people.triage, {
          ...seen(id, letter),
          kind: "cover-letter",
          content: await proposed(id),
        }),
      ),
    ).toBe("LETTER_ACT_NOT_NOW");
  });

  it("drawn twice, or cut off before it is marked, is one file and one event", async () => {
    const { id } = await journeyTo(people, "assigned");
    const letter = await issued(id);
    const ref = { caseId: id, letterId: letter.letterId };
    const before = (await readdir(join(directory, "store"), { recursive: true })).length;
    // What a kill between the file and its row leaves behind: bytes without a row.
    const dying = {
      ...worker(),
      now: () => {
        throw new Error("killed");
      },
    };
    expect(await codeOf(renderLetter(dying, ref, drawing))).toContain("killed");
    const cut = (await readdir(join(directory, "store"), { recursive: true })).length;
    expect(cut).toBeGreaterThan(before);
    expect(await world.everything.attachment.count({ where: { caseId: id } })).toBe(0);
    await Promise.all([renderLetter(worker(), ref, drawing), renderLetter(worker(), ref, drawing)]);
    expect(await renderLetter(worker(), ref, drawing)).toBe(false);
    expect(await world.everything.attachment.count({ where: { caseId: id } })).toBe(1);
    expect((await readdir(join(directory, "store"), { recursive: true })).length).toBe(cut);
    const added = { subject: `case/${id}`, type: "case.file-added" };
    expect(await world.everything.domainEvent.count({ where: added })).toBe(1);
  });

  it("made void it keeps its number, and its paper is drawn anew", async () => {
    const { id } = await journeyTo(people, "assigned");
    const letter = await issued(id);
    const ref = { caseId: id, letterId: letter.letterId };
    await renderLetter(worker(), ref, drawing);
    const reason = "Salah alamat dinas";
    expect(await codeOf(voidLetter(people.triage, { ...seen(id, letter), reason }))).toBe(
      "FORBIDDEN",
    );
    const gone = await voidLetter(secretary, { ...seen(id, letter), reason });
    expect(gone.number).toBe(letter.number);
    expect(await renderLetter(worker(), ref, drawing)).toBe(true);
    const { files } = await listFiles(people.triage, { caseId: id });
    expect(files.map((file) => file.name)).toEqual([expect.stringContaining("BATAL")]);
  });

  it("never carries a number of an identity card, nor do its events carry words", async () => {
    const { id } = await journeyTo(people, "assigned");
    const content = { ...(await proposed(id)), body: "Pelapor NIK 6311070101900001." };
    const command = {
      clientActionId: randomUUID(),
      caseId: id,
      kind: "cover-letter",
      content,
    } as const;
    expect(await codeOf(Promise.resolve().then(() => saveLetter(people.triage, command)))).toBe(
      "LETTER_HOLDS_IDENTITY_NUMBER",
    );
    const letter = await issued(id);
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${id}`, type: { startsWith: "case.letter" } },
    });
    expect(events.map((event) => event.payload)).toEqual([
      { letterId: letter.letterId, kind: "cover-letter" },
    ]);
  });

  it("is issued once, also when it is asked twice at once or said again", async () => {
    const { id } = await journeyTo(people, "assigned");
    const made = await draft(id);
    const command = seen(id, made);
    const [one, two] = await Promise.all([
      issueLetter(secretary, command),
      issueLetter(secretary, command),
    ]);
    expect(two).toEqual(one);
    expect(await codeOf(issueLetter(secretary, seen(id, made)))).toBe("LETTER_ACT_NOT_NOW");
  });

  it("is shown to nobody outside the case; a draft not to the dinas", async () => {
    const { id } = await journeyTo(people, "assigned");
    await draft(id);
    await issued(id);
    const count = async (ctx: ServiceContext) =>
      (await listLetters(ctx, { caseId: id })).letters.length;
    expect(await count(people.triage)).toBe(2);
    expect(await count(people.sector)).toBe(1);
    const elsewhere = await world.contextFor("subdistrict-secretary", halong);
    expect(await codeOf(listLetters(elsewhere, { caseId: id }))).toBe("CASE_NOT_FOUND");
    const made = await draft(id);
    expect(await codeOf(issueLetter(elsewhere, seen(id, made)))).toBe("CASE_NOT_FOUND");
  });
});

describe("a letter of a referral", () => {
  const refer = async (change: Parameters<typeof journeyTo>[2] = {}) => {
    const at = await journeyTo(people, "assigned", change);
    await referCase(people.triage, {
      ...{ clientActionId: randomUUID(), caseId: at.id, version: at.version },
      referrals: [{ target: "DINKES", asked: "Periksa gizi", mandatory: true, limitDays: 5 }],
    });
    const { referrals } = await listLetters(people.triage, { caseId: at.id });
    const [proposal] = referrals;
    if (!proposal) throw new Error("no proposal");
    return { id: at.id, proposal };
  };

  it("names the office and what is asked, and takes the next number of the register", async () => {
    const { id, proposal } = await refer();
    expect(proposal.name).toBe("Dinas Kesehatan");
    expect(proposal.content.body).toContain("Periksa gizi");
    const { referralId, content } = proposal;
    const made = await saveLetter(people.triage, {
      ...{ clientActionId: randomUUID(), caseId: id, kind: "referral-letter", referralId },
      content,
    });
    const before = (await serials(2026)).length;
    const letter = await issueLetter(secretary, seen(id, made));
    expect(letter.number).toContain(`/${before + 1}/`);
    await renderLetter(worker(), { caseId: id, ...letter }, drawing);
    const { files } = await listFiles(people.triage, { caseId: id });
    expect(files.map((file) => file.name)).toEqual([
      expect.stringContaining("Surat pengantar rujukan"),
    ]);
    // What is asked of one party is no other party's affair.
    expect((await listFiles(people.sector, { caseId: id })).files).toEqual([]);
    expect((await listLetters(people.sector, { caseId: id })).letters).toEqual([]);
    expect((await listLetters(people.sector, { caseId: id })).referrals).toEqual([]);
  });

  it("goes with a running referral of that case and with nothing else", async () => {
    const { proposal } = await refer();
    const other = await refer();
    const { content } = proposal;
    const save = (caseId: string, referralId: string | null) =>
      codeOf(
        saveLetter(people.triage, {
          ...{ clientActionId: randomUUID(), caseId, kind: "referral-letter", referralId },
          content,
        }),
      );
    expect(await save(other.id, proposal.referralId)).toBe("REFERRAL_NOT_FOUND");
    expect(await save(other.id, null)).toBe("REFERRAL_NOT_FOUND");
  });
});

describe("who signs", () => {
  it("is who leads the office today; a capacity that ended is not issued in", async () => {
    const { id } = await journeyTo(people, "assigned");
    const { signers } = await listLetters(people.triage, { caseId: id });
    expect(signers.map(({ prefix, userId }) => [prefix, userId])).toEqual([
      ["", people.head.actor.userId],
      ["a.n.", secretary.actor.userId],
    ]);
    const content = await proposed(id);
    const signer = { ...content.signer, prefix: "Plh." as const };
    const made = await saveLetter(people.triage, {
      ...{ clientActionId: randomUUID(), caseId: id, kind: "cover-letter" },
      content: { ...content, signer },
    });
    expect(await codeOf(issueLetter(secretary, seen(id, made)))).toBe("LETTER_SIGNER_NOT_RUNNING");
  });

  it("the sheet inside carries the disposisi that the case left with", async () => {
    const { id } = await journeyTo(people, "assigned");
    expect((await proposed(id, "disposition")).instruction).toBe("Mohon dibina");
  });
});

describe("numbers of letters", () => {
  it("200 taken side by side, a third of them rolled back: no gap, no number twice", async () => {
    const taken = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        await new Promise((resolve) => setTimeout(resolve, (at % 20) * 10));
        return inTransaction(secretary, async (tx) => {
          const serial = await takeSerial(tx, paringinSelatan, 2031);
          if (at % 3 === 0) throw new Error("rolled back");
          return serial;
        }).catch(() => null);
      }),
    );
    const kept = taken.filter((serial) => serial !== null).sort((a, b) => a - b);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept).toEqual(kept.map((_, at) => at + 1));
  });

  it("50 letters issued side by side have 50 numbers in a row", async () => {
    const { id } = await journeyTo(people, "assigned");
    const drafts = [];
    for (let made = 0; made < 50; made += 1) drafts.push(await draft(id));
    const commands = drafts.map((one) => seen(id, one));
    // A pool that is full says so, and whoever asked asks again with the same act.
    const patiently = async (command: (typeof commands)[number]) => {
      for (;;) {
        const said = await codeOf(issueLetter(secretary, command));
        if (said !== "BUSY") return said;
      }
    };
    const said = await Promise.all(commands.map(patiently));
    expect(new Set(said)).toEqual(new Set(["done"]));
    const all = await serials(2026);
    expect(all.length).toBeGreaterThanOrEqual(50);
    expect(all).toEqual(all.map((_, at) => at + 1));
  });

  it("begin anew with the year on the office's wall, in the office's own format", async () => {
    const { id } = await journeyTo(people, "assigned");
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    const setting = {
      clientActionId: randomUUID(),
      subdistrictCode: paringinSelatan,
      version: 0,
      numberFormat: "600/{nomor}/KPS/{bulan_romawi}/{tahun}",
      letterhead: ["Jalan Raya Paringin Nomor 9"],
      copies: ["Kepala Bappeda Kabupaten Balangan"],
    };
    expect(await codeOf(saveSetting(secretary, setting))).toBe("FORBIDDEN");
    await saveSetting(admin, setting);
    expect(await codeOf(saveSetting(admin, { ...setting, clientActionId: randomUUID() }))).toBe(
      "LETTER_CHANGED_MEANWHILE",
    );
    expect(await showSetting(admin, { subdistrictCode: paringinSelatan })).toMatchObject({
      version: 1,
      letterhead: setting.letterhead,
    });
    expect((await proposed(id)).copies).toEqual(setting.copies);
    const shown = await showSetting(admin, { subdistrictCode: paringinSelatan });
    expect(shown.next).toMatchObject({ year: 2026, code: "PRS" });
    expect(shown.next.serial).toBe((await serials(2026)).length + 1);
    const everywhere = await world.contextFor("administrator", "");
    expect(await showSetting(everywhere, { subdistrictCode: paringinSelatan })).toEqual(shown);
    const made = await draft(id);
    const later = { ...secretary, now: () => new Date("2026-12-31T16:30:00Z") };
    expect((await issueLetter(later, seen(id, made))).number).toBe("600/1/KPS/I/2027");
  });
});
