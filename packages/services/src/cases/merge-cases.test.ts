import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { amendCase } from "./amend-case";
import { answerAsReporter } from "./answer-as-reporter";
import { answerForReport } from "./answer-for-report";
import { closeCase } from "./close-case";
import { confirmCase } from "./confirm-case";
import { mergeCases } from "./merge-cases";
import { openCase } from "./open-case";
import { resolveCase } from "./resolve-case";
import { showCase } from "./show-case";
import { splitCase } from "./split-case";
import { trackByNumber } from "./track-case";
import { triageCase } from "./triage-case";
import { undoMerge } from "./undo-merge";

let world: World;
let people: Cast;
let otherDesk: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  otherDesk = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
});
afterAll(() => world.drop());

const rowOf = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const open = (change: Parameters<typeof openCommand>[0] = {}, by = people.triage) =>
  openCase(by, openCommand({ reporter: { name: "Kenari Kuning" }, ...change }));
const merge = (id: string, version: number, intoNumber: string, by = people.triage) =>
  mergeCases(by, { ...act(id, version), intoNumber, reason: "Masalah yang sama" });
const undo = (id: string, version: number, by = people.triage) =>
  undoMerge(by, { ...act(id, version), reason: "Ternyata dua masalah" });
const eventsOf = async (id: string) =>
  (
    await world.everything.domainEvent.findMany({
      where: { subject: `case/${id}` },
      orderBy: { id: "asc" },
    })
  ).map((event) => event.type);

