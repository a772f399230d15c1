import { randomUUID } from "node:crypto";
import type { DomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, answer, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, paringinSelatan, type World } from "../testing/world";
import { acceptAssignment } from "./accept-assignment";
import { addNote } from "./add-note";
import { closeCase } from "./close-case";
import { confirmCase } from "./confirm-case";
import { declineAssignment } from "./decline-assignment";
import { holdCase } from "./hold-case";
import { reopenCase } from "./reopen-case";
import { resolveCase } from "./resolve-case";
import { resumeCase } from "./resume-case";
import { routeCase } from "./route-case";
import { triageCase } from "./triage-case";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const monday = at("2026-11-23 09:00");
const on = async <T>(time: string, work: () => Promise<T>): Promise<T> => {
  world.clock.now = at(time);
  try {
    return await work();
  } finally {
    world.clock.now = monday;
  }
};
const stored = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const stages = (caseId: string) =>
  world.everything.caseStage.findMany({ where: { caseId }, orderBy: { startedAt: "asc" } });
const eventTypes = async (id: string) => {
  const events = await world.everything.domainEvent.findMany({
    where: { subject: `case/${id}` },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
  return events.map((e) => e.type);
};

describe("an ordinary case", () => {
  it("goes from intake to closed, each step with its event and its strand", async () => {
    const { id } = await journeyTo(people, "received");
    const { triage, sector, village } = people;
    await on("2026-11-23 10:00", () => triageCase(triage, act(id, 0)));
    await on("2026-11-24 10:00", () =>
      routeCase(triage, { ...act(id, 1), target: "DPMD", instruction: "Mohon dibina" }),
    );
    await on("2026-11-25 10:00", () => acceptAssignment(sector, act(id, 2)));
    await on("2026-11-26 10:00", () =>
      addNote(sector, {
        clientActionId: randomUUID(),
        caseId: id,
        audience: "reporter",
        body: "Sudah dijadwalkan",
      }),
    );
    await on("2026-11-27 10:00", () => resolveCase(sector, { ...act(id, 3), ...answer }));
    await on("2026-11-30 10:00", () =>
      confirmCase(village, { ...act(id, 4), note: "Terima kasih" }),
    );
    const kase = await stored(id);
    expect(kase).toMatchObject({
      status: "closed",
      isOpen: false,
      version: 5,
      outcome: "handled",
      answerSolution: answer.solution,
      resolvedAt: at("2026-11-27 10:00"),
      closedAt: at("2026-11-30 10:00"),
      firstFollowUpAt: at("2026-11-25 10:00"),
      totalDueAt: at("2026-12-11 16:30"),
    });
    expect(await eventTypes(id)).toEqual([
      "case.opened",
      "case.triaged",
      "case.routed",
      "case.accepted",
      "case.note-added",
      "case.resolved",
      "case.confirmed",
      "case.closed",
    ]);
    expect((await stages(id)).map((s) => [s.holderKind, s.startedAt, s.endedAt])).toEqual([
      ["desk", at("2026-11-23 09:00"), at("2026-11-24 10:00")],
      ["sector", at("2026-11-24 10:00"), at("2026-11-27 10:00")],
      ["village", at("2026-11-27 10:00"), at("2026-11-30 10:00")],
    ]);
  });

  it("resolved, is due when the village's window ends and not when its work was", async () => {
    const { id } = await journeyTo(people, "resolved");
    const kase = await stored(id);
    expect(kase.dueAt).toEqual(kase.confirmBy);
    expect(kase.dueAt).toEqual(at("2026-12-03 09:00"));
  });

  it("declined, is routed again on the same total clock; the sector no longer reads it", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    const { triage, sector } = people;
    const before = await stored(id);
    const declined = await on("2026-11-25 09:00", () =>
      declineAssignment(sector, { ...act(id, version), reason: "Bukan tugas kami" }),
    );
    expect(await stored(id)).toMatchObject({
      status: "declined",
      leadParty: null,
      holderKind: "desk",
    });
    await expect(acceptAssignment(sector, act(id, declined.version))).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    await on("2026-11-26 09:00", () =>
      routeCase(triage, { ...act(id, declined.version), target: "KASI_PMD", instruction: "Bina" }),
    );
    const after = await stored(id);
    expect(after).toMatchObject({
      status: "assigned",
      holderKind: "section",
      holderCode: "KASI_PMD",
    });
    expect(after.totalDueAt).toEqual(before.totalDueAt);
    expect(after.responsibleId).toBe(before.responsibleId);
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    await acceptAssignment(kasi, act(id, declined.version + 1));
    expect((await stored(id)).status).toBe("in_progress");
  });

  it("reopened by the village, returns to the desk and can be routed again", async () => {
    const { id, version } = await journeyTo(people, "resolved");
    const reopened = await reopenCase(people.village, {
      ...act(id, version),
      reason: "Belum selesai",
    });
    expect(await stored(id)).toMatchObject({ status: "reopened", outcome: null, resolvedAt: null });
    await routeCase(people.triage, {
      ...act(id, reopened.version),
      target: "DPMD",
      instruction: "x",
    });
    expect((await stored(id)).status).toBe("assigned");
  });

  it("is closed by the desk after the window, not before", async () => {
    const { id, version } = await journeyTo(people, "resolved");
    await expect(closeCase(people.triage, act(id, version))).rejects.toMatchObject({
      code: "CASE_ACTION_NOT_NOW",
      details: { reason: "WINDOW_OPEN" },
    });
    await on("2026-12-03 09:00", () => closeCase(people.triage, act(id, version)));
    expect((await stored(id)).status).toBe("closed");
  });
});

describe("a hold", () => {
  it("moves both deadlines at once and gives back the days that were not needed", async () => {
    const { id, version } = await journeyTo(people, "in_progress");
    const before = await stored(id);
    const until = at("2026-11-27 17:00");
    const held = await on("2026-11-23 15:00", () =>
      holdCase(people.sector, { ...act(id, version), waitingFor: "budget", reason: "APBD", until }),
    );
    const during = await stored(id);
    // 24 to 27 November: four working days.
    expect(during).toMatchObject({ status: "on_hold", holdUntil: until });
    expect(before.totalDueAt).toEqual(at("2026-12-11 16:30"));
    expect(during.totalDueAt).toEqual(at("2026-12-17 16:30"));
    expect(during.dueAt > before.dueAt).toBe(true);
    await on("2026-11-25 09:00", () => resumeCase(people.sector, act(id, held.version)));
    const after = await stored(id);
    // Only the 24th was held from opening to close.
    expect(after).toMatchObject({ status: "in_progress", holdUntil: null });
    expect(after.totalDueAt).toEqual(at("2026-12-14 16:30"));
    const strands = await stages(id);
    expect(strands.map((s) => s.holderKind)).toEqual(["sector"]);
    expect(strands[0]?.dueAt).toEqual(after.stageDueAt);
  });
});

describe("on behalf", () => {
  const told = { who: "Pak Camat DPMD (fiktif)", how: "letter", when: monday } as const;

  it("asks who, how and when, and keeps them in a note", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    await expect(acceptAssignment(kasi, act(id, version))).rejects.toMatchObject({
      code: "INPUT_INVALID",
      details: { field: "onBehalf" },
    });
    await acceptAssignment(kasi, { ...act(id, version), onBehalf: told });
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${id}`, type: "case.accepted" },
    });
    expect(event).toMatchObject({ actorId: kasi.actor.userId, payload: { onBehalf: true } });
    const notes = await world.everything.caseNote.findMany({
      where: { caseId: id, purpose: "on-behalf" },
    });
    expect(notes.map((n) => n.body)).toEqual([`${told.who} · letter · ${monday.toISOString()}`]);
  });

  it("is how the desk answers for a sector, never in its own name", async () => {
    const { id, version } = await journeyTo(people, "in_progress");
    const command = { ...act(id, version), ...answer };
    await expect(resolveCase(people.triage, command)).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
    await resolveCase(people.triage, { ...command, clientActionId: randomUUID(), onBehalf: told });
    expect((await stored(id)).status).toBe("resolved");
  });
});

describe("two officers on one case", () => {
  it("the second hears that it changed, and nothing is lost", async () => {
    const { id } = await journeyTo(people, "received");
    await triageCase(people.triage, act(id, 0));
    await expect(triageCase(people.triage, act(id, 0))).rejects.toMatchObject({
      kind: "conflict",
      code: "CASE_CHANGED_MEANWHILE",
      details: { version: 1 },
    });
  });

  it("at the same moment, one of twenty wins", async () => {
    const { id } = await journeyTo(people, "triaged");
    const targets = ["DPMD", "BPBD", "KASI_PMD", "KASI_KESSOS"];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        routeCase(i % 2 ? people.triage : people.head, {
          ...act(id, 1),
          target: targets[i % 4] ?? "DPMD",
          instruction: "x",
        }),
      ),
    );
    const refused = outcomes
      .filter((o) => o.status === "rejected")
      .map((o) => o.reason as DomainError);
    expect(refused).toHaveLength(19);
    expect(new Set(refused.map((e) => e.kind))).toEqual(new Set(["conflict"]));
    expect((await eventTypes(id)).filter((t) => t === "case.routed")).toHaveLength(1);
    expect((await stored(id)).version).toBe(2);
  });

  it("a note does not disturb who fills in a form", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    await addNote(people.head, {
      clientActionId: randomUUID(),
      caseId: id,
      audience: "internal",
      body: "x",
    });
    await acceptAssignment(people.sector, act(id, version));
    expect((await stored(id)).status).toBe("in_progress");
  });

  it("a retry of the first gets its first answer though the case has moved on", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    const command = { ...act(id, version), reason: "Bukan tugas kami" };
    const first = await declineAssignment(people.sector, command);
    expect(await declineAssignment(people.sector, command)).toEqual(first);
    expect((await eventTypes(id)).filter((t) => t === "case.declined")).toHaveLength(1);
  });
});

describe("triage finds a supervisory complaint", () => {
  it("and the kecamatan, who entered it and the village lose sight of it at once", async () => {
    const { id, version } = await journeyTo(people, "received", {}, people.village);
    await triageCase(people.triage, { ...act(id, version), categoryCode: "SUP-FRAUD" });
    expect(await stored(id)).toMatchObject({
      status: "assigned",
      isSupervisory: true,
      isSecret: true,
      leadParty: "63.11:INSPEKTORAT",
      responsibleId: null,
    });
    for (const who of [people.triage, people.village, people.head]) {
      const note = {
        clientActionId: randomUUID(),
        caseId: id,
        audience: "partner",
        body: "x",
      } as const;
      await expect(addNote(who, note)).rejects.toMatchObject({ code: "CASE_NOT_FOUND" });
    }
    const inspectorate = await world.contextFor("inspectorate", "63.11", {
      sectorCode: "INSPEKTORAT",
    });
    const accepted = await acceptAssignment(inspectorate, act(id, version + 1));
    const resolved = await resolveCase(inspectorate, { ...act(id, accepted.version), ...answer });
    await closeCase(inspectorate, act(id, resolved.version));
    expect((await stored(id)).status).toBe("closed");
  });
});
