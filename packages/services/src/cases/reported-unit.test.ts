import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/audit-queries";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { readBoard } from "../reports/queries";
import { act, answer, type Cast, cast, openCommand } from "../testing/case-journey";
import { createWorld, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { acceptAssignment } from "./accept-assignment";
import { amendCase } from "./amend-case";
import { findVisibleCases } from "./find-visible-cases";
import { openCase } from "./open-case";
import { countCases, listCases } from "./queries";
import { resolveCase } from "./resolve-case";
import { revealReporter } from "./reveal-reporter";
import { routeCase } from "./route-case";
import { showCase } from "./show-case";
import { triageCase } from "./triage-case";

let world: World;
let people: Cast;
let villageHead: ServiceContext;
let pmd: ServiceContext;
let secretary: ServiceContext;
let inspectorate: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  villageHead = await world.contextFor("village-head", murungAbuin);
  pmd = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" });
  secretary = await world.contextFor("subdistrict-secretary", paringinSelatan, {
    sectorCode: "SEKCAM",
  });
  inspectorate = await world.contextFor("inspectorate", "63.11", { sectorCode: "INSPEKTORAT" });
});
afterAll(() => world.drop());

const complaint = (reportedParty: string | null) =>
  openCommand({
    reportedParty,
    title: "Pungutan KENARI7",
    reporter: { name: "Siti Aminah" },
  });

/** Nothing of the case reaches this person: not by name, count, search, list, live update, notice. */
const expectBlind = async (ctx: ServiceContext, id: string, number: string) => {
  const view = { order: "due", limit: 50 } as const;
  await expect(showCase(ctx, { caseId: id })).rejects.toThrow("CASE_NOT_FOUND");
  await expect(
    revealReporter(ctx, {
      caseId: id,
      reason: "tanya alamat",
    }),
  ).rejects.toThrow("CASE_NOT_FOUND");
  expect((await listCases(ctx, view)).items.map((one) => one.id)).not.toContain(id);
  for (const text of [number, "KENARI7"])
    expect((await listCases(ctx, { ...view, text })).items.map((one) => one.id)).not.toContain(id);
  expect(await countCases(ctx, { found: { text: number } })).toMatchObject({ found: 0 });
  expect(await findVisibleCases(ctx, [id])).toEqual([]);
};

const tellAll = async (id: string) => {
  const events = await world.everything.domainEvent.findMany({ where: { subject: `case/${id}` } });
  const audiences = ["desk", "responsible", "village", "holder", "sender", "leaders"] as const;
  for (const event of events)
    for (const audience of audiences)
      await notifyAudience(
        { ...people.triage, db: world.everything },
        {
          eventId: event.id,
          audience,
          mail: "on",
        },
      );
  const rows = await world.everything.notification.findMany({ where: { subject: `case/${id}` } });
  return new Set(rows.map((row) => row.recipientId));
};

describe("a complaint about a village's officials", () => {
  let id: string;
  let number: string;
  beforeAll(async () => {
    ({ id, number } = await openCase(people.triage, complaint(murungAbuin)));
  });

  it("is invisible to that village, its officer and its head", async () => {
    await expectBlind(people.village, id, number);
    await expectBlind(villageHead, id, number);
  });

  it("is read by the kecamatan, which stays responsible", async () => {
    const shown = await showCase(people.triage, { caseId: id });
    expect(shown.reportedUnit?.key).toBe(murungAbuin);
    expect(shown.responsibleName).not.toBeNull();
  });

  it("asks the desk and never the village to confirm", async () => {
    await triageCase(people.triage, act(id, 0));
    await routeCase(people.triage, { ...act(id, 1), target: "DPMD", instruction: "Mohon" });
    await acceptAssignment(people.sector, act(id, 2));
    await resolveCase(people.sector, { ...act(id, 3), ...answer });
    const shown = await showCase(people.triage, { caseId: id });
    expect(shown.holder.kind).toBe("desk");
    await expectBlind(people.village, id, number);
  });

  it("tells nobody of the village", async () => {
    const told = await tellAll(id);
    expect(told.size).toBeGreaterThan(0);
    expect(told).not.toContain(people.village.actor.userId);
    expect(told).not.toContain(villageHead.actor.userId);
  });
});

describe("a complaint about a sector or a section", () => {
  it("is never routed to it, and it reads nothing", async () => {
    const { id, number } = await openCase(people.triage, complaint("63.11:DPMD"));
    await triageCase(people.triage, act(id, 0));
    const target = { target: "DPMD", instruction: "Mohon" };
    await expect(routeCase(people.triage, { ...act(id, 1), ...target })).rejects.toThrow(
      "CASE_TARGET_REPORTED",
    );
    await expectBlind(people.sector, id, number);
  });

  it("has another responsible than the head complained of, who counts nothing of it", async () => {
    const before = await readBoard(pmd);
    const { id, number } = await openCase(people.triage, complaint(`${paringinSelatan}:KASI_PMD`));
    await expectBlind(pmd, id, number);
    expect((await readBoard(pmd)).open).toBe(before.open);
    const shown = await showCase(people.triage, { caseId: id });
    expect(shown.responsibleName).toBe(secretary.actor.name);
    await triageCase(people.triage, act(id, 0));
    const target = { target: "KASI_PMD", instruction: "Mohon" };
    await expect(routeCase(people.triage, { ...act(id, 1), ...target })).rejects.toThrow(
      "CASE_TARGET_REPORTED",
    );
  });

  it("leaves it at once when it is found out later", async () => {
    const { id, number } = await openCase(people.triage, complaint(null));
    await triageCase(people.triage, act(id, 0));
    await routeCase(people.triage, { ...act(id, 1), target: "DPMD", instruction: "Mohon" });
    await acceptAssignment(people.sector, act(id, 2));
    const before = await showCase(people.triage, { caseId: id });
    await amendCase(people.triage, {
      ...act(id, 3),
      reportedParty: "63.11:DPMD",
      reason: "Yang diadukan dinas itu sendiri",
    });
    const after = await showCase(people.triage, { caseId: id });
    expect(after).toMatchObject({ status: "declined", holder: { kind: "desk" } });
    expect(after.total.dueAt).toEqual(before.total.dueAt);
    await expectBlind(people.sector, id, number);
  });
});

describe("a complaint about the kecamatan itself", () => {
  it("goes to the inspectorate: nobody of the office reads it, not in counts, not in the trail", async () => {
    const { id, number } = await openCase(people.triage, complaint(paringinSelatan));
    for (const ctx of [people.triage, people.head, secretary, pmd])
      await expectBlind(ctx, id, number);
    const shown = await showCase(inspectorate, { caseId: id });
    expect(shown).toMatchObject({ isSupervisory: true, responsibleName: null });
    const trail = await listAudit(people.head, { subdistrictCode: paringinSelatan, limit: 100 });
    expect(trail.items.map((one) => one.subject)).not.toContain(number);
  });

  it("refuses a unit that is not of this kecamatan or kabupaten", async () => {
    for (const unit of ["35.21.10", "63.11:INSPEKTORAT", "63.11:NOBODY", "63.11.02.2014"])
      await expect(openCase(people.triage, complaint(unit))).rejects.toThrow(
        "REPORTED_UNIT_UNKNOWN",
      );
  });
});
