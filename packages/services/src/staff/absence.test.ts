import { randomUUID } from "node:crypto";
import type { RecordAbsenceCommand } from "@rembuk/domain/staff/absence-commands";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findResponsible } from "../cases/responsible-queries";
import { showCase } from "../cases/show-case";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { listAbsences, listSubstitutes } from "./absence-queries";
import { findSession } from "./find-session";
import { recordAbsence } from "./record-absence";
import { startSession } from "./start-session";
import { withdrawAbsence } from "./withdraw-absence";

let world: World;
let people: Cast;
let admin: ServiceContext;
let camat: ServiceContext;
let sekcam: ServiceContext;
let kasi: ServiceContext;
let other: ServiceContext;

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  camat = people.head;
  sekcam = await world.contextFor("subdistrict-secretary", paringinSelatan, {
    sectorCode: "SEKCAM",
  });
  kasi = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" });
  other = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_KESSOS" });
});
afterAll(() => world?.drop());
beforeEach(async () => {
  world.clock.now = at("2026-11-23 09:00");
  await world.everything.absence.updateMany({ data: { withdrawnAt: world.clock.now } });
});

const system = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });

const postOf = (ctx: ServiceContext) => ctx.actor.assignments[0]?.id ?? "";
const letter = (
  absent: ServiceContext,
  substitute: ServiceContext,
  change: Partial<RecordAbsenceCommand> = {},
): RecordAbsenceCommand => ({
  clientActionId: randomUUID(),
  assignmentId: postOf(absent),
  substituteId: substitute.actor.userId,
  acting: "plh",
  reason: "leave",
  letterNumber: "800/41/KEC-PRS/2026",
  startsOn: "2026-11-24",
  endsOn: "2026-11-26",
  ...change,
});

/** What a person's next request is allowed to do: the session is read anew, as the web does. */
const rolesNow = async (who: ServiceContext) => {
  const ctx = { db: world.db, reads: world.reads, now: () => world.clock.now };
  const secret = await startSession(ctx, who.actor.userId, { userAgent: "test" });
  return (await findSession(ctx, secret, false)) ?? null;
};
const actorNow = async (who: ServiceContext): Promise<ServiceContext> => {
  const session = await rolesNow(who);
  if (!session) throw new Error("no session");
  return world.contextOf(session.actor);
};
const told = async (eventOf: string, type: string, audience: "responsible" | "leaders") => {
  const event = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `case/${eventOf}`, type },
  });
  const rows = await notifyAudience(system(), { eventId: event.id, audience, mail: "off" });
  return new Set(rows.map((row) => row.recipientId));
};

