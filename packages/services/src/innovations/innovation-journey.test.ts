import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readReport } from "@rembuk/domain/innovations/index-report";
import { emptyProfile } from "@rembuk/domain/innovations/model";
import { readProposal, withProposal, writeProposal } from "@rembuk/domain/innovations/proposal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { systemActor } from "../kernel/system-actor";
import { recordMeeting } from "../meetings/record-meeting";
import { openCommand } from "../testing/case-journey";
import { createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { answerRevision } from "./answer-revision";
import { countEvidence } from "./count-evidence";
import { importProfile } from "./import-profile";
import { linkCase, unlinkCase } from "./link-case";
import { linkMeeting, unlinkMeeting } from "./link-meeting";
import { moveReport } from "./move-report";
import { moveStage } from "./move-stage";
import { listInnovations, showInnovation } from "./queries";
import { registerInnovation } from "./register-innovation";
import { requestRevision } from "./request-revision";
import { saveInnovationParts } from "./save-parts";
import { saveProfile } from "./save-profile";

const fixture = (name: string) =>
  readFileSync(
    new URL(`../../../domain/src/innovations/${name}.fixture.txt`, import.meta.url),
    "utf8",
  );
const report = fixture("laporan-indeks");
const proposal = fixture("profil-proposal");

type Seat =
  | ("manager" | "rival" | "desk" | "sekcam" | "camat" | "bapperida" | "coach" | "council")
  | ("far" | "farVerifier" | "village");
let world: World;
let by: Record<Seat, ServiceContext>;
beforeAll(async () => {
  world = await createWorld();
  by = {
    manager: await world.contextFor("innovation-manager", halong),
    rival: await world.contextFor("innovation-manager", paringinSelatan),
    desk: await world.contextFor("triage-officer", halong),
    sekcam: await world.contextFor("subdistrict-secretary", halong, { sectorCode: "SEKCAM" }),
    camat: await world.contextFor("subdistrict-head", halong),
    bapperida: await world.contextFor("innovation-verifier", "63.11"),
    coach: await world.contextFor("regional-coach", "63"),
    council: await world.contextFor("village-council", liyu),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
    farVerifier: await world.contextFor("innovation-verifier", "35.21"),
    village: await world.contextFor("village-head", liyu),
  };
});
afterAll(() => world?.drop());

const systemOf = (): ServiceContext => ({
  ...world.contextOf(systemActor),
  db: world.everything,
});
const act = () => ({ clientActionId: randomUUID() });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; details?: { obstacle?: string } }) =>
      error.details?.obstacle ?? error.code,
  );
const register = (who: ServiceContext, pasted: string | null = null, name = "PAK SOTARSA") =>
  registerInnovation(who, { ...act(), subdistrictCode: halong, name, pasted });
const at = async (innovationId: string) => {
  const { version } = await showInnovation(by.desk, { innovationId });
  return { ...act(), innovationId, version };
};
const move = async (
  who: Seat,
  innovationId: string,
  to: "submit" | "begin" | "validate" | "endorse" | "review" | "send",
) => moveReport(by[who], { ...(await at(innovationId)), move: to });
const complete = { iidStage: "adoption", form: "public-service", kind: "non-digital" } as const;

