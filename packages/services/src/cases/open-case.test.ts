import { randomUUID } from "node:crypto";
import type { CaseCategory } from "@rembuk/domain/cases/model";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, cast, openCommand } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  liyu,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { loadCategories } from "./category-queries";
import { openCase } from "./open-case";
import { routeCase } from "./route-case";
import { triageCase } from "./triage-case";

let world: World;
let categories: ReadonlyMap<string, CaseCategory>;
beforeAll(async () => {
  world = await createWorld();
  categories = await loadCategories(world.db, "");
});
afterAll(() => world.drop());

const stored = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });

/** Opened by the village on Monday, 23 November, verified and routed by the desk to the default. */
const openAndRoute = async (
  village: ServiceContext,
  triage: ServiceContext,
  code: string,
  place: string,
) => {
  const { id } = await openCase(
    village,
    openCommand({ categoryCode: code, villageCode: place, channel: "village" }),
  );
  const opened = await stored(id);
  await triageCase(triage, act(id, 0));
  const category = categories.get(code);
  const target = category ? defaultTarget(category) : "";
  await routeCase(triage, { ...act(id, 1), target, instruction: "Mohon ditindaklanjuti" });
  return { opened, routed: await stored(id) };
};

// The eleven problems of RUKO PARSEL, in their order: where each goes and the day it is due.
const problems = [
  ["VIL-CAP", "63.11:DPMD", "2026-12-11 16:30"],
  ["VIL-FAC", "63.11:DPMD", "2026-12-11 16:30"],
  ["VIL-BPD", "63.11:DPMD", "2026-12-11 16:30"],
  ["VIL-LPM", "63.11:DPMD", "2026-12-11 16:30"],
  ["VIL-LKD", "63.11:DPMD", "2026-12-11 16:30"],
  ["VIL-FIN", "63.11:DPMD", "2026-12-11 16:30"],
  ["VIL-DATA", "63.11:DPMD", "2026-12-11 16:30"],
  ["DIS-EWS", "63.11:BPBD", "2026-12-11 16:30"],
  ["VIL-PROG", "63.11:DPMD", "2026-12-11 16:30"],
  ["HLT-STUNT", "63.11.07:PUSKESMAS", "2026-11-30 16:30"],
  ["VIL-EMP", "63.11:DPMD", "2026-12-11 16:30"],
] as const;

