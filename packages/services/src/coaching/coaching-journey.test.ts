import { randomUUID } from "node:crypto";
import type { OpenBatchCommand, StepSessionCommand } from "@rembuk/domain/coaching/commands";
import { emptyParts, emptyProfile } from "@rembuk/domain/innovations/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemActor } from "../kernel/system-actor";
import { createWorld, halong, paringinSelatan, paron, type World } from "../testing/world";
import { listAgenda } from "./agenda-queries";
import { listBatches } from "./batch-list-queries";
import { showBatch } from "./batch-queries";
import { enterIdea } from "./enter-idea";
import { handOver } from "./hand-over";
import { moveCommitment, proposeCommitment } from "./move-commitment";
import { moveEngagement } from "./move-engagement";
import { moveSession, scheduleSession } from "./move-session";
import { openBatch } from "./open-batch";
import { showEngagement } from "./queries";
import { remindOwners } from "./remind-owners";
import { agreePlan, savePlan } from "./save-plan";
import { saveTeam } from "./save-team";
import { listWaiting } from "./waiting-queries";

let world: World;
let by: Record<
  "coach" | "stranger" | "lead" | "camat" | "sekcam" | "manager" | "far",
  ServiceContext
>;
let innovationIds: string[];
let batchId: string;
let engagementId: string;
const act = () => ({ clientActionId: randomUUID() });
const institutions = ["Biro POD", "BRIDA", "JPIP"];

/** Endorsed, as the registry's own tests make it, without the way there. */
const insertWinner = async (subdistrictCode: string, createdById: string, name: string) => {
  const id = randomUUID();
  const at = world.clock.now;
  await world.everything.innovation.create({
    data: {
      ...{ id, subdistrictCode, name, createdById, createdAt: at, updatedAt: at },
      ...{ regencyCode: subdistrictCode.slice(0, 5), provinceCode: subdistrictCode.slice(0, 2) },
      ...{ status: "endorsed", stage: "implementation", revisions: [] },
      profile: JSON.parse(JSON.stringify({ ...emptyProfile, name })) as object,
      parts: JSON.parse(JSON.stringify(emptyParts)) as object,
    },
    select: { id: true },
  });
  return id;
};
const usernameOf = async ({ actor }: ServiceContext) =>
  (await world.everything.user.findUniqueOrThrow({ where: { id: actor.userId } })).username;

const batchCommand = async (change: Partial<OpenBatchCommand> = {}): Promise<OpenBatchCommand> => ({
  ...{ ...act(), provinceCode: "63", title: "Pembinaan pemenang SKK 2023", innovationIds },
  award: { name: "SKK 2023", giver: "Gubernur", year: 2023 },
  ...{ startsOn: "2026-11-01", endsOn: "2026-11-30", institutions },
  team: [
    {
      ...{ id: randomUUID(), institution: "Biro POD", name: "Satria Bima Wirayuda" },
      ...{ aliases: ["Bima Satria"], username: await usernameOf(by.coach) },
    },
    { id: randomUUID(), institution: "BRIDA", name: "Dwi Contoh", aliases: [], username: null },
    { id: randomUUID(), institution: "JPIP", name: "Tri Contoh", aliases: [], username: null },
  ],
  ...change,
});

beforeAll(async () => {
  world = await createWorld();
  by = {
    coach: await world.contextFor("regional-coach", "63"),
    stranger: await world.contextFor("regional-coach", "63", { clearance: true }),
    lead: await world.contextFor("coach-lead", "63"),
    camat: await world.contextFor("subdistrict-head", halong),
    sekcam: await world.contextFor("subdistrict-secretary", halong, { sectorCode: "SEKCAM" }),
    manager: await world.contextFor("innovation-manager", halong),
    far: await world.contextFor("subdistrict-head", paringinSelatan),
  };
  const { userId } = by.manager.actor;
  innovationIds = [
    await insertWinner(halong, userId, "PAK SOTARSA"),
    await insertWinner(halong, userId, "Jumat Bersih"),
    await insertWinner(paringinSelatan, by.far.actor.userId, "RUKO PARSEL"),
  ];
});
afterAll(() => world?.drop());

