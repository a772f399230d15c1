import { randomUUID } from "node:crypto";
import { bulkStaleMs, bulkWindowMs } from "@rembuk/domain/cases/bulk";
import type { BulkActInput } from "@rembuk/domain/cases/bulk-commands";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, liyu, paringinSelatan, type World } from "../testing/world";
import { acknowledgeBulk } from "./acknowledge-bulk";
import { listOpenBulks } from "./bulk-queries";
import { openCase } from "./open-case";
import { previewBulk } from "./preview-bulk";
import { settleBulk } from "./settle-bulk";
import { settleDueBulks } from "./settle-due-bulks";
import { submitBulk } from "./submit-bulk";
import { triageCase } from "./triage-case";
import { undoBulk } from "./undo-bulk";

let world: World;
let people: Cast;
/** A prepared answer that any sector could give; made before replies are first read. */
const answering = randomUUID();
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  const texts = { response: "a", solution: "b", followUp: "c" };
  await world.everything.cannedReply.create({
    data: { id: answering, use: "resolve", name: "Uji", outcome: "handled", statuses: [], texts },
    select: { id: true },
  });
}, 60_000);
afterAll(() => world?.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

interface Seen {
  readonly id: string;
  readonly version: number;
}
const triage: BulkActInput = { act: "triage" };
const instruction = "Mohon didampingi.";
const seen = (cases: readonly Seen[]) => cases.map(({ id, version }) => ({ caseId: id, version }));
const batchOf = (cases: readonly Seen[], what: BulkActInput = triage) => ({
  clientActionId: randomUUID(),
  act: what,
  cases: cases.map(({ id, version }) => act(id, version)),
});
const some = async (count: number, stop: "received" | "triaged" = "received") => {
  const made: Seen[] = [];
  for (let at = 0; at < count; at += 1) made.push(await journeyTo(people, stop));
  return made;
};
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms);
};
const worker = () =>
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
const rowsOf = (cases: readonly Seen[]) =>
  world.everything.case.findMany({
    where: { id: { in: cases.map((one) => one.id) } },
    select: { id: true, status: true, version: true, holderCode: true },
  });
const eventsOf = (cases: readonly Seen[], type: string) =>
  world.everything.domainEvent.findMany({
    where: { type, subject: { in: cases.map((one) => `case/${one.id}`) } },
    select: { subject: true, actorId: true, clientActionId: true },
  });
const statusesOf = async (cases: readonly Seen[]) =>
  new Set((await rowsOf(cases)).map((row) => row.status));

describe("the preview of an act on many", () => {
  it("says what each becomes, and which cannot and why, and changes nothing", async () => {
    const received = await journeyTo(people, "received");
    const triaged = await journeyTo(people, "triaged");
    const assigned = await journeyTo(people, "assigned");
    const stale = { ...(await journeyTo(people, "triaged")), version: 0 };
    const act: BulkActInput = { act: "assign", target: "KASI_PMD", instruction };
    const cases = seen([received, triaged, assigned, stale]);
    const shown = await previewBulk(people.triage, { act, cases });
    expect(shown.map((one) => one.becomes?.status ?? one.refusal)).toEqual([
      { code: "CASE_ACTION_NOT_NOW", reason: "NOT_TRIAGED" },
      "assigned",
      { code: "CASE_ACTION_NOT_NOW", reason: "ALREADY_DONE" },
      { code: "CASE_CHANGED_MEANWHILE", reason: null },
    ]);
    expect(shown[1]?.becomes).toMatchObject({ holderKind: "section", holderCode: "KASI_PMD" });
    expect(shown.every((one) => one.number !== null)).toBe(true);
    expect(await statusesOf([received, triaged, assigned])).toEqual(
      new Set(["received", "triaged", "assigned"]),
    );
  });

  it("routes each to the target of its own category", async () => {
    const ours = await journeyTo(people, "triaged");
    const other = await journeyTo(people, "triaged", { categoryCode: "HLT-STUNT" });
    const act: BulkActInput = { act: "route", instruction };
    const shown = await previewBulk(people.triage, { act, cases: seen([ours, other]) });
    const holders = shown.map((one) => one.becomes?.holderCode);
    expect(holders[0]).not.toBe(holders[1]);
    expect(holders.every(Boolean)).toBe(true);
  });

  it("tells nothing of a case that the person may not read", async () => {
    const desk = await world.contextFor("triage-officer", "63.11.02");
    const { id } = await openCase(desk, {
      ...{ clientActionId: randomUUID(), villageCode: liyu, categoryCode: "VIL-LPM" },
      ...{ title: "Kenari", description: "Kenari", channel: "desk" },
    });
    const mine = await journeyTo(people, "received");
    const cases = seen([mine, { id, version: 0 }]);
    const [, hidden] = await previewBulk(people.triage, { act: triage, cases });
    expect(hidden).toMatchObject({ number: null, title: null, becomes: null });
    expect(hidden?.refusal?.code).toBe("CASE_NOT_FOUND");
    const alone = previewBulk(people.triage, { act: triage, cases: cases.slice(1) });
    expect(await codeOf(alone)).toBe("CASE_NOT_FOUND");
  });
});

