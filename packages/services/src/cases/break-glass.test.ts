import { randomUUID } from "node:crypto";
import type { Role } from "@rembuk/domain/access/roles";
import { breakGlassCommand } from "@rembuk/domain/cases/breaking-glass";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { mayBeTold } from "@rembuk/domain/notifications/recipients";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { listFiles } from "../files/queries";
import { notifyAudience } from "../notifications/notify-audience";
import { findSession } from "../staff/find-session";
import { loadActors } from "../staff/running-queries";
import { systemContext } from "../system-context";
import { act, answer, type Cast, cast, journeyTo } from "../testing/case-journey";
import { storedCase } from "../testing/stored-case";
import {
  at,
  createWorld,
  halong,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { addNote } from "./add-note";
import { amendCase } from "./amend-case";
import { breakGlass } from "./break-glass";
import { findVisibleCases } from "./find-visible-cases";
import { listGlass } from "./glass-queries";
import { countCases, listCases } from "./queries";
import { resolveCase } from "./resolve-case";
import { revealReporter } from "./reveal-reporter";
import { revokeGlass } from "./revoke-glass";
import { routeCase } from "./route-case";
import { showCase } from "./show-case";

const reason = "Anak dalam bahaya, keluarga harus dihubungi malam ini";
const morning = at("2026-11-23 09:00");
const hours = (count: number) => new Date(morning.getTime() + count * 3_600_000);

let world: World;
let people: Cast;
let camat: ServiceContext;
let sekcam: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  camat = people.head;
  sekcam = await world.contextFor("subdistrict-secretary", paringinSelatan, {
    sectorCode: "SEKCAM",
  });
});
beforeEach(() => {
  world.clock.now = morning;
});
afterAll(() => world.drop());

/** The same person as the next request finds them: with what is open to them now. */
const again = async (ctx: ServiceContext): Promise<ServiceContext> => {
  const actors = await world.db.$transaction((tx) =>
    loadActors(tx, [ctx.actor.userId], world.clock.now),
  );
  const actor = actors.get(ctx.actor.userId);
  if (!actor) throw new Error("nobody");
  return world.contextOf(actor);
};
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (isDomainError(error) ? `${error.kind} ${error.code}` : String(error)),
  );
const numberOf = async (id: string) => (await storedCase(world, id)).number;
const secretCase = async (change: Parameters<typeof journeyTo>[2] = {}) => {
  const { id, version } = await journeyTo(
    people,
    "assigned",
    { privacy: "SECRET", reporter: { name: "Kenari Hijau", phone: "0860-0000-0123" }, ...change },
    people.village,
  );
  return { id, version, number: await numberOf(id) };
};
const breaking = (ctx: ServiceContext, number: string, why = reason) =>
  breakGlass(ctx, breakGlassCommand.parse({ clientActionId: randomUUID(), number, reason: why }));
const logOf = async (id: string, userId: string) =>
  (
    await world.everything.accessLog.findMany({
      where: { subject: `case/${id}`, actorId: userId },
      orderBy: { id: "asc" },
    })
  ).map((row) => row.act);
const lastOpening = async (caseId: string) => {
  const row = await world.everything.glassOpening.findFirst({
    where: { caseId },
    orderBy: { id: "desc" },
  });
  if (!row) throw new Error("no opening");
  return row;
};

