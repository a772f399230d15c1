import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { systemContext } from "../system-context";
import { act, answer, type Cast, cast, journeyTo } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { acceptReferral } from "./accept-referral";
import { addMilestone } from "./add-milestone";
import { addNote } from "./add-note";
import { addTasks } from "./add-tasks";
import { acceptTransfer, rejectTransfer } from "./answer-transfer";
import { declineReferral, finishReferral } from "./end-referral";
import { expireReferrals } from "./expire-referrals";
import { findVisibleCases } from "./find-visible-cases";
import { listReferrals } from "./list-referrals";
import { noteReferral } from "./note-referral";
import { offerTransfer } from "./offer-transfer";
import { countCases, listCases } from "./queries";
import { referCase } from "./refer-case";
import { listReferralTargets } from "./referral-target-queries";
import { resolveCase } from "./resolve-case";
import { revokeReferral } from "./revoke-referral";
import { showCase } from "./show-case";
import { tickTask } from "./tick-task";
import { waiveReferral } from "./waive-referral";

let world: World;
let people: Cast;
let health: ServiceContext;
let school: ServiceContext;
let kasi: ServiceContext;

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  health = await world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" });
  school = await world.contextFor("sector-partner", "63.11", { sectorCode: "DISDIKBUD" });
  kasi = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" });
});
afterAll(() => world.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const asks = (target: string, mandatory = true, limitDays = 2) => ({
  ...{ target, mandatory, limitDays },
  asked: `Mohon bantuan ${target}`,
});
const referTo = (kase: { id: string; version: number }, ...referrals: ReturnType<typeof asks>[]) =>
  referCase(people.triage, { ...act(kase.id, kase.version), referrals });

/** One of a case's referrals, as the desk sees it. */
const referralTo = async (caseId: string, targetCode: string, by = people.triage) => {
  const { referrals } = await showCase(by, { caseId });
  const found = referrals.find((r) => r.targetCode === targetCode);
  if (!found) throw new Error(`no referral to ${targetCode}`);
  return found;
};
const on = async (caseId: string, targetCode: string) => {
  const { id, version } = await referralTo(caseId, targetCode);
  return { clientActionId: randomUUID(), caseId, referralId: id, version };
};
const resolveBy = (ctx: ServiceContext, kase: { id: string; version: number }) =>
  resolveCase(ctx, { ...act(kase.id, kase.version), ...answer });
const reads = async (ctx: ServiceContext, id: string) => {
  const seen = await findVisibleCases(ctx, [id]);
  const page = await listCases(ctx, { order: "newest", limit: 100 });
  const shown = await showCase(ctx, { caseId: id }).then(
    () => true,
    () => false,
  );
  expect([seen.includes(id), page.items.some((i) => i.id === id)]).toEqual([shown, shown]);
  return shown;
};

describe("one case, several referrals side by side", () => {
  it("cannot be resolved while a mandatory one is open", async () => {
    const start = await journeyTo(people, "in_progress");
    const kase = await referTo(start, asks("DINKES"), asks("DISDIKBUD"), asks("PEMDES", false));
    const shown = await showCase(people.sector, { caseId: kase.id });
    expect(shown.referrals.filter((r) => r.isBlocking).map((r) => r.targetCode)).toEqual(
      expect.arrayContaining(["DINKES", "DISDIKBUD"]),
    );
    expect(shown.nextSteps.find((s) => s.action === "resolve")).toMatchObject({
      allowed: false,
      reason: "REFERRALS_OPEN",
    });
    await expect(resolveBy(people.sector, kase)).rejects.toMatchObject({
      code: "CASE_ACTION_NOT_NOW",
      details: { reason: "REFERRALS_OPEN" },
    });
    for (const [ctx, code] of [
      [health, "DINKES"],
      [school, "DISDIKBUD"],
    ] as const) {
      await acceptReferral(ctx, await on(kase.id, code));
      await expect(resolveBy(people.sector, kase)).rejects.toMatchObject({ kind: "conflict" });
      await finishReferral(ctx, { ...(await on(kase.id, code)), words: "Sudah" });
    }
    // The optional one to the village is still open, and the case's version did not move meanwhile.
    await expect(resolveBy(people.sector, kase)).resolves.toMatchObject({ id: kase.id });
  });

  it("comes back declined as an open decision that still blocks, until it is waived", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const due = (await showCase(people.triage, { caseId: kase.id })).total.dueAt;
    await declineReferral(health, { ...(await on(kase.id, "DINKES")), words: "Bukan kami" });
    await expect(resolveBy(people.sector, kase)).rejects.toMatchObject({ kind: "conflict" });
    await expect(
      waiveReferral(people.sector, { ...(await on(kase.id, "DINKES")), words: "x" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await waiveReferral(kasi, { ...(await on(kase.id, "DINKES")), words: "Sudah ditangani desa" });
    await expect(resolveBy(people.sector, kase)).resolves.toBeTruthy();
    const after = await showCase(people.triage, { caseId: kase.id });
    expect(after.total.dueAt).toEqual(due);
  });

  it("is asked elsewhere instead: the old one no longer blocks, the new one does", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    await declineReferral(health, { ...(await on(kase.id, "DINKES")), words: "Bukan kami" });
    const old = await referralTo(kase.id, "DINKES");
    const next = await referCase(kasi, {
      ...act(kase.id, kase.version),
      referrals: [asks("DISDIKBUD")],
      replaces: old.id,
    });
    expect(await referralTo(kase.id, "DINKES")).toMatchObject({ decision: "replaced" });
    await expect(resolveBy(people.sector, next)).rejects.toMatchObject({ kind: "conflict" });
    await acceptReferral(school, await on(kase.id, "DISDIKBUD"));
    await finishReferral(school, { ...(await on(kase.id, "DISDIKBUD")), words: "Sudah" });
    await expect(resolveBy(people.sector, next)).resolves.toBeTruthy();
  });

  it("raises the version: who was about to resolve looks again", async () => {
    const before = await journeyTo(people, "in_progress");
    await referTo(before, asks("DINKES"));
    await expect(resolveBy(people.sector, before)).rejects.toMatchObject({
      code: "CASE_CHANGED_MEANWHILE",
    });
  });

  it("does an act once, however often it is sent, and refuses another body under its id", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const command = await on(kase.id, "DINKES");
    const first = await acceptReferral(health, command);
    expect(await acceptReferral(health, command)).toEqual(first);
    await expect(acceptReferral(health, { ...command, version: 7 })).rejects.toMatchObject({
      code: "CLIENT_ACTION_REUSED",
    });
    const events = await world.everything.domainEvent.count({
      where: { subject: `case/${kase.id}`, type: "case.referral-accepted" },
    });
    expect(events).toBe(1);
  });

  it("two answers at once: one is taken, the other hears of it", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const command = await on(kase.id, "DINKES");
    const told = { who: "dr. A (fiktif)", how: "phone", when: at("2026-11-23 08:30") } as const;
    const results = await Promise.allSettled([
      acceptReferral(health, command),
      declineReferral(people.triage, {
        ...command,
        clientActionId: randomUUID(),
        words: "Penuh",
        onBehalf: told,
      }),
    ]);
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
  });

  it("is answered on behalf only with who, how and when", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const command = await on(kase.id, "DINKES");
    await expect(acceptReferral(kasi, command)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    const told = { who: "dr. A (fiktif)", how: "letter", when: at("2026-11-23 08:30") } as const;
    await acceptReferral(kasi, { ...command, clientActionId: randomUUID(), onBehalf: told });
    const shown = await referralTo(kase.id, "DINKES");
    expect(shown).toMatchObject({ status: "accepted", assigneeName: null });
    expect(shown.entries.map((e) => e.kind)).toEqual(["on-behalf"]);
  });
});

