import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { openCommand } from "../testing/case-journey";
import { createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { listOfCase } from "./case-queries";
import { linkCommitmentCase } from "./link-case";
import { showEngagement } from "./queries";

let world: World;
let by: Record<"coach" | "camat" | "far" | "desk", ServiceContext>;
const engagementId = randomUUID();
const places = { subdistrictCode: halong, regencyCode: "63.11", provinceCode: "63" };
const act = () => ({ clientActionId: randomUUID() });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; details?: { obstacle?: string } }) =>
      error.details?.obstacle ?? error.code,
  );

/** A promise of the camat that both sides agreed to. */
const insertCommitment = async (): Promise<string> => {
  const id = randomUUID();
  await world.everything.coachingCommitment.create({
    data: {
      ...{ id, engagementId, ...places, status: "agreed", text: "Memperbaiki balai desa" },
      ...{ ownerId: by.camat.actor.userId, ownerName: "Camat" },
      ...{ proposedById: by.coach.actor.userId, dueOn: new Date("2027-01-31") },
    },
  });
  return id;
};

const seen = async (who: "coach" | "camat", commitmentId: string) =>
  (await showEngagement(by[who], { engagementId })).commitments.find(
    ({ id }) => id === commitmentId,
  );

beforeAll(async () => {
  world = await createWorld();
  by = {
    coach: await world.contextFor("regional-coach", "63"),
    camat: await world.contextFor("subdistrict-head", halong),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
    desk: await world.contextFor("triage-officer", halong),
  };
  const [awardId, batchId] = [randomUUID(), randomUUID()];
  await world.everything.award.create({
    data: { id: awardId, provinceCode: "63", name: "SKK 2023", giver: "Gubernur", year: 2023 },
  });
  await world.everything.coachingBatch.create({
    data: {
      ...{ id: batchId, awardId, provinceCode: "63", title: "Pembinaan", institutions: ["POD"] },
      ...{ startsOn: new Date("2026-11-01"), endsOn: new Date("2026-11-30"), team: [] },
      ...{ createdById: by.coach.actor.userId, createdAt: world.clock.now },
    },
  });
  await world.everything.coachingEngagement.create({
    data: {
      ...{ id: engagementId, batchId, ...places, leaders: [], status: "monitoring" },
      coachIds: [by.coach.actor.userId],
    },
  });
});
afterAll(() => world?.drop());

describe("the case that a commitment opened", () => {
  it("is linked by its office, once, and opens for whom it is open; the coach knows that there is one", async () => {
    const commitmentId = await insertCommitment();
    const title = "Atap balai desa bocor di tiga tempat";
    const { id, number } = await openCase(by.desk, openCommand({ villageCode: liyu, title }));
    const command = { ...act(), commitmentId, version: 0, number: number.toLowerCase() };
    expect(await code(linkCommitmentCase(by.coach, { ...command, ...act() }))).toBe("FORBIDDEN");
    expect(await linkCommitmentCase(by.camat, command)).toEqual({ commitmentId, version: 1 });
    // The same click again: the first answer, and nothing twice.
    expect(await linkCommitmentCase(by.camat, command)).toEqual({ commitmentId, version: 1 });
    const linked = await world.everything.domainEvent.count({
      where: { type: "coaching.case-linked" },
    });
    expect(linked).toBe(1);

    expect(await seen("camat", commitmentId)).toMatchObject({
      ...{ hasCase: true, openCase: { id, number }, mayLinkCase: false },
    });
    const shown = await seen("coach", commitmentId);
    expect(shown).toMatchObject({ hasCase: true, openCase: null });
    const said = JSON.stringify(await showEngagement(by.coach, { engagementId }));
    for (const word of [number, id, title]) expect(said).not.toContain(word);
    // The page of the case tells it to who reads both; to a coach a case's id opens nothing.
    const promised = { id: commitmentId, engagementId, text: "Memperbaiki balai desa" };
    expect(await listOfCase(by.camat, { caseId: id })).toEqual([
      { ...promised, status: "agreed", dueOn: "2027-01-31", innovationName: null },
    ]);
    for (const other of [by.coach, by.far])
      expect(await listOfCase(other, { caseId: id })).toEqual([]);
    expect(await code(listOfCase(by.desk, { caseId: id }))).toBe("FORBIDDEN");
    const again = { ...command, ...act(), version: 1 };
    expect(await code(linkCommitmentCase(by.camat, again))).toBe("not-now");
  });

  it("is one of the same kecamatan that the office reads, on the version that it saw", async () => {
    const commitmentId = await insertCommitment();
    const { number } = await openCase(by.desk, openCommand({ villageCode: liyu }));
    const on = { commitmentId, version: 0, number };
    const link = (who: keyof typeof by, change: Partial<typeof on> = {}) =>
      code(linkCommitmentCase(by[who], { ...on, ...act(), ...change }));
    expect(await link("far")).toBe("COACHING_NOT_FOUND");
    expect(await link("camat", { number: "HLG-2020-9999-X" })).toBe("LINKED_CASE_UNKNOWN");
    expect(await link("camat", { version: 4 })).toBe("COACHING_CHANGED_MEANWHILE");
    expect(await link("camat")).toBe("done");
  });
});
