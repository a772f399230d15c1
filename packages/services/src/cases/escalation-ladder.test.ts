import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/audit-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { notifyAudience } from "../notifications/notify-audience";
import { recordAbsence } from "../staff/record-absence";
import { loadActors } from "../staff/running-queries";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import { at, createWorld, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { openCase } from "./open-case";
import { renewReceipt } from "./renew-receipt";
import { routeCase } from "./route-case";
import { showCase } from "./show-case";
import { sweepOverdueCases } from "./sweep-overdue-cases";
import { trackByNumber } from "./track-case";

let world: World;
let people: Cast;
let inspectorate: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  inspectorate = await world.contextFor("inspectorate", "63.11", { sectorCode: "INSPEKTORAT" });
  await world.contextFor("subdistrict-secretary", paringinSelatan, { sectorCode: "SEKCAM" });
  await world.contextFor("sector-lead", "63.11", { sectorCode: "DPMD" });
});
afterAll(() => world?.drop());

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
const levels = async (id: string) =>
  (await eventsOf(id, "case.escalated")).map((e) => (e.payload as { level: number }).level);
const day = 86_400_000;
const sweepAt = async (now: Date) => {
  world.clock.now = now;
  await sweepOverdueCases(system());
};

describe("the rungs that a category names", () => {
  it("are climbed, and the one that it skips is never told", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await journeyTo(people, "in_progress");
    const { totalDueAt } = await rowOf(id);
    await sweepAt(totalDueAt);
    await sweepAt(new Date(totalDueAt.getTime() + 14 * day));
    expect(await levels(id)).toEqual([2, 4]);
  });

  it("of a case opened before categories named any are all", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await journeyTo(people, "in_progress");
    const { ruleId, totalDueAt } = await rowOf(id);
    const kept = await world.everything.appliedRule.findUniqueOrThrow({
      where: { id: ruleId ?? "" },
    });
    const { escalateTo: _, ...older } = kept.rule as Record<string, unknown>;
    const oldId = randomUUID();
    await world.everything.appliedRule.create({
      data: { ...kept, id: oldId, rule: older as object },
    });
    await world.everything.case.update({ where: { id }, data: { ruleId: oldId } });
    await sweepAt(totalDueAt);
    expect(await levels(id)).toEqual([1]);
  });

  it("of a supervisory complaint end within the inspectorate", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await openCase(
      people.triage,
      openCommand({ categoryCode: "SUP-FRAUD", villageCode: murungAbuin }),
    );
    const { totalDueAt } = await rowOf(id);
    await sweepAt(new Date(totalDueAt.getTime() + 30 * day));
    expect((await rowOf(id)).escalationLevel).toBe(1);
    const [event] = await eventsOf(id, "case.escalated");
    const told = await notifyAudience(system(), {
      eventId: event?.id ?? "",
      audience: "leaders",
      mail: "off",
    });
    expect(told.map((t) => t.recipientId)).toEqual([inspectorate.actor.userId]);
  });
});

describe("past the last rung", () => {
  it("the reporter is told once of SP4N-LAPOR and the Ombudsman, and the page says so until it is settled", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const { id } = await journeyTo(people, "in_progress");
    const { number, totalDueAt } = await rowOf(id);
    const { pin } = await renewReceipt(people.triage, {
      clientActionId: randomUUID(),
      caseId: id,
    });
    const track = () => trackByNumber({ ...system(), db: world.db }, number, pin ?? "");
    await sweepAt(totalDueAt);
    expect(await eventsOf(id, "case.resort-told")).toHaveLength(0);
    expect((await track())?.resortToldAt).toBeNull();
    const late = new Date(totalDueAt.getTime() + 14 * day);
    await sweepAt(late);
    await sweepAt(new Date(late.getTime() + 2 * day));
    expect(await eventsOf(id, "case.resort-told")).toHaveLength(1);
    expect((await track())?.resortToldAt).toEqual(late);
    await world.everything.case.update({ where: { id }, data: { resolvedAt: late } });
    expect((await track())?.resortToldAt).toBeNull();
  });
});

describe("an act by a substitute", () => {
  it("names office and letter in the story and in the audit, and only where the office was needed", async () => {
    world.clock.now = at("2026-11-24 09:00");
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    const stand = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_KESSOS",
    });
    await recordAbsence(admin, {
      clientActionId: randomUUID(),
      assignmentId: people.head.actor.assignments[0]?.id ?? "",
      substituteId: stand.actor.userId,
      acting: "plh",
      reason: "leave",
      letterNumber: "800/41/KEC-PRS/2026",
      startsOn: "2026-11-24",
      endsOn: "2026-11-26",
    });
    const actors = await inTransaction(stand, (tx) =>
      loadActors(tx, [stand.actor.userId], world.clock.now),
    );
    const actor = actors.get(stand.actor.userId);
    if (!actor) throw new Error("no actor");
    const asHead = world.contextOf(actor);
    const { id, version } = await journeyTo(people, "triaged");
    await routeCase(asHead, { ...act(id, version), target: "DPMD", instruction: "Mohon dibina" });
    const { timeline } = await showCase(people.triage, { caseId: id });
    const acting = {
      kind: "plh",
      role: "subdistrict-head",
      letterNumber: "800/41/KEC-PRS/2026",
    };
    expect(timeline.find((e) => e.type === "case.routed")).toMatchObject({ acting });
    expect(timeline.find((e) => e.type === "case.triaged")).toMatchObject({ acting: null });
    const { items } = await listAudit(admin, { subdistrictCode: paringinSelatan, limit: 50 });
    const number = (await rowOf(id)).number;
    const ofCase = items.filter((item) => item.subject === number);
    expect(ofCase.find((item) => item.type === "case.routed")?.acting).toEqual(acting);
    expect(ofCase.find((item) => item.type === "case.triaged")?.acting).toBeNull();
  });
});
