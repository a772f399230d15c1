import { randomUUID } from "node:crypto";
import type { StepReviewCommand } from "@rembuk/domain/sustainability/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemActor } from "../kernel/system-actor";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { countHealth, listHealth } from "./health-queries";
import { liveInnovation, wholeProfile } from "./live-innovation.fixture";
import { moveReview } from "./move-review";
import { openReviews } from "./open-reviews";
import { listReviews, type ShownReview } from "./queries";

let world: World;
let by: Record<
  "manager" | "sekcam" | "camat" | "coach" | "lead" | "far" | "stranger",
  ServiceContext
>;
let innovationId: string;
const act = () => ({ clientActionId: randomUUID() });
beforeAll(async () => {
  world = await createWorld();
  by = {
    manager: await world.contextFor("innovation-manager", halong),
    sekcam: await world.contextFor("subdistrict-secretary", halong, { sectorCode: "SEKCAM" }),
    camat: await world.contextFor("subdistrict-head", halong),
    coach: await world.contextFor("regional-coach", "63"),
    lead: await world.contextFor("coach-lead", "63"),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
    stranger: await world.contextFor("triage-officer", halong),
  };
  innovationId = await liveInnovation(by);
});
afterAll(() => world?.drop());

const sweep = () => openReviews({ ...world.contextOf(systemActor), db: world.everything });
const later = (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000);
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; details?: { obstacle?: string } }) =>
      error.details?.obstacle ?? error.code,
  );
const latest = async (): Promise<ShownReview> => {
  const [review] = await listReviews(by.camat, { innovationId });
  if (!review) throw new Error("no review");
  return review;
};
const step = async (who: keyof typeof by, taken: StepReviewCommand["step"]) => {
  const { id: reviewId, version } = await latest();
  return code(moveReview(by[who], { ...act(), reviewId, version, step: taken }));
};

