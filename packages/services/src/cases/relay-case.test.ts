import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notifyAudience } from "../notifications/notify-audience";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, type World } from "../testing/world";
import { relayCase } from "./relay-case";
import { remindUnrelayedCases } from "./remind-unrelayed-cases";
import { showCase } from "./show-case";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world?.drop());

const system = (now: () => Date) =>
  systemContext({ db: world.everything, reads: world.reads, keys: world.keys, demo: true, now });

const resolved = () => journeyTo(people, "resolved", { reporter: { name: "Siti (fiktif)" } });
const relay = (caseId: string, toldAt = world.clock.now) => ({
  clientActionId: randomUUID(),
  caseId,
  toldBy: "Rahmat, kaur keuangan",
  how: "whatsapp" as const,
  toldAt,
});
const events = (caseId: string, type: string) =>
  world.everything.domainEvent.findMany({ where: { subject: `case/${caseId}`, type } });
const daysLater = (days: number) => () => new Date(world.clock.now.getTime() + days * 86_400_000);

describe("the citizen was told", () => {
  it("is recorded once with who, how and when, and moves neither version nor clock", async () => {
    const { id } = await resolved();
    const before = await showCase(people.village, { caseId: id });
    const command = relay(id);
    await Promise.all([relayCase(people.village, command), relayCase(people.village, command)]);
    const after = await showCase(people.village, { caseId: id });
    expect(after.relays).toHaveLength(1);
    expect(after.relays[0]).toMatchObject({ toldBy: command.toldBy, how: "whatsapp" });
    expect(after.relays[0]?.toldAt).toEqual(command.toldAt);
    expect([after.version, after.status, after.total.dueAt]).toEqual([
      before.version,
      before.status,
      before.total.dueAt,
    ]);
    expect(after.timeline[0]?.type).toBe("case.relayed");
    await expect(
      relayCase(people.village, { ...command, toldBy: "Orang lain" }),
    ).rejects.toMatchObject({ code: "CLIENT_ACTION_REUSED" });
  });

  it("carries no name in its event", async () => {
    const { id } = await resolved();
    await relayCase(people.village, relay(id));
    const [event] = await events(id, "case.relayed");
    expect(Object.keys(event?.payload as object).sort()).toEqual(["how", "relayId", "toldAt"]);
    expect(JSON.stringify(event?.payload)).not.toContain("Rahmat");
  });

  it("is recorded by the village and the desk alone, never ahead of time", async () => {
    const { id } = await resolved();
    await expect(relayCase(people.sector, relay(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const elsewhere = await world.contextFor("triage-officer", halong);
    await expect(relayCase(elsewhere, relay(id))).rejects.toMatchObject({ code: "CASE_NOT_FOUND" });
    const future = new Date(world.clock.now.getTime() + 60_000);
    await expect(relayCase(people.village, relay(id, future))).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
    await expect(
      relayCase(people.village, relay(id, at("2020-01-01 08:00"))),
    ).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect(await events(id, "case.relayed")).toEqual([]);
    expect((await relayCase(people.triage, relay(id))).id).toBe(id);
  });
});

describe("an answer of which nobody told the citizen", () => {
  it("is reminded of once after two working days, by however many sweeps, and the village is told", async () => {
    const { id } = await resolved();
    await remindUnrelayedCases(system(daysLater(1)));
    expect(await events(id, "case.relay-missed")).toEqual([]);
    const late = system(daysLater(7));
    await Promise.all([remindUnrelayedCases(late), remindUnrelayedCases(late)]);
    await remindUnrelayedCases(system(daysLater(9)));
    const [event, ...more] = await events(id, "case.relay-missed");
    expect(more).toEqual([]);
    const told = await notifyAudience(late, {
      eventId: event?.id ?? "",
      audience: "village",
      mail: "off",
    });
    expect(told.map((t) => t.recipientId)).toContain(people.village.actor.userId);
  });

  it("is not reminded of once the citizen was told", async () => {
    const { id } = await resolved();
    await relayCase(people.village, relay(id));
    await remindUnrelayedCases(system(daysLater(7)));
    expect(await events(id, "case.relay-missed")).toEqual([]);
  });

  it("is nobody's to tell where no citizen brought it", async () => {
    const { id } = await journeyTo(people, "resolved");
    expect((await showCase(people.village, { caseId: id })).mayRelay).toBe(false);
    await expect(relayCase(people.village, relay(id))).rejects.toMatchObject({
      code: "RELAY_NOBODY",
    });
    await remindUnrelayedCases(system(daysLater(7)));
    expect(await events(id, "case.relay-missed")).toEqual([]);
  });
});