describe("a substitute", () => {
  it("has the role from the first day to the last, by the query, marked for whom it is held", async () => {
    await recordAbsence(admin, letter(camat, sekcam));
    const roles = async () => (await rolesNow(sekcam))?.places.map((p) => [p.role, p.acting]);
    const own = ["subdistrict-secretary", null];
    expect(await roles()).toEqual([own]);
    world.clock.now = at("2026-11-24 00:01");
    expect(await roles()).toEqual([own, ["subdistrict-head", "plh"]]);
    const session = await rolesNow(sekcam);
    expect(session?.actor.userId).toBe(sekcam.actor.userId);
    expect(session?.actor.assignments[1]?.onBehalfOf).toEqual({
      userId: camat.actor.userId,
      acting: "plh",
      until: "2026-11-26",
    });
    world.clock.now = at("2026-11-26 23:59");
    expect(await roles()).toHaveLength(2);
    world.clock.now = at("2026-11-27 00:00");
    expect(await roles()).toEqual([own]);
  });

  it("receives what the absent one is told of, and may open it; before and after, neither", async () => {
    const { id } = await journeyTo(people, "received");
    await recordAbsence(admin, letter(kasi, other));
    expect(await told(id, "case.opened", "responsible")).toEqual(new Set([kasi.actor.userId]));
    await expect(showCase(await actorNow(other), { caseId: id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    world.clock.now = at("2026-11-24 08:00");
    expect(await told(id, "case.opened", "responsible")).toEqual(new Set([other.actor.userId]));
    expect((await showCase(await actorNow(other), { caseId: id })).id).toBe(id);
    world.clock.now = at("2026-11-27 08:00");
    await expect(showCase(await actorNow(other), { caseId: id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
  });

  it("stands on the rung of the one who is away", async () => {
    const { id } = await journeyTo(people, "received");
    await world.everything.case.update({
      where: { id },
      data: { escalationLevel: 3 },
      select: { id: true },
    });
    await recordAbsence(camat, letter(camat, sekcam, { startsOn: "2026-11-23" }));
    expect(await told(id, "case.opened", "leaders")).toEqual(
      new Set([camat.actor.userId, sekcam.actor.userId]),
    );
  });

  it("acts under their own name", async () => {
    await recordAbsence(admin, letter(people.triage, sekcam, { startsOn: "2026-11-23" }));
    const { id } = await journeyTo(people, "received", {}, await actorNow(sekcam));
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${id}` },
    });
    expect(events.map((e) => e.actorId)).toEqual([sekcam.actor.userId]);
  });

  it("loses the office when their own ends, and at once when it is withdrawn", async () => {
    const { absenceId } = await recordAbsence(
      admin,
      letter(camat, sekcam, { startsOn: "2026-11-23" }),
    );
    expect((await rolesNow(sekcam))?.places).toHaveLength(2);
    const command = { clientActionId: randomUUID(), absenceId };
    await withdrawAbsence(admin, command);
    expect(await withdrawAbsence(admin, command)).toEqual({ absenceId });
    expect((await rolesNow(sekcam))?.places).toHaveLength(1);
    await recordAbsence(admin, letter(camat, sekcam, { startsOn: "2026-11-23" }));
    const mine = { where: { id: postOf(sekcam) }, select: { id: true } };
    await world.everything.assignment.update({ ...mine, data: { endsOn: new Date("2026-11-22") } });
    expect((await rolesNow(sekcam))?.places).toHaveLength(0);
    await world.everything.assignment.update({ ...mine, data: { endsOn: null } });
  });
});

describe("clearance and confidential cases", () => {
  const secretCase = async () =>
    (await journeyTo(people, "received", { categoryCode: "SEC-VIOL", privacy: "SECRET" })).id;

  it("does not come with the office: it is kept only where both persons have it", async () => {
    const cleared = await world.contextFor("subdistrict-head", paringinSelatan, {
      clearance: true,
    });
    const id = await secretCase();
    expect((await showCase(cleared, { caseId: id })).id).toBe(id);
    await recordAbsence(admin, letter(cleared, sekcam, { startsOn: "2026-11-23" }));
    const standIn = await actorNow(sekcam);
    expect(standIn.actor.assignments.map((a) => a.clearance)).toEqual([false, false]);
    await expect(showCase(standIn, { caseId: id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
  });

  it("leaves a secret case with the responsible person, whose substitute is not told", async () => {
    const id = await secretCase();
    const { responsibleId } = await world.everything.case.findUniqueOrThrow({ where: { id } });
    expect(responsibleId).toBe(other.actor.userId);
    await recordAbsence(admin, letter(other, kasi, { startsOn: "2026-11-23" }));
    expect(await told(id, "case.opened", "responsible")).toEqual(new Set([other.actor.userId]));
  });
});

describe("nobody stands in", () => {
  it("from another kecamatan, from a village, as administrator, or for themselves", async () => {
    const elsewhere = await world.contextFor("section-head", halong, { sectorCode: "KASI_PMD" });
    for (const substitute of [elsewhere, people.village, people.sector, admin, camat]) {
      await expect(recordAbsence(admin, letter(camat, substitute))).rejects.toMatchObject({
        code: "SUBSTITUTE_NOT_FITTING",
      });
    }
    const options = await listSubstitutes(admin, {
      assignmentId: postOf(camat),
      startsOn: "2026-11-24",
      endsOn: "2026-11-26",
    });
    expect(options.map((o) => o.userId)).toContain(sekcam.actor.userId);
    for (const substitute of [elsewhere, people.village, admin, camat]) {
      expect(options.map((o) => o.userId)).not.toContain(substitute.actor.userId);
    }
  });

  it("from another office of the same kabupaten, nor beyond the end of their own role", async () => {
    const dinkes = await world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" });
    const system = await world.contextFor("administrator", "");
    await expect(recordAbsence(system, letter(people.sector, dinkes))).rejects.toMatchObject({
      code: "SUBSTITUTE_NOT_FITTING",
    });
    const mine = { where: { id: postOf(other) }, select: { id: true } };
    await world.everything.assignment.update({ ...mine, data: { endsOn: new Date("2026-11-25") } });
    await expect(recordAbsence(admin, letter(kasi, other))).rejects.toMatchObject({
      code: "SUBSTITUTE_NOT_FITTING",
    });
    await world.everything.assignment.update({ ...mine, data: { endsOn: null } });
  });

  it("twice at a time, for one who is away, or for longer than a letter lasts", async () => {
    await recordAbsence(admin, letter(camat, sekcam));
    await expect(recordAbsence(admin, letter(camat, kasi))).rejects.toMatchObject({
      code: "ABSENCE_OVERLAPS",
    });
    await expect(recordAbsence(admin, letter(kasi, camat))).rejects.toMatchObject({
      code: "ABSENCE_OVERLAPS",
    });
    await expect(
      recordAbsence(admin, letter(kasi, other, { endsOn: "2027-06-01" })),
    ).rejects.toMatchObject({ code: "ABSENCE_TOO_LONG" });
  });
});

describe("who records it", () => {
  it("is the kecamatan's administrator; camat and sekcam for themselves; nobody else", async () => {
    const village = letter(people.village, people.triage);
    await recordAbsence(admin, village);
    await expect(recordAbsence(camat, letter(kasi, other))).rejects.toMatchObject({
      code: "ASSIGNMENT_OUT_OF_REACH",
    });
    await expect(recordAbsence(kasi, letter(kasi, other))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const halongAdmin = await world.contextFor("subdistrict-admin", halong);
    await expect(recordAbsence(halongAdmin, letter(camat, sekcam))).rejects.toMatchObject({
      code: "ASSIGNMENT_OUT_OF_REACH",
    });
    const own = letter(camat, sekcam);
    expect(await recordAbsence(camat, own)).toEqual(await recordAbsence(camat, own));
    const listed = await listAbsences(admin, { areaCode: paringinSelatan });
    expect(listed.map((a) => [a.areaCode, a.state])).toEqual(
      expect.arrayContaining([
        [murungAbuin, "coming"],
        [paringinSelatan, "coming"],
      ]),
    );
    const names = await world.everything.domainEvent.findMany({
      where: { type: "staff.absence-recorded", subject: `user/${camat.actor.userId}` },
    });
    expect(JSON.stringify(names.map((n) => n.payload))).not.toContain("800/41");
  });
});

describe("the responsible officer of a new case", () => {
  it("is the Kasi also while a Plh. stands in, and the Plt. of a vacant office", async () => {
    const key = `${paringinSelatan}:KASI_PMD`;
    const now = () => findResponsible(world.reads, key, world.clock.now);
    await recordAbsence(admin, letter(kasi, other, { startsOn: "2026-11-23" }));
    expect(await now()).toBe(kasi.actor.userId);
    await world.everything.absence.updateMany({ data: { withdrawnAt: world.clock.now } });
    const post = { where: { id: postOf(kasi) }, select: { id: true } };
    await world.everything.assignment.update({ ...post, data: { endsOn: new Date("2026-11-22") } });
    expect(await now()).toBeNull();
    await recordAbsence(
      admin,
      letter(kasi, other, { acting: "plt", reason: "vacant", startsOn: "2026-11-23" }),
    );
    expect(await now()).toBe(other.actor.userId);
    await world.everything.assignment.update({ ...post, data: { endsOn: null } });
  });
});