const later = (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000);
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; details?: { obstacle?: string } }) =>
      error.details?.obstacle ?? error.code,
  );
const waitingFor = async (who: keyof typeof by) =>
  (await listWaiting(by[who], { limit: 50 })).items;
const shown = (who: keyof typeof by = "camat") => showEngagement(by[who], { engagementId });
const onEngagement = async () => ({ ...act(), engagementId, version: (await shown()).version });
const session = async () => {
  const [first] = (await shown("coach")).sessions;
  if (!first) throw new Error("no session");
  return first;
};
const stepSession = async (who: keyof typeof by, step: StepSessionCommand["step"]) => {
  const { id: sessionId, version } = await session();
  return code(moveSession(by[who], { ...act(), sessionId, version, step }));
};
const commitment = async () => {
  const [first] = (await shown("coach")).commitments;
  if (!first) throw new Error("no commitment");
  return first;
};
const stepCommitment = async (
  who: keyof typeof by,
  step: Parameters<typeof moveCommitment>[1]["step"],
) => {
  const { id: commitmentId, version } = await commitment();
  return code(moveCommitment(by[who], { ...act(), commitmentId, version, step }));
};

describe("a batch", () => {
  it("is opened by the lead, one engagement for each kecamatan, and by nobody else", async () => {
    expect(await code(openBatch(by.coach, await batchCommand()))).toBe("FORBIDDEN");
    const command = await batchCommand();
    ({ batchId } = await openBatch(by.lead, command));
    expect(await openBatch(by.lead, command)).toEqual({ batchId });
    const batch = await showBatch(by.lead, { batchId });
    expect(batch.engagements.map((one) => [one.subdistrictCode, one.innovations.length])).toEqual([
      [halong, 2],
      [paringinSelatan, 1],
    ]);
    engagementId = batch.engagements[0]?.id ?? "";
    expect(batch.engagements[0]).toMatchObject({ leaderName: by.camat.actor.name });
  });

  it("takes no innovation that is not endorsed or of another province", async () => {
    const elsewhere = await insertWinner(paron, by.manager.actor.userId, "Rumah Sosial");
    const command = await batchCommand({ innovationIds: [elsewhere] });
    expect(await code(openBatch(by.lead, command))).toBe("COACHING_NOT_READY");
  });

  it("knows one coach under two orders of a name", async () => {
    const { team, version } = await showBatch(by.lead, { batchId });
    const twin = { ...{ id: randomUUID(), institution: "BRIDA", aliases: [], username: null } };
    const saved = { ...act(), batchId, version, team: [...team, { ...twin, name: "SATRIA Bima" }] };
    expect(await code(saveTeam(by.lead, saved))).toBe("COACHING_SAME_PERSON");
    expect(await code(saveTeam(by.lead, { ...saved, ...act(), team }))).toBe("done");
  });

  it("is seen by its coach, each kecamatan its own part, another coach nothing", async () => {
    expect((await showBatch(by.coach, { batchId })).engagements).toHaveLength(2);
    expect((await showBatch(by.camat, { batchId })).engagements).toHaveLength(1);
    expect((await showBatch(by.manager, { batchId })).engagements).toHaveLength(1);
    expect((await listBatches(by.stranger, { limit: 20 })).items).toEqual([]);
    expect(await code(showEngagement(by.stranger, { engagementId }))).toBe("COACHING_NOT_FOUND");
    expect(await code(showEngagement(by.far, { engagementId }))).toBe("COACHING_NOT_FOUND");
  });
});