describe("merging", () => {
  it("lets one case carry the other, keeps its reporter and says so on both", async () => {
    const survivor = await open();
    const duplicate = await open({ villageCode: lingsir, reporter: { name: "Melati Putih" } });
    expect(await merge(duplicate.id, 0, survivor.number)).toEqual({ id: duplicate.id, version: 1 });
    const row = await rowOf(duplicate.id);
    expect(row).toMatchObject({
      status: "duplicate",
      mergedIntoId: survivor.id,
      mergedFrom: "received",
      isOpen: false,
    });
    const kept = await world.everything.caseReporter.findMany({ where: { caseId: survivor.id } });
    expect(kept).toMatchObject([
      { sourceCaseId: duplicate.id, personId: row.reporterPersonId, leftAt: null },
    ]);
    expect(await eventsOf(duplicate.id)).toEqual(["case.opened", "case.merged"]);
    expect(await eventsOf(survivor.id)).toEqual(["case.opened", "case.joined"]);
    const shown = await showCase(people.triage, { caseId: survivor.id });
    expect(shown.related.reports).toMatchObject([
      { number: duplicate.number, reporterName: "Melati Putih" },
    ]);
    const seen = await showCase(people.triage, { caseId: duplicate.id });
    expect(seen.related.carriedBy).toMatchObject({
      status: "received",
      opens: { number: survivor.number },
    });
  });

  it("answers the same act twice with one merge", async () => {
    const survivor = await open();
    const duplicate = await open();
    const command = { ...act(duplicate.id, 0), intoNumber: survivor.number, reason: "x" };
    const first = await mergeCases(people.triage, command);
    expect(await mergeCases(people.triage, command)).toEqual(first);
    expect(await eventsOf(survivor.id)).toEqual(["case.opened", "case.joined"]);
  });

  it("points a third report anew when its carrier is merged on, and back when that is undone", async () => {
    const [third, second, first] = [await open(), await open(), await open()];
    await merge(third.id, 0, second.number);
    const { version } = await rowOf(second.id);
    await merge(second.id, version, first.number);
    expect(await rowOf(third.id)).toMatchObject({
      mergedIntoId: first.id,
      mergedPath: [second.id],
    });
    expect((await showCase(people.triage, { caseId: first.id })).related.reports).toHaveLength(2);
    await undo(second.id, version + 1);
    expect(await rowOf(third.id)).toMatchObject({ mergedIntoId: second.id, mergedPath: [] });
    expect((await showCase(people.triage, { caseId: first.id })).related.reports).toHaveLength(0);
    expect((await showCase(people.triage, { caseId: second.id })).related.reports).toHaveLength(1);
  });

  it("joins a new report as it is taken down, in one act", async () => {
    const survivor = await open();
    const joined = await open({ joinNumber: survivor.number.toLowerCase() });
    expect(joined.pin).toMatch(/^\d{6}$/);
    expect(await rowOf(joined.id)).toMatchObject({
      status: "duplicate",
      mergedIntoId: survivor.id,
    });
    await expect(open({ joinNumber: "PRS-2026-9999-A" })).rejects.toMatchObject({
      code: "MERGE_TARGET_UNKNOWN",
    });
  });

  it("refuses itself, a settled case, a secret one into an ordinary one and back", async () => {
    const plain = await open();
    const secret = await open({ privacy: "SECRET" });
    await expect(merge(plain.id, 0, plain.number)).rejects.toMatchObject({
      code: "MERGE_INTO_ITSELF",
    });
    await expect(merge(secret.id, 0, plain.number)).rejects.toMatchObject({
      code: "MERGE_PRIVACY",
    });
    await expect(merge(plain.id, 0, secret.number)).rejects.toMatchObject({
      code: "MERGE_PRIVACY",
    });
    const gone = await open();
    await merge(gone.id, 0, plain.number);
    await expect(merge(secret.id, 0, gone.number)).rejects.toMatchObject({ code: "MERGE_PRIVACY" });
    const late = await open();
    await expect(merge(late.id, 0, gone.number)).rejects.toMatchObject({
      code: "MERGE_TARGET_SETTLED",
    });
  });

  it("knows no case of another kecamatan, and leaves merging to the desk and the leaders", async () => {
    const mine = await open();
    const desk = await world.contextFor("triage-officer", halong);
    const theirs = await openCase(desk, openCommand({ villageCode: liyu }));
    await expect(merge(mine.id, 0, theirs.number)).rejects.toMatchObject({
      code: "MERGE_TARGET_UNKNOWN",
    });
    await expect(merge(mine.id, 0, mine.number, desk)).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    const other = await open();
    await expect(merge(mine.id, 0, other.number, people.village)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(merge(mine.id, 0, other.number, people.sector)).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    expect((await merge(mine.id, 0, other.number, people.head)).version).toBe(1);
  });

  it("does not take a secret case's number from who may not open it", async () => {
    const village = await world.contextFor("village-officer", murungAbuin);
    const secret = await open({ privacy: "SECRET" }, village);
    const mine = await open({ privacy: "SECRET" }, people.triage);
    // The camat without clearance reads neither.
    await expect(merge(mine.id, 0, secret.number, people.head)).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
  });

  it("of two officers at once, one merges and the other is told; never a circle", async () => {
    const [a, b] = [await open(), await open()];
    const both = await Promise.allSettled([
      merge(a.id, 0, b.number),
      merge(b.id, 0, a.number, otherDesk),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [rowA, rowB] = [await rowOf(a.id), await rowOf(b.id)];
    expect([rowA.mergedIntoId, rowB.mergedIntoId].filter((id) => id === null)).toHaveLength(1);
    const [c, d] = [await open(), await open()];
    const same = await Promise.allSettled([
      merge(c.id, 0, d.number),
      merge(c.id, 0, d.number, otherDesk),
    ]);
    const refused = same.find((one) => one.status === "rejected");
    expect(refused).toMatchObject({ reason: { kind: "conflict", code: "CASE_CHANGED_MEANWHILE" } });
  });
});

describe("tracking a merged report", () => {
  it("says how the other stands and, once answered, what the answer is; no person, no number", async () => {
    const survivor = await journeyTo(people, "in_progress", {
      reporter: { name: "Kenari Kuning" },
    });
    const { number } = await rowOf(survivor.id);
    const mine = await open({
      villageCode: lingsir,
      reporter: { name: "Melati" },
      joinNumber: number,
    });
    const tracked = async () =>
      trackByNumber({ ...people.triage }, mine.number, mine.pin ?? "").then((found) => found);
    expect(await tracked()).toMatchObject({
      status: "duplicate",
      carriedBy: { status: "in_progress", holderKind: "sector", outcome: null },
    });
    const { version } = await rowOf(survivor.id);
    const words = { response: "Jalan ditambal", solution: "s", followUp: "f" };
    await resolveCase(people.sector, {
      ...act(survivor.id, version),
      outcome: "handled",
      ...words,
    });
    const after = await tracked();
    expect(after?.carriedBy).toMatchObject({ status: "resolved", outcome: "handled" });
    expect(after?.answer).toEqual(words);
    expect(JSON.stringify(after)).not.toContain("Kenari");
    expect(JSON.stringify(after)).not.toContain(number);

    const answer = {
      token: after?.answerToken ?? "",
      version: after?.version ?? 0,
      clientActionId: randomUUID(),
    };
    // "Sudah" of one of several is kept for that report, and closes nothing for the others.
    const settled = { ...answer, answer: "settled" } as const;
    await answerAsReporter(people.triage, settled);
    await answerAsReporter(people.triage, settled);
    expect((await rowOf(survivor.id)).status).toBe("resolved");
    expect(await tracked()).toMatchObject({ carriedBy: { settledAt: world.clock.now } });
    const shown = await showCase(people.triage, { caseId: survivor.id });
    expect(shown.related.reports).toMatchObject([{ settledAt: world.clock.now }]);
    const judged = (await eventsOf(survivor.id)).filter((type) => type === "case.report-judged");
    expect(judged).toHaveLength(1);
    await expect(
      answerAsReporter(people.triage, {
        ...{ ...answer, clientActionId: randomUUID() },
        ...{ answer: "inform", text: "x" },
      }),
    ).rejects.toMatchObject({ code: "CASE_ACTION_NOT_NOW" });
    // And another mind: it is not settled after all.
    await answerAsReporter(people.triage, {
      ...answer,
      clientActionId: randomUUID(),
      answer: "unsettled",
      text: "Di sini belum.",
    });
    expect((await rowOf(survivor.id)).status).toBe("reopened");
    expect(await tracked()).toMatchObject({
      ...{ status: "duplicate", answerToken: null, carriedBy: { settledAt: null } },
    });
  });

  it("keeps the answer to a secret case from who made another report of it", async () => {
    const survivor = await journeyTo(people, "in_progress");
    const { number } = await rowOf(survivor.id);
    const mine = await open({ villageCode: lingsir, joinNumber: number });
    const { version } = await rowOf(survivor.id);
    const words = { response: "Jalan ditambal", solution: "s", followUp: "f" };
    await resolveCase(people.sector, {
      ...act(survivor.id, version),
      outcome: "handled",
      ...words,
    });
    await world.everything.case.update({
      where: { id: survivor.id },
      data: { privacy: "SECRET", isSecret: true },
    });
    const found = await trackByNumber({ ...people.triage }, mine.number, mine.pin ?? "");
    expect(found).toMatchObject({ answer: null, outcome: null, answerToken: null });
  });
});

describe("undoing", () => {
  it("by another officer brings back status, holder and both deadlines as they stood", async () => {
    const survivor = await open();
    const duplicate = await open();
    await triageCase(people.triage, act(duplicate.id, 0));
    const before = await rowOf(duplicate.id);
    await merge(duplicate.id, 1, survivor.number);
    world.clock.now = at("2026-11-30 09:00");
    await undo(duplicate.id, 2, otherDesk);
    world.clock.now = at("2026-11-23 09:00");
    const after = await rowOf(duplicate.id);
    for (const column of [
      "status",
      "holderKind",
      "totalDueAt",
      "stageDueAt",
      "holds",
      "closedAt",
    ] as const)
      expect(after[column]).toEqual(before[column]);
    expect(after).toMatchObject({
      mergedIntoId: null,
      isOpen: true,
      receivedAt: before.receivedAt,
    });
    expect((await showCase(people.triage, { caseId: survivor.id })).related.reports).toEqual([]);
    expect(await eventsOf(duplicate.id)).toContain("case.unmerged");
    expect(await eventsOf(survivor.id)).toEqual(["case.opened", "case.joined", "case.report-left"]);
    // And again: the reporter is kept a second time.
    await merge(duplicate.id, 3, survivor.number);
    expect((await showCase(people.triage, { caseId: survivor.id })).related.reports).toHaveLength(
      1,
    );
  });

  it("ends 30 days after the carrying case was closed", async () => {
    const survivor = await journeyTo(people, "resolved");
    const { number } = await rowOf(survivor.id);
    const [a, b] = [await open({ joinNumber: number }), await open({ joinNumber: number })];
    const { version } = await rowOf(survivor.id);
    world.clock.now = at("2026-12-10 09:00");
    await closeCase(people.triage, act(survivor.id, version));
    world.clock.now = at("2027-01-09 09:00");
    await undo(a.id, 1);
    world.clock.now = at("2027-01-09 09:01");
    await expect(undo(b.id, 1)).rejects.toMatchObject({ code: "UNDO_TOO_LATE" });
    world.clock.now = at("2026-11-23 09:00");
  });
});

describe("splitting", () => {
  it("makes two cases of one, with the same reporter and the same receipt", async () => {
    world.clock.now = at("2026-11-23 09:00");
    const first = await open();
    world.clock.now = at("2026-11-26 09:00");
    const command = {
      ...act(first.id, 0),
      categoryCode: "CIV-ID",
      title: "KTP belum jadi",
      description: "Sudah tiga bulan.",
      reason: "Dua masalah",
    };
    const done = await splitCase(people.triage, command);
    expect(await splitCase(people.triage, command)).toEqual(done);
    const [original, child] = [await rowOf(first.id), await rowOf(done.childId)];
    expect(child).toMatchObject({
      number: done.childNumber,
      status: "received",
      categoryCode: "CIV-ID",
      splitFromId: first.id,
      receivedAt: original.receivedAt,
      reporterPersonId: original.reporterPersonId,
    });
    expect(child.totalDueAt.getTime()).toBeLessThan(original.totalDueAt.getTime());
    expect(await eventsOf(done.childId)).toEqual(["case.opened"]);
    expect(await eventsOf(first.id)).toEqual(["case.opened", "case.split"]);
    const both = await Promise.all(
      [first.id, done.childId].map((caseId) => showCase(people.triage, { caseId })),
    );
    expect(both[0]?.related.splitInto).toMatchObject([{ number: done.childNumber }]);
    expect(both[1]?.related.splitFrom).toMatchObject({ number: first.number });
    world.clock.now = at("2026-11-23 09:00");
  });

  it("is the desk's, and opens no supervisory complaint out of an ordinary file", async () => {
    const first = await open();
    const command = { categoryCode: "CIV-ID", title: "t", description: "d", reason: "r" };
    await expect(splitCase(people.head, { ...act(first.id, 0), ...command })).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
    const supervisory = { ...act(first.id, 0), ...command, categoryCode: "SUP-FRAUD" };
    await expect(splitCase(people.triage, supervisory)).rejects.toMatchObject({
      code: "SPLIT_SUPERVISORY",
    });
    await amendCase(people.triage, {
      ...{ clientActionId: randomUUID(), caseId: first.id, version: 0 },
      ...{ villageCode: lingsir, reason: "x" },
    });
    await expect(
      splitCase(people.triage, { ...act(first.id, 0), ...command }),
    ).rejects.toMatchObject({ code: "CASE_CHANGED_MEANWHILE" });
  });
});

describe("a merged report of another village", () => {
  const villageOf = (code: string) => world.contextFor("village-officer", code);
  const words = { response: "Jalan ditambal", solution: "s", followUp: "f" };
  /** A case of Murung Abuin that DPMD answered, with a report of Lingsir that it carries. */
  const answered = async () => {
    const survivor = await journeyTo(people, "in_progress");
    const { number } = await rowOf(survivor.id);
    const report = await open({ villageCode: lingsir, joinNumber: number });
    const { version } = await rowOf(survivor.id);
    await resolveCase(people.sector, {
      ...act(survivor.id, version),
      outcome: "handled",
      ...words,
    });
    return { survivor, report };
  };
  const carriedBy = async (ctx: ServiceContext, caseId: string) =>
    (await showCase(ctx, { caseId })).related.carriedBy;
  const say = async (
    ctx: ServiceContext,
    caseId: string,
    word: { answer: "settled" } | { answer: "unsettled"; reason: string },
  ) => {
    const version = (await carriedBy(ctx, caseId))?.judging?.version ?? 0;
    const command = { clientActionId: randomUUID(), caseId, version, ...word };
    const done = await answerForReport(ctx, command);
    expect(await answerForReport(ctx, command)).toEqual(done);
    return done;
  };

  it("reads the answer and says that it is settled there; the carrying case stays open to the others", async () => {
    const { survivor, report } = await answered();
    const lingsirs = await villageOf(lingsir);
    expect(await carriedBy(lingsirs, report.id)).toMatchObject({
      ...{ status: "resolved", answer: words, opens: null, settledAt: null },
      judging: { version: (await rowOf(survivor.id)).version },
    });
    await expect(showCase(lingsirs, { caseId: survivor.id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    await say(lingsirs, report.id, { answer: "settled" });
    expect((await rowOf(survivor.id)).status).toBe("resolved");
    expect((await carriedBy(lingsirs, report.id))?.settledAt).toEqual(world.clock.now);
    expect(await eventsOf(report.id)).toEqual(["case.opened", "case.merged", "case.report-judged"]);
    expect((await eventsOf(survivor.id)).at(-1)).toBe("case.report-judged");
    const { related } = await showCase(people.triage, { caseId: survivor.id });
    expect(related.reports).toMatchObject([{ id: report.id, settledAt: world.clock.now }]);
    // The case's own village closes it, and the report has nothing left to judge.
    const { version } = await rowOf(survivor.id);
    await confirmCase(people.village, { ...act(survivor.id, version), note: null });
    expect(await carriedBy(lingsirs, report.id)).toMatchObject({ status: "closed", judging: null });
  });

  it("says “belum”: the carrying case is open again, with the reason, on the same total clock", async () => {
    const { survivor, report } = await answered();
    const lingsirs = await villageOf(lingsir);
    const before = await rowOf(survivor.id);
    await say(lingsirs, report.id, { answer: "settled" });
    await say(lingsirs, report.id, { answer: "unsettled", reason: "Di Lingsir belum ditambal." });
    expect(await rowOf(survivor.id)).toMatchObject({
      ...{ status: "reopened", totalDueAt: before.totalDueAt, version: before.version + 1 },
    });
    const shown = await showCase(people.triage, { caseId: survivor.id });
    expect(shown.timeline.find((e) => e.type === "case.reopened")).toMatchObject({
      note: "Di Lingsir belum ditambal.",
      actorName: lingsirs.actor.name,
    });
    expect(await carriedBy(lingsirs, report.id)).toMatchObject({ answer: null, judging: null });
    const late = { clientActionId: randomUUID(), caseId: report.id, version: before.version };
    await expect(answerForReport(lingsirs, { ...late, answer: "settled" })).rejects.toMatchObject({
      code: "CASE_CHANGED_MEANWHILE",
    });
    // Answered anew, it is judged anew.
    await world.everything.case.update({
      where: { id: survivor.id },
      data: { status: "resolved", resolvedAt: new Date(world.clock.now.getTime() + 1000) },
    });
    expect(await carriedBy(lingsirs, report.id)).toMatchObject({ settledAt: null, judging: {} });
  });

  it("is judged by its own village alone: a third sees neither, the first judges its own case", async () => {
    const { survivor, report } = await answered();
    const { version } = await rowOf(survivor.id);
    const third = await villageOf("63.11.07.2001");
    for (const caseId of [survivor.id, report.id])
      await expect(showCase(third, { caseId })).rejects.toMatchObject({ code: "CASE_NOT_FOUND" });
    for (const by of [third, people.village])
      for (const caseId of [survivor.id, report.id])
        await expect(
          answerForReport(by, {
            ...{ clientActionId: randomUUID(), caseId, version },
            ...{ answer: "unsettled", reason: "x" },
          }),
        ).rejects.toMatchObject({
          code:
            by === people.village && caseId === survivor.id
              ? "CASE_ACTION_NOT_NOW"
              : "CASE_NOT_FOUND",
        });
    // The desk confirms or reopens the carrying case itself.
    expect((await carriedBy(people.triage, report.id))?.judging).toBeNull();
    expect(await rowOf(survivor.id)).toMatchObject({ status: "resolved", version });
  });

  it("shares nothing of an answer that became secret, and judges nothing", async () => {
    const { survivor, report } = await answered();
    await world.everything.case.update({
      where: { id: survivor.id },
      data: { privacy: "SECRET", isSecret: true },
    });
    const lingsirs = await villageOf(lingsir);
    expect(await carriedBy(lingsirs, report.id)).toMatchObject({ answer: null, judging: null });
    const { version } = await rowOf(survivor.id);
    await expect(
      answerForReport(lingsirs, {
        ...{ clientActionId: randomUUID(), caseId: report.id, version, answer: "settled" },
      }),
    ).rejects.toMatchObject({ code: "CASE_ACTION_NOT_NOW" });
  });
});
