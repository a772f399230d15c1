import { randomUUID } from "node:crypto";
import { bulkWindowMs } from "@rembuk/domain/cases/bulk";
import type { BulkActInput } from "@rembuk/domain/cases/bulk-commands";
import type { ReplyRow } from "@rembuk/domain/cases/reply-sheet";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, answer, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, liyu, type World } from "../testing/world";
import { acceptReferral } from "./accept-referral";
import { previewBulk } from "./preview-bulk";
import { previewSheet } from "./preview-sheet";
import { referCase } from "./refer-case";
import { settleBulk } from "./settle-bulk";
import { submitBulk } from "./submit-bulk";
import { submitSheet } from "./submit-sheet";
import { undoBulk } from "./undo-bulk";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
}, 60_000);
afterAll(() => world?.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const note: BulkActInput = { act: "note", audience: "partner", body: "Petugas sudah di lokasi." };
const resolve: BulkActInput = { act: "resolve", ...answer };
const numberOf = async (id: string) =>
  (await world.everything.case.findUniqueOrThrow({ where: { id } })).number;
const lineOf = async (
  kase: { id: string; version: number },
  what: BulkActInput,
  line = 2,
): Promise<ReplyRow> => ({
  ...{ line, number: await numberOf(kase.id), version: kase.version, act: what },
});
const sheet = (...rows: ReplyRow[]) => ({ clientActionId: randomUUID(), rows });
const carryOut = async (ctx: ServiceContext, batchId: string) => {
  world.clock.now = new Date(world.clock.now.getTime() + bulkWindowMs);
  return settleBulk(ctx, { batchId });
};
const eventsOf = (ids: readonly string[], type: string) =>
  world.everything.domainEvent.count({
    where: { type, subject: { in: ids.map((id) => `case/${id}`) } },
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (isDomainError(error) ? error.code : String(error)),
  );

describe("one reply to many", () => {
  it("is a note on each, an answer on each, an acceptance of each", async () => {
    const waiting = [await journeyTo(people, "assigned"), await journeyTo(people, "assigned")];
    const ids = waiting.map((one) => one.id);
    const send = async (what: BulkActInput, cases: readonly { id: string; version: number }[]) => {
      const held = await submitBulk(people.sector, {
        clientActionId: randomUUID(),
        act: what,
        cases: cases.map(({ id, version }) => act(id, version)),
      });
      return carryOut(people.sector, held.batchId);
    };
    expect((await send({ act: "accept" }, waiting)).refused).toEqual([]);
    expect(await eventsOf(ids, "case.accepted")).toBe(2);
    expect((await send(note, waiting)).refused).toEqual([]);
    expect(await eventsOf(ids, "case.note-added")).toBe(2);
    const now = await world.everything.case.findMany({ where: { id: { in: ids } } });
    expect((await send(resolve, now)).refused).toEqual([]);
    expect(await eventsOf(ids, "case.resolved")).toBe(2);
    const actors = await world.everything.domainEvent.findMany({
      where: { type: "case.resolved", subject: { in: ids.map((id) => `case/${id}`) } },
    });
    expect(new Set(actors.map((event) => event.actorId))).toEqual(
      new Set([people.sector.actor.userId]),
    );
  });

  it("is a step of the help where only a referral opens the case", async () => {
    const kase = await journeyTo(people, "in_progress");
    const health = await world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" });
    const { version } = await referCase(people.triage, {
      ...act(kase.id, kase.version),
      referrals: [{ target: "DINKES", asked: "Mohon diperiksa", mandatory: true, limitDays: 5 }],
    });
    const preview = () => previewBulk(health, { act: note, cases: [{ caseId: kase.id, version }] });
    expect((await preview())[0]?.refusal?.code).toBe("REFERRAL_NOT_NOW");
    const referral = await world.everything.referral.findFirstOrThrow({
      where: { caseId: kase.id },
    });
    await acceptReferral(health, {
      ...act(kase.id, referral.version),
      referralId: referral.id,
    });
    expect((await preview())[0]?.refusal).toBeNull();
    const held = await submitSheet(health, sheet(await lineOf({ id: kase.id, version }, note)));
    expect((await carryOut(health, held.batchId)).refused).toEqual([]);
    const entries = await world.everything.referralEntry.findMany({
      where: { referralId: referral.id, kind: "milestone" },
    });
    expect(entries.map((entry) => entry.body)).toEqual(["Petugas sudah di lokasi."]);
    expect(
      (await previewSheet(health, sheet(await lineOf({ id: kase.id, version }, note))))[0],
    ).toMatchObject({ isDone: true });
  });
});

describe("a filled-in sheet", () => {
  it("does a different act on each line, each with an entry of its own, once", async () => {
    const [first, second, third] = [
      await journeyTo(people, "assigned"),
      await journeyTo(people, "in_progress"),
      await journeyTo(people, "in_progress"),
    ];
    const rows = [
      await lineOf(first, { act: "accept" }, 2),
      await lineOf(second, note, 3),
      await lineOf(third, resolve, 4),
    ];
    const dry = await previewSheet(people.sector, { rows });
    expect(dry.map((row) => [row.line, row.kind, row.becomes?.status])).toEqual([
      [2, "accept", "in_progress"],
      [3, "note", "in_progress"],
      [4, "resolve", "resolved"],
    ]);
    expect(await eventsOf([first.id], "case.accepted")).toBe(0);
    const held = await submitSheet(people.sector, sheet(...rows));
    expect((await carryOut(people.sector, held.batchId)).refused).toEqual([]);
    expect(await eventsOf([first.id], "case.accepted")).toBe(1);
    expect(await eventsOf([second.id], "case.note-added")).toBe(1);
    expect(await eventsOf([third.id], "case.resolved")).toBe(1);

    // The same file again: nothing is left to do, and nothing happens.
    const again = await previewSheet(people.sector, { rows });
    expect(again.map((row) => row.isDone)).toEqual([true, true, true]);
    expect(await codeOf(submitSheet(people.sector, sheet(...rows)))).toBe("SHEET_ALL_DONE");
    // One line more, or other words: that line alone is new.
    const other = { ...rows[1], act: { ...note, body: "Selesai besok." } } as ReplyRow;
    const more = await submitSheet(people.sector, sheet(rows[0] as ReplyRow, other));
    expect(more.accepted).toHaveLength(1);
    await carryOut(people.sector, more.batchId);
    expect(await eventsOf([second.id], "case.note-added")).toBe(2);
  });

  it("comes twice within the window and still does its work once", async () => {
    const kase = await journeyTo(people, "in_progress");
    const rows = [await lineOf(kase, note)];
    const one = await submitSheet(people.sector, sheet(...rows));
    const two = await submitSheet(people.sector, sheet(...rows));
    await carryOut(people.sector, one.batchId);
    await settleBulk(people.sector, { batchId: two.batchId });
    expect(await eventsOf([kase.id], "case.note-added")).toBe(1);
  });

  it("can be undone as any batch", async () => {
    const kase = await journeyTo(people, "assigned");
    const rows = [await lineOf(kase, { act: "accept" })];
    const { batchId } = await submitSheet(people.sector, sheet(...rows));
    await undoBulk(people.sector, { clientActionId: randomUUID(), batchId });
    await carryOut(people.sector, batchId);
    expect(await eventsOf([kase.id], "case.accepted")).toBe(0);
    expect((await previewSheet(people.sector, { rows }))[0]).toMatchObject({ isDone: false });
  });

  it("names each line that cannot be done and why, and tells nothing of foreign cases", async () => {
    const own = await journeyTo(people, "assigned");
    const late = { ...(await journeyTo(people, "in_progress")), version: 0 };
    const desk = await journeyTo(people, "received");
    const foreign = await world.contextFor("triage-officer", "63.11.02");
    const head = await world.contextFor("village-head", liyu);
    const elsewhere = await journeyTo({ ...people, triage: foreign, head }, "received", {
      villageCode: liyu,
    });
    const rows = [
      await lineOf(own, resolve, 2),
      await lineOf(late, resolve, 3),
      await lineOf(desk, note, 4),
      await lineOf(elsewhere, note, 5),
      { line: 6, number: "PRS-2026-9999-Z", version: 0, act: note },
    ];
    const named = await previewSheet(people.sector, { rows });
    expect(named.map((row) => row.refusal?.code)).toEqual([
      "CASE_ACTION_NOT_NOW",
      "CASE_CHANGED_MEANWHILE",
      ...["CASE_NOT_FOUND", "CASE_NOT_FOUND", "CASE_NOT_FOUND"],
    ]);
    const blind = named.slice(2).map(({ line: _, number: __, ...told }) => told);
    expect(blind[0]).toEqual(blind[2]);
    expect(blind[1]).toEqual(blind[2]);
    expect(await codeOf(previewSheet(people.sector, { rows: rows.slice(2, 5) }))).toBe(
      "CASE_NOT_FOUND",
    );
  });
});