describe("an engagement", () => {
  it("has sessions whose absent institutions are named", async () => {
    const startsAt = new Date(world.clock.now.getTime() + 3_600_000);
    const endsAt = new Date(startsAt.getTime() + 7_200_000);
    const command = { ...act(), engagementId, startsAt, endsAt, place: "Aula Kecamatan" };
    expect(await code(scheduleSession(by.camat, { ...command }))).toBe("FORBIDDEN");
    await scheduleSession(by.coach, command);
    await moveEngagement(by.coach, { ...(await onEngagement()), move: "start" });
    expect(await listAgenda(by.camat)).toMatchObject([{ place: "Aula Kecamatan" }]);
    const { team } = await showBatch(by.coach, { batchId });
    const present = team.slice(0, 2).map(({ id }) => id);
    const attendance = { present, absences: [], office: { head: 1, manager: 2, stakeholder: 6 } };
    expect(await stepSession("coach", { move: "hold", attendance })).toBe("too-early");
    later(1);
    expect(await waitingFor("coach")).toMatchObject([{ kind: "hold-session", isLate: true }]);
    expect(await stepSession("coach", { move: "hold", attendance })).toBe("attendance-missing");
    const absences = [{ institution: "JPIP", reason: "Tugas di tempat lain" }];
    const whole = { ...attendance, absences };
    expect(await stepSession("coach", { move: "hold", attendance: whole })).toBe("done");
    expect((await session()).attendance?.institutions).toMatchObject([
      { institution: "Biro POD", present: ["Satria Bima Wirayuda"] },
      { institution: "BRIDA", present: ["Dwi Contoh"] },
      { institution: "JPIP", present: [], reason: "Tugas di tempat lain" },
    ]);
  });

  it("has minutes that both sides agree to, and whose idea enters the pipeline", async () => {
    const minutes = {
      ...{ challenges: ["Petugas sedikit"], pride: ["Ditiru"], summary: "Sepakat melanjutkan" },
      ideas: [{ id: randomUUID(), text: "Jadwal desa di papan" }],
    };
    expect(await stepSession("coach", { move: "write", minutes })).toBe("done");
    expect(await stepSession("coach", { move: "agree", side: "coach" })).toBe("done");
    expect(await stepSession("coach", { move: "agree", side: "office" })).toBe("FORBIDDEN");
    expect(await stepSession("camat", { move: "agree", side: "office" })).toBe("done");
    const { id: sessionId, version, status, minutes: agreed } = await session();
    expect(status).toBe("minutes_agreed");
    expect(agreed?.agreement.signed).toMatchObject({
      ...{ coach: { name: by.coach.actor.name }, office: { name: by.camat.actor.name } },
    });
    const ideaId = minutes.ideas[0]?.id ?? "";
    const idea = { ...act(), sessionId, version, ideaId, name: "Papan jadwal desa" };
    expect(await code(enterIdea(by.camat, idea))).toBe("FORBIDDEN");
    const { innovationId } = await enterIdea(by.manager, { ...idea, ...act() });
    const made = await world.everything.innovation.findUniqueOrThrow({
      where: { id: innovationId },
    });
    expect(made).toMatchObject({ status: "draft", stage: "initiation", subdistrictCode: halong });
    expect((await session()).minutes?.ideas).toMatchObject([{ innovationId }]);
  });

  it("has a plan that both sides agree to, and is monitored then", async () => {
    const plan = { direction: "Menjangkau 24 desa", steps: ["SK baru"], support: "APBD" };
    await savePlan(by.manager, { ...(await onEngagement()), plan });
    const move = async () =>
      code(moveEngagement(by.coach, { ...(await onEngagement()), move: "monitor" }));
    expect(await move()).toBe("no-plan");
    await agreePlan(by.coach, { ...(await onEngagement()), side: "coach" });
    expect((await waitingFor("sekcam")).map(({ kind }) => kind)).toEqual(["agree-plan"]);
    await agreePlan(by.sekcam, { ...(await onEngagement()), side: "office" });
    expect(await move()).toBe("done");
  });

  it("refuses what was seen on another version", async () => {
    const stale = { ...(await onEngagement()), version: 0, move: "complete" as const };
    expect(await code(moveEngagement(by.coach, stale))).toBe("COACHING_CHANGED_MEANWHILE");
  });
});

