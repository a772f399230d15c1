import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import { countCases } from "../cases/queries";
import { routeCase } from "../cases/route-case";
import { triageCase } from "../cases/triage-case";
import type { ServiceContext } from "../context";
import { act, type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  lingsir,
  liyu,
  paringinSelatan,
  type World,
} from "../testing/world";
import { type BoardFigure, listBoardCases } from "./case-queries";
import { type Board, readBoard } from "./queries";

let world: World;
let people: Cast;
let camat: ServiceContext;
let board: Board;

/** Cases of every state and of several ages; one secret, one supervisory, one of another kecamatan. */
const fill = async () => {
  world.clock.now = at("2026-09-14 09:00");
  await journeyTo(people, "received", { villageCode: lingsir });
  world.clock.now = at("2026-11-02 09:00");
  await journeyTo(people, "in_progress");
  await journeyTo(people, "assigned", { villageCode: lingsir });
  const section = await journeyTo(people, "triaged");
  await routeCase(people.triage, {
    ...act(section.id, section.version),
    target: "KASI_PMD",
    instruction: "Mohon ditangani seksi",
  });
  world.clock.now = at("2026-11-20 09:00");
  await journeyTo(people, "received", { categoryCode: "WEL-SAFE" });
  await openCase(people.triage, openCommand({ categoryCode: "SUP-FRAUD" }));
  const desk = await world.contextFor("triage-officer", halong);
  await openCase(desk, openCommand({ villageCode: liyu }));
  world.clock.now = at("2026-11-24 09:00");
  await journeyTo(people, "resolved");
  await journeyTo(people, "received");
};

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  camat = await world.contextFor("subdistrict-head", paringinSelatan, { clearance: true });
  await fill();
  world.clock.now = at("2026-11-25 10:00");
  board = await readBoard(camat);
});
afterAll(() => world.drop());

const sum = (
  rows: readonly { readonly open: number; readonly late: number; readonly near: number }[],
) =>
  rows.reduce(
    (all, row) => ({
      open: all.open + row.open,
      late: all.late + row.late,
      near: all.near + row.near,
    }),
    { open: 0, late: 0, near: 0 },
  );
const size = async (ctx: ServiceContext, figure: BoardFigure) =>
  (await listBoardCases(ctx, figure, 100)).total;

describe("the sums of a board", () => {
  it("agree by village, by holder and by age with the total", () => {
    const { open, late, near } = board;
    expect(open).toBe(7);
    expect(late).toBeGreaterThan(0);
    for (const part of [board.villages, board.holders, board.ages])
      expect(sum(part)).toEqual({ open, late, near });
  });

  it("agree with the queue's own counts", async () => {
    const counts = await countCases(camat, {
      all: {},
      late: { lateness: "late" },
      today: { lateness: "today" },
      unowned: { holder: "unowned" },
      desk: { holder: "desk" },
    });
    expect(counts).toEqual({
      all: board.open,
      late: board.late,
      today: board.dueToday,
      unowned: board.unowned,
      desk: board.holders.find((h) => h.kind === "desk")?.open,
    });
  });

  it("open to exactly the cases they count", async () => {
    for (const village of board.villages)
      expect(await size(camat, { villages: [village.code] })).toBe(village.open);
    for (const [age, group] of board.ages.entries())
      expect([age, await size(camat, { age })]).toEqual([age, group.open]);
    for (const { kind, code, open } of board.holders) {
      const holderKind = kind as BoardFigure["holderKind"];
      expect(await size(camat, { holderKind, holderCode: code ?? undefined })).toBe(open);
    }
    expect(await size(camat, { escalated: true })).toBe(board.escalated);
    expect(await size(camat, { moved: "received" })).toBe(board.receivedThisWeek);
    expect(await size(camat, { moved: "settled" })).toBe(board.settledThisWeek);
  });

  it("show every village of the kecamatan, with a zero where nothing is open", () => {
    expect(board.villages).toHaveLength(16);
    expect(board.villages.filter((v) => v.open === 0)).toHaveLength(14);
  });

  it("put each case into one age group of working days", () => {
    expect(board.ages.map((a) => [a.from, a.to, a.open])).toEqual([
      [0, 3, 3],
      [4, 7, 0],
      [8, 14, 0],
      [15, 30, 3],
      [31, null, 1],
    ]);
  });

  it("count weeks from Monday", () => {
    expect(board.weeks).toHaveLength(12);
    expect(board.weeks[0]?.startsOn).toEqual(at("2026-09-07 00:00"));
    expect(board.weeks.map((w) => w.received)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2]);
    expect(board.weeks.at(-1)?.settled).toBe(1);
  });

  it("name the case that is open for longest", () => {
    expect(board.oldestCase?.receivedAt).toEqual(at("2026-09-14 09:00"));
  });

  it("list the late ones, latest first", () => {
    const dues = board.lateCases.map((c) => Math.min(+c.total.dueAt, +c.stage.dueAt));
    expect(board.lateCases).toHaveLength(board.late);
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
  });
});

describe("the reach of a board", () => {
  it("ends at the kecamatan", async () => {
    const other = await world.contextFor("subdistrict-head", halong, { clearance: true });
    const seen = await readBoard(other);
    expect(seen.open).toBe(1);
    expect(seen.villages.every((v) => v.subdistrictCode === halong)).toBe(true);
    const paron = await world.contextFor("subdistrict-head", "35.21.10", { clearance: true });
    expect((await readBoard(paron)).open).toBe(0);
    expect(await size(other, { subdistrict: paringinSelatan })).toBe(0);
  });

  it("leaves secret cases out where there is no need to know", async () => {
    const cleared = board.open;
    const plain = await world.contextFor("subdistrict-head", paringinSelatan);
    expect((await readBoard(plain)).open).toBe(cleared - 1);
  });

  it("never holds a supervisory case, not in the week's numbers either", async () => {
    const all = await world.everything.case.count({
      where: { subdistrictCode: paringinSelatan, isOpen: true },
    });
    expect(all).toBe(board.open + 1);
    const inspectorate = await world.contextFor("inspectorate", "63.11", {
      sectorCode: "INSPEKTORAT",
    });
    await expect(readBoard(inspectorate)).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("of a sector is what it holds, of a section its own matters", async () => {
    expect((await readBoard(people.sector)).open).toBe(3);
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    expect((await readBoard(kasi)).open).toBe(6);
    const stranger = await world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" });
    expect((await readBoard(stranger)).open).toBe(0);
  });

  it("is refused to those who have no board", async () => {
    const reporter = await world.contextFor("reporter", lingsir);
    await expect(readBoard(reporter)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listBoardCases(reporter, {}, 5)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a board that changes", () => {
  it("moves a case from one holder to the other and keeps the total", async () => {
    const before = await readBoard(camat);
    const fresh = await listBoardCases(camat, { holderKind: "desk" }, 100);
    const newest = fresh.items.find((c) => +c.receivedAt === +at("2026-11-24 09:00"));
    const { version } = await triageCase(people.triage, act(newest?.id ?? "", 0));
    await routeCase(people.triage, {
      ...act(newest?.id ?? "", version),
      target: "DPMD",
      instruction: "Mohon dibina",
    });
    const after = await readBoard(camat);
    expect(after.open).toBe(before.open);
    const heldBy = (of: Board, kind: string) =>
      of.holders.filter((h) => h.kind === kind).reduce((n, h) => n + h.open, 0);
    expect(heldBy(after, "desk")).toBe(heldBy(before, "desk") - 1);
    expect(heldBy(after, "sector")).toBe(heldBy(before, "sector") + 1);
  });
});
