import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { can } from "@rembuk/domain/access/policy";
import { roles } from "@rembuk/domain/access/roles";
import { type Case, type NoteAudience, noteAudiences } from "@rembuk/domain/cases/model";
import { audiences } from "@rembuk/domain/notifications/model";
import { acceptReferral } from "@rembuk/services/cases/accept-referral";
import { addMilestone } from "@rembuk/services/cases/add-milestone";
import { addNote } from "@rembuk/services/cases/add-note";
import { noteReferral } from "@rembuk/services/cases/note-referral";
import { openCase } from "@rembuk/services/cases/open-case";
import { referCase } from "@rembuk/services/cases/refer-case";
import { relayCase } from "@rembuk/services/cases/relay-case";
import { routeCase } from "@rembuk/services/cases/route-case";
import { triageCase } from "@rembuk/services/cases/triage-case";
import type { ServiceContext } from "@rembuk/services/context";
import { beginUpload } from "@rembuk/services/files/begin-upload";
import { finishUpload } from "@rembuk/services/files/finish-upload";
import { openFileParts } from "@rembuk/services/integrations/file-parts";
import { listLetters } from "@rembuk/services/letters/queries";
import { saveLetter } from "@rembuk/services/letters/save-letter";
import { notifyAudience } from "@rembuk/services/notifications/notify-audience";
import { type OutgoingMail, sendMail } from "@rembuk/services/notifications/send-mail";
import { systemContext } from "@rembuk/services/system-context";
import { act, openCommand } from "@rembuk/services/testing/case-journey";
import { openPartner, type TestPartner } from "@rembuk/services/testing/partners";
import { plainPdf, sha256 } from "@rembuk/services/testing/sample-files";
import { storedCase } from "@rembuk/services/testing/stored-case";
import { createWorld, paringinSelatan, type World } from "@rembuk/services/testing/world";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aboutCase, overview, type Target } from "./testing/procedure-calls";
import { areaOf, outcomeOn, sectorOf } from "./testing/router-calls";

/**
 * A bird in every record that can hold a person's data. Each record sings under a name of its own, so
 * that whoever hears it where it does not belong is known with its source.
 */
const bird = { nik: "9999014101900077", phone: "0860-0000-0177", digits: "8600000177" };
const kinds = ["ordinary", "anonymous", "secret"] as const;
type Kind = (typeof kinds)[number];
const records = [
  ...["Name", "Capacity", "Title", "Story", "Asked", "Milestone", "PartyNote", "Letter", "Relay"],
  ...["Partner-Asked", "Partner-Milestone", "Partner-PartyNote"],
  ...noteAudiences.flatMap((audience) => [
    ...[`Note-${audience}`, `File-${audience}`, `NoteFile-${audience}`],
  ]),
] as const;
const word = (kind: Kind, record: string): string => `Kenarina-${kind}-${record}`;

const lines = vi.hoisted((): string[] => []);
vi.mock("pino", async (original) => {
  const real = await original<typeof import("pino")>();
  const kept = { write: (line: string) => void lines.push(line) };
  const caught = Object.assign((options: object) => real.default(options, kept), real.default);
  return { ...real, default: caught };
});
vi.mock("next/headers", () => ({
  cookies: async () => new Map(),
  headers: async () => new Headers(),
}));
const directory = mkdtempSync(join(tmpdir(), "rembuk-canary-"));
vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1/none");
vi.stubEnv("AUTH_SECRET", randomUUID() + randomUUID());
vi.stubEnv("FIELD_KEYS_FILE", "none");
vi.stubEnv("PUBLIC_URL", "http://localhost");
vi.stubEnv("FILES_DIR", directory);

const { appRouter } = await import("./root-router");
const outcomeOf = outcomeOn(appRouter);
/** They ask by what was typed or by many ids, so they are sent as mutations; they change nothing. */
const asks = ["cases.findDuplicates", "cases.previewBulk", "cases.previewSheet"];
const isReading = (path: string) => typeOf(path) === "query" || asks.includes(path);
const typeOf = (path: string): string =>
  (appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)[path]?._def
    .type ?? "";

let world: World;
const targets: Partial<Record<Kind, Target>> = {};
const actors: [string, ServiceContext | null][] = [];
const files = openFileParts({ directory, s3: null, clamd: null });

interface Attached {
  readonly caseId: string;
  readonly audience: NoteAudience;
  /** Of the note that it hangs on. */
  readonly noteId?: string;
}

