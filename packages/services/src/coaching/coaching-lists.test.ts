import { randomUUID } from "node:crypto";
import { canOnEngagement } from "@rembuk/domain/coaching/access";
import { commitmentObstacle } from "@rembuk/domain/coaching/commitment-lifecycle";
import type { Commitment, CommitmentStatus } from "@rembuk/domain/coaching/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { officeToday } from "../staff/running-queries";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { listAgenda } from "./agenda-queries";
import { listBatches } from "./batch-list-queries";
import { isLate } from "./batch-queries";
import { toCommitment } from "./commitment-store";
import { countByInnovation, listOfInnovation } from "./standing-queries";
import { listWaiting, type WaitingItem } from "./waiting-queries";

let world: World;
let by: Record<"coach" | "lead" | "camat" | "far" | "section" | "bappeda", ServiceContext>;
let innovationId: string;
let commitments: readonly Commitment[];
const statuses: readonly CommitmentStatus[] = [
  ...(["proposed", "agreed", "in_progress", "overdue"] as const),
  ...(["evidence_submitted", "returned", "verified", "dropped"] as const),
];
const places = { subdistrictCode: halong, regencyCode: "63.11", provinceCode: "63" };
const elsewhere = { ...places, subdistrictCode: paringinSelatan };
const batches = 5;
const inBatch = 24;

const dayOf = (days: number) => {
  const day = new Date(Date.UTC(2026, 10, 23));
  day.setUTCDate(day.getUTCDate() + days);
  return day;
};

/** Every status on days around today, told and untold, of each owner and proposer: two of each in another kecamatan. */
const insertBatch = async (n: number) => {
  const db = world.everything;
  const [id, awardId] = [randomUUID(), randomUUID()];
  await db.award.create({
    data: { id: awardId, provinceCode: "63", name: `SKK ${2019 + n}`, giver: "G", year: 2019 + n },
  });
  await db.coachingBatch.create({
    data: {
      ...{ id, awardId, provinceCode: "63", title: `Angkatan ${n}`, institutions: ["Biro POD"] },
      ...{ startsOn: dayOf(-n), endsOn: dayOf(9), team: [], createdById: by.lead.actor.userId },
      createdAt: dayOf(0),
    },
  });
  for (const at of [places, elsewhere]) {
    const engagementId = randomUUID();
    await db.coachingEngagement.create({
      data: {
        ...{ id: engagementId, batchId: id, ...at, leaders: [] },
        ...{ status: n === 4 ? "completed" : "monitoring", coachIds: [by.coach.actor.userId] },
      },
    });
    const people = [by.coach, by.camat, by.section].map(({ actor }) => actor.userId);
    const alike = (k: number) => people[(k + n) % people.length] ?? "";
    await db.coachingCommitment.createMany({
      data: Array.from({ length: inBatch / 2 }, (_, k) => ({
        ...{ innovationId: at === places && k % 2 === 0 ? innovationId : null },
        ...{ id: randomUUID(), engagementId, ...at, text: `Janji ${n}/${k}`, ownerName: "P" },
        status: statuses[(k + n * 3) % statuses.length] ?? "agreed",
        ...{ ownerId: alike(k), proposedById: alike(k + 1), dueOn: dayOf((k % 5) - 2) },
        ...{ waitsSince: dayOf(-40), alertedOn: k % 4 === 0 ? dayOf(-(k % 3)) : null },
        ...{ verifiedById: people[0], droppedReason: "Tidak perlu" },
        evidence: { note: "Bukti", link: null, byId: alike(k + 2), at: "2026-11-20T00:00:00Z" },
      })),
    });
  }
};

beforeAll(async () => {
  world = await createWorld();
  world.clock.now = new Date("2026-11-23T03:00:00Z");
  by = {
    coach: await world.contextFor("regional-coach", "63"),
    lead: await world.contextFor("coach-lead", "63"),
    camat: await world.contextFor("subdistrict-head", halong),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
    section: await world.contextFor("section-head", halong, { sectorCode: "KASI_PMD" }),
    bappeda: await world.contextFor("innovation-verifier", "63.11"),
  };
  innovationId = randomUUID();
  for (let n = 0; n < batches; n += 1) await insertBatch(n);
  const rows = await world.everything.coachingCommitment.findMany({
    where: { engagement: { status: "monitoring" } },
  });
  commitments = rows.map(toCommitment);
});
afterAll(() => world?.drop());

/** What waits, by the rules of the domain, commitment by commitment. */
const expected = (ctx: ServiceContext): readonly (readonly [string, string])[] => {
  const me = ctx.actor.userId;
  const coachIds = [by.coach.actor.userId];
  return commitments.flatMap((one) => {
    const subject = { subdistrictCode: one.subdistrictCode, coachIds, managerIds: [] };
    const may = (permission: Parameters<typeof canOnEngagement>[1]) =>
      canOnEngagement(ctx.actor, permission, subject);
    const is = (kind: WaitingItem["kind"]) => [[one.id, kind] as const];
    if (!may("coaching.read")) return [];
    if (one.status === "proposed")
      return may("coaching.agree") && !commitmentObstacle(one, "agree", me)
        ? is("agree-commitment")
        : [];
    if (one.status === "evidence_submitted")
      return may("coaching.coach") && !commitmentObstacle(one, "verify", me)
        ? is("check-evidence")
        : [];
    if (["verified", "dropped"].includes(one.status)) return [];
    if (one.ownerId === me) return is("show-evidence");
    const chases = may("coaching.coach") || may("coaching.agree");
    return chases && isLate(one, "2026-11-23") ? is("chase-late") : [];
  });
};

