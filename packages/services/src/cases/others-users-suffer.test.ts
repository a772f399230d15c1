import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { type OutgoingMail, sendMail } from "../notifications/send-mail";
import { readBoard } from "../reports/queries";
import { systemContext } from "../system-context";
import { act, answer, type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { acceptReferral } from "./accept-referral";
import { addMilestone } from "./add-milestone";
import { addNote } from "./add-note";
import { amendCase } from "./amend-case";
import { findDuplicates } from "./find-duplicates";
import { holdCase } from "./hold-case";
import { listReferrals } from "./list-referrals";
import { noteReferral } from "./note-referral";
import { openCase } from "./open-case";
import { countCases, listCases } from "./queries";
import { referCase } from "./refer-case";
import { reopenCase } from "./reopen-case";
import { resolveCase } from "./resolve-case";
import { resumeHeldCases } from "./resume-held-cases";
import { routeCase } from "./route-case";
import { showCase } from "./show-case";
import { sweepOverdueCases } from "./sweep-overdue-cases";

let world: World;
let people: Cast;
let kasi: ServiceContext;
let health: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  kasi = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_KESSOS" });
  health = await world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" });
  await world.contextFor("subdistrict-secretary", paringinSelatan, { sectorCode: "SEKCAM" });
});
afterAll(() => world?.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const system = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });
const rowOf = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const eventsOf = (id: string, type: string) =>
  world.everything.domainEvent.findMany({
    where: { subject: `case/${id}`, type },
    orderBy: { id: "asc" },
  });
const newest = async (id: string, type: string) => (await eventsOf(id, type)).at(-1)?.id ?? "";
const said = (caseId: string, audience: "internal" | "partner" | "reporter") => ({
  clientActionId: randomUUID(),
  caseId,
  audience,
  body: "Mohon kabar kemajuannya",
});

describe("escalation skips the unowned", () => {
  it("does not happen: a case that nobody owns rises first, however many others are late", async () => {
    const late = await journeyTo(people, "received");
    for (let i = 0; i < 5; i += 1) await journeyTo(people, "received");
    const { stageDueAt } = await rowOf(late.id);
    world.clock.now = new Date(stageDueAt.getTime() + 60_000);
    const { id } = await journeyTo(people, "received");
    await world.everything.case.update({ where: { id }, data: { responsibleId: null } });
    await sweepOverdueCases(system());
    expect((await eventsOf(id, "case.escalated")).map((e) => e.payload)).toEqual([
      { level: 2, trigger: "unowned" },
    ]);
    // Nobody answers for it, so every step of its clock is taken above, up to the kabupaten.
    const { totalDueAt } = await rowOf(id);
    world.clock.now = new Date(totalDueAt.getTime() + 14 * 86_400_000);
    await sweepOverdueCases(system());
    expect((await rowOf(id)).escalationLevel).toBe(4);
  });
});

describe("a comment postpones a deadline", () => {
  it("does not happen: no word of anybody moves a clock, not the window to reopen either", async () => {
    const work = await journeyTo(people, "in_progress");
    const before = await rowOf(work.id);
    world.clock.now = at("2026-11-25 10:00");
    await addNote(people.triage, said(work.id, "internal"));
    await addNote(people.sector, said(work.id, "partner"));
    await addNote(people.triage, said(work.id, "reporter"));
    const clocks = ({ totalDueAt, stageDueAt, dueAt, confirmBy }: typeof before) => ({
      ...{ totalDueAt, stageDueAt, dueAt, confirmBy },
    });
    expect(clocks(await rowOf(work.id))).toEqual(clocks(before));
    await resolveCase(people.sector, { ...act(work.id, work.version), ...answer });
    const resolved = await rowOf(work.id);
    world.clock.now = at("2026-11-30 10:00");
    await addNote(people.triage, said(work.id, "reporter"));
    expect(clocks(await rowOf(work.id))).toEqual(clocks(resolved));
    // And a case that was talked about all along is late like any other.
    const talked = await journeyTo(people, "in_progress");
    const { totalDueAt } = await rowOf(talked.id);
    world.clock.now = new Date(totalDueAt.getTime() - 60_000);
    await addNote(people.sector, said(talked.id, "partner"));
    world.clock.now = totalDueAt;
    await sweepOverdueCases(system());
    const overdue = (await eventsOf(talked.id, "case.overdue")).map((e) => e.payload);
    expect(overdue).toContainEqual({ clock: "total", dueAt: totalDueAt.toISOString() });
  });
});

