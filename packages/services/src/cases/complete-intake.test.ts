import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, halong, lingsir, liyu, type World } from "../testing/world";
import { amendCase } from "./amend-case";
import { archiveCase } from "./archive-case";
import { askInfo } from "./ask-info";
import { cancelCase } from "./cancel-case";
import { completeCase } from "./complete-case";
import { lapseSilentCases } from "./lapse-silent-cases";
import { countCases, listCases } from "./queries";
import { redirectCase } from "./redirect-case";
import { showCase } from "./show-case";
import { sweepOverdueCases } from "./sweep-overdue-cases";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const on = async <T>(time: string, work: () => Promise<T>): Promise<T> => {
  const before = world.clock.now;
  world.clock.now = at(time);
  try {
    return await work();
  } finally {
    world.clock.now = before;
  }
};
const stored = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });
const told = { who: "Pelapor (fiktif)", how: "phone", when: at("2026-11-24 09:00") } as const;
const system = () =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => world.clock.now,
  });
const question = "Mohon sebutkan RT dan foto jalannya.";

describe("needs info", () => {
  it("goes to the village, stops the clocks, comes back with the answer", async () => {
    const { id } = await journeyTo(people, "received");
    const before = await stored(id);
    await on("2026-11-24 10:00", () => askInfo(people.triage, { ...act(id, 0), question }));
    expect(await stored(id)).toMatchObject({ status: "needs_info", holderKind: "village" });
    const page = await on("2026-11-24 11:00", () => showCase(people.village, { caseId: id }));
    expect(page.nextSteps[0]).toMatchObject({ action: "complete", recommended: true });
    expect(page.timeline.find((e) => e.type === "case.info-asked")?.note).toBe(question);
    await on("2026-11-26 10:00", () =>
      completeCase(people.village, { ...act(id, 1), information: "RT 03, foto menyusul." }),
    );
    const after = await stored(id);
    expect(after).toMatchObject({ status: "received", holderKind: "desk" });
    expect(after.receivedAt).toEqual(before.receivedAt);
    expect(after.totalDueAt.getTime()).toBeGreaterThan(before.totalDueAt.getTime());
    const stages = await world.everything.caseStage.findMany({
      where: { caseId: id },
      orderBy: { startedAt: "asc" },
    });
    expect(stages.map((s) => s.holderKind)).toEqual(["desk", "village", "desk"]);
  });

  it("may be answered for the reporter by the desk, who says how it was told", async () => {
    const { id } = await journeyTo(people, "received");
    await askInfo(people.triage, { ...act(id, 0), question });
    await expect(
      completeCase(people.triage, { ...act(id, 1), information: "RT 03" }),
    ).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await completeCase(people.triage, { ...act(id, 1), information: "RT 03", onBehalf: told });
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${id}`, type: "case.completed" },
    });
    expect(event.payload).toMatchObject({ onBehalf: true });
  });

  it("without an answer lapses after ten days, once, and is not called late meanwhile", async () => {
    const { id } = await journeyTo(people, "received");
    await on("2026-11-24 10:00", () => askInfo(people.triage, { ...act(id, 0), question }));
    await on("2026-12-04 09:59", async () => {
      await sweepOverdueCases(system());
      expect(await lapseSilentCases(system())).toBe(0);
    });
    expect((await stored(id)).stageOverdueAt).toBeNull();
    await on("2026-12-04 10:00", () => lapseSilentCases(system()));
    await on("2026-12-04 10:01", () => lapseSilentCases(system()));
    expect(await stored(id)).toMatchObject({ status: "lapsed", isOpen: false });
    const lapses = await world.everything.domainEvent.count({
      where: { subject: `case/${id}`, type: "case.lapsed" },
    });
    expect(lapses).toBe(1);
  });
});

describe("leaving", () => {
  it("redirected and archived cases are over; the village reads why", async () => {
    const first = await journeyTo(people, "received");
    await redirectCase(people.triage, {
      ...act(first.id, 0),
      destination: "Pengadilan Agama Paringin",
      reason: "Perkara waris diputus pengadilan.",
    });
    const page = await showCase(people.village, { caseId: first.id });
    expect(page.status).toBe("redirected");
    expect(page.timeline.find((e) => e.type === "case.redirected")?.note).toContain("Pengadilan");
    expect(page.nextSteps).toEqual([]);
    const second = await journeyTo(people, "received");
    await archiveCase(people.triage, { ...act(second.id, 0), reason: "Laporan uji coba." });
    expect(await stored(second.id)).toMatchObject({ status: "archived", isOpen: false });
  });

  it("who brought a case may take it back, also while a sector works; a stranger may not", async () => {
    const mine = await journeyTo(people, "in_progress", {}, people.village);
    await expect(
      cancelCase(people.sector, { ...act(mine.id, mine.version), reason: "Tidak perlu" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await cancelCase(people.village, { ...act(mine.id, mine.version), reason: "Sudah selesai" });
    expect(await stored(mine.id)).toMatchObject({ status: "cancelled", isOpen: false });
    const desk = await journeyTo(people, "assigned");
    await expect(
      cancelCase(people.village, { ...act(desk.id, desk.version), reason: "Bukan milik saya" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("correcting the intake", () => {
  const reason = "Salah tulis saat diterima.";

  it("moves a case to the right village: the wrong one reads it no more", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    const after = await world.contextFor("village-officer", lingsir);
    await amendCase(people.triage, { ...act(id, version), villageCode: lingsir, reason });
    await expect(showCase(people.village, { caseId: id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    expect((await showCase(after, { caseId: id })).status).toBe("assigned");
  });

  it("keeps another kecamatan's village out, and who is not of the desk", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    await expect(
      amendCase(people.triage, { ...act(id, version), villageCode: liyu, reason }),
    ).rejects.toMatchObject({ code: "VILLAGE_NOT_IN_REACH" });
    await expect(
      amendCase(people.sector, { ...act(id, version), privacy: "SECRET", reason }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const elsewhere = await world.contextFor("triage-officer", halong);
    await expect(
      amendCase(elsewhere, { ...act(id, version), privacy: "SECRET", reason }),
    ).rejects.toMatchObject({ code: "CASE_NOT_FOUND" });
  });

  it("to a supervisory complaint takes it from everybody who read it, in page, list and count", async () => {
    const { id, version } = await journeyTo(people, "in_progress");
    const categoryCode = await supervisoryCode();
    const counted = async () => (await countCases(people.triage, { all: {} })).all ?? Number.NaN;
    const before = await counted();
    await amendCase(people.triage, { ...act(id, version), categoryCode, reason });
    for (const reader of [people.triage, people.village, people.head, people.sector]) {
      await expect(showCase(reader, { caseId: id })).rejects.toMatchObject({
        code: "CASE_NOT_FOUND",
      });
      const { items } = await listCases(reader, { order: "newest", limit: 100 });
      expect(items.some((item) => item.id === id)).toBe(false);
    }
    expect(await counted()).toBe(before - 1);
    const inspector = await world.contextFor("inspectorate", "63.11", {
      sectorCode: "INSPEKTORAT",
    });
    expect((await showCase(inspector, { caseId: id })).isSupervisory).toBe(true);
  });

  it("takes the person down anew, sealed, and leaves the earlier one", async () => {
    const reporter = { name: "Siti Aminah (fiktif)", phone: "0860-0000-0101" };
    const { id, version } = await journeyTo(people, "received", { reporter });
    const before = await stored(id);
    await amendCase(people.triage, {
      ...act(id, version),
      reporter: { name: "Aminah Siti (fiktif)" },
      reason,
    });
    const after = await stored(id);
    expect(after.reporterPersonId).not.toBe(before.reporterPersonId);
    const kept = await world.everything.person.count({
      where: { id: before.reporterPersonId ?? randomUUID() },
    });
    expect(kept).toBe(1);
    expect((await showCase(people.triage, { caseId: id })).reporter?.name).toBe(
      "Aminah Siti (fiktif)",
    );
  });

  it("the same correction again is answered and not repeated", async () => {
    const { id, version } = await journeyTo(people, "received");
    const command = { ...act(id, version), privacy: "ANONYMOUS" as const, reason };
    const first = await amendCase(people.triage, command);
    expect(await amendCase(people.triage, command)).toEqual(first);
    const events = await world.everything.domainEvent.count({
      where: { subject: `case/${id}`, type: "case.amended" },
    });
    expect(events).toBe(1);
  });
});

const supervisoryCode = async (): Promise<string> => {
  const row = await world.everything.caseCategory.findFirstOrThrow({
    where: { classification: "COMPLAINT_SUPERVISORY" },
  });
  return row.code;
};
