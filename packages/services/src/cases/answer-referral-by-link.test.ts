import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { at, createWorld, paringinSelatan, type World } from "../testing/world";
import { answerByLink, openByLink } from "./answer-by-link";
import { expireReferrals } from "./expire-referrals";
import type { VisitorContext } from "./redeem-link";
import { referCase } from "./refer-case";
import { revokeReferral } from "./revoke-referral";
import { sendLink } from "./send-link";
import { revokeReferralLink, sendReferralLink } from "./send-referral-link";
import { showCase } from "./show-case";

let world: World;
let people: Cast;
let kasi: ServiceContext;
let visitor: VisitorContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  kasi = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" });
  const { actor: _, ...rest } = people.triage;
  visitor = rest;
});
afterAll(() => world.drop());
beforeEach(() => {
  world.clock.now = at("2026-11-23 09:00");
});

const canary = { name: "Kenari Kuning", phone: "0860-0000-0123", nik: "9999014107900001" };
const story = "Cerita yang hanya dibaca kecamatan";
const invalid = { kind: "not-found", code: "LINK_INVALID" };
const asks = (target: string) => ({
  ...{ target, mandatory: true, limitDays: 2 },
  asked: `Mohon bantuan ${target}`,
});
const referral = async (caseId: string, targetCode: string) => {
  const { referrals } = await showCase(people.triage, { caseId });
  const found = referrals.findLast((r) => r.targetCode === targetCode);
  if (!found) throw new Error(`no referral to ${targetCode}`);
  return found;
};
/** A case referred to offices without account, with the link of the first one. */
const sent = async (...targets: string[]) => {
  const start = await journeyTo(people, "in_progress", { reporter: canary, description: story });
  const codes = targets.length > 0 ? targets : ["DINKES"];
  const referrals = codes.map(asks);
  const { id: caseId } = await referCase(people.triage, {
    ...act(start.id, start.version),
    referrals,
  });
  const { id: referralId } = await referral(caseId, codes[0] ?? "");
  const command = { clientActionId: randomUUID(), caseId, referralId };
  return { command, caseId, referralId, ...(await sendReferralLink(people.triage, command)) };
};
type Link = Awaited<ReturnType<typeof sent>>;
const answer = <Body extends object>(link: Link, version: number, body: Body) => ({
  ...{ token: link.token, code: link.code, version, clientActionId: randomUUID() },
  ...body,
});
const accept = { answer: "accept" } as const;
const finish = { answer: "finish", words: "Posyandu dibuka lagi" } as const;

