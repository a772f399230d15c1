import { randomUUID } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import { mostCrewCases } from "@rembuk/domain/cases/crew-cases";
import { onTheRoad } from "@rembuk/domain/trips/lifecycle";
import { tripStatuses } from "@rembuk/domain/trips/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptReferral } from "../cases/accept-referral";
import type { CrewVillage } from "../cases/crew-case-queries";
import { openCase } from "../cases/open-case";
import { referCase } from "../cases/refer-case";
import { showCase } from "../cases/show-case";
import type { ServiceContext } from "../context";
import { setContext } from "../kernel/database-context";
import { inTransaction } from "../kernel/in-transaction";
import { revokeDevice } from "../staff/revoke-device";
import { act, type Cast, cast, journeyTo, openCommand, type Stop } from "../testing/case-journey";
import { createWorld, halong, liyu, type World } from "../testing/world";
import {
  arrangeFieldTrip,
  type FieldTrip,
  kapul,
  phoneOf,
  type TestPhone,
} from "./field-trip.fixture";
import { takePackage } from "./take-package";

/** Of Halong too, and no stop of any trip here. */
const tabuan = "63.11.02.2004";
const key = () => ({ clientActionId: randomUUID() });

let world: World;
let people: Cast;
let officer: ServiceContext;
let colleague: ServiceContext;
let trip: FieldTrip;
let phone: TestPhone;
beforeAll(async () => {
  world = await createWorld();
  const triage = await world.contextFor("triage-officer", halong, { clearance: true });
  const village = await world.contextFor("village-officer", liyu);
  people = { ...(await cast(world)), triage, village };
  officer = await world.contextFor("field-officer", halong);
  colleague = await world.contextFor("field-officer", halong, { clearance: true });
  trip = await arrangeFieldTrip(world, [{ ctx: officer, duty: "member" }], 1);
  phone = await phoneOf(officer);
});
afterAll(async () => {
  await world.drop();
});

const arrive = (stop: Stop, change: Partial<OpenCaseCommand> = {}) =>
  journeyTo(people, stop, { villageCode: liyu, ...change });

const take = (by = officer, { device: { deviceId } } = phone, { tripId } = trip) =>
  takePackage(by, { ...key(), tripId, deviceId });

const caseRow = async (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });

/** The trip at another step, as it would be after it. */
const move = (status: string, { tripId } = trip) =>
  world.everything.trip.update({ where: { id: tripId }, data: { status } });

const numbersIn = (taken: { openCases: readonly CrewVillage[] | null }) =>
  taken.openCases?.flatMap(({ cases }) => cases.map(({ number }) => number)) ?? null;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code }) => code as string,
  );

