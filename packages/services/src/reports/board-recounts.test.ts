import { randomUUID } from "node:crypto";
import { can } from "@rembuk/domain/access/policy";
import { isTurnOf } from "@rembuk/domain/cases/lifecycle";
import type { Case } from "@rembuk/domain/cases/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readerCalendar } from "../calendars/reader-queries";
import { openCase } from "../cases/open-case";
import { type Row, toCase } from "../cases/row-store";
import type { ServiceContext } from "../context";
import { openCommand } from "../testing/case-journey";
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
import { readAggregates } from "./aggregate-queries";
import { type BoardPeriods, computeBoardPeriods } from "./compute-board-periods";

const events = 10_000;
const flushEvery = 500;
const checkEvery = 2_500;

/** The same numbers each run. */
const random = (() => {
  let state = 20261122;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
})();
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

let world: World;
let now: Date;
let template: Row;
const cases = new Map<string, Row>();
const changed = new Set<string>();

const minutes = (n: number) => n * 60_000;
const around = (from: number, to: number) =>
  new Date(now.getTime() + minutes(Math.round((from + random() * (to - from)) * 1_440)));

const receive = (): void => {
  const id = randomUUID();
  const village = oneOf([murungAbuin, lingsir, "63.11.07.1001", liyu]);
  const receivedAt = around(-130, 0);
  cases.set(id, {
    ...template,
    ...{ id, number: `RND-${cases.size}`, tracking_hash: `\\x${id.replaceAll("-", "")}` },
    ...{ village_code: village, subdistrict_code: village.slice(0, 8), is_open: true },
    ...{ category_code: oneOf(["VIL-LPM", "VIL-FIN", "CIV-ID"]), section_code: "KASI_PMD" },
    ...{ status: "received", holder_kind: "desk", holder_code: null, lead_party: null },
    ...{ received_at: receivedAt, resolved_at: null, closed_at: null, escalation_level: 0 },
    ...{ due_at: around(-20, 20), is_secret: random() < 0.1, is_supervisory: random() < 0.05 },
    responsible_id: random() < 0.2 ? null : template.responsible_id,
    reported_party: random() < 0.05 ? `${village.slice(0, 8)}:KASI_PMD` : null,
  });
  changed.add(id);
};

const held = (kind: string, code: string | null, party: string | null, status: string): Row => ({
  ...{ holder_kind: kind, holder_code: code, lead_party: party, status, is_open: true },
  ...{ lead_sector_code: kind === "sector" ? code : null, resolved_at: null, closed_at: null },
});
const ended = (status: string): Row => ({
  ...{ status, is_open: false, holder_kind: "none", holder_code: null },
  closed_at: around(-100, 0),
});

/** What may happen to a case that is there. */
const happenings: readonly (() => Row)[] = [
  () => held("desk", null, null, "triaged"),
  () => held("sector", "DPMD", "63.11:DPMD", "assigned"),
  () => held("sector", "DINKES", "63.11:DINKES", "in_progress"),
  () => held("section", "KASI_PMD", null, "in_progress"),
  () => ({ status: "on_hold" }),
  () => ({ status: "resolved", holder_kind: "village", resolved_at: around(-100, 0) }),
  () => ended("closed"),
  () => ended("cancelled"),
  () => ({ due_at: around(-20, 20) }),
  () => ({ escalation_level: Math.floor(random() * 5) }),
  () => ({ is_secret: random() < 0.3 }),
  () => ({ responsible_id: random() < 0.5 ? null : template.responsible_id }),
];

const happen = (): void => {
  if (cases.size < 200 || random() < 0.15) {
    receive();
    return;
  }
  const id = oneOf([...cases.keys()]);
  cases.set(id, { ...cases.get(id), ...oneOf(happenings)() });
  changed.add(id);
};

/** Writes what changed: the rows are in the database as they are here. */
const flush = async (): Promise<void> => {
  const rows = JSON.stringify([...changed].map((id) => cases.get(id)));
  const columns = Object.keys(template).filter((column) => column !== "id");
  await world.everything.$executeRawUnsafe(
    `INSERT INTO "case" AS c SELECT * FROM jsonb_populate_recordset(NULL::"case", $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${columns.map((k) => `${k} = excluded.${k}`).join(", ")}`,
    rows,
  );
  changed.clear();
};

type Counts = Record<string, readonly [number, number, number]>;
const isOn = (kase: Case) => kase.status !== "on_hold";

