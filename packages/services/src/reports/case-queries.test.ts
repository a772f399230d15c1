import { listCasesInput } from "@rembuk/domain/cases/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptAssignment } from "../cases/accept-assignment";
import { openCase } from "../cases/open-case";
import { countCases, listCases } from "../cases/queries";
import { routeCase } from "../cases/route-case";
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
import type { BoardCount } from "./aggregate-queries";
import { type BoardFigure, listBoardCases } from "./case-queries";
import { type Board, readBoard } from "./queries";

let world: World;
let people: Cast;
const boards = new Map<string, { ctx: ServiceContext; board: Board }>();

/** Two kecamatan, several states, ages and weeks, a secret case and a supervisory one. */
const fill = async () => {
  world.clock.now = at("2026-09-14 09:00");
  await journeyTo(people, "received", { villageCode: lingsir });
  world.clock.now = at("2026-10-28 09:00");
  await journeyTo(people, "in_progress");
  await journeyTo(people, "assigned", { villageCode: lingsir });
  await journeyTo(people, "resolved", { villageCode: lingsir });
  const section = await journeyTo(people, "triaged", { categoryCode: "VIL-FAC" });
  await routeCase(people.triage, {
    ...act(section.id, section.version),
    target: "KASI_PMD",
    instruction: "Mohon ditangani seksi",
  });
  world.clock.now = at("2026-11-20 09:00");
  await journeyTo(people, "received", { categoryCode: "WEL-SAFE" });
  await openCase(people.triage, openCommand({ categoryCode: "SUP-FRAUD" }));
  const desk = await world.contextFor("triage-officer", halong);
  const head = await world.contextFor("village-head", liyu);
  const elsewhere = await journeyTo({ ...people, triage: desk, head }, "assigned", {
    villageCode: liyu,
  });
  await acceptAssignment(people.sector, { ...act(elsewhere.id, elsewhere.version) });
  await openCase(desk, openCommand({ villageCode: liyu }));
  world.clock.now = at("2026-11-25 08:30");
  await journeyTo(people, "resolved");
  await journeyTo(people, "received");
  await world.everything.case.updateMany({
    where: { villageCode: lingsir },
    data: { escalationLevel: 4 },
  });
};

const roles = async (): Promise<Record<string, ServiceContext>> => ({
  camat: await world.contextFor("subdistrict-head", paringinSelatan, { clearance: true }),
  desk: people.triage,
  section: await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" }),
  partner: people.sector,
  village: people.village,
  regency: await world.contextFor("regency-officer", "63.11"),
});

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  await fill();
  world.clock.now = at("2026-11-25 10:00");
  for (const [name, ctx] of Object.entries(await roles()))
    boards.set(name, { ctx, board: await readBoard(ctx) });
});
afterAll(() => world.drop());

const parts = (figure: BoardFigure, { open, near, late }: BoardCount): [BoardFigure, number][] => [
  [figure, open],
  [{ ...figure, lateness: "near" }, near],
  [{ ...figure, lateness: "late" }, late],
];

/** Every number that the screens of a board print, with the door behind it. */
const figuresOf = (board: Board): [BoardFigure, number][] => [
  ...parts({}, board),
  [{ lateness: "today" }, board.dueToday],
  [{ lateness: "week" }, board.dueThisWeek],
  [{ unowned: true }, board.unowned],
  [{ escalated: true }, board.escalated],
  [{ moved: "received", since: "today" }, board.receivedToday],
  [{ moved: "settled", since: "today" }, board.settledToday],
  [{ moved: "received" }, board.receivedThisWeek],
  [{ moved: "settled" }, board.settledThisWeek],
  ...board.villages.flatMap((v) => parts({ villages: [v.code] }, v)),
  ...board.subdistricts.flatMap((s) => parts({ subdistrict: s.code }, s)),
  ...board.ages.flatMap((age, i) => parts({ age: i }, age)),
  ...board.holders.flatMap(({ kind, code, ...counts }) =>
    parts({ holderKind: kind as BoardFigure["holderKind"], holderCode: code ?? undefined }, counts),
  ),
  ...board.sectors.flatMap((s) => parts({ categories: [...s.categories] }, s)),
  ...board.categories.flatMap(({ code, places, ...counts }) => [
    ...parts({ categories: [code] }, counts),
    ...places.flatMap(({ subdistrictCode, ...here }) =>
      parts({ categories: [code], subdistrict: subdistrictCode }, here),
    ),
  ]),
  ...board.weeks.flatMap(({ monday, received, settled }): [BoardFigure, number][] => [
    [{ moved: "received", since: monday }, received],
    [{ moved: "settled", since: monday }, settled],
  ]),
];