describe("the cases that a crew takes along", () => {
  it("are the open ones of each village where it stops, what waits for the village first", async () => {
    const resolved = await arrive("resolved");
    const working = await arrive("in_progress");
    const asked = await arrive("triaged");
    await referCase(people.triage, {
      ...act(asked.id, asked.version),
      referrals: [
        { target: "PEMDES", asked: "Mohon data pengurus", mandatory: false, limitDays: 5 },
      ],
    });
    const plain = await arrive("received", { villageCode: kapul });
    const [first, second, third, other] = await Promise.all(
      [asked, resolved, working, plain].map(async ({ id }) => (await caseRow(id)).number),
    );
    const { openCases } = await take();
    const of = (code: string) => openCases?.find(({ villageCode }) => villageCode === code);
    expect(openCases?.map(({ villageCode }) => villageCode)).toEqual([liyu, kapul]);
    expect(of(liyu)).toMatchObject({
      total: 3,
      cases: [
        { number: expect.any(String), categoryName: expect.stringMatching(/[a-z]/) },
        { number: expect.any(String), title: "LPM belum berjalan" },
        { number: third, status: "in_progress", holderKind: "sector", waits: null },
      ],
    });
    const waiting = new Map(of(liyu)?.cases.map(({ number, waits }) => [number, waits]));
    expect([waiting.get(first ?? ""), waiting.get(second ?? "")]).toEqual(["answer", "confirm"]);
    expect(of(kapul)).toMatchObject({ total: 1, cases: [{ number: other, waits: null }] });
    const { referrals } = await showCase(people.village, { caseId: asked.id });
    const [referral] = referrals;
    const due = of(liyu)?.cases.find(({ number }) => number === first)?.dueAt;
    expect(due).toEqual(referral?.dueAt);
    const { id: referralId = "", version = -1 } = referral ?? {};
    await acceptReferral(people.village, { ...key(), caseId: asked.id, referralId, version });
    const again = (await take()).openCases?.[0]?.cases.find(({ number }) => number === first);
    expect(again?.waits).toBe("work");
  });

  it("hold no reporter, no story, no answer and no number of a person", async () => {
    const canary = { name: "Kenari Rahasia", nik: "9999011401900077", phone: "0860-0000-0177" };
    const described = `Kenari Rahasia, NIK ${canary.nik}, bercerita`;
    const title = `Titian dekat rumah hp 0860-0000-0177 (NIK 9999 0114 0190 0077)`;
    const { id } = await arrive("resolved", { title, description: described, reporter: canary });
    const taken = await take();
    const { number, createdById } = await caseRow(id);
    const carried = taken.openCases?.[0]?.cases.find((one) => one.number === number);
    expect(carried?.title).toBe("Titian dekat rumah hp •••••••• (NIK ••••••••)");
    expect(Object.keys(carried ?? {}).sort()).toEqual([
      ...["categoryName", "dueAt", "holderKind", "holderName", "number", "receivedAt"],
      ...["since", "status", "title", "waits"],
    ]);
    const text = JSON.stringify(taken.openCases);
    for (const word of ["Kenari", canary.nik, canary.phone, "Sudah ditanggapi", id, createdById])
      expect(text, word).not.toContain(word);
  });

  it("are none that is secret, supervisory, complains of an office, is unread, settled, or elsewhere", async () => {
    const before = numbersIn(await take());
    const left = [
      await arrive("received", { privacy: "SECRET" }),
      await arrive("received", { reportedParty: liyu }),
      await arrive("received", { reportedParty: `${halong}:KASI_PMD` }),
      await arrive("received", { villageCode: tabuan }),
    ];
    const changed = async (data: object) => {
      const { id } = await arrive("received");
      await world.everything.case.update({ where: { id }, data });
      return { id, version: 0 };
    };
    left.push(
      await changed({ isSupervisory: true }),
      await changed({ channel: "web" }),
      await changed({ isOpen: false, status: "closed" }),
      // Of a village of this trip, and another kecamatan has taken it over.
      await changed({ subdistrictCode: "63.11.07" }),
    );
    const shown = await arrive("received");
    const after = numbersIn(await take());
    expect(after).toContain((await caseRow(shown.id)).number);
    expect(after).toHaveLength((before?.length ?? -1) + 1);
    for (const { id } of left) expect(after).not.toContain((await caseRow(id)).number);
  });

  it("are so many of a village at most, and it is said how many there are", async () => {
    const enter = (title: string) =>
      openCase(people.triage, openCommand({ villageCode: kapul, title }));
    for (let n = 0; n < mostCrewCases; n += 1) await enter(`Titian ke-${n}`);
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    await enter("Titian terbaru");
    const [, ofKapul] = (await take()).openCases ?? [];
    expect(ofKapul?.cases).toHaveLength(mostCrewCases);
    expect(ofKapul?.total).toBe(mostCrewCases + 2);
    expect(ofKapul?.cases[0]?.title).toBe("Titian terbaru");
  }, 60_000);

  it("stand in the trail as a count, and are nothing that the crew could open", async () => {
    const taken = await take();
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { type: "handover.package-taken", subject: `trip/${trip.tripId}` },
      orderBy: { id: "desc" },
    });
    expect(event.payload).toEqual({
      ...{ deviceId: phone.device.deviceId, cases: numbersIn(taken)?.length },
    });
    const { id } = await arrive("received");
    expect(await codeOf(showCase(officer, { caseId: id }))).toBe("CASE_NOT_FOUND");
  });

  it("stay behind when the trip is back, and of a trip that is over or another's nothing is taken", async () => {
    await move("returned");
    expect((await take()).openCases).toBeNull();
    await move("reconciled");
    expect(await codeOf(take())).toBe("TRIP_NOT_TO_TAKE");
    await move("departed");
    const theirs = await arrangeFieldTrip(world, [{ ctx: colleague, duty: "member" }], 1);
    expect(await codeOf(take(officer, phone, theirs))).toBe("TRIP_NOT_FOUND");
    expect(await codeOf(take(colleague, phone, theirs))).toBe("DEVICE_NOT_FOUND");
  });
});