describe("the register of innovations", () => {
  it("takes the report of seed 001 in, open rows open, and gives it back equal", async () => {
    const { innovationId } = await register(
      by.manager,
      report,
      "RUKO PARSEL (Rumah Koordinasi Paringin Selatan)",
    );
    const shown = await showInnovation(by.manager, { innovationId });
    expect(shown.rows).toEqual(readReport(report).rows);
    expect(shown.gaps).toEqual({ iidStage: "blank", form: "blank", kind: "undecided" });
    expect(shown.eligibility).toMatchObject({
      ...{ gaps: ["started-before", "design-short"], words: 213, wordsNeeded: 300 },
    });
  });

  it("takes the proposal of seed 004 in without losing a word", async () => {
    const { innovationId } = await register(by.manager);
    await importProfile(by.manager, { ...(await at(innovationId)), pasted: proposal });
    const { profile } = await showInnovation(by.manager, { innovationId });
    const whole = withProposal({ ...emptyProfile, name: "PAK SOTARSA" }, readProposal(proposal));
    expect(profile).toEqual(whole);
    expect(writeProposal(profile)).toBe(writeProposal(whole));
    const odd = { ...(await at(innovationId)), pasted: "Selamat pagi." };
    expect(await code(importProfile(by.manager, odd))).toBe("INNOVATION_TEXT_UNKNOWN");
  });

  it("registers once, for the own kecamatan or village alone", async () => {
    const command = { ...act(), subdistrictCode: halong, name: "Dua kali" };
    const first = await registerInnovation(by.manager, command);
    expect(await registerInnovation(by.manager, command)).toEqual(first);
    for (const who of ["rival", "desk", "camat", "coach"] as const)
      expect(await code(register(by[who]))).toBe("FORBIDDEN");
    const own = { ...act(), subdistrictCode: halong, villageCode: liyu, name: "Milik desa" };
    const { innovationId } = await registerInnovation(by.village, own);
    expect(await code(showInnovation(by.village, { innovationId }))).toBe("done");
    expect(await code(showInnovation(by.manager, { innovationId }))).toBe("INNOVATION_NOT_FOUND");
  });

  it("goes from draft to the kabupaten: handed in, returned, answered, validated, endorsed, sent", async () => {
    const { innovationId: id } = await register(by.manager, report);
    await move("manager", id, "submit");
    expect(await code(move("manager", id, "begin"))).toBe("FORBIDDEN");
    await move("sekcam", id, "begin");
    expect(await code(move("sekcam", id, "validate"))).toBe("incomplete");
    const requests = [{ field: "kind" as const, note: "Jenis belum ditentukan" }];
    await requestRevision(by.sekcam, { ...(await at(id)), requests });
    expect(await code(move("manager", id, "submit"))).toBe("revisions-open");
    const [asked] = (await showInnovation(by.manager, { innovationId: id })).revisions;
    await saveProfile(by.manager, { ...(await at(id)), profile: complete });
    await answerRevision(by.manager, {
      ...{ ...(await at(id)), revisionId: asked?.id ?? "", answer: "Sudah dipilih" },
    });
    await move("manager", id, "submit");
    await move("sekcam", id, "begin");
    await move("sekcam", id, "validate");
    expect(await code(move("sekcam", id, "endorse"))).toBe("FORBIDDEN");
    await move("camat", id, "endorse");
    await move("bapperida", id, "review");
    await move("bapperida", id, "send");
    expect((await showInnovation(by.camat, { innovationId: id })).status).toBe("sent");
    const edit = { ...(await at(id)), profile: { design: "lain" } };
    expect(await code(saveProfile(by.manager, edit))).toBe("not-now");
  });

  it("is judged by nobody who works on it", async () => {
    const { innovationId } = await register(by.manager, report);
    const member = { name: "Sekcam", position: "Sekcam", userId: by.sekcam.actor.userId };
    await saveInnovationParts(by.manager, {
      ...(await at(innovationId)),
      parts: { team: [member] },
    });
    await move("manager", innovationId, "submit");
    expect(await code(move("sekcam", innovationId, "begin"))).toBe("own");
    expect(await code(move("camat", innovationId, "begin"))).toBe("done");
  });

  it("is a secret of the office until it is endorsed, and then has no names for coach and public", async () => {
    const { innovationId } = await register(by.manager, report);
    const seen = (who: Seat) => code(showInnovation(by[who], { innovationId }));
    for (const who of ["rival", "far", "farVerifier", "coach", "council", "village"] as const)
      expect(await seen(who)).toBe("INNOVATION_NOT_FOUND");
    for (const who of ["desk", "sekcam", "camat", "bapperida"] as const)
      expect(await seen(who)).toBe("done");
    await saveProfile(by.manager, { ...(await at(innovationId)), profile: complete });
    await move("manager", innovationId, "submit");
    await move("sekcam", innovationId, "begin");
    await move("sekcam", innovationId, "validate");
    await move("camat", innovationId, "endorse");
    for (const who of ["coach", "council"] as const) {
      const shown = await showInnovation(by[who], { innovationId });
      expect(JSON.stringify(shown)).not.toContain("MEGAWATI");
      expect(shown).toMatchObject({ seesNames: false, moves: [], stages: [], mayEdit: false });
      const { items } = await listInnovations(by[who], { limit: 50 });
      expect(items.map((one) => one.id)).toContain(innovationId);
      expect(items.every((one) => ["endorsed", "reviewed", "sent"].includes(one.status))).toBe(
        true,
      );
    }
    expect(await seen("farVerifier")).toBe("INNOVATION_NOT_FOUND");
    expect((await showInnovation(by.bapperida, { innovationId })).rows.initiator).toContain(
      "MEGAWATI",
    );
  });

  it("lists by keyset, each page where the last one ended", async () => {
    for (const name of ["Satu", "Dua", "Tiga"]) await register(by.manager, null, name);
    const first = await listInnovations(by.manager, { limit: 2 });
    const next = await listInnovations(by.manager, { limit: 2, cursor: first.nextCursor });
    expect(first.items.map((one) => one.name)).toEqual(["Tiga", "Dua"]);
    expect(next.items[0]?.name).toBe("Satu");
    expect((await listInnovations(by.rival, { limit: 50 })).items).toEqual([]);
  });
});