const attach = async (ctx: ServiceContext, kind: Kind, about: Attached) => {
  const bytes = await plainPdf();
  const { caseId, audience, noteId = null } = about;
  const name = `${word(kind, `${noteId ? "NoteFile" : "File"}-${audience}`)}.pdf`;
  const file = { audience, noteId, name, size: bytes.length, sha256: sha256(bytes) };
  const withFiles = { ...ctx, files };
  const { fileId } = await beginUpload(withFiles, {
    ...{ clientActionId: randomUUID(), caseId, ...file },
  });
  await writeFile(join(files.uploads.directory, fileId), bytes);
  await finishUpload(withFiles, { caseId, fileId });
};

let partner: TestPartner;
let anotherPartner: TestPartner;

/** What a party is asked, and what it writes: for the referring side, and for itself. */
const work = async (party: ServiceContext, kind: Kind, of: string, prefix: string) => {
  const on = async () => {
    const caseId = of;
    const all = await world.everything.referral.findMany({ where: { caseId } });
    const found = all.find((one) => one.party.startsWith("org:") === (prefix !== ""));
    if (!found) throw new Error("no referral");
    const { id: referralId, version: seen } = found;
    return { clientActionId: randomUUID(), caseId, referralId, version: seen };
  };
  await acceptReferral(party, await on());
  const milestone = { words: word(kind, `${prefix}Milestone`), happenedOn: "2026-11-23" };
  await addMilestone(party, { ...(await on()), ...milestone });
  await noteReferral(party, { ...(await on()), words: word(kind, `${prefix}PartyNote`) });
};

const refer = async (desk: ServiceContext, kind: Kind, id: string) => {
  const { version } = await storedCase(world, id);
  const ask = (target: string, prefix: string) => {
    return { target, asked: word(kind, `${prefix}Asked`), mandatory: false, limitDays: 3 };
  };
  await referCase(desk, {
    ...act(id, version),
    referrals: [ask("DISDIKBUD", ""), ask(partner.party, "Partner-")],
  });
  const school = await world.contextFor("sector-partner", "63.11", { sectorCode: "DISDIKBUD" });
  await work(school, kind, id, "");
  await work(partner.person, kind, id, "Partner-");
};

const seed = async (kind: Kind, privacy: "NORMAL" | "ANONYMOUS" | "SECRET") => {
  const desk = await world.contextFor("triage-officer", paringinSelatan, {
    ...{ sectorCode: "SEED", clearance: true },
  });
  const command = openCommand({
    privacy,
    title: word(kind, "Title"),
    description: word(kind, "Story"),
    reporter: {
      ...{ name: word(kind, "Name"), capacity: word(kind, "Capacity") },
      ...{ nik: bird.nik, phone: bird.phone },
    },
  });
  const { id, number } = await openCase(desk, command);
  await triageCase(desk, act(id, 0));
  await routeCase(desk, { ...act(id, 1), target: "DPMD", instruction: "Mohon dibina" });
  for (const audience of noteAudiences) {
    const body = word(kind, `Note-${audience}`);
    const note = { clientActionId: randomUUID(), caseId: id, audience, body };
    const { noteId } = await addNote(desk, note);
    await attach(desk, kind, { caseId: id, audience });
    await attach(desk, kind, { caseId: id, audience, noteId });
  }
  await refer(desk, kind, id);
  const { proposals } = await listLetters(desk, { caseId: id });
  const proposed = proposals?.["cover-letter"];
  if (!proposed) throw new Error("no proposal");
  await saveLetter(desk, {
    ...{ clientActionId: randomUUID(), caseId: id, kind: "cover-letter" as const },
    content: { ...proposed, body: word(kind, "Letter") },
  });
  const toldBy = word(kind, "Relay");
  const relay = { clientActionId: randomUUID(), caseId: id, toldBy, how: "phone" as const };
  await relayCase(desk, { ...relay, toldAt: world.clock.now });
  targets[kind] = { id, version: (await storedCase(world, id)).version, number };
};

beforeAll(async () => {
  world = await createWorld();
  await mkdir(files.uploads.directory, { recursive: true });
  partner = await openPartner(world, "63.11", "Yayasan satu");
  anotherPartner = await openPartner(world, "63.11", "Yayasan dua");
  await seed("ordinary", "NORMAL");
  await seed("anonymous", "ANONYMOUS");
  await seed("secret", "SECRET");
  for (const role of roles) {
    const seat = { sectorCode: sectorOf[role] ?? null };
    const isPartner = role === "partner-organisation";
    const person = isPartner ? partner.person : world.contextFor(role, areaOf(role), seat);
    actors.push([role, await person]);
  }
  actors.push(["another partner", anotherPartner.person]);
  const school = { sectorCode: "DISDIKBUD" };
  actors.push(["referred", await world.contextFor("sector-lead", "63.11", school)]);
  const cleared = { sectorCode: "SEED", clearance: true };
  actors.push(["cleared", await world.contextFor("triage-officer", paringinSelatan, cleared)]);
  const desk = await world.contextFor("triage-officer", paringinSelatan);
  const glassCases = [targets.secret?.id ?? ""];
  actors.push(["under broken glass", { ...desk, actor: { ...desk.actor, glassCases } }]);
  actors.push(["anonymous", null]);
}, 300_000);
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