describe("a batch that is held", () => {
  it("has not happened: no case, no event, nobody told; undone it never does", async () => {
    const cases = await some(3);
    const { batchId } = await submitBulk(people.triage, batchOf(cases));
    expect(await statusesOf(cases)).toEqual(new Set(["received"]));
    expect((await settleBulk(people.triage, { batchId })).state).toBe("held");
    const undo = { clientActionId: randomUUID(), batchId };
    await undoBulk(people.triage, undo);
    expect(await undoBulk(people.triage, undo)).toEqual({ batchId });
    later(10 * bulkWindowMs);
    expect(await settleDueBulks(worker())).toBe(0);
    expect((await settleBulk(people.triage, { batchId })).state).toBe("undone");
    expect(await statusesOf(cases)).toEqual(new Set(["received"]));
    expect(await eventsOf(cases, "case.triaged")).toEqual([]);
    const items = await world.everything.bulkItem.findMany({ where: { batchId } });
    expect(
      items.every((item) => item.command === null),
      "its words are gone",
    ).toBe(true);
  });

  it("is carried out once, when its window is over: one entry of the audit for each case", async () => {
    const cases = await some(3);
    const command = batchOf(cases);
    const { batchId, accepted } = await submitBulk(people.triage, command);
    expect(accepted.map((one) => one.becomes.status)).toEqual(["triaged", "triaged", "triaged"]);
    later(bulkWindowMs);
    const [first, second] = await Promise.all([
      settleBulk(people.triage, { batchId }),
      settleBulk(people.triage, { batchId }),
      settleDueBulks(worker()),
    ]);
    expect([first.state, second.state]).toContain("done");
    const again = await settleBulk(people.triage, { batchId });
    expect(again).toMatchObject({ state: "done", count: 3, refused: [] });
    expect((await rowsOf(cases)).map((row) => [row.status, row.version])).toEqual(
      cases.map(() => ["triaged", 1]),
    );
    const told = await eventsOf(cases, "case.triaged");
    expect(told).toHaveLength(3);
    expect(new Set(told.map((event) => event.clientActionId))).toEqual(
      new Set(command.cases.map((one) => one.clientActionId)),
    );
    const tooLate = undoBulk(people.triage, { clientActionId: randomUUID(), batchId });
    expect(await codeOf(tooLate)).toBe("BULK_UNDO_TOO_LATE");
  });

  it("is either undone or done, whoever is first", async () => {
    for (let round = 0; round < 8; round += 1) {
      const cases = await some(2);
      const { batchId } = await submitBulk(people.triage, batchOf(cases));
      later(bulkWindowMs);
      const undo = undoBulk(people.triage, { clientActionId: randomUUID(), batchId });
      const [undone] = await Promise.all([codeOf(undo), settleBulk(people.triage, { batchId })]);
      const wanted = undone === "done" ? "received" : "triaged";
      await expect.poll(() => statusesOf(cases)).toEqual(new Set([wanted]));
      expect(["done", "BULK_UNDO_TOO_LATE"]).toContain(undone);
    }
  });

  it("is not lost with the tab: the worker carries it out as the person who began it", async () => {
    const cases = await some(2);
    await submitBulk(people.triage, batchOf(cases));
    later(bulkWindowMs);
    expect(await settleDueBulks(worker()), "the screen comes first").toBe(0);
    later(2_000);
    expect(await settleDueBulks(worker())).toBe(1);
    expect(await settleDueBulks(worker())).toBe(0);
    expect(await statusesOf(cases)).toEqual(new Set(["triaged"]));
    const told = await eventsOf(cases, "case.triaged");
    expect(new Set(told.map((event) => event.actorId))).toEqual(
      new Set([people.triage.actor.userId]),
    );
  });

  it("is finished by another when its carrier dies half way, and nothing is done twice", async () => {
    const cases = await some(3);
    const command = batchOf(cases);
    const { batchId } = await submitBulk(people.triage, command);
    later(bulkWindowMs);
    await world.everything.bulkBatch.update({
      where: { id: batchId },
      data: { state: "running", claimedAt: world.clock.now },
      select: { id: true },
    });
    // What the dead process had done, word for word as the batch holds it.
    const [item] = await world.everything.bulkItem.findMany({ where: { batchId, place: 0 } });
    await triageCase(people.triage, item?.command as never);
    expect((await settleBulk(people.triage, { batchId })).state).toBe("running");
    later(bulkStaleMs);
    expect(await settleDueBulks(worker())).toBe(1);
    expect((await settleBulk(people.triage, { batchId })).refused).toEqual([]);
    expect((await rowsOf(cases)).map((row) => row.version)).toEqual([1, 1, 1]);
    expect(await eventsOf(cases, "case.triaged")).toHaveLength(3);
  });
});