describe("a commitment", () => {
  const eventsOf = (type: string) => world.everything.domainEvent.count({ where: { type } });
  const sweep = () => remindOwners({ ...world.contextOf(systemActor), db: world.everything });

  it("is proposed to somebody of the office and agreed by the office", async () => {
    const dueOn = "2027-03-01";
    const proposed = { ...act(), engagementId, text: "Memperpanjang SK tim pelaksana", dueOn };
    const owned = (ownerId: string) =>
      code(proposeCommitment(by.coach, { ...proposed, ...act(), ownerId }));
    expect(await owned(by.far.actor.userId)).toBe("COACHING_OWNER_UNKNOWN");
    expect(await owned(by.camat.actor.userId)).toBe("done");
    expect(await stepCommitment("coach", { move: "agree" })).toBe("FORBIDDEN");
    expect(await stepCommitment("sekcam", { move: "agree" })).toBe("done");
  });

  it("reminds at D+30 and alerts at D+37, once, with two workers and after a restart", async () => {
    later(29);
    expect(await sweep()).toBe(0);
    later(1);
    expect((await Promise.all([sweep(), sweep()])).reduce((a, b) => a + b, 0)).toBe(1);
    expect(await sweep()).toBe(0);
    later(6);
    expect(await sweep()).toBe(0);
    later(1);
    expect((await Promise.all([sweep(), sweep()])).reduce((a, b) => a + b, 0)).toBe(1);
    later(10);
    expect(await sweep()).toBe(0);
    expect(await eventsOf("coaching.commitment-reminded")).toBe(1);
    expect(await eventsOf("coaching.commitment-alerted")).toBe(1);
    expect(await commitment()).toMatchObject({ isLate: true, status: "agreed" });
    const [first] = await waitingFor("coach");
    expect(first).toMatchObject({ kind: "chase-late", isLate: true });
  });

  it("goes over to the next camat by name, who finds the whole history", async () => {
    const endsOn = new Date(world.clock.now.getTime() - 86_400_000);
    await world.everything.assignment.updateMany({
      where: { role: "subdistrict-head", areaCode: halong },
      data: { endsOn },
    });
    const next = await world.contextFor("subdistrict-head", halong, { clearance: true });
    by = { ...by, camat: next };
    const before = await shown("camat");
    expect(before.successor).toMatchObject({ userId: next.actor.userId });
    const command = { ...(await onEngagement()), note: "Serah terima jabatan" };
    const toSekcam = { ...command, ...act(), toUserId: by.sekcam.actor.userId };
    expect(await code(handOver(by.coach, toSekcam))).toBe("COACHING_OWNER_UNKNOWN");
    await handOver(by.coach, { ...command, toUserId: next.actor.userId });
    const after = await shown("camat");
    expect(after.leaders).toHaveLength(2);
    expect(after.successor).toBeNull();
    expect(after.sessions).toHaveLength(1);
    expect(after.sessions[0]?.minutes?.challenges).toEqual(["Petugas sedikit"]);
    expect(after.commitments).toMatchObject([{ isMine: true, ownerName: next.actor.name }]);
    expect((await waitingFor("camat")).map(({ kind }) => kind)).toEqual(["show-evidence"]);
  });

  it("is verified by the coach, never by who showed the evidence; a return waits anew", async () => {
    const submit = { move: "submit", note: "SK nomor 12 terbit", link: null } as const;
    expect(await stepCommitment("camat", submit)).toBe("done");
    expect(await stepCommitment("camat", { move: "verify" })).toBe("FORBIDDEN");
    expect((await waitingFor("coach")).map(({ kind }) => kind)).toEqual(["check-evidence"]);
    const back = { move: "return", reason: "SK belum ditandatangani" } as const;
    expect(await stepCommitment("coach", back)).toBe("done");
    later(30);
    expect(await sweep()).toBe(1);
    expect(await eventsOf("coaching.commitment-reminded")).toBe(2);
    expect(await stepCommitment("manager", submit)).toBe("done");
    expect(await stepCommitment("coach", { move: "verify" })).toBe("done");
    expect(
      await code(moveEngagement(by.coach, { ...(await onEngagement()), move: "complete" })),
    ).toBe("done");
  });

  it("holds nothing in its events but ids and codes", async () => {
    const events = await world.everything.domainEvent.findMany({
      where: { type: { startsWith: "coaching." } },
      select: { payload: true },
    });
    const said = JSON.stringify(events);
    expect(events.length).toBeGreaterThan(10);
    for (const word of ["Petugas sedikit", "SK nomor", "Wirayuda"])
      expect(said).not.toContain(word);
  });
});