/** Words on a referral are the referring side's and its own party's: the school's, or the partner's. */
const entitledOnReferral = (service: ServiceContext, kase: Case, record: string): boolean => {
  const isPartners = record.startsWith("Partner-");
  const own = kase.referrals.filter((r) => r.party.startsWith("org:") === isPartners);
  const permission = record.endsWith("PartyNote") ? "referral.read-notes" : "referral.answer";
  return (
    can(service.actor, permission, { ...kase, referrals: own }) ||
    (permission === "referral.answer" && can(service.actor, "referral.read", kase))
  );
};

/** Who may hear a record of a case, as the domain document has it. */
const entitled = (service: ServiceContext | null, kase: Case, record: string): boolean => {
  if (service === null) return false;
  const may = (permission: Parameters<typeof can>[1]) => can(service.actor, permission, kase);
  if (record === "Name" || record === "Capacity")
    return may("person.read") && (kase.privacy === "NORMAL" || may("case.reprint-receipt"));
  if (/(Asked|Milestone|PartyNote)$/.test(record)) return entitledOnReferral(service, kase, record);
  if (record === "Letter") return may("letter.draft");
  if (record.endsWith("-internal")) return may("note.read-internal");
  if (record.endsWith("-partner")) return may("note.read-partner");
  // The file of a note is for whom the note is: who knows the case by a referral alone reads neither.
  if (record === "NoteFile-reporter")
    return can(service.actor, "case.read", { ...kase, referrals: [] });
  return may("case.read");
};

const singing = (text: string): readonly string[] => {
  const heard = kinds.flatMap((kind) => records.map((record) => word(kind, record)));
  return [...heard, bird.nik, bird.phone, bird.digits].filter((one) => text.includes(one));
};
/** What of an answer its reader may not hear. */
const misplaced = async (service: ServiceContext | null, text: string) => {
  const heard = singing(text);
  const allowed: string[] = [];
  for (const kind of heard.length > 0 ? kinds : []) {
    const kase = await storedCase(world, targets[kind]?.id ?? "");
    for (const record of records)
      if (entitled(service, kase, record)) allowed.push(word(kind, record));
  }
  return heard.filter((one) => !allowed.includes(one));
};