describe("a secret case in an emergency", () => {
  it("opens to the desk for a day, everywhere at once, and says so on its page", async () => {
    const { id, number } = await secretCase();
    expect(await outcomeOf(showCase(people.triage, { caseId: id }))).toContain("CASE_NOT_FOUND");
    const before = await countCases(people.triage, { all: {} });

    expect(await breaking(people.triage, number.toLowerCase())).toEqual({
      caseId: id,
      until: hours(24),
    });
    const opener = await again(people.triage);
    const shown = await showCase(opener, { caseId: id });
    expect(shown.glass).toMatchObject([
      { openerName: people.triage.actor.name, until: hours(24), isMine: true, mayRevoke: true },
    ]);
    expect(shown.nextSteps.filter((step) => step.allowed)).toEqual([]);
    expect(shown.mayWriteTo).toEqual([]);
    const listed = await listCases(opener, { order: "newest", limit: 100 });
    expect(listed.items.map((item) => item.id)).toContain(id);
    const found = await listCases(opener, { order: "newest", limit: 100, text: number });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    expect((await countCases(opener, { all: {} })).all).toBe((before.all ?? 0) + 1);
    expect(await findVisibleCases(opener, [id])).toEqual([id]);
    // Who reads it in any case sees it too, and may not end it.
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    expect((await showCase(kasi, { caseId: id })).glass).toMatchObject([
      { openerName: people.triage.actor.name, isMine: false, mayRevoke: false },
    ]);
  });

  it("stays shut to everybody else", async () => {
    const { id, number } = await secretCase();
    await breaking(people.triage, number);
    for (const ctx of [await again(camat), await again(sekcam)]) {
      expect(await outcomeOf(showCase(ctx, { caseId: id }))).toContain("CASE_NOT_FOUND");
      expect(await findVisibleCases(ctx, [id])).toEqual([]);
    }
    const other = await secretCase();
    const opener = await again(people.triage);
    expect(await findVisibleCases(opener, [id, other.id])).toEqual([id]);
  });

  it("lapses after 24 hours by itself", async () => {
    const { id, number } = await secretCase();
    await breaking(people.triage, number);
    world.clock.now = new Date(hours(24).getTime() - 1);
    expect(await findVisibleCases(await again(people.triage), [id])).toEqual([id]);
    world.clock.now = hours(24);
    const after = await again(people.triage);
    expect(after.actor.glassCases).toBeUndefined();
    expect(await findVisibleCases(after, [id])).toEqual([]);
    expect(await outcomeOf(showCase(after, { caseId: id }))).toContain("CASE_NOT_FOUND");
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    expect((await showCase(kasi, { caseId: id })).glass).toEqual([]);
    // The database holds no longer opening, whoever writes it.
    const { id: _id, until: _until, ...row } = await lastOpening(id);
    const longer = { ...row, id: randomUUID(), until: hours(25) };
    await expect(world.everything.glassOpening.createMany({ data: [longer] })).rejects.toThrow();
  });

  it("is read and not changed", async () => {
    const { id, number, version } = await secretCase();
    await breaking(people.triage, number);
    const opener = await again(people.triage);
    const tries = [
      () => routeCase(opener, { ...act(id, version), target: "DINKES", instruction: "x" }),
      () => resolveCase(opener, { ...act(id, version), ...answer }),
      () => amendCase(opener, { ...act(id, version), privacy: "ANONYMOUS", reason }),
      () =>
        addNote(opener, {
          clientActionId: randomUUID(),
          caseId: id,
          audience: "internal",
          body: "x",
        }),
    ];
    for (const attempt of tries) expect(await outcomeOf(attempt())).toMatch(/^forbidden /);
    expect((await storedCase(world, id)).version).toBe(version);
  });

  it("logs the opening with its reason and every read under it", async () => {
    const { id, number } = await secretCase();
    await breaking(people.triage, number);
    const opener = await again(people.triage);
    await showCase(opener, { caseId: id });
    await listFiles(opener, { caseId: id });
    const told = await revealReporter(opener, { caseId: id, reason: "menghubungi keluarga" });
    expect(told.name).toBe("Kenari Hijau");
    expect(await logOf(id, opener.actor.userId)).toEqual([
      "break-glass",
      "glass-read",
      "glass-read",
      "reveal-person",
    ]);
    const log = await world.everything.accessLog.findFirst({
      where: { subject: `case/${id}`, act: "break-glass" },
    });
    expect(log?.reason).toBe(reason);
    // What happened is told to the world without why.
    const event = await world.everything.domainEvent.findFirst({
      where: { subject: `case/${id}`, type: "case.glass-broken" },
    });
    expect(JSON.stringify(event)).not.toContain("bahaya");
  });

  it("opens once for one act, and needs a reason", async () => {
    const { id, number } = await secretCase();
    const command = { clientActionId: randomUUID(), number, reason };
    const [one, two] = [
      await breakGlass(people.triage, command),
      await breakGlass(people.triage, command),
    ];
    expect(two).toEqual(one);
    expect(await world.everything.glassOpening.count({ where: { caseId: id } })).toBe(1);
    for (const short of ["", "darurat", `mendesak${" ".repeat(40)}`]) {
      const parsed = breakGlassCommand.safeParse({ ...command, reason: short });
      expect([short, parsed.success]).toEqual([short, false]);
    }
  });
});

describe("who may not", () => {
  it("hears the same of a case that exists and of one that does not", async () => {
    const secret = await secretCase();
    const supervisory = await journeyTo(people, "received", { categoryCode: "SUP-FRAUD" });
    const about = await journeyTo(people, "received", { reportedParty: paringinSelatan });
    const numbers = [
      await numberOf(supervisory.id),
      await numberOf(about.id),
      "PRS-2026-9999-A",
      "bukan nomor",
    ];
    for (const number of numbers)
      expect(await outcomeOf(breaking(people.triage, number))).toBe("not-found CASE_NOT_FOUND");
    const elsewhere = await world.contextFor("triage-officer", halong);
    expect(await outcomeOf(breaking(elsewhere, secret.number))).toBe("not-found CASE_NOT_FOUND");
    const otherSection = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_KESSOS",
    });
    expect(await outcomeOf(breaking(otherSection, secret.number))).toBe("not-found CASE_NOT_FOUND");
    const log = await world.everything.glassOpening.count({ where: { caseId: secret.id } });
    expect(log).toBe(0);
  });

  it.each<[Role, string]>([
    ["subdistrict-admin", paringinSelatan],
    ["administrator", ""],
    ["village-officer", murungAbuin],
    ["auditor", "63.11"],
    ["inspectorate", "63.11"],
    ["sector-lead", "63.11"],
    ["regency-officer", "63.11"],
  ])("%s is refused", async (role, area) => {
    const { number } = await secretCase();
    const ctx = await world.contextFor(role, area, { sectorCode: "DINKES", clearance: true });
    expect(await outcomeOf(breaking(ctx, number))).toBe("forbidden FORBIDDEN");
    expect(await outcomeOf(listGlass(ctx))).toBe("forbidden FORBIDDEN");
  });

  it("is told where it is open already", async () => {
    const { number } = await secretCase();
    const cleared = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    expect(await outcomeOf(breaking(cleared, number))).toBe("conflict GLASS_NOT_NEEDED");
    await breaking(people.triage, number);
    const opener = await again(people.triage);
    expect(await outcomeOf(breaking(opener, number))).toBe("conflict GLASS_NOT_NEEDED");
  });
});

