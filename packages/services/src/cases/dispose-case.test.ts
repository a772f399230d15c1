import { randomUUID } from "node:crypto";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { readLateHolders } from "../reports/late-queries";
import { findSession } from "../staff/find-session";
import { recordAbsence } from "../staff/record-absence";
import { startSession } from "../staff/start-session";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { cancelCase } from "./cancel-case";
import { declineAssignment } from "./decline-assignment";
import { disposeCase } from "./dispose-case";
import { showOfficeSetting } from "./office-setting-queries";
import { countCases, listCases } from "./queries";
import { returnProposal } from "./return-proposal";
import { routeCase } from "./route-case";
import { saveOfficeSetting } from "./save-office-setting";
import { showCase } from "./show-case";
import { sweepOverdueCases } from "./sweep-overdue-cases";

let world: World;
let people: Cast;
let admin: ServiceContext;
let sekcam: ServiceContext;
let other: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  sekcam = await world.contextFor("subdistrict-secretary", paringinSelatan, {
    sectorCode: "SEKCAM",
  });
  other = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_KESSOS" });
  await saveOfficeSetting(admin, {
    clientActionId: randomUUID(),
    subdistrictCode: paringinSelatan,
    version: 0,
    dispositionFirst: true,
    dispositionDays: 1,
  });
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
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => (isDomainError(error) ? error.code : `fault: ${String(error)}`),
  );
const route = (ctx: ServiceContext, seen: { id: string; version: number }, target = "DPMD") =>
  routeCase(ctx, { ...act(seen.id, seen.version), target, instruction: "Mohon dibina" });
const waiting = async (change: Parameters<typeof journeyTo>[2] = {}) =>
  route(people.triage, await journeyTo(people, "triaged", change));
const instruction = "Dampingi sampai SK terbit, laporkan Jumat.";
const dispose = (ctx: ServiceContext, seen: { id: string; version: number }) =>
  disposeCase(ctx, { ...act(seen.id, seen.version), instruction });
const rowOf = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const told = async (id: string, type: string, audience: "holder" | "desk") => {
  const event = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `case/${id}`, type },
  });
  const rows = await notifyAudience(system(), { eventId: event.id, audience, mail: "off" });
  return new Set(rows.map((row) => row.recipientId));
};