describe("the pipeline", () => {
  it("enters implementation with a case of its own and an idea, not without", async () => {
    const { innovationId: id } = await register(by.manager, proposal);
    const go = async (to: "problem" | "idea" | "implementation") =>
      code(moveStage(by.manager, { ...(await at(id)), to }));
    expect([await go("problem"), await go("idea")]).toEqual(["done", "done"]);
    expect(await go("implementation")).toBe("no-link");
    const opened = await openCase(by.desk, openCommand({ villageCode: liyu }));
    const link = async (who: Seat, number = opened.number) =>
      code(linkCase(by[who], { ...(await at(id)), number }));
    expect(await link("manager")).toBe("FORBIDDEN");
    expect(await link("desk", "HLG-2026-9999-X")).toBe("LINKED_CASE_UNKNOWN");
    expect(await link("desk", opened.number.toLowerCase())).toBe("done");
    expect(await go("implementation")).toBe("no-idea");
    await saveProfile(by.manager, { ...(await at(id)), profile: { idea: "Antar ke desa" } });
    expect(await go("implementation")).toBe("done");
    // The manager reads no case: that there is one is all.
    expect(await showInnovation(by.manager, { innovationId: id })).toMatchObject({
      cases: [],
      otherCases: 1,
    });
    const [kase] = (await showInnovation(by.desk, { innovationId: id })).cases;
    expect(kase?.number).toBe(opened.number);
    await unlinkCase(by.desk, { ...(await at(id)), caseId: kase?.id ?? "" });
    expect((await showInnovation(by.desk, { innovationId: id })).cases).toEqual([]);
  });

  it("opens implementation by a recorded meeting too, named to who reads the office's meetings", async () => {
    const { innovationId: id } = await register(by.manager, report);
    const kasi = await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" });
    const { meetingId } = await recordMeeting(kasi, {
      ...{ clientActionId: randomUUID(), subdistrictCode: halong, sectorCode: "KASI_KESSOS" },
      ...{ programYear: 2026, subject: "Bantuan terlambat tiba", heldOn: "2026-01-12" },
      ...{ place: "Aula", chair: "Sekcam", decisions: [] },
      attendees: [{ name: "Rusmiati (fiktif)", position: "Kasi", element: "office" }],
      minutes: "Bantuan ke desa terjauh tiba berminggu-minggu kemudian.",
    });
    const shown = (who: Seat) => showInnovation(by[who], { innovationId: id });
    expect((await shown("desk")).linkableMeetings.map((one) => one.id)).toContain(meetingId);
    expect((await shown("manager")).linkableMeetings).toEqual([]);
    const link = async (who: Seat, meeting = meetingId) =>
      code(linkMeeting(by[who], { ...(await at(id)), meetingId: meeting }));
    expect(await link("manager")).toBe("FORBIDDEN");
    expect(await link("desk", randomUUID())).toBe("INNOVATION_MEETING_UNKNOWN");
    expect(await link("desk")).toBe("done");
    expect(await shown("desk")).toMatchObject({
      ...{ meetings: [{ id: meetingId, subject: "Bantuan terlambat tiba" }], otherMeetings: 0 },
    });
    const seen = await shown("manager");
    expect(seen).toMatchObject({ meetings: [], otherMeetings: 1 });
    expect(JSON.stringify(seen)).not.toContain("terlambat tiba");
    await saveProfile(by.manager, { ...(await at(id)), profile: { idea: "Antar ke desa" } });
    for (const to of ["problem", "idea", "implementation"] as const)
      expect(await code(moveStage(by.manager, { ...(await at(id)), to }))).toBe("done");
    await unlinkMeeting(by.desk, { ...(await at(id)), meetingId });
    expect(await shown("desk")).toMatchObject({ meetings: [], otherMeetings: 0 });
  });
});

describe("the evidence", () => {
  it("counts the operation of the office, once an hour, and hides what is small from others", async () => {
    const { innovationId: id } = await register(by.manager, report);
    const { categoryCode } = openCommand({});
    const operations = { categories: [categoryCode], countsTrips: true };
    await saveInnovationParts(by.manager, { ...(await at(id)), parts: { operations } });
    await saveProfile(by.manager, { ...(await at(id)), profile: complete });
    const system = systemOf();
    await countEvidence(system);
    const before = (await showInnovation(by.manager, { innovationId: id })).evidence?.cases ?? -1;
    expect(before).toBeGreaterThanOrEqual(1);
    await openCase(by.desk, openCommand({ villageCode: liyu }));
    // Counted within the hour: not again.
    expect(await countEvidence(system)).toBe(0);
    world.clock.now = new Date(world.clock.now.getTime() + 2 * 3_600_000);
    await countEvidence(systemOf());
    const { evidence } = await showInnovation(by.manager, { innovationId: id });
    expect(evidence).toMatchObject({ cases: before + 1, solved: 0, trips: 0, people: 0 });
    expect(evidence?.weeks).toHaveLength(26);
    expect(evidence?.weeks.at(-1)).toBe(before + 1);
    const outside = await showInnovation(by.bapperida, { innovationId: id });
    expect(outside.evidence).toMatchObject({ cases: null, solved: null, trips: 0 });
  });
});