describe("what a batch cannot do", () => {
  it("is left out and named when it is begun; with nothing left it is refused", async () => {
    const [fit] = await some(1);
    const assigned = await journeyTo(people, "assigned");
    const held = await submitBulk(people.triage, batchOf([fit as Seen, assigned]));
    expect(held.accepted.map((one) => one.caseId)).toEqual([fit?.id]);
    expect(held.refused.map((one) => [one.caseId, one.refusal?.reason])).toEqual([
      [assigned.id, "ALREADY_DONE"],
    ]);
    const none = submitBulk(people.triage, batchOf([assigned]));
    expect(await codeOf(none)).toBe("CASE_ACTION_NOT_NOW");
  });

  it("is named at its end where somebody was faster, and shown until it was read", async () => {
    const cases = await some(2);
    const [first] = cases;
    const { batchId } = await submitBulk(people.triage, batchOf(cases));
    await triageCase(people.triage, act(first?.id ?? "", 0));
    later(bulkWindowMs);
    const report = await settleBulk(people.triage, { batchId });
    expect(report.refused).toMatchObject([{ caseId: first?.id, code: "CASE_CHANGED_MEANWHILE" }]);
    const mine = (ctx: ServiceContext) =>
      listOpenBulks(ctx).then((all) => all.filter((one) => one.batchId === batchId));
    expect(await mine(people.triage)).toHaveLength(1);
    expect(await mine(people.head), "nobody else hears of it").toEqual([]);
    await acknowledgeBulk(people.head, { batchId });
    expect(await mine(people.triage)).toHaveLength(1);
    await acknowledgeBulk(people.triage, { batchId });
    expect(await mine(people.triage)).toEqual([]);
  });

  it("is decided by what the person may do when it is carried out, not when it was begun", async () => {
    const desk = await world.contextFor("triage-officer", paringinSelatan, { sectorCode: "LOKET" });
    const cases = await some(2);
    const { batchId } = await submitBulk(desk, batchOf(cases));
    await world.everything.assignment.updateMany({
      where: { userId: desk.actor.userId },
      data: { endsOn: new Date("2020-01-02") },
    });
    later(bulkWindowMs + 2_000);
    expect(await settleDueBulks(worker())).toBeGreaterThan(0);
    expect(await statusesOf(cases)).toEqual(new Set(["received"]));
    const items = await world.everything.bulkItem.findMany({ where: { batchId } });
    expect(items.map((item) => [item.outcome, item.code])).toEqual(
      cases.map(() => ["refused", "CASE_NOT_FOUND"]),
    );
  });

  it("is another's: their batch is neither found, undone nor carried out", async () => {
    const { batchId } = await submitBulk(people.triage, batchOf(await some(1)));
    later(bulkWindowMs);
    expect(await codeOf(settleBulk(people.head, { batchId }))).toBe("BULK_NOT_FOUND");
    const undo = undoBulk(people.head, { clientActionId: randomUUID(), batchId });
    expect(await codeOf(undo)).toBe("BULK_NOT_FOUND");
  });

  it("is told once by its id: the same again is answered, another body refused", async () => {
    const cases = await some(2);
    const command = batchOf(cases);
    const first = await submitBulk(people.triage, command);
    expect(await submitBulk(people.triage, command)).toEqual(first);
    const other = submitBulk(people.triage, { ...command, cases: command.cases.slice(1) });
    expect(await codeOf(other)).toBe("CLIENT_ACTION_REUSED");
    const mine = await world.everything.bulkBatch.count({
      where: { userId: people.triage.actor.userId, id: first.batchId },
    });
    expect(mine).toBe(1);
  });
});

