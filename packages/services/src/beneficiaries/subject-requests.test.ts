import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { enterFamily } from "../testing/aid-journey";
import {
  at,
  createWorld,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { answerSubjectRequest } from "./answer-subject-request";
import { recordSubjectRequest } from "./record-subject-request";
import { listSubjectRequests } from "./subject-request-queries";

let world: World;
let village: ServiceContext;
let camat: ServiceContext;
let residentId: string;
const key = () => ({ clientActionId: randomUUID() });
const words = "Datang ke kantor desa dengan KTP, meminta salinan datanya.";
const refused = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  world = await createWorld();
  world.clock.now = at("2026-11-20 16:30");
  village = await world.contextFor("village-officer", murungAbuin);
  camat = await world.contextFor("subdistrict-head", paringinSelatan);
  ({ residentId } = await enterFamily(village, "Rusmiati Contoh"));
});
afterAll(() => world.drop());

const record = (ctx: ServiceContext, change: object = {}) =>
  recordSubjectRequest(ctx, { ...key(), residentId, kind: "access", words, ...change });

it("is recorded where somebody asks, has 72 hours, and is answered once by the kecamatan", async () => {
  const { requestId } = await record(village);
  const [asked] = await listSubjectRequests(camat);
  expect(asked).toMatchObject({
    ...{ id: requestId, residentName: "Rusmiati Contoh", words, hoursLeft: 72, mayAnswer: true },
    dueAt: at("2026-11-23 16:30"),
  });
  const answer = (ctx: ServiceContext) =>
    answerSubjectRequest(ctx, {
      ...{ ...key(), requestId, outcome: "granted" },
      words: "Salinan data diserahkan di kantor desa.",
    });
  expect(await refused(answer(village))).toBe("FORBIDDEN");
  world.clock.now = at("2026-11-23 17:00");
  expect((await listSubjectRequests(village))[0]).toMatchObject({
    hoursLeft: -1,
    mayAnswer: false,
  });
  await answer(camat);
  expect(await refused(answer(camat))).toBe("SUBJECT_REQUEST_ANSWERED");
  expect((await listSubjectRequests(village))[0]).toMatchObject({
    ...{ outcome: "granted", hoursLeft: null, answer: "Salinan data diserahkan di kantor desa." },
  });
  const raw = await world.everything.subjectRequest.findMany();
  expect(Buffer.from(raw[0]?.wordsSealed ?? []).toString("latin1")).not.toContain("kantor desa");
  const told = await world.everything.domainEvent.findMany({
    where: { type: { startsWith: "resident.request" } },
  });
  expect(JSON.stringify(told.map((one) => one.payload))).not.toContain("Rusmiati");
  expect(told).toHaveLength(2);
});

it("is nobody's of another village or kecamatan, and of no moment to come", async () => {
  const neighbour = await world.contextFor("village-officer", lingsir);
  expect(await refused(record(neighbour))).toBe("RESIDENT_NOT_FOUND");
  expect(await listSubjectRequests(neighbour)).toEqual([]);
  const elsewhere = await world.contextFor("triage-officer", "63.11.02");
  expect(await refused(record(elsewhere))).toBe("RESIDENT_NOT_FOUND");
  expect(await listSubjectRequests(elsewhere)).toEqual([]);
  expect(await refused(record(camat))).toBe("FORBIDDEN");
  expect(await refused(record(village, { receivedAt: at("2026-12-01 08:00") }))).toBe(
    "INPUT_INVALID",
  );
  await record(village, { kind: "correct", receivedAt: at("2026-11-22 08:00") });
  const [open] = await listSubjectRequests(village);
  expect(open).toMatchObject({ kind: "correct", dueAt: at("2026-11-25 08:00") });
});