const everyPage = async (ctx: ServiceContext, limit: number) => {
  const all: WaitingItem[] = [];
  let cursor: Awaited<ReturnType<typeof listWaiting>>["nextCursor"] = null;
  do {
    const page: Awaited<ReturnType<typeof listWaiting>> = await listWaiting(ctx, { cursor, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
};

describe("what waits in coaching", () => {
  it("is for each reader what the rules say of each commitment, late ones marked", async () => {
    expect(officeToday(world.clock.now)).toBe("2026-11-23");
    for (const ctx of Object.values(by)) {
      const found = await everyPage(ctx, 50);
      const wanted = expected(ctx);
      const pairs = found.map(({ id, kind }) => [id, kind]);
      expect(pairs.toSorted()).toEqual([...wanted].toSorted());
      for (const { id, isLate: late } of found) {
        const one = commitments.find((commitment) => commitment.id === id);
        expect(late).toBe(one !== undefined && isLate(one, "2026-11-23"));
      }
    }
    expect(expected(by.coach).length).toBeGreaterThan(20);
    expect(expected(by.camat).length).toBeGreaterThan(10);
    expect(expected(by.section).length).toBeGreaterThan(5);
    expect(expected(by.bappeda)).toEqual([]);
  });

  it("comes by pages that leave nothing out and say nothing twice, earliest day first", async () => {
    for (const ctx of [by.coach, by.camat, by.far]) {
      const whole = await everyPage(ctx, 50);
      expect((await everyPage(ctx, 3)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      const days = whole.map(({ dueOn }) => dueOn ?? "9");
      expect(days).toEqual(days.toSorted());
    }
  });

  it("names its place", async () => {
    const [first] = (await listWaiting(by.camat, { limit: 1 })).items;
    expect(first?.placeName).toBe("Halong, Kabupaten Balangan");
  });
});

describe("batches", () => {
  it("come newest first by pages, with what the reader sees of each", async () => {
    const first = await listBatches(by.coach, { limit: 2 });
    expect(first.items.map(({ title }) => title)).toEqual(["Angkatan 0", "Angkatan 1"]);
    const rest = await listBatches(by.coach, { limit: 50, cursor: first.nextCursor });
    expect(rest.items.map(({ title }) => title)).toEqual([
      ...["Angkatan 2", "Angkatan 3", "Angkatan 4"],
    ]);
    expect(rest.nextCursor).toBeNull();
    const late = (at: string) =>
      commitments.filter(
        (one) =>
          one.text.startsWith("Janji 0/") &&
          one.subdistrictCode.startsWith(at) &&
          isLate(one, "2026-11-23"),
      ).length;
    expect(late("63")).toBeGreaterThan(2);
    expect(first.items[0]).toMatchObject({ places: 2, late: late("63"), award: { year: 2019 } });
    const own = await listBatches(by.camat, { limit: 1 });
    expect(own.items[0]).toMatchObject({ places: 1, late: late(halong) });
  });
});

describe("the commitments of an innovation", () => {
  const ofIt = () => commitments.filter((one) => one.innovationId === innovationId);

  it("are counted for whom they are open to, dropped ones aside", async () => {
    const rows = await world.everything.coachingCommitment.findMany({ where: { innovationId } });
    const all = rows.map(toCommitment).filter(({ status }) => status !== "dropped");
    const counted = {
      ...{ innovationId, all: all.length },
      verified: all.filter(({ status }) => status === "verified").length,
      late: all.filter((one) => isLate(one, "2026-11-23")).length,
    };
    expect(counted.late).toBeGreaterThan(0);
    for (const who of ["coach", "lead", "camat", "bappeda"] as const)
      expect(
        await countByInnovation(by[who], { innovationIds: [innovationId, randomUUID()] }),
      ).toEqual([counted]);
    expect(await countByInnovation(by.far, { innovationIds: [innovationId] })).toEqual([]);
  });

  it("are listed late first, and hold nobody's name", async () => {
    const listed = await listOfInnovation(by.coach, { innovationId });
    expect(ofIt().length).toBeGreaterThan(5);
    expect(listed.length).toBeLessThanOrEqual(20);
    const late = listed.map((one) => one.isLate);
    expect(late).toEqual(late.toSorted((a, b) => Number(b) - Number(a)));
    expect(Object.keys(listed[0] ?? {}).toSorted()).toEqual(
      ["alertedOn", "dueOn", "engagementId", "id", "isLate", "status", "text"].toSorted(),
    );
    expect(await listOfInnovation(by.far, { innovationId })).toEqual([]);
  });
});

describe("the agenda", () => {
  it("holds the sessions of every engagement that the reader sees, earliest first", async () => {
    const engagements = await world.everything.coachingEngagement.findMany();
    await world.everything.coachingSession.createMany({
      data: engagements.map(({ id: engagementId, subdistrictCode }, n) => ({
        ...{ id: randomUUID(), engagementId, ...places, subdistrictCode, status: "scheduled" },
        ...{ startsAt: dayOf(20 - n), endsAt: dayOf(21 - n), place: `Aula ${n}` },
      })),
    });
    const all = await listAgenda(by.coach);
    expect(all).toHaveLength(batches * 2);
    const days = all.map(({ startsAt }) => startsAt.getTime());
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    const own = await listAgenda(by.camat);
    expect(own).toHaveLength(batches);
    expect(new Set(own.map(({ placeName }) => placeName))).toEqual(
      new Set(["Halong, Kabupaten Balangan"]),
    );
  });
});
