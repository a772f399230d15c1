import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { moveReport } from "../innovations/move-report";
import { registerInnovation } from "../innovations/register-innovation";
import { requestRevision } from "../innovations/request-revision";
import { saveInnovationParts } from "../innovations/save-parts";
import { systemContext } from "../system-context";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { listNotices } from "./inbox-queries";
import { notifyInnovation } from "./notify-innovation";

let world: World;
let by: Record<"manager" | "sekcam" | "camat" | "desk" | "far", ServiceContext>;
beforeAll(async () => {
  world = await createWorld();
  by = {
    manager: await world.contextFor("innovation-manager", halong),
    sekcam: await world.contextFor("subdistrict-secretary", halong, { sectorCode: "SEKCAM" }),
    camat: await world.contextFor("subdistrict-head", halong),
    desk: await world.contextFor("triage-officer", halong),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
  };
});
afterAll(() => world?.drop());

const act = () => ({ clientActionId: randomUUID() });
/** Tells of the newest step of the report, twice; who was told, by their key in `by`. */
const told = async (innovationId: string) => {
  const { id: eventId } = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `innovation/${innovationId}`, type: "innovation.moved" },
    orderBy: { id: "desc" },
  });
  const { db, reads, keys } = { ...world, db: world.everything };
  const system = systemContext({ db, reads, keys, demo: true, now: () => world.clock.now });
  const ids = await notifyInnovation(system, { eventId });
  expect(await notifyInnovation(system, { eventId })).toEqual([]);
  return Object.entries(by)
    .filter(([, ctx]) => ids.includes(ctx.actor.userId))
    .map(([who]) => who)
    .sort();
};
const register = () =>
  registerInnovation(by.manager, { ...act(), subdistrictCode: halong, name: "PAK SOTARSA" });

describe("whose turn a report is", () => {
  it("is told to those who verify it, then to who registered it, each once and nobody else", async () => {
    const { innovationId } = await register();
    const ref = (version: number) => ({ ...act(), innovationId, version });
    await moveReport(by.manager, { ...ref(0), move: "submit" });
    expect(await told(innovationId)).toEqual(["camat", "sekcam"]);
    expect((await listNotices(by.sekcam)).items[0]).toMatchObject({
      ...{ kind: "innovation.to-verify", subject: `innovation/${innovationId}` },
      params: { name: "PAK SOTARSA" },
    });
    await moveReport(by.sekcam, { ...ref(1), move: "begin" });
    expect(await told(innovationId)).toEqual([]);
    const requests = [{ field: "design" as const, note: "Mohon ditambah." }];
    await requestRevision(by.sekcam, { ...ref(2), requests });
    expect(await told(innovationId)).toEqual(["manager"]);
  });

  it("is not told to who works on it", async () => {
    const { innovationId } = await register();
    const member = { name: "Sekcam", position: "Sekcam", userId: by.sekcam.actor.userId };
    await saveInnovationParts(by.manager, {
      ...{ ...act(), innovationId, version: 0, parts: { team: [member] } },
    });
    await moveReport(by.manager, { ...act(), innovationId, version: 1, move: "submit" });
    expect(await told(innovationId)).toEqual(["camat"]);
  });
});