describe("who oversees it", () => {
  const system = () =>
    systemContext({
      db: world.everything,
      reads: world.reads,
      keys: world.keys,
      demo: true,
      now: () => world.clock.now,
    });
  const eventOf = async (caseId: string, type: string) => {
    const event = await world.everything.domainEvent.findFirst({
      where: { subject: `case/${caseId}`, type },
      orderBy: { id: "desc" },
    });
    return event?.id ?? "";
  };
  const toldOf = async (caseId: string, type: string, audience: "overseer" | "opener") => {
    await notifyAudience(system(), {
      eventId: await eventOf(caseId, type),
      audience,
      mail: "off",
    });
    return world.everything.notification.findMany({
      where: { eventId: await eventOf(caseId, type) },
    });
  };

  it("is the camat, who is told the number and nothing else, and may end it", async () => {
    const { id, number } = await secretCase();
    await breaking(people.triage, number);
    const notices = await toldOf(id, "case.glass-broken", "overseer");
    expect(notices.map((n) => n.recipientId)).toContain(camat.actor.userId);
    expect(notices.map((n) => n.recipientId)).not.toContain(sekcam.actor.userId);
    for (const notice of notices) expect(notice.params).toEqual({ number });

    const entry = (await listGlass(camat)).find((one) => one.number === number);
    expect(entry).toMatchObject({ reason, state: "running", mayRevoke: true, caseId: null });
    expect(await listGlass(sekcam)).toEqual([]);
    const openingId = entry?.id ?? "";
    for (const ctx of [sekcam, await world.contextFor("subdistrict-head", halong)]) {
      const refused = revokeGlass(ctx, { clientActionId: randomUUID(), openingId });
      expect(await outcomeOf(refused)).toBe("not-found GLASS_NOT_FOUND");
    }
    const opener = await again(people.triage);
    await revokeGlass(camat, { clientActionId: randomUUID(), openingId });
    expect(await findVisibleCases(await again(opener), [id])).toEqual([]);
    const twice = revokeGlass(camat, { clientActionId: randomUUID(), openingId });
    expect(await outcomeOf(twice)).toBe("conflict GLASS_NOT_RUNNING");
    const ended = await toldOf(id, "case.glass-revoked", "opener");
    expect(ended.map((n) => [n.recipientId, n.params])).toEqual([
      [people.triage.actor.userId, { number }],
    ]);
  });

  it("of the camat's own opening is the sekcam", async () => {
    const { id, number } = await secretCase();
    await breaking(camat, number);
    const notices = await toldOf(id, "case.glass-broken", "overseer");
    expect(notices.map((n) => n.recipientId)).toEqual([sekcam.actor.userId]);
    expect((await listGlass(sekcam)).map((one) => [one.number, one.mayRevoke])).toEqual([
      [number, true],
    ]);
  });

  it("is told nothing more than of the openings: other events stay unheard", async () => {
    const { id } = await secretCase();
    const kase = await storedCase(world, id);
    expect(mayBeTold(camat.actor, kase, { actorId: "x" })).toBe(false);
  });

  it("who opened it gives it back", async () => {
    const { id, number } = await secretCase();
    await breaking(people.triage, number);
    const { id: openingId } = await lastOpening(id);
    const opener = await again(people.triage);
    await revokeGlass(opener, { clientActionId: randomUUID(), openingId });
    expect((await again(opener)).actor.glassCases ?? []).not.toContain(id);
  });
});

describe("a session", () => {
  it("carries what is open now and drops it after a day", async () => {
    const { id, number } = await secretCase();
    await breaking(people.triage, number);
    const secret = randomUUID();
    const { hashOfSecret } = await import("../staff/session-store");
    await world.everything.session.createMany({
      data: [
        {
          id: randomUUID(),
          secretHash: hashOfSecret(secret),
          userId: people.triage.actor.userId,
          lastSeenAt: morning,
          idleMinutes: 60 * 48,
          expiresAt: hours(48),
        },
      ],
    });
    const glassAt = async (now: Date) =>
      (await findSession({ db: world.db, reads: world.reads, now: () => now }, secret, false))
        ?.actor.glassCases ?? [];
    expect(await glassAt(hours(23))).toContain(id);
    expect(await glassAt(hours(24))).not.toContain(id);
  });
});