describe("a macro on many", () => {
  const replyOf = async (use: string) => {
    const row = await world.everything.cannedReply.findFirstOrThrow({
      where: { use, areaCode: "", categoryCode: null, isActive: true },
      select: { id: true },
    });
    return row.id;
  };

  it("is filled in for each case as it was previewed, whatever is saved meanwhile", async () => {
    const cases = await some(2, "triaged");
    const what: BulkActInput = {
      act: "macro",
      replyId: await replyOf("route"),
      audience: "internal",
    };
    const shown = await previewBulk(people.triage, { act: what, cases: seen(cases) });
    expect(shown.map((one) => one.becomes?.status)).toEqual(["assigned", "assigned"]);
    const { batchId } = await submitBulk(people.triage, batchOf(cases, what));
    later(bulkWindowMs);
    await settleBulk(people.triage, { batchId });
    expect(await statusesOf(cases)).toEqual(new Set(["assigned"]));
    const notes = await world.everything.caseNote.findMany({
      where: { caseId: { in: cases.map((one) => one.id) } },
      select: { body: true },
    });
    expect(new Set(notes.map((note) => note.body))).toEqual(new Set(shown.map((one) => one.words)));
  });

  it("answers in nobody else's name", async () => {
    const working = await journeyTo(people, "in_progress");
    const what: BulkActInput = { act: "macro", replyId: answering, audience: "internal" };
    const [byDesk] = await previewBulk(people.triage, { act: what, cases: seen([working]) });
    expect(byDesk?.refusal?.code).toBe("BULK_ON_BEHALF");
    const [own] = await previewBulk(people.sector, { act: what, cases: seen([working]) });
    expect(own?.becomes?.status).toBe("resolved");
    const notOpen = await journeyTo(people, "received");
    const [early] = await previewBulk(people.triage, { act: what, cases: seen([notOpen]) });
    expect(early?.refusal).toEqual({ code: "CASE_ACTION_NOT_NOW", reason: "NOT_TRIAGED" });
  });
});

describe("fifty at once", () => {
  it("are previewed, held and carried out within seconds", async () => {
    const cases = await some(50);
    const began = performance.now();
    const command = batchOf(cases);
    await previewBulk(people.triage, { act: triage, cases: seen(cases) });
    const previewed = performance.now();
    const { batchId } = await submitBulk(people.triage, command);
    const submitted = performance.now();
    later(bulkWindowMs);
    const report = await settleBulk(people.triage, { batchId });
    const settled = performance.now();
    expect(report).toMatchObject({ state: "done", count: 50, refused: [] });
    console.info(
      `50 cases: preview ${Math.round(previewed - began)} ms, hold ${Math.round(submitted - previewed)} ms, carry out ${Math.round(settled - submitted)} ms`,
    );
    expect(settled - began).toBeLessThan(15_000);
  }, 60_000);
});