describe("last write wins", () => {
  it("does not happen: the second of two is refused with the version, and both words are kept", async () => {
    const { id, version } = await journeyTo(people, "triaged");
    const to = (target: string) => ({ ...act(id, version), target, instruction: target });
    const both = await Promise.allSettled([
      routeCase(people.triage, to("DPMD")),
      routeCase(people.head, to("BPBD")),
    ]);
    expect(both.map((b) => b.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((b) => b.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "CASE_CHANGED_MEANWHILE",
      details: { version: version + 1 },
    });
    expect(await eventsOf(id, "case.routed")).toHaveLength(1);
    const correct = (villageCode: string) =>
      amendCase(people.triage, {
        ...act(id, version),
        reason: "Salah desa",
        villageCode,
      });
    await expect(correct(lingsir)).rejects.toMatchObject({ code: "CASE_CHANGED_MEANWHILE" });
    expect((await rowOf(id)).villageCode).toBe(murungAbuin);
  });
});

describe("the subject line leaks", () => {
  it("does not happen: of an ordinary and of a secret case it holds the number and the step alone", async () => {
    await world.everything.user.update({
      where: { id: people.sector.actor.userId },
      data: { email: "dpmd@contoh.invalid" },
    });
    for (const privacy of ["NORMAL", "SECRET"] as const) {
      const { id } = await journeyTo(people, "assigned", {
        privacy,
        title: "Kenari Kuning 9999016001010001",
        description: "Bu Kenari dipukul suaminya di Lingsir",
      });
      const command = { audience: "holder", mail: "on" } as const;
      const eventId = await newest(id, "case.routed");
      const told = await notifyAudience(system(), { ...command, eventId });
      const sent: OutgoingMail[] = [];
      const send = async (mail: OutgoingMail) => {
        sent.push(mail);
        return "sent" as const;
      };
      const notificationId = told.find((t) => t.channel === "email")?.id ?? "";
      await sendMail(system(), { notificationId }, { publicUrl: "https://x.invalid", send });
      const { number } = await rowOf(id);
      expect(sent.map((mail) => mail.subject)).toEqual([`Kasus ${number} diteruskan kepada Anda`]);
      expect(sent[0]?.text).not.toMatch(/Kenari|99990141|dipukul|Lingsir|LPM|Murung/);
    }
  });
});

describe("reopening never reaches the agency", () => {
  it("does not happen: who answered is told, may read why, and has it back when it is routed", async () => {
    const { id, version } = await journeyTo(people, "resolved");
    await reopenCase(people.village, { ...act(id, version), reason: "Pengurus belum ada" });
    const eventId = await newest(id, "case.reopened");
    const told: string[] = [];
    for (const audience of ["desk", "responsible", "agency"] as const) {
      const rows = await notifyAudience(system(), { eventId, audience, mail: "off" });
      told.push(...rows.map((row) => row.recipientId));
    }
    expect(told).toContain(people.sector.actor.userId);
    expect(told).toContain(people.triage.actor.userId);
    const { status, timeline } = await showCase(people.sector, { caseId: id });
    expect(status).toBe("reopened");
    expect(timeline.find((e) => e.type === "case.reopened")?.note).toBe("Pengurus belum ada");
  });
});

describe("a referring sector is blind", () => {
  it("does not happen: it sees milestones and the end of its referral, and none of the other's notes", async () => {
    const start = await journeyTo(people, "in_progress");
    await referCase(people.triage, {
      ...act(start.id, start.version),
      referrals: [{ target: "DINKES", asked: "Mohon bantuan", mandatory: true, limitDays: 5 }],
    });
    const referral = async (by: ServiceContext) => {
      const { referrals } = await showCase(by, { caseId: start.id });
      const [found] = referrals;
      if (!found) throw new Error("no referral");
      return found;
    };
    const on = async () => {
      const { id, version } = await referral(people.sector);
      return { clientActionId: randomUUID(), caseId: start.id, referralId: id, version };
    };
    await acceptReferral(health, await on());
    await addMilestone(health, {
      ...(await on()),
      words: "Tim sudah ke desa",
      happenedOn: "2026-11-22",
    });
    await noteReferral(health, { ...(await on()), words: "Catatan dalam Dinkes" });
    const seen = JSON.stringify(await referral(people.sector));
    expect(seen).toContain("Tim sudah ke desa");
    expect(seen).not.toContain("Catatan dalam Dinkes");
    expect(JSON.stringify(await listReferrals(people.sector))).not.toContain("Catatan dalam");
    const eventId = await newest(start.id, "case.referral-progressed");
    const told = await notifyAudience(system(), { eventId, audience: "holder", mail: "off" });
    expect(new Set(told.map((t) => t.recipientId))).toEqual(new Set([people.sector.actor.userId]));
  });
});

describe("a hold without end", () => {
  it("does not happen: it needs an end within the maximum, and ends by itself", async () => {
    const { id, version } = await journeyTo(people, "in_progress");
    const hold = (until: Date) => ({
      ...act(id, version),
      waitingFor: "budget" as const,
      reason: "Menunggu anggaran",
      until,
    });
    await expect(holdCase(people.sector, hold(at("2036-01-01 09:00")))).rejects.toMatchObject({
      code: "HOLD_TOO_LONG",
    });
    const until = at("2026-12-21 09:00");
    await holdCase(people.sector, hold(until));
    const { total } = await showCase(people.triage, { caseId: id });
    expect(total.state).toBe("held");
    world.clock.now = until;
    await resumeHeldCases(system());
    expect((await rowOf(id)).status).toBe("in_progress");
    // The days it stood still are seen, and the clock runs out all the same.
    expect((await showCase(people.triage, { caseId: id })).total.heldDays).toBeGreaterThan(10);
    const { totalDueAt } = await rowOf(id);
    world.clock.now = totalDueAt;
    await sweepOverdueCases(system());
    expect(await eventsOf(id, "case.overdue")).not.toEqual([]);
  });
});

describe("counts that reveal", () => {
  it("do not: a secret and a supervisory case change no number of who may not open them", async () => {
    const plain = await world.contextFor("subdistrict-head", paringinSelatan);
    const readers = { plain, kasi, sector: people.sector, village: people.village };
    const measure = async () => {
      const sums: Record<string, unknown> = {};
      for (const [name, ctx] of Object.entries(readers)) {
        const counts = await countCases(ctx, { all: {}, words: { text: "kenari" } });
        const { items } = await listCases(ctx, { order: "newest", limit: 100 });
        const board = name === "village" ? null : await readBoard(ctx);
        sums[name] = { counts, listed: items.length, open: board?.open ?? null };
      }
      const { villageCode, categoryCode, description } = openCommand();
      const asked = { villageCode, categoryCode, title: "Kenari dipukul", description };
      const hints = await findDuplicates(people.village, asked);
      return { ...sums, hints: hints.length };
    };
    const before = await measure();
    const other = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    const wordsOf = async () => (await countCases(other, { words: { text: "kenari" } })).words ?? 0;
    const knownBefore = await wordsOf();
    await openCase(
      other,
      openCommand({ privacy: "SECRET", title: "Kenari dipukul", villageCode: lingsir }),
    );
    await openCase(
      other,
      openCommand({ categoryCode: "SUP-FRAUD", title: "Kenari menggelapkan dana" }),
    );
    expect(await measure()).toEqual(before);
    // Whom it concerns does see it: the measure would notice.
    expect(await wordsOf()).toBe(knownBefore + 1);
  });
});