describe("a canary in every record", () => {
  it("is heard in no answer to who may not, and NIK and phone in none", async () => {
    const wrong: string[] = [];
    const heard = new Set<string>();
    const listen = async (
      name: string,
      service: ServiceContext | null,
      path: string,
      text: string,
    ) => {
      for (const one of singing(text)) heard.add(one);
      for (const one of await misplaced(service, text)) wrong.push(`${one}: ${path} to ${name}`);
    };
    for (const [name, service] of actors) {
      for (const kind of kinds) {
        const target = targets[kind] as Target;
        for (const [path, inputOf] of Object.entries(aboutCase)) {
          if (!isReading(path)) continue;
          await listen(name, service, path, (await outcomeOf(service, path, inputOf(target))).text);
        }
      }
      for (const [path, inputs] of Object.entries(overview)) {
        for (const input of inputs)
          await listen(name, service, path, (await outcomeOf(service, path, input)).text);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    // Not vacuous: every record is heard by somebody, and the person's numbers by nobody.
    const all = kinds.flatMap((kind) => records.map((record) => word(kind, record)));
    expect(all.filter((one) => !heard.has(one))).toEqual([]);
  }, 300_000);

  it("is found by a search for it by who may know it, and neither found, counted nor marked for others", async () => {
    const asked = [
      ...kinds.flatMap((kind) =>
        (["Title", "Story", "Name"] as const).map(
          (record) => [word(kind, record), record] as const,
        ),
      ),
      ...([bird.nik, bird.phone] as const).map((one) => [one, "Name"] as const),
    ];
    let told = 0;
    for (const [name, service] of actors) {
      if (service === null) continue;
      for (const [text, record] of asked) {
        const result = await outcomeOf(service, "cases.search", { text, limit: 50 });
        for (const kind of kinds) {
          const target = targets[kind] as Target;
          const may = entitled(service, await storedCase(world, target.id), record);
          const isFound = result.text.includes(target.id);
          if (isFound && !may) expect([name, kind, text]).toEqual([]);
          if (isFound) told += 1;
        }
        // Marked pieces of a text are heard like the whole.
        const pieces = result.text.replace(/"?,"isHit":(?:true|false)\},\{"text":"/g, "");
        expect([name, text, await misplaced(service, pieces)]).toEqual([name, text, []]);
      }
    }
    expect(told).toBeGreaterThan(20);
  }, 300_000);

  it("is revealed to who may, with a reason, and to nobody else", async () => {
    for (const [name, service] of actors) {
      for (const kind of kinds) {
        const target = targets[kind] as Target;
        const kase = await storedCase(world, target.id);
        const may = service !== null && can(service.actor, "person.reveal", kase);
        const input = { caseId: target.id, reason: "menjadwalkan kunjungan" };
        const { text } = await outcomeOf(service, "cases.revealReporter", input);
        expect([name, kind, text.includes(bird.nik)]).toEqual([name, kind, may]);
      }
    }
  }, 300_000);

  it("is in no mail, no notice and no address", async () => {
    const users = await world.everything.user.findMany({ select: { id: true } });
    for (const { id } of users)
      await world.everything.user.update({
        where: { id },
        data: { email: `u${id}@contoh.invalid` },
        select: { id: true },
      });
    const system = systemContext({
      ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
      now: () => world.clock.now,
    });
    const mails: OutgoingMail[] = [];
    const route = {
      publicUrl: "http://localhost",
      send: async (mail: OutgoingMail) => {
        mails.push(mail);
        return "sent" as const;
      },
    };
    const events = await world.everything.domainEvent.findMany({ select: { id: true } });
    for (const { id } of events) {
      for (const audience of audiences) {
        const told = await notifyAudience(system, { eventId: id, audience, mail: "on" });
        for (const one of told.filter((t) => t.channel === "email"))
          await sendMail(system, { notificationId: one.id }, route);
      }
    }
    expect(mails.length).toBeGreaterThan(20);
    expect(singing(JSON.stringify(mails))).toEqual([]);
    expect(singing(JSON.stringify(await world.everything.notification.findMany()))).toEqual([]);
  }, 300_000);

  it("is in no column that is not meant for it", async () => {
    const meant = [
      ...["case.title", "case.description", "case_note.body", "attachment.name", "letter.content"],
      ...["referral.asked", "referral_entry.body", "case_relay.told_by", "person.capacity"],
    ];
    const columns = await world.everything.$queryRaw<{ tbl: string; col: string; kind: string }[]>`
      SELECT c.table_name AS tbl, c.column_name AS col, c.data_type AS kind
      FROM information_schema.columns c JOIN information_schema.tables t
        ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.data_type IN ('text', 'jsonb', 'json', 'bytea', 'ARRAY')`;
    const pattern = ["Kenarina", bird.nik, bird.digits, bird.phone].join("|");
    const found = new Set<string>();
    for (const { tbl, col, kind } of columns) {
      const text = kind === "bytea" ? `encode("${col}", 'escape')` : `"${col}"::text`;
      const rows = await world.everything.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "${tbl}" WHERE ${text} ~ $1`,
        pattern,
      );
      if (rows[0]?.n !== 0) found.add(`${tbl}.${col}`);
    }
    expect(columns.length).toBeGreaterThan(100);
    expect([...found].sort()).toEqual([...meant].sort());
    const numbers = await world.everything.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM person WHERE capacity ~ '${bird.nik}|${bird.digits}'`,
    );
    expect(numbers[0]?.n).toBe(0);
  }, 300_000);

  it("is in no log line, also when the database quotes it in a failure", async () => {
    const [, desk] = actors.find(([name]) => name === "triage-officer") ?? [];
    if (!desk) throw new Error("no desk");
    const failing = new Proxy(desk.db, {
      get: () => () => {
        throw new Error(`duplicate key value (nik)=(${bird.nik}) ${word("ordinary", "Name")}`);
      },
    });
    const command = openCommand({
      reporter: { name: word("ordinary", "Name"), nik: bird.nik, phone: bird.phone },
    });
    const before = lines.length;
    const { text } = await outcomeOf({ ...desk, db: failing }, "cases.open", command);
    expect(lines.length).toBeGreaterThan(before);
    expect(singing(lines.join("\n"))).toEqual([]);
    expect(singing(text)).toEqual([]);
  });

  it("is in no answer of any act, by whomever and whatever comes of it", async () => {
    const wrong: string[] = [];
    for (const [name, service] of actors) {
      for (const kind of kinds) {
        for (const [path, inputOf] of Object.entries(aboutCase)) {
          if (isReading(path) || path === "cases.revealReporter") continue;
          const { id, number } = targets[kind] as Target;
          const { version } = await storedCase(world, id);
          const { text } = await outcomeOf(service, path, inputOf({ id, number, version }));
          for (const one of singing(text)) wrong.push(`${one}: ${path} to ${name}`);
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(singing(lines.join("\n"))).toEqual([]);
  }, 300_000);
});
