import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { systemActor } from "../kernel/system-actor";
import { openCommand } from "../testing/case-journey";
import { createWorld, halong, liyu, type World } from "../testing/world";
import { type Hands, liveInnovation } from "./live-innovation.fixture";
import { openReviews } from "./open-reviews";
import { listReviews } from "./queries";

let world: World;
let by: Hands;
let desk: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  by = {
    manager: await world.contextFor("innovation-manager", halong),
    sekcam: await world.contextFor("subdistrict-secretary", halong, { sectorCode: "SEKCAM" }),
    camat: await world.contextFor("subdistrict-head", halong),
  };
  desk = await world.contextFor("triage-officer", halong);
});
afterAll(() => world?.drop());

const sweep = () => openReviews({ ...world.contextOf(systemActor), db: world.everything });
const triggersOf = async (innovationId: string): Promise<readonly string[]> => {
  const [review] = await listReviews(by.camat, { innovationId });
  return review?.triggers ?? [];
};

const year = 2026;
const counts = (categories: string[]) => ({ categories, countsTrips: false });

/** Weeks as the worker would have counted them. */
const count = (innovationId: string, weeks: readonly number[]) =>
  world.everything.innovationEvidence.create({
    data: {
      ...{ innovationId, countedAt: world.clock.now, since: new Date("2024-05-01") },
      ...{ cases: 0, solved: 0, trips: 0, people: 0, weeks: [...weeks] },
    },
  });

describe("a review opens at once", () => {
  it("for none of the signs while an innovation lives", async () => {
    const healthy = await liveInnovation(by);
    await sweep();
    expect(await triggersOf(healthy)).toEqual([]);
  });

  it("when every SK has ended", async () => {
    const ended = { number: "188/9", subject: "Tim", startsOn: "2024-01-01", endsOn: "2026-10-31" };
    const expired = await liveInnovation(by, { decrees: [ended] });
    await sweep();
    expect(await triggersOf(expired)).toEqual(["decree-expired"]);
  });

  it("when nothing is budgeted for this year", async () => {
    const unpaid = await liveInnovation(by, {
      budget: [{ year: year - 1, source: "APBD", amount: 1 }],
    });
    await sweep();
    expect(await triggersOf(unpaid)).toEqual(["no-budget"]);
  });

  it("when nothing of what is counted happened for 90 days, and not before", async () => {
    const quiet = await liveInnovation(by, { operations: counts(["VIL-FIN"]) });
    const stirring = await liveInnovation(by, { operations: counts(["VIL-FIN"]) });
    await count(quiet, [...Array<number>(13).fill(4), ...Array<number>(13).fill(0)]);
    await count(stirring, [...Array<number>(25).fill(0), 1]);
    await sweep();
    expect(await triggersOf(quiet)).toEqual(["no-activity"]);
    expect(await triggersOf(stirring)).toEqual([]);
  });

  it("when complaints about it rise", async () => {
    const categoryCode = "VIL-FAC";
    const disliked = await liveInnovation(by, { operations: counts([categoryCode]) });
    await count(disliked, Array<number>(26).fill(2));
    for (let n = 0; n < 6; n += 1) {
      const { id } = await openCase(desk, openCommand({ villageCode: liyu, categoryCode }));
      await world.everything.case.update({ where: { id }, data: { kind: "complaint" } });
    }
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000);
    await sweep();
    expect(await triggersOf(disliked)).toEqual(["complaints-rising"]);
  });

  it("when who registered it, or the camat, left office", async () => {
    const orphan = await liveInnovation(by);
    await world.everything.assignment.updateMany({
      where: { role: "innovation-manager", userId: by.manager.actor.userId },
      data: { endsOn: new Date(world.clock.now.getTime()) },
    });
    world.clock.now = new Date(world.clock.now.getTime() + 2 * 86_400_000);
    await sweep();
    expect(await triggersOf(orphan)).toEqual(["leader-rotated"]);
  });
});