describe("a signed link to one referral", () => {
  it("goes the whole way: accepted, a milestone, done, all in the party's name", async () => {
    const link = await sent();
    const taken = await answerByLink(visitor, answer(link, 0, accept));
    const step = {
      answer: "milestone",
      words: "Kader dihubungi",
      happenedOn: "2026-11-23",
    } as const;
    const moved = await answerByLink(visitor, answer(link, taken.version, step));
    expect(await openByLink(visitor, link)).toMatchObject({
      ...{ opens: "referral", status: "in_progress", version: moved.version },
      milestones: [{ body: "Kader dihubungi" }],
    });
    await answerByLink(visitor, answer(link, moved.version, finish));
    const shown = await referral(link.caseId, "DINKES");
    expect(shown).toMatchObject({ status: "done", isBlocking: false, assigneeName: null });
    expect(shown.entries.map((e) => [e.body, e.authorName])).toEqual([
      ["Kader dihubungi", shown.name],
      [finish.words, shown.name],
    ]);
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
  });

  it("shows what is asked, neither the story nor the reporter, and logs the reading", async () => {
    const link = await sent();
    const page = await openByLink(visitor, link);
    expect(page).toMatchObject({
      opens: "referral",
      asked: "Mohon bantuan DINKES",
      status: "sent",
    });
    const text = JSON.stringify(page);
    for (const word of [canary.name, canary.nik, "8600000123", story])
      expect(text).not.toContain(word);
    const subject = `case/${link.caseId}`;
    const log = await world.everything.accessLog.findMany({ where: { subject } });
    expect(log.map((l) => l.act)).toEqual(["link-read"]);
  });

  it("is declined or fails with a reason that the sender reads", async () => {
    const declined = await sent();
    const reason = "Bukan wewenang kami";
    await answerByLink(visitor, answer(declined, 0, { answer: "decline" as const, reason }));
    const one = await referral(declined.caseId, "DINKES");
    expect(one).toMatchObject({
      status: "declined",
      isBlocking: true,
      entries: [{ body: reason }],
    });
    const failed = await sent();
    const { version } = await answerByLink(visitor, answer(failed, 0, accept));
    const words = "Tidak ada petugas";
    await answerByLink(visitor, answer(failed, version, { answer: "fail" as const, words }));
    const other = await referral(failed.caseId, "DINKES");
    expect(other).toMatchObject({ status: "failed", entries: [{ body: words }] });
  });

  it("opens neither another referral of the case nor its assignment", async () => {
    const link = await sent("DINKES", "DISDIKBUD");
    const school = await referral(link.caseId, "DISDIKBUD");
    await answerByLink(visitor, answer(link, 0, accept));
    expect(await referral(link.caseId, "DISDIKBUD")).toMatchObject({ status: "sent", version: 0 });
    const text = JSON.stringify(await openByLink(visitor, link));
    expect(text).not.toContain("DISDIKBUD");
    const resolve = { answer: "resolve", outcome: "handled", response: "x" } as const;
    const whole = { ...resolve, solution: "x", followUp: "x" };
    await expect(answerByLink(visitor, answer(link, 1, whole))).rejects.toMatchObject(invalid);
    // A link of its own leaves the first one alone.
    const next = { clientActionId: randomUUID(), caseId: link.caseId, referralId: school.id };
    const second = await sendReferralLink(kasi, next);
    expect(await openByLink(visitor, second)).toMatchObject({ asked: "Mohon bantuan DISDIKBUD" });
    expect(await openByLink(visitor, link)).toMatchObject({ asked: "Mohon bantuan DINKES" });
  });

  it("leaves the link of the assignment alone, which answers no referral", async () => {
    const { id: caseId } = await journeyTo(people, "assigned");
    const lead = await sendLink(people.triage, { clientActionId: randomUUID(), caseId });
    const { version } = await showCase(people.triage, { caseId });
    await referCase(people.triage, { ...act(caseId, version), referrals: [asks("DINKES")] });
    const { id: referralId } = await referral(caseId, "DINKES");
    const one = { clientActionId: randomUUID(), caseId, referralId };
    const link = { ...lead, ...one, command: one };
    await sendReferralLink(people.triage, one);
    expect(await openByLink(visitor, lead)).toMatchObject({ opens: "assignment" });
    await expect(answerByLink(visitor, answer(link, 1, finish))).rejects.toMatchObject(invalid);
  });

  it("is not made for secret and supervisory cases, and ends when the case becomes secret", async () => {
    const link = await sent();
    await world.everything.case.update({ where: { id: link.caseId }, data: { isSecret: true } });
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
    await expect(answerByLink(visitor, answer(link, 0, accept))).rejects.toMatchObject(invalid);
    const again = { ...link.command, clientActionId: randomUUID() };
    const cleared = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    const refused = { kind: "invalid", code: "LINK_NOT_ALLOWED" };
    await expect(sendReferralLink(cleared, again)).rejects.toMatchObject(refused);
    const supervisory = { isSecret: false, isSupervisory: true };
    await world.everything.case.update({ where: { id: link.caseId }, data: supervisory });
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
    await expect(sendReferralLink(cleared, again)).rejects.toMatchObject({ kind: "not-found" });
  });

  it("is not made to the unit complained of, nor to a party that has an account", async () => {
    const link = await sent();
    const again = { ...link.command, clientActionId: randomUUID() };
    const refused = { kind: "invalid", code: "LINK_NOT_ALLOWED" };
    const id = link.caseId;
    await world.everything.case.update({ where: { id }, data: { reportedParty: "63.11:DINKES" } });
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
    await expect(sendReferralLink(people.triage, again)).rejects.toMatchObject(refused);
    const seated = await sent("DINSOS");
    expect((await referral(seated.caseId, "DINSOS")).link).not.toBeNull();
    await world.contextFor("sector-partner", "63.11", { sectorCode: "DINSOS" });
    const more = { ...seated.command, clientActionId: randomUUID() };
    await expect(sendReferralLink(people.triage, more)).rejects.toMatchObject(refused);
    expect((await referral(seated.caseId, "DINSOS")).link).toBeNull();
  });

  it("is sent and revoked by desk and responsible alone", async () => {
    const link = await sent();
    const again = { ...link.command, clientActionId: randomUUID() };
    const forbidden = { kind: "forbidden" };
    for (const ctx of [people.sector, people.head, people.village]) {
      await expect(sendReferralLink(ctx, again)).rejects.toMatchObject(forbidden);
      await expect(revokeReferralLink(ctx, again)).rejects.toMatchObject(forbidden);
    }
    expect((await showCase(people.head, { caseId: link.caseId })).referrals[0]?.link).toBeNull();
  });

  it("ends when it is revoked, with a newer one, with its referral and after 14 days", async () => {
    const link = await sent();
    expect((await referral(link.caseId, "DINKES")).link).toEqual({ expiresAt: link.expiresAt });
    const revoke = { ...link.command, clientActionId: randomUUID() };
    await revokeReferralLink(kasi, revoke);
    await revokeReferralLink(kasi, revoke);
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
    expect((await referral(link.caseId, "DINKES")).link).toEqual({ expiresAt: null });
    const events = { subject: `case/${link.caseId}`, type: "case.referral-link-revoked" };
    expect(await world.everything.domainEvent.count({ where: events })).toBe(1);

    const older = await sent();
    const command = { ...older.command, clientActionId: randomUUID() };
    const newer = await sendReferralLink(people.triage, command);
    await expect(openByLink(visitor, older)).rejects.toMatchObject(invalid);
    const later = { ...visitor, now: () => newer.expiresAt };
    await expect(openByLink(later, newer)).rejects.toMatchObject(invalid);
    const gone = { clientActionId: randomUUID(), caseId: older.caseId };
    const words = "Tidak perlu lagi";
    const asked = { ...gone, referralId: older.referralId, version: 0, words };
    await revokeReferral(people.triage, asked);
    await expect(openByLink(visitor, newer)).rejects.toMatchObject(invalid);
    await expect(
      answerByLink(visitor, answer({ ...older, ...newer }, 1, accept)),
    ).rejects.toMatchObject(invalid);
  });

  it("ends with a referral that nobody answered in time", async () => {
    const link = await sent();
    world.clock.now = at("2026-12-01 09:00");
    await expireReferrals(
      systemContext({ ...world, db: world.everything, demo: true, now: () => world.clock.now }),
    );
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
  });

  it("ends after five wrong codes", async () => {
    const link = await sent();
    const code = link.code === "000000" ? "111111" : "000000";
    for (let tried = 0; tried < 5; tried++)
      await expect(openByLink(visitor, { ...link, code })).rejects.toMatchObject(invalid);
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
  });

  it("does an act once: a lost answer is told again, also when it ended the referral", async () => {
    const link = await sent();
    const [one, two] = await Promise.all(
      [1, 2].map(() => sendReferralLink(people.triage, link.command)),
    );
    expect([one, two].map((l) => l?.token)).toEqual([link.token, link.token]);
    const first = answer(link, 0, accept);
    const taken = await answerByLink(visitor, first);
    expect(await answerByLink(visitor, first)).toEqual(taken);
    const last = answer(link, taken.version, finish);
    const done = await answerByLink(visitor, last);
    expect(await answerByLink(visitor, last)).toEqual(done);
    await expect(answerByLink(visitor, answer(link, done.version, finish))).rejects.toMatchObject(
      invalid,
    );
    expect((await referral(link.caseId, "DINKES")).entries).toHaveLength(1);
  });

  it("leaves no secret in a row, and no answer on a referral that changed meanwhile", async () => {
    const link = await sent();
    await answerByLink(visitor, answer(link, 0, accept));
    await expect(answerByLink(visitor, answer(link, 0, finish))).rejects.toMatchObject({
      code: "REFERRAL_CHANGED_MEANWHILE",
    });
    const rows = await world.everything.$queryRaw<{ row: string }[]>`
      SELECT a.result::text AS row FROM client_action a WHERE a.id = ${link.command.clientActionId}::uuid
      UNION ALL SELECT l::text FROM answer_link l WHERE l.case_id = ${link.caseId}::uuid
      UNION ALL SELECT e.payload::text FROM domain_event e WHERE e.subject = ${`case/${link.caseId}`}`;
    const text = rows.map(({ row }) => row).join(" ");
    expect(text).not.toContain(link.token);
    expect(text).not.toMatch(new RegExp(`[",(]${link.code}[",)]`));
  });
});