describe("the camat's disposisi before a case leaves", () => {
  it("is proposed by the desk, let out by the camat with an instruction", async () => {
    const seen = await waiting();
    expect(await rowOf(seen.id)).toMatchObject({
      status: "triaged",
      holderKind: "leaders",
      proposedTarget: "DPMD",
      leadParty: null,
    });
    // It has not left: the sector neither sees nor hears of it.
    expect(await codeOf(showCase(people.sector, { caseId: seen.id }))).toBe("CASE_NOT_FOUND");
    expect(await told(seen.id, "case.disposition-asked", "holder")).toEqual(
      new Set([people.head.actor.userId, sekcam.actor.userId]),
    );
    const shown = await showCase(people.head, { caseId: seen.id });
    expect(shown.isMyTurn).toBe(true);
    expect(shown.disposition.proposal).toMatchObject({
      target: "DPMD",
      instruction: "Mohon dibina",
    });
    expect(shown.nextSteps[0]).toMatchObject({ action: "dispose", recommended: true });
    const done = await dispose(people.head, seen);
    const after = await rowOf(done.id);
    expect(after).toMatchObject({
      status: "assigned",
      leadParty: "63.11:DPMD",
      proposedTarget: null,
    });
    const atSector = await showCase(people.sector, { caseId: seen.id });
    // The desk's own words stay in the office; the sector reads the camat's.
    expect(atSector.notes.map((note) => note.body)).toEqual([instruction]);
  });

  it("the desk sees that it waits, and may neither route it on nor give the disposisi itself", async () => {
    const seen = await waiting();
    const shown = await showCase(people.triage, { caseId: seen.id });
    expect(shown.holder.kind).toBe("leaders");
    expect(shown.isMyTurn).toBe(false);
    expect(shown.nextSteps.find((step) => step.action === "route")).toMatchObject({
      allowed: false,
      reason: "AWAITS_DISPOSITION",
    });
    expect(await codeOf(route(people.triage, seen))).toBe("CASE_ACTION_NOT_NOW");
    expect(await codeOf(dispose(people.triage, seen))).toBe("FORBIDDEN");
    expect(await codeOf(dispose(people.sector, seen))).toBe("CASE_NOT_FOUND");
    const elsewhere = await world.contextFor("subdistrict-head", halong);
    expect(await codeOf(dispose(elsewhere, seen))).toBe("CASE_NOT_FOUND");
  });

  it("stands in the lists of whoever leads, and in nobody else's turn", async () => {
    const seen = await waiting();
    const mine = async (ctx: ServiceContext) =>
      (await listCases(ctx, { holder: "mine", order: "newest", limit: 100 })).items.some(
        (item) => item.id === seen.id,
      );
    expect(await mine(people.head)).toBe(true);
    expect(await mine(sekcam)).toBe(true);
    expect(await mine(people.triage)).toBe(false);
    const { waits } = await countCases(people.triage, { waits: { holder: "leaders" } });
    expect(waits).toBeGreaterThan(0);
  });

  it("comes back with a reason, which only the office reads; or is taken back by the desk", async () => {
    const seen = await waiting();
    const reason = "Selesaikan di seksi dulu.";
    const back = await returnProposal(people.head, { ...act(seen.id, seen.version), reason });
    expect(await rowOf(seen.id)).toMatchObject({ status: "triaged", holderKind: "desk" });
    expect(await told(seen.id, "case.disposition-returned", "desk")).toEqual(
      new Set([people.triage.actor.userId]),
    );
    const village = await showCase(people.village, { caseId: seen.id });
    expect(JSON.stringify(village)).not.toContain(reason);
    const again = await route(people.triage, back);
    await returnProposal(people.triage, { ...act(seen.id, again.version), reason });
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${seen.id}`, type: "case.disposition-returned" },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => (event.payload as { withdrawn: boolean }).withdrawn)).toEqual([
      false,
      true,
    ]);
  });

  it("is given by a running Plh., and by nobody before or after their days", async () => {
    await recordAbsence(admin, {
      clientActionId: randomUUID(),
      assignmentId: people.head.actor.assignments[0]?.id ?? "",
      substituteId: other.actor.userId,
      ...{ acting: "plh", reason: "leave", letterNumber: "800/41/KEC-PRS/2026" },
      ...{ startsOn: "2026-11-24", endsOn: "2026-11-24" },
    });
    const actorNow = async () => {
      const ctx = { db: world.db, reads: world.reads, now: () => world.clock.now };
      const secret = await startSession(ctx, other.actor.userId, { userAgent: "test" });
      const session = await findSession(ctx, secret, false);
      if (!session) throw new Error("no session");
      return world.contextOf(session.actor);
    };
    const seen = await waiting();
    expect(await codeOf(dispose(await actorNow(), seen))).toBe("CASE_NOT_FOUND");
    world.clock.now = at("2026-11-24 08:00");
    expect(await codeOf(dispose(await actorNow(), seen))).toBe("done");
    const [stage] = await world.everything.caseStage.findMany({
      where: { caseId: seen.id, holderKind: "leaders" },
    });
    expect(stage?.endedAt).toEqual(world.clock.now);
    world.clock.now = at("2026-11-25 08:00");
    expect(await codeOf(dispose(await actorNow(), await waiting()))).toBe("CASE_NOT_FOUND");
  });
});

describe("clocks while a case waits for the leaders", () => {
  it("the total runs on; late, the stage is late in the leaders' name", async () => {
    const triaged = await journeyTo(people, "triaged");
    const before = await rowOf(triaged.id);
    const seen = await route(people.triage, triaged);
    const row = await rowOf(seen.id);
    expect(row.totalDueAt).toEqual(before.totalDueAt);
    expect(row.stageDueAt).toEqual(at("2026-11-24 16:30"));
    world.clock.now = at("2026-11-25 09:00");
    await sweepOverdueCases(system());
    expect((await rowOf(seen.id)).stageOverdueAt).toEqual(world.clock.now);
    expect(await told(seen.id, "case.overdue", "holder")).toContain(people.head.actor.userId);
    const late = await readLateHolders(people.head);
    expect(late.find((one) => one.kind === "leaders")).toMatchObject({ code: null });
    const done = await dispose(people.head, seen);
    expect((await rowOf(done.id)).totalDueAt).toEqual(before.totalDueAt);
  });
});

describe("what is never held", () => {
  it("an emergency, a section of the office, and what the camat routes himself", async () => {
    const urgent = await journeyTo(people, "triaged", { categoryCode: "DIS-EVENT" });
    expect(await rowOf((await route(people.triage, urgent, "BPBD")).id)).toMatchObject({
      status: "assigned",
      holderKind: "sector",
    });
    const inside = await route(people.triage, await journeyTo(people, "triaged"), "KASI_KESSOS");
    expect(await rowOf(inside.id)).toMatchObject({ status: "assigned", holderKind: "section" });
    const own = await route(people.head, await journeyTo(people, "triaged"));
    expect(await rowOf(own.id)).toMatchObject({ status: "assigned", holderKind: "sector" });
  });

  it("a case of an office without the option", async () => {
    const setting = await showOfficeSetting(admin, { subdistrictCode: paringinSelatan });
    const save = (version: number, dispositionFirst: boolean) =>
      saveOfficeSetting(admin, {
        clientActionId: randomUUID(),
        subdistrictCode: paringinSelatan,
        ...{ version, dispositionFirst, dispositionDays: 2 },
      });
    const seen = await waiting();
    const off = await save(setting.version, false);
    expect(await codeOf(save(setting.version, true))).toBe("RULE_CHANGED_MEANWHILE");
    const direct = await route(people.triage, await journeyTo(people, "triaged"));
    expect(await rowOf(direct.id)).toMatchObject({ holderKind: "sector" });
    // What waited already goes on waiting for its answer.
    expect(await codeOf(dispose(people.head, seen))).toBe("done");
    await save(off.version, true);
  });

  it("nobody but the office's administrator sets it", async () => {
    const command = {
      clientActionId: randomUUID(),
      subdistrictCode: paringinSelatan,
      ...{ version: 1, dispositionFirst: false, dispositionDays: 1 },
    };
    const away = await world.contextFor("subdistrict-admin", halong);
    for (const ctx of [people.triage, people.head, away])
      expect(await codeOf(Promise.resolve().then(() => saveOfficeSetting(ctx, command)))).toBe(
        "FORBIDDEN",
      );
  });
});

describe("other ways out of waiting", () => {
  it("a cancelled case waits for nobody; a declined one is proposed anew", async () => {
    const gone = await waiting();
    await cancelCase(people.triage, {
      ...act(gone.id, gone.version),
      reason: "Diselesaikan warga",
      onBehalf: { who: "Pelapor", how: "phone", when: world.clock.now },
    });
    expect(await rowOf(gone.id)).toMatchObject({ holderKind: "none", proposedTarget: null });
    const out = await dispose(people.head, await waiting());
    const declined = await declineAssignment(people.sector, {
      ...act(out.id, out.version),
      reason: "Bukan bidang kami",
    });
    await route(people.triage, declined);
    expect(await rowOf(out.id)).toMatchObject({ status: "declined", holderKind: "leaders" });
  });
});