describe("the eleven problems of Paringin Selatan", () => {
  it("stand in the desk's order", async () => {
    const rows = await world.db.caseCategory.findMany({
      where: { deskOrder: { not: null } },
      orderBy: { deskOrder: "asc" },
      select: { code: true, deskOrder: true },
    });
    expect(rows.map((r) => r.code)).toEqual(problems.map(([code]) => code));
    expect(rows.map((r) => r.deskOrder)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("reach their sector with their deadline from all 16 units", async () => {
    const units = await world.db.area.findMany({ where: { parentCode: paringinSelatan } });
    expect(units).toHaveLength(16);
    const triage = await world.contextFor("triage-officer", paringinSelatan);
    const numbers = new Set<string>();
    for (const unit of units) {
      const village = await world.contextFor("village-officer", unit.code);
      const reached = await Promise.all(
        problems.map(([code]) => openAndRoute(village, triage, code, unit.code)),
      );
      reached.forEach(({ opened, routed }, i) => {
        const [code, party, due] = problems[i] ?? [];
        expect(opened).toMatchObject({
          status: "received",
          holderKind: "desk",
          categoryCode: code,
        });
        expect(opened.stageDueAt).toEqual(at("2026-11-26 16:30"));
        expect(routed).toMatchObject({
          status: "assigned",
          leadParty: party,
          villageCode: unit.code,
        });
        expect(routed.totalDueAt).toEqual(at(due ?? ""));
        expect(routed.responsibleId).not.toBeNull();
        expect(routed.responsibleId).toBe(opened.responsibleId);
        numbers.add(routed.number);
      });
    }
    expect(numbers.size).toBe(16 * 11);
  }, 120_000);
});

describe("the four aid types of Halong", () => {
  it.each([
    ["WEL-INS", "63.11:DINSOS", "2026-12-11 16:30", "ANONYMOUS", null],
    ["WEL-SAFE", "63.11:DINSOS", "2026-11-30 16:30", "SECRET", "2026-11-23 13:00"],
    ["WEL-HOUSE", "63.11:DPRKP", "2026-12-11 16:30", "ANONYMOUS", null],
    ["WEL-FOOD", "63.11:DINSOS", "2026-12-11 16:30", "ANONYMOUS", null],
  ])("%s goes to %s", async (code, party, due, privacy, response) => {
    const village = await world.contextFor("village-officer", liyu);
    const triage = await world.contextFor("triage-officer", halong);
    const { opened, routed } = await openAndRoute(village, triage, code, liyu);
    expect(opened).toMatchObject({ kind: "welfare_request", privacy });
    expect(opened.responseDueAt).toEqual(response === null ? null : at(response));
    expect(routed.leadParty).toBe(party);
    expect(routed.totalDueAt).toEqual(at(due));
  });
});

describe("the same act again", () => {
  it("50 at the same time make one case and get one answer", async () => {
    const { triage } = await cast(world);
    const command = openCommand({ title: "Lima puluh kali", reporter: { name: "Siti" } });
    const receipts = await Promise.all(Array.from({ length: 50 }, () => openCase(triage, command)));
    expect(new Set(receipts.map((r) => `${r.id} ${r.number}`)).size).toBe(1);
    expect(receipts.filter((r) => r.code !== null)).toHaveLength(1);
    expect(await world.everything.case.count({ where: { title: command.title } })).toBe(1);
    const id = receipts[0]?.id;
    expect(await world.everything.domainEvent.count({ where: { subject: `case/${id}` } })).toBe(1);
    expect(await world.everything.caseStage.count({ where: { caseId: id } })).toBe(1);
  });

  it("a day later gets the first answer, without the secrets", async () => {
    const { triage } = await cast(world);
    const command = openCommand();
    const first = await openCase(triage, command);
    world.clock.now = at("2026-11-24 09:00");
    const second = await openCase(triage, command);
    world.clock.now = at("2026-11-23 09:00");
    expect(second).toEqual({ id: first.id, number: first.number, code: null, pin: null });
  });

  it("with another body is refused", async () => {
    const { triage } = await cast(world);
    const command = openCommand();
    await openCase(triage, command);
    await expect(openCase(triage, { ...command, title: "Lain" })).rejects.toMatchObject({
      kind: "conflict",
      code: "CLIENT_ACTION_REUSED",
    });
  });

  it("by another person is another act", async () => {
    const { triage, village } = await cast(world);
    const command = openCommand();
    const [mine, theirs] = await Promise.all([
      openCase(triage, command),
      openCase(village, command),
    ]);
    expect(mine.id).not.toBe(theirs.id);
  });
});

describe("a case is refused", () => {
  it.each([
    ["an unknown category", { categoryCode: "NOPE" }, "CATEGORY_UNKNOWN"],
    ["a village that does not exist", { villageCode: "63.11.07.2999" }, "VILLAGE_NOT_IN_REACH"],
    ["a NIK that cannot be", { reporter: { name: "Siti", nik: "123" } }, "NIK_INVALID"],
    ["a phone that cannot be", { reporter: { name: "Siti", phone: "12" } }, "PHONE_INVALID"],
  ])("for %s", async (_, change, code) => {
    const { triage } = await cast(world);
    const before = await world.everything.case.count();
    await expect(openCase(triage, openCommand(change))).rejects.toMatchObject({ code });
    expect(await world.everything.case.count()).toBe(before);
  });
});

describe("received earlier", () => {
  it("its clocks start when it was told, and never in the future", async () => {
    const { triage } = await cast(world);
    const told = at("2026-11-20 10:00");
    const early = await openCase(triage, openCommand({ capturedAt: told, channel: "paper" }));
    expect((await stored(early.id)).receivedAt).toEqual(told);
    const ahead = await openCase(triage, openCommand({ capturedAt: at("2027-01-01 10:00") }));
    expect((await stored(ahead.id)).receivedAt).toEqual(world.clock.now);
  });
});

describe("the reporter", () => {
  it("leaves no plain word in the row", async () => {
    const { triage } = await cast(world);
    const canary = { name: "Kenari Kuning", phone: "0860-0000-0123", nik: "9999014107900001" };
    const { id } = await openCase(
      triage,
      openCommand({ reporter: canary, clientActionId: randomUUID() }),
    );
    const { reporterPersonId } = await stored(id);
    const rows = await world.everything.$queryRaw<{ row: string }[]>`
      SELECT p::text || ' ' || encode(name_sealed, 'escape') || encode(phone_sealed, 'escape') || encode(nik_sealed, 'escape') AS row
      FROM person p WHERE id = ${reporterPersonId}::uuid`;
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `case/${id}` },
    });
    const actions = await world.everything.clientAction.findMany({
      where: { actorId: triage.actor.userId },
    });
    const text = JSON.stringify([rows, events, actions.map((a) => a.result)]);
    expect(rows).toHaveLength(1);
    for (const word of ["Kenari", "kenari", "8600000123", "9999014107900001"]) {
      expect(text).not.toContain(word);
    }
  });
});

describe("the desk of another place", () => {
  it("may not open for this village", async () => {
    const strangers = await Promise.all([
      world.contextFor("triage-officer", halong),
      world.contextFor("village-officer", liyu),
      world.contextFor("subdistrict-admin", paringinSelatan),
      world.contextFor("administrator", ""),
      world.contextFor("sector-partner", "35.21", { sectorCode: "DPMD" }),
    ]);
    for (const stranger of strangers) {
      await expect(
        openCase(stranger, openCommand({ villageCode: murungAbuin })),
      ).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
  });

  it("a sector may bring a case, and no personal data with it", async () => {
    const { sector } = await cast(world);
    const { id } = await openCase(sector, openCommand());
    expect((await stored(id)).createdById).toBe(sector.actor.userId);
    const withPerson = openCommand({ reporter: { name: "Siti" } });
    await expect(openCase(sector, withPerson)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