/** What the database itself answers, whatever a service would ask of it. */
const rowsFor = (
  by: ServiceContext,
  { tripId = trip.tripId, deviceId = phone.device.deviceId } = {},
) =>
  inTransaction(by, async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT * FROM trip_open_cases(${tripId}::uuid, ${deviceId}::uuid, 50)`;
    return rows.length;
  });

const casesSeen = async (tx: Transaction) =>
  (await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM "case"`)[0]?.n;

describe("the database", () => {
  it("answers the crew of a trip on the road, and nobody else", async () => {
    await arrive("received");
    expect(await rowsFor(officer)).toBeGreaterThan(0);
    const theirs = await arrangeFieldTrip(world, [{ ctx: colleague, duty: "lead" }], 1);
    const own = await phoneOf(colleague);
    const { deviceId } = own.device;
    expect(await rowsFor(colleague, { deviceId, tripId: theirs.tripId })).toBeGreaterThan(0);
    // Another's trip, another's phone, no phone at all.
    expect(await rowsFor(colleague, { deviceId })).toBe(0);
    expect(await rowsFor(colleague, { tripId: theirs.tripId })).toBe(0);
    expect(await rowsFor(officer, { deviceId: randomUUID() })).toBe(0);
    expect(await rowsFor(officer, { tripId: randomUUID() })).toBe(0);
    // The desk reads cases by its own fence, not by this.
    expect(await rowsFor(people.triage)).toBe(0);
  });

  it("answers at each step of a trip as the rule says", async () => {
    for (const status of tripStatuses) {
      await move(status);
      const isTold = (await rowsFor(officer)) > 0;
      expect([status, isTold]).toEqual([status, onTheRoad.includes(status)]);
    }
    await move("departed");
  });

  it("opens no case besides, neither after it answered nor by the word that it uses itself", async () => {
    await world.db.$transaction(async (tx) => {
      await setContext(tx, colleague.actor);
      expect(await casesSeen(tx)).toBe(0);
      await tx.$queryRaw`SELECT count(*) FROM trip_open_cases(${trip.tripId}::uuid, ${phone.device.deviceId}::uuid, 50)`;
      expect(await casesSeen(tx)).toBe(0);
      await tx.$queryRaw`SELECT set_config('rembuk.crew', 'on', true)`;
      expect(await casesSeen(tx)).toBe(0);
    });
  });

  it("answers a revoked phone nothing, and the phone takes nothing along", async () => {
    const admin = await world.contextFor("subdistrict-admin", halong);
    const lost = await phoneOf(officer, "Ponsel hilang");
    const { deviceId } = lost.device;
    expect(await rowsFor(officer, { deviceId })).toBeGreaterThan(0);
    await revokeDevice(admin, { ...key(), deviceId, reason: "Ponsel hilang" });
    expect(await rowsFor(officer, { deviceId })).toBe(0);
    expect(await codeOf(take(officer, lost))).toBe("DEVICE_NOT_FOUND");
  });
});