describe("the door behind each number of a board", () => {
  it.each(["camat", "desk", "section", "partner", "village", "regency"])(
    "opens exactly what it counts: %s",
    async (name) => {
      const { ctx, board } = boards.get(name) ?? {};
      if (!ctx || !board) throw new Error(`no board of ${name}`);
      expect(board.open).toBeGreaterThan(0);
      const wrong: unknown[] = [];
      for (const [figure, told] of figuresOf(board)) {
        const list = await listBoardCases(ctx, figure, 200);
        if (list.items.length !== told || list.total !== told)
          wrong.push([figure, told, list.total]);
      }
      expect(wrong).toEqual([]);
    },
  );

  it("says the same as the queue where the queue is the door", async () => {
    for (const { ctx, board } of boards.values()) {
      const views = {
        all: {},
        turn: { holder: "mine" as const },
        late: { lateness: "late" as const },
        week: { lateness: "week" as const },
        ...Object.fromEntries(
          board.states.map((s) => [
            `${s.status} ${s.holderKind}`,
            { statuses: [s.status], holder: s.holderKind as "desk" },
          ]),
        ),
      };
      const { all, turn, late, week, ...states } = await countCases(ctx, views);
      expect({ all, turn, late, week }).toEqual({
        all: board.open,
        turn: board.turn,
        late: board.late,
        week: board.dueThisWeek,
      });
      expect(states).toEqual(
        Object.fromEntries(board.states.map((s) => [`${s.status} ${s.holderKind}`, s.open])),
      );
    }
  });
});

describe("the queue as the door of a group", () => {
  it("holds the same by kecamatan, holder, category and escalation", async () => {
    for (const { ctx, board } of boards.values()) {
      const groups = [
        { told: board.escalated, filter: { escalated: true as const } },
        ...board.subdistricts.map((s) => ({ told: s.open, filter: { subdistricts: [s.code] } })),
        ...board.categories.map((c) => ({
          told: c.late,
          filter: { categories: [c.code], lateness: "late" as const },
        })),
        ...board.holders.map(({ kind, code, open }) => ({
          told: open,
          filter: { holder: kind as "desk", ...(code ? { units: [code] } : {}) },
        })),
      ];
      const counts = await countCases(
        ctx,
        Object.fromEntries(groups.map(({ filter }, at) => [String(at), filter])),
      );
      expect(groups.map((_, at) => counts[String(at)])).toEqual(groups.map((group) => group.told));
    }
  });
});

describe("whose board it is", () => {
  const boardOf = (name: string): Board => boards.get(name)?.board as Board;

  it("gives a partner its cases of every kecamatan of the kabupaten", () => {
    const { subdistricts, categories, open } = boardOf("partner");
    expect(subdistricts.map((s) => [s.code, s.open])).toEqual([
      [halong, 1],
      [paringinSelatan, open - 1],
    ]);
    const places = categories.flatMap((one) => one.places.map((p) => p.subdistrictCode));
    expect(new Set(places)).toEqual(new Set([halong, paringinSelatan]));
  });

  it("gives a village its own and nothing of its neighbours, not as a place either", async () => {
    const { ctx, board } = boards.get("village") ?? {};
    expect(board?.villages.map((v) => v.code)).toEqual([murungAbuin]);
    const page = await listCases(ctx as ServiceContext, listCasesInput.parse({ limit: 100 }));
    expect(board?.open).toBe(page.items.length);
    expect(await listBoardCases(ctx as ServiceContext, { villages: [lingsir] }, 50)).toMatchObject({
      total: 0,
    });
  });

  it("gives the kabupaten what rose to it, with a zero for the other kecamatan", () => {
    const { open, escalated, subdistricts } = boardOf("regency");
    expect(open).toBe(escalated);
    expect(subdistricts.map((s) => [s.code, s.open])).toEqual([
      [halong, 0],
      [paringinSelatan, open],
    ]);
  });

  it("sums categories, sectors, states and kecamatan to the total", () => {
    for (const { board } of boards.values())
      for (const group of [board.categories, board.sectors, board.states, board.subdistricts])
        expect(group.reduce((n, row) => n + row.open, 0)).toBe(board.open);
  });
});