/** What the board's statement should say, counted from the rows one by one and by the permission alone. */
const recount = (ctx: ServiceContext, periods: BoardPeriods): Counts => {
  const found = new Map<string, [number, number, number]>();
  const add = (
    part: string,
    kind: string | null,
    code: string | null,
    near = false,
    late = false,
  ) => {
    const key = `${part} ${kind} ${code}`;
    const [n, nears, lates] = found.get(key) ?? [0, 0, 0];
    found.set(key, [n + 1, nears + Number(near), lates + Number(late)]);
  };
  const bucket = (time: Date, bounds: readonly Date[]) => bounds.filter((b) => b <= time).length;
  const inDays = (due: Date, days: number) => due > now && due <= around(days, days);
  for (const row of cases.values()) {
    const kase = toCase({ ...row, holds: [] });
    if (!can(ctx.actor, "case.read", kase)) continue;
    const settledAt = kase.resolvedAt ?? kase.closedAt;
    for (const [part, time] of [
      ["received", kase.receivedAt] as const,
      ["settled", settledAt] as const,
    ]) {
      if (time === null) continue;
      if (time >= (periods.weekStarts[0] as Date))
        add(part, null, String(bucket(time, periods.weekStarts)));
      if (time >= periods.todayStart) add(`today-${part}`, null, null);
    }
    if (!row.is_open) continue;
    const due = row.due_at as Date;
    const late = due <= now && isOn(kase);
    const near = due > now && due < periods.nearUntil && isOn(kase);
    add("total", null, null, near, late);
    add("village", null, kase.villageCode, near, late);
    add("holder", kase.holder.kind, kase.holder.code, near, late);
    add("state", kase.status, kase.holder.kind, near, late);
    add("category", kase.categoryCode, kase.subdistrictCode, near, late);
    add("age", null, String(bucket(kase.receivedAt, periods.ageBounds)), near, late);
    if (inDays(due, 1)) add("today", null, null);
    if (inDays(due, 7)) add("week", null, null);
    if (kase.responsibleId === null && kase.holder.kind !== "sector") add("unowned", null, null);
    if (kase.escalationLevel > 0) add("escalated", null, null);
    if (isTurnOf(ctx.actor, kase)) add("turn", null, null);
  }
  return Object.fromEntries([...found].sort());
};

const told = async (ctx: ServiceContext, periods: BoardPeriods): Promise<Counts> => {
  const rows = await readAggregates(ctx, periods);
  return Object.fromEntries(
    rows
      .filter((row) => row.n > 0 && !row.part.endsWith("-case"))
      .map((row) => [`${row.part} ${row.kind} ${row.code}`, [row.n, row.near, row.late]] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

beforeAll(async () => {
  world = await createWorld();
  now = at("2026-11-25 10:00");
  world.clock.now = now;
  const desk = await world.contextFor("triage-officer", paringinSelatan);
  const { id } = await openCase(desk, openCommand());
  const [row] = await world.everything.$queryRawUnsafe<Row[]>(
    `SELECT c.* FROM "case" c WHERE c.id = $1::uuid`,
    id,
  );
  const { tracking_hash: _, ...rest } = row ?? {};
  template = { ...rest, created_by_id: randomUUID(), lead_sector_code: null };
  await world.everything.$executeRawUnsafe(
    `UPDATE "case" SET is_secret = false, regency_code = '99.99', subdistrict_code = '99.99.99', village_code = '99.99.99.2001' WHERE id = $1::uuid`,
    id,
  );
});
afterAll(() => world.drop());

describe(`the counts of boards after ${events} random events`, () => {
  it("equal recounts of the rows, for every reader", async () => {
    const seats = [
      ["subdistrict-head", paringinSelatan, { clearance: true }],
      ["triage-officer", paringinSelatan, {}],
      ["triage-officer", halong, {}],
      ["section-head", paringinSelatan, { sectorCode: "KASI_PMD" }],
      ["village-officer", lingsir, {}],
      ["sector-partner", "63.11", { sectorCode: "DPMD" }],
      ["regency-officer", "63.11", {}],
    ] as const;
    const readers = await Promise.all(
      seats.map(([role, area, seat]) => world.contextFor(role, area, seat)),
    );
    for (let n = 1; n <= events; n += 1) {
      happen();
      if (n % flushEvery === 0) await flush();
      if (n % checkEvery !== 0) continue;
      for (const [at, ctx] of readers.entries()) {
        const periods = computeBoardPeriods(await readerCalendar(ctx), now);
        const expected = recount(ctx, periods);
        expect(await told(ctx, periods), `${seats[at]?.join(" ")} after ${n}`).toEqual(expected);
        expect(Object.keys(expected).length).toBeGreaterThan(5);
      }
    }
  }, 120_000);
});