describe("who reads what", () => {
  it("opens the case to the party, and closes it when it is revoked", async () => {
    const start = await journeyTo(people, "in_progress");
    expect(await reads(health, start.id)).toBe(false);
    const kase = await referTo(start, asks("DINKES"));
    expect(await reads(health, kase.id)).toBe(true);
    expect(await reads(school, kase.id)).toBe(false);
    await acceptReferral(health, await on(kase.id, "DINKES"));
    await revokeReferral(kasi, { ...(await on(kase.id, "DINKES")), words: "Tidak perlu lagi" });
    expect(await reads(health, kase.id)).toBe(false);
    expect((await listReferrals(health)).some((r) => r.caseId === kase.id)).toBe(false);
    const late = { clientActionId: randomUUID(), caseId: kase.id, version: 2, words: "x" };
    const { id } = await referralTo(kase.id, "DINKES");
    await expect(noteReferral(health, { ...late, referralId: id })).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("a declined or expired referral closes it again; an accepted one stays open when done", async () => {
    const kase = await referTo(
      await journeyTo(people, "in_progress"),
      asks("DINKES"),
      asks("DISDIKBUD"),
    );
    await declineReferral(health, { ...(await on(kase.id, "DINKES")), words: "Bukan kami" });
    await acceptReferral(school, await on(kase.id, "DISDIKBUD"));
    await finishReferral(school, { ...(await on(kase.id, "DISDIKBUD")), words: "Sudah" });
    expect([await reads(health, kase.id), await reads(school, kase.id)]).toEqual([false, true]);
  });

  it("shows the referring side milestones and never the party's notes; other parties neither", async () => {
    const kase = await referTo(
      await journeyTo(people, "in_progress"),
      asks("DINKES"),
      asks("DISDIKBUD"),
    );
    await addNote(people.triage, { ...act(kase.id, 0), audience: "internal", body: "INTERN" });
    await addNote(people.triage, { ...act(kase.id, 0), audience: "partner", body: "MITRA" });
    await acceptReferral(health, await on(kase.id, "DINKES"));
    const step = { ...(await on(kase.id, "DINKES")), words: "LANGKAH", happenedOn: "2026-11-22" };
    await addMilestone(health, step);
    await noteReferral(health, { ...(await on(kase.id, "DINKES")), words: "CATATAN-SENDIRI" });
    const seenBy = async (ctx: ServiceContext) =>
      JSON.stringify(await showCase(ctx, { caseId: kase.id }));
    for (const ctx of [people.triage, people.sector, people.head, kasi, people.village, school])
      expect(await seenBy(ctx), ctx.actor.name).not.toContain("CATATAN-SENDIRI");
    for (const ctx of [people.triage, people.sector, people.head, kasi, health])
      expect(await seenBy(ctx), ctx.actor.name).toContain("LANGKAH");
    for (const ctx of [school, people.village])
      expect(await seenBy(ctx), ctx.actor.name).not.toContain("LANGKAH");
    expect(await seenBy(health)).toContain("CATATAN-SENDIRI");
    for (const ctx of [health, school]) {
      const text = await seenBy(ctx);
      for (const word of ["INTERN", "MITRA", "Mohon dibina"]) expect(text).not.toContain(word);
    }
    expect(await seenBy(school)).not.toContain("Mohon bantuan DINKES");
  });

  it("the database itself refuses another party's notes", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    await acceptReferral(health, await on(kase.id, "DINKES"));
    await noteReferral(health, { ...(await on(kase.id, "DINKES")), words: "RAHASIA-KAMI" });
    const { contextStatement } = await import("../kernel/database-context");
    const read = async (ctx: ServiceContext) =>
      ctx.reads.read<{ body: string }>(contextStatement(ctx.actor, kase.id), {
        name: "",
        text: "SELECT body FROM referral_entry WHERE kind = 'note'",
        values: [],
      });
    expect(await read(people.triage)).toEqual([]);
    expect(await read(school)).toEqual([]);
    expect((await read(health)).map((r) => r.body)).toEqual(["RAHASIA-KAMI"]);
  });

  it("a secret case opens to the person who took it on, and to nobody else of the party", async () => {
    const start = await journeyTo(people, "in_progress", { privacy: "SECRET" });
    const kase = await referTo(start, asks("DINKES"));
    const colleague = await world.contextFor("sector-lead", "63.11", { sectorCode: "DINKES" });
    expect(await reads(health, kase.id)).toBe(false);
    const [waiting] = (await listReferrals(health)).filter((r) => r.caseId === kase.id);
    expect(waiting).toMatchObject({ title: null, asked: "Mohon bantuan DINKES" });
    await acceptReferral(health, await on(kase.id, "DINKES"));
    expect([await reads(health, kase.id), await reads(colleague, kase.id)]).toEqual([true, false]);
    const logged = await world.everything.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM access_log WHERE subject = ${`case/${kase.id}`}
        AND actor_id = ${health.actor.userId}::uuid AND act = 'read-secret'`;
    expect(logged[0]?.n).toBeGreaterThan(0);
  });

  it("is marked in the party's queue with its due date while it waits, and for the party alone", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const waiting = async (ctx: ServiceContext, view: { referral?: "waiting" } = {}) =>
      (await listCases(ctx, { order: "due", limit: 100, ...view })).items.find(
        (i) => i.id === kase.id,
      )?.waitingReferral;
    const { dueAt } = await referralTo(kase.id, "DINKES");
    const asked = { kind: "referral", isTakenOn: false, dueAt };
    expect([await waiting(health), await waiting(health, { referral: "waiting" })]).toEqual([
      asked,
      asked,
    ]);
    expect([await waiting(people.triage), await waiting(people.sector)]).toEqual([null, null]);
    const colleague = await world.contextFor("sector-lead", "63.11", { sectorCode: "DINKES" });
    await acceptReferral(health, await on(kase.id, "DINKES"));
    expect(await waiting(health)).toEqual({ ...asked, isTakenOn: true });
    expect([await waiting(colleague), await waiting(colleague, { referral: "waiting" })]).toEqual([
      null,
      undefined,
    ]);
    await finishReferral(health, { ...(await on(kase.id, "DINKES")), words: "Sudah" });
    expect(await waiting(health)).toBeNull();
  });

  it("counts what it lists", async () => {
    await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const page = await listCases(health, { order: "due", limit: 100 });
    expect(await countCases(health, { all: {} })).toEqual({ all: page.items.length });
    expect(page.items.length).toBeGreaterThan(0);
  });

  it("reaches a village's government, a volunteer and a partner organisation", async () => {
    const volunteer = await world.contextFor("volunteer", murungAbuin);
    const ngo = await world.contextFor("partner-organisation", "63.11", { sectorCode: "LSM" });
    const kase = await referTo(
      await journeyTo(people, "in_progress"),
      asks("PEMDES"),
      asks("LSM"),
      asks(`user:${volunteer.actor.userId}`),
    );
    for (const [ctx, code] of [
      [people.village, "PEMDES"],
      [ngo, "LSM"],
      [volunteer, "RELAWAN"],
    ] as const) {
      expect(await reads(ctx, kase.id), code).toBe(true);
      await acceptReferral(ctx, await on(kase.id, code));
    }
    const shown = await showCase(ngo, { caseId: kase.id });
    expect(shown.reporter).toBeNull();
  });

  it("refuses everybody who has no part in it", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), asks("DINKES"));
    const desk = await world.contextFor("triage-officer", halong);
    for (const ctx of [school, desk])
      await expect(acceptReferral(ctx, await on(kase.id, "DINKES"))).rejects.toMatchObject({
        kind: "not-found",
      });
    for (const ctx of [people.village, people.sector])
      await expect(acceptReferral(ctx, await on(kase.id, "DINKES"))).rejects.toMatchObject({
        kind: "forbidden",
      });
    const command = { ...act(kase.id, kase.version), referrals: [asks("DISDIKBUD")] };
    for (const ctx of [people.sector, people.village, people.head])
      await expect(referCase(ctx, command)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(referCase(health, command)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the sweep", () => {
  it("ends what nobody answered, once, and leaves what was accepted", async () => {
    const kase = await referTo(
      await journeyTo(people, "in_progress"),
      asks("DINKES"),
      asks("DISDIKBUD"),
    );
    await acceptReferral(school, await on(kase.id, "DISDIKBUD"));
    const worker = () =>
      systemContext({
        ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
        now: () => world.clock.now,
      });
    await expireReferrals(worker());
    expect(await referralTo(kase.id, "DINKES")).toMatchObject({ status: "sent" });
    world.clock.now = at("2026-11-25 17:00");
    const sweeps = await Promise.all([expireReferrals(worker()), expireReferrals(worker())]);
    expect(sweeps[0] + sweeps[1]).toBeGreaterThan(0);
    expect(await expireReferrals(worker())).toBe(0);
    expect(await referralTo(kase.id, "DINKES")).toMatchObject({
      status: "expired",
      isBlocking: true,
    });
    expect(await referralTo(kase.id, "DISDIKBUD")).toMatchObject({ status: "accepted" });
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${kase.id}`, type: "case.referral-expired" },
    });
    expect(events).toHaveLength(1);
    const told = await notifyAudience(worker(), {
      ...{ eventId: events[0]?.id ?? "", audience: "responsible", mail: "off" },
    });
    expect(told.map((t) => t.recipientId)).toEqual([kasi.actor.userId]);
  });

  it("tells the party of a referral, of a secret case too, with the number alone", async () => {
    const start = await journeyTo(people, "in_progress", { privacy: "SECRET" });
    const kase = await referTo(start, asks("DINKES"));
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${kase.id}`, type: "case.referred" },
    });
    const told = await notifyAudience(
      systemContext({ ...world, db: world.everything, demo: true, now: () => world.clock.now }),
      { eventId: event.id, audience: "referred", mail: "off" },
    );
    expect(told.map((t) => t.recipientId)).toContain(health.actor.userId);
    expect(told.map((t) => t.recipientId)).not.toContain(school.actor.userId);
    const rows = await world.everything.notification.findMany({ where: { eventId: event.id } });
    for (const row of rows) expect(Object.keys(row.params as object)).toEqual(["number"]);
    expect(JSON.stringify(event.payload)).not.toContain("Mohon");
  });
});

describe("a transfer", () => {
  it("changes the responsible office on acceptance, with a fresh stage on the same total clock", async () => {
    const start = await journeyTo(people, "in_progress");
    const before = await showCase(people.triage, { caseId: start.id });
    const there = await world.contextFor("triage-officer", halong);
    expect(await reads(there, start.id)).toBe(false);
    await offerTransfer(people.triage, {
      ...act(start.id, start.version),
      ...{ subdistrictCode: halong, reason: "Jalannya di Halong" },
    });
    expect(await reads(there, start.id)).toBe(true);
    expect(await reads(people.triage, start.id)).toBe(true);
    world.clock.now = at("2026-11-24 10:00");
    const [offer] = (await listReferrals(there)).filter((r) => r.caseId === start.id);
    await acceptTransfer(there, {
      ...{ clientActionId: randomUUID(), caseId: start.id },
      ...{ referralId: offer?.id ?? "", version: 0 },
    });
    const after = await showCase(there, { caseId: start.id });
    expect(after.total.dueAt).toEqual(before.total.dueAt);
    expect(after).toMatchObject({ status: "triaged", holder: { kind: "desk" } });
    expect(after.responsibleName).toContain(halong);
    expect(after.village.name).toBe(before.village.name);
    expect(after.stages.at(-1)?.startedAt).toEqual(at("2026-11-24 10:00"));
    expect([await reads(people.sector, start.id), await reads(kasi, start.id)]).toEqual([
      false,
      false,
    ]);
  });

  it("rejected, it stays and can be offered again; nobody else may answer", async () => {
    const start = await journeyTo(people, "in_progress");
    const there = await world.contextFor("triage-officer", halong);
    const offer = { subdistrictCode: halong, reason: "Jalannya di Halong" };
    const offered = await offerTransfer(people.triage, {
      ...act(start.id, start.version),
      ...offer,
    });
    const { id } = await referralTo(start.id, halong);
    const command = { clientActionId: randomUUID(), caseId: start.id, referralId: id, version: 0 };
    await expect(acceptTransfer(people.triage, command)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await rejectTransfer(there, { ...command, words: "Bukan wilayah kami" });
    expect(await reads(there, start.id)).toBe(false);
    await expect(
      offerTransfer(people.triage, { ...act(start.id, offered.version), ...offer }),
    ).resolves.toBeTruthy();
  });
});

describe("sub-tasks", () => {
  it("come from the category's template and block only while mandatory and undone", async () => {
    const start = await journeyTo(people, "in_progress", { categoryCode: "PUB-ROAD" });
    const kase = await addTasks(people.triage, { ...act(start.id, start.version), tasks: null });
    const { tasks } = await showCase(kasi, { caseId: kase.id }).catch(() =>
      showCase(people.triage, { caseId: kase.id }),
    );
    expect(tasks.length).toBeGreaterThan(3);
    expect(tasks.map((t) => t.dueAt.getTime())).toEqual(
      [...tasks.map((t) => t.dueAt.getTime())].sort((a, b) => a - b),
    );
    const tick = (taskId: string, done: boolean, by = people.triage) =>
      tickTask(by, { clientActionId: randomUUID(), caseId: kase.id, taskId, done });
    const blocked = async () =>
      (await showCase(people.sector, { caseId: kase.id })).nextSteps.find(
        (s) => s.action === "resolve",
      )?.reason;
    expect(await blocked()).toBe("TASKS_OPEN");
    for (const task of tasks.filter((t) => t.isMandatory)) await tick(task.id, true);
    expect(await blocked()).toBeNull();
    await expect(tick(tasks[0]?.id ?? "", false, people.village)).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect((await showCase(people.triage, { caseId: kase.id })).tasks[0]?.doneByName).toBe(
      people.triage.actor.name,
    );
  });
});

describe("whom a case can be referred to", () => {
  it("offers the category's supporting sectors first, never the holder or the inspectorate", async () => {
    const start = await journeyTo(people, "in_progress");
    const { targets, limitDays } = await listReferralTargets(people.triage, { caseId: start.id });
    expect(targets.slice(0, 3).map((t) => t.target)).toEqual(["LPM", "PENDAMPING_DESA", "TP_PKK"]);
    const codes = targets.map((t) => t.target);
    expect(codes).not.toContain("DPMD");
    expect(codes).not.toContain("INSPEKTORAT");
    expect(codes.some((c) => c.startsWith("KASI_"))).toBe(false);
    expect(targets.find((t) => t.target === "DINKES")?.hasAccount).toBe(true);
    expect(limitDays).toBe(5);
    await expect(listReferralTargets(people.village, { caseId: start.id })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
