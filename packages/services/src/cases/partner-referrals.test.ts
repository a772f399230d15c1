import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { setContext } from "../kernel/database-context";
import { notifyAudience } from "../notifications/notify-audience";
import { closeOrganization } from "../staff/close-organization";
import { loadActors } from "../staff/running-queries";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { openPartner, type TestPartner } from "../testing/partners";
import { at, createWorld, halong, paringinSelatan, paron, type World } from "../testing/world";
import { acceptReferral } from "./accept-referral";
import { addMilestone } from "./add-milestone";
import { answerByLink } from "./answer-by-link";
import { declineReferral, finishReferral } from "./end-referral";
import { findVisibleCases } from "./find-visible-cases";
import { listReferrals } from "./list-referrals";
import { countCases, listCases } from "./queries";
import { referCase } from "./refer-case";
import { listReferralTargets } from "./referral-target-queries";
import { saveRule } from "./save-rule";
import { sendReferralLink } from "./send-referral-link";
import { showCase } from "./show-case";

let world: World;
let people: Cast;
let health: TestPartner;
let water: TestPartner;
let company: TestPartner;

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  health = await openPartner(world, "63.11", "Yayasan Banua Sehat");
  water = await openPartner(world, "63.11", "Yayasan Air Bersih");
  company = await openPartner(world, paringinSelatan, "PT Contoh Tambang", "company");
});
afterAll(() => world.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const asks = (target: string, mandatory = true) => ({
  ...{ target, mandatory, limitDays: 3, asked: "Mohon pendampingan keluarga" },
});
const referTo = (kase: { id: string; version: number }, ...targets: string[]) =>
  referCase(people.triage, {
    ...act(kase.id, kase.version),
    referrals: targets.map((target) => asks(target)),
  });
const on = async (caseId: string, party: string) => {
  const { referrals } = await showCase(people.triage, { caseId });
  const found = referrals.find((r) => r.targetCode === party);
  if (!found) throw new Error(`no referral to ${party}`);
  return { clientActionId: randomUUID(), caseId, referralId: found.id, version: found.version };
};
/** Everything that a person could see of it: page, list, count, inbox, and the fence alone. */
const sees = async (ctx: ServiceContext, caseId: string) => {
  const page = await listCases(ctx, { order: "newest", limit: 100 });
  const { all = 0 } = await countCases(ctx, { all: {} });
  const inbox = await listReferrals(ctx);
  const fenced = await world.db.$transaction(async (tx) => {
    await setContext(tx, ctx.actor);
    return tx.$queryRaw<unknown[]>`SELECT 1 FROM "case" WHERE id = ${caseId}::uuid
      UNION ALL SELECT 1 FROM referral WHERE case_id = ${caseId}::uuid`;
  });
  return {
    page: await showCase(ctx, { caseId }).then(
      () => true,
      () => false,
    ),
    found: (await findVisibleCases(ctx, [caseId])).length === 1,
    listed: page.items.some((one) => one.id === caseId),
    counted: all === page.items.length,
    inbox: inbox.some((one) => one.caseId === caseId),
    fenced: fenced.length > 0,
  };
};
const all = { page: true, found: true, listed: true, counted: true, inbox: true, fenced: true };
const none = {
  page: false,
  found: false,
  listed: false,
  counted: true,
  inbox: false,
  fenced: false,
};
const worker = () =>
  systemContext({
    ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
    now: () => world.clock.now,
  });

describe("a case referred to an organisation", () => {
  it("is seen by its people alone, not by another of its sector or place", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), health.party);
    expect(await sees(health.person, kase.id)).toEqual(all);
    for (const other of [water, company]) expect(await sees(other.person, kase.id)).toEqual(none);
    const sector = await world.contextFor("partner-organisation", "63.11", { sectorCode: "LSM" });
    expect(await sees(sector, kase.id)).toEqual(none);
    await expect(
      acceptReferral(water.person, await on(kase.id, health.party)),
    ).rejects.toMatchObject({ kind: "not-found" });
  });

  it("is answered on its own screen; milestones reach the referring side", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), health.party, water.party);
    await acceptReferral(health.person, await on(kase.id, health.party));
    await addMilestone(health.person, {
      ...(await on(kase.id, health.party)),
      ...{ words: "Kunjungan pertama", happenedOn: "2026-11-23" },
    });
    await finishReferral(health.person, { ...(await on(kase.id, health.party)), words: "Selesai" });
    await declineReferral(water.person, {
      ...(await on(kase.id, water.party)),
      words: "Tidak bisa",
    });
    const { referrals } = await showCase(people.triage, { caseId: kase.id });
    expect(referrals.map((r) => [r.name, r.status, r.isBlocking])).toEqual(
      expect.arrayContaining([
        ["Yayasan Banua Sehat", "done", false],
        ["Yayasan Air Bersih", "declined", true],
      ]),
    );
    const own = referrals.find((r) => r.targetCode === health.party);
    expect(own?.entries.map((e) => e.body)).toContain("Kunjungan pertama");
    // Each reads of the other that it was asked, and none of its words; nobody reads the reporter.
    const shown = await showCase(health.person, { caseId: kase.id });
    const other = shown.referrals.find((r) => r.targetCode === water.party);
    expect([other?.asked, other?.entries, shown.reporter]).toEqual([null, [], null]);
  });

  it("is told to its people, and to nobody of another", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), health.party);
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${kase.id}`, type: "case.referred" },
    });
    const command = { eventId: event.id, audience: "referred", mail: "off" } as const;
    const told = await notifyAudience(worker(), command);
    const recipients = new Set(told.map((one) => one.recipientId));
    expect([...recipients]).toEqual([health.person.actor.userId]);
  });

  it("of a secret one its people know the request, until one of them takes it on", async () => {
    const start = await journeyTo(people, "in_progress", { privacy: "SECRET" });
    const kase = await referTo(start, health.party);
    const [before] = (await listReferrals(health.person)).filter((r) => r.caseId === kase.id);
    expect(before).toMatchObject({ title: null, asked: "Mohon pendampingan keluarga" });
    await expect(showCase(health.person, { caseId: kase.id })).rejects.toMatchObject({
      kind: "not-found",
    });
    await acceptReferral(health.person, await on(kase.id, health.party));
    await expect(showCase(health.person, { caseId: kase.id })).resolves.toBeTruthy();
  });
});

describe("who can be chosen", () => {
  it("partners of the case's place, beside what its rule names; none of elsewhere or closed", async () => {
    const elsewhere = await openPartner(world, halong, "Kader Halong", "cadres");
    const otherRegency = await openPartner(world, paron, "Kader Paron", "cadres");
    const kase = await journeyTo(people, "in_progress");
    const { targets } = await listReferralTargets(people.triage, { caseId: kase.id });
    const partners = targets.filter((one) => one.isPartner);
    expect(partners.map((one) => [one.name, one.hasAccount])).toEqual(
      expect.arrayContaining([
        ["PT Contoh Tambang", true],
        ["Yayasan Air Bersih", true],
        ["Yayasan Banua Sehat", true],
      ]),
    );
    expect(partners).toHaveLength(3);
    for (const { party } of [elsewhere, otherRegency, { party: `org:${randomUUID()}` }])
      await expect(referTo(kase, party)).rejects.toMatchObject({ code: "REFERRAL_TARGET_UNKNOWN" });
  });

  it("those that the rule names as support come first", async () => {
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    const rule = (supportingSectorCodes: string[]) => ({
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, categoryCode: "VIL-LPM" },
      ...{ version: 0, isActive: true, toldOpenCases: false, reason: "Mitra baru" },
      settings: { supportingSectorCodes },
    });
    await expect(saveRule(admin, rule([`org:${randomUUID()}`]))).rejects.toMatchObject({
      details: { field: "supportingSectorCodes" },
    });
    await saveRule(admin, rule([water.party, "DINSOS"]));
    const kase = await journeyTo(people, "in_progress");
    const { targets } = await listReferralTargets(people.triage, { caseId: kase.id });
    expect(targets.slice(0, 2).map((one) => [one.target, one.isSupporting])).toEqual([
      [water.party, true],
      ["DINSOS", true],
    ]);
  });
});

describe("when the work together ends", () => {
  const now = async (partner: TestPartner) => {
    const { userId } = partner.person.actor;
    const found = await loadActors(world.everything, [userId], world.clock.now);
    return world.contextOf(found.get(userId) ?? { ...partner.person.actor, assignments: [] });
  };

  it("with its agreement: its people hold nothing, and it is not asked again", async () => {
    const kase = await referTo(await journeyTo(people, "in_progress"), health.party);
    expect(await sees(await now(health), kase.id)).toEqual(all);
    world.clock.now = at("2027-01-04 09:00");
    expect(await sees(await now(health), kase.id)).toEqual(none);
    const other = await journeyTo(people, "in_progress");
    await expect(referTo(other, health.party)).rejects.toMatchObject({
      code: "REFERRAL_TARGET_UNKNOWN",
    });
  });

  it("when it is closed, and begins anew when it is opened; no link opens it meanwhile", async () => {
    const admin = await world.contextFor("administrator", "");
    const kase = await referTo(await journeyTo(people, "in_progress"), water.party);
    const close = (version: number, isActive: boolean) => ({
      ...{ clientActionId: randomUUID(), organizationId: water.id, version, isActive },
    });
    await closeOrganization(admin, close(0, false));
    expect(await sees(await now(water), kase.id)).toEqual(none);
    await expect(
      sendReferralLink(people.triage, await on(kase.id, water.party)),
    ).rejects.toMatchObject({ code: "LINK_NOT_ALLOWED" });
    // Its name stays on what it was asked, and the desk can still answer for it.
    const { referrals } = await showCase(people.triage, { caseId: kase.id });
    expect(referrals[0]).toMatchObject({ name: "Yayasan Air Bersih", link: null });
    expect(referrals[0]?.steps.map((s) => s.action)).toContain("revoke");
    await closeOrganization(admin, close(1, true));
    expect(await sees(await now(water), kase.id)).toEqual(all);
  });

  it("a partner without account answers its one referral by a signed link", async () => {
    const admin = await world.contextFor("administrator", "");
    const silent = await openPartner(world, paringinSelatan, "Kelompok kader tanpa akun", "cadres");
    await world.everything.user.update({
      where: { id: silent.person.actor.userId },
      data: { disabledAt: new Date() },
      select: { id: true },
    });
    const kase = await referTo(await journeyTo(people, "in_progress"), silent.party);
    const link = await sendReferralLink(people.triage, await on(kase.id, silent.party));
    const { actor: _, ...visitor } = people.triage;
    const answers = (version: number) =>
      answerByLink(visitor, {
        ...{ token: link.token, code: link.code, version, clientActionId: randomUUID() },
        answer: "accept",
      });
    await answers(0);
    expect(await on(kase.id, silent.party)).toMatchObject({ version: 1 });
    const version = 0;
    await closeOrganization(admin, {
      ...{ clientActionId: randomUUID(), organizationId: silent.id, version, isActive: false },
    });
    await expect(answers(1)).rejects.toMatchObject({ code: "LINK_INVALID" });
  });
});