describe("reviews of sustainability", () => {
  it("open after half a year, once, with two workers at the same time", async () => {
    expect(await sweep()).toBe(0);
    later(182);
    expect((await Promise.all([sweep(), sweep()])).reduce((a, b) => a + b, 0)).toBe(1);
    expect(await latest()).toMatchObject({ status: "due", triggers: ["half-year"] });
    expect(await sweep()).toBe(0);
  });

  it("become overdue when nobody answers, and are still answered", async () => {
    later(15);
    expect(await sweep()).toBe(1);
    expect(await latest()).toMatchObject({ status: "overdue" });
  });

  it("go from the office's answers to a plan, rated by nobody of the office", async () => {
    const { criteria } = await latest();
    const answers = criteria.criteria.map((one) => ({
      code: one.code,
      grade: 2 as const,
      note: "",
    }));
    expect(criteria.criteria).toHaveLength(8);
    expect(await step("coach", { move: "assess", answers })).toBe("FORBIDDEN");
    expect(await step("far", { move: "assess", answers })).toBe("REVIEW_NOT_FOUND");
    expect(await step("manager", { move: "assess", answers: answers.slice(1) })).toBe(
      "answers-missing",
    );
    expect(await step("manager", { move: "assess", answers })).toBe("done");
    expect(await step("coach", { move: "check", note: "Sesuai catatan" })).toBe("done");
    const rate = { move: "rate", rating: "at_risk", reason: "SK berakhir tahun depan" } as const;
    expect(await step("camat", rate)).toBe("FORBIDDEN");
    expect(await step("coach", rate)).toBe("done");
    expect(await step("camat", { move: "agree", plan: "Perpanjang SK" })).toBe("done");
    expect(await step("coach", { move: "close" })).toBe("done");
    expect(await latest()).toMatchObject({ status: "closed", rating: "at_risk", moves: [] });
    expect(JSON.stringify(await listReviews(by.coach, { innovationId }))).not.toContain(
      by.manager.actor.userId,
    );
  });

  it("open at once with a sign of decay: the camat left", async () => {
    expect(await sweep()).toBe(0);
    const endsOn = new Date(world.clock.now.getTime() - 2 * 86_400_000);
    await world.everything.assignment.updateMany({
      where: { role: "subdistrict-head", areaCode: halong },
      data: { endsOn },
    });
    later(1);
    expect(await sweep()).toBe(1);
    expect(await latest()).toMatchObject({ status: "due", triggers: ["leader-rotated"] });
    expect(await step("lead", { move: "waive", reason: "Camat baru belum dilantik" })).toBe("done");
  });

  it("stand on the board as soon as they are rated, with signs and the day of the next one", async () => {
    const page = await listHealth(by.coach, { limit: 50 });
    expect(page.rows).toEqual([
      expect.objectContaining({
        ...{ id: innovationId, name: "PAK SOTARSA", subdistrictCode: halong },
        ...{ rating: "at_risk", reviewStatus: null, pulse: [], signs: ["leader-rotated"] },
      }),
    ]);
    expect(page.nextCursor).toBeNull();
    expect(await countHealth(by.coach, {})).toMatchObject({
      ...{ ratings: [{ rating: "at_risk", count: 1 }], frail: 1, places: [{ code: halong }] },
    });
    // The sign was spoken of and the review is over: the worker's next look takes it off.
    await sweep();
    expect((await listHealth(by.coach, { limit: 50 })).rows[0]?.signs).toEqual([]);
    for (const asked of [
      { rating: "none" as const },
      { frail: true },
      { subdistrictCode: paringinSelatan },
    ])
      expect((await listHealth(by.coach, { ...asked, limit: 50 })).rows, String(asked)).toEqual([]);
    expect((await listHealth(by.far, { limit: 50 })).rows).toEqual([]);
    await expect(listHealth(by.stranger, { limit: 50 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("show no person on the board, whatever stands on the innovation and its reviews", async () => {
    const { initiatorName: initiator } = wholeProfile;
    const profile = JSON.stringify(
      (await world.everything.innovation.findUniqueOrThrow({ where: { id: innovationId } }))
        .profile,
    );
    expect(profile).toContain(initiator);
    const told = JSON.stringify([
      await listHealth(by.coach, { limit: 50 }),
      await countHealth(by.coach, {}),
    ]);
    expect(told).toContain("PAK SOTARSA");
    for (const canary of [initiator, by.manager.actor.userId, by.camat.actor.userId, "Perpanjang"])
      expect(told).not.toContain(canary);
  });

  it("are leafed through by kecamatan, none twice and none left out", async () => {
    const others = [paringinSelatan, halong, paringinSelatan].map((subdistrictCode) => ({
      ...{ id: randomUUID(), subdistrictCode },
    }));
    const { id: _, ...like } = await world.everything.innovation.findUniqueOrThrow({
      where: { id: innovationId },
    });
    const { profile, parts, revisions, ...plain } = like;
    await world.everything.innovation.createMany({
      data: others.map((one) => ({
        ...{ ...plain, ...one, profile: profile ?? {}, parts: parts ?? {} },
        revisions: revisions ?? [],
      })),
    });
    await sweep();
    const seen: string[] = [];
    let cursor: Awaited<ReturnType<typeof listHealth>>["nextCursor"] = null;
    do {
      const page = await listHealth(by.coach, { cursor, limit: 1 });
      seen.push(...page.rows.map((row) => `${row.subdistrictCode}/${row.id}`));
      cursor = page.nextCursor;
    } while (cursor);
    const every = [{ id: innovationId, subdistrictCode: halong }, ...others];
    expect(seen).toEqual(every.map((one) => `${one.subdistrictCode}/${one.id}`).sort());
    expect((await listHealth(by.far, { limit: 50 })).rows).toHaveLength(2);
    const [withdrawn, back] = others;
    const set = (id: string | undefined, data: { status?: string; stage?: string }) =>
      world.everything.innovation.update({ where: { id: id ?? "" }, data });
    await set(withdrawn?.id, { status: "returned" });
    await set(back?.id, { stage: "idea" });
    // At once from the rows; from the counts with the worker's next look.
    expect((await listHealth(by.coach, { limit: 50 })).rows).toHaveLength(2);
    await sweep();
    const { ratings } = await countHealth(by.coach, {});
    expect(ratings.reduce((sum, one) => sum + one.count, 0)).toBe(2);
  });
});
