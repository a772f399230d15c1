import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, answer, type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, type World } from "../testing/world";
import { answerByLink, openByLink } from "./answer-by-link";
import { declineAssignment } from "./decline-assignment";
import type { VisitorContext } from "./redeem-link";
import { sendLink } from "./send-link";

let world: World;
let people: Cast;
let visitor: VisitorContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  const { actor: _, ...rest } = people.triage;
  visitor = rest;
});
afterAll(() => world.drop());

const canary = { name: "Kenari Kuning", phone: "0860-0000-0123", nik: "9999014107900001" };
const sent = async () => {
  const { id, version } = await journeyTo(people, "assigned", { reporter: canary });
  const link = await sendLink(people.triage, { clientActionId: randomUUID(), caseId: id });
  return { id, version, ...link };
};
const accept = (link: { token: string; code: string; version: number }) =>
  answerByLink(visitor, {
    token: link.token,
    code: link.code,
    clientActionId: randomUUID(),
    version: link.version,
    answer: "accept",
  });
const invalid = { kind: "not-found", code: "LINK_INVALID" };
const other = (code: string) => (code === "000000" ? "111111" : "000000");

describe("a signed link", () => {
  it("opens its one assignment without the reporter, logs the reading, and takes the answer", async () => {
    const link = await sent();
    const shown = JSON.stringify(await openByLink(visitor, link));
    for (const word of [canary.name, canary.nik, "8600000123"]) expect(shown).not.toContain(word);
    const log = await world.everything.accessLog.findMany({
      where: { subject: `case/${link.id}` },
    });
    expect(log.map((l) => l.act)).toEqual(["link-read"]);
    const accepted = await accept(link);
    await answerByLink(visitor, {
      token: link.token,
      code: link.code,
      clientActionId: randomUUID(),
      version: accepted.version,
      answer: "resolve",
      ...answer,
    });
    const kase = await world.everything.case.findUniqueOrThrow({ where: { id: link.id } });
    expect(kase.status).toBe("resolved");
  });

  it("opens to nobody without the code that came by another way", async () => {
    const link = await sent();
    await expect(openByLink(visitor, { ...link, code: other(link.code) })).rejects.toMatchObject(
      invalid,
    );
    await expect(openByLink(visitor, { ...link, token: "x".repeat(32) })).rejects.toMatchObject(
      invalid,
    );
    expect(await openByLink(visitor, link)).toMatchObject({ status: "assigned" });
  });

  it("ends after five wrong codes, also when forty are tried at the same moment", async () => {
    const link = await sent();
    const guesses = Array.from({ length: 40 }, () =>
      openByLink(visitor, { ...link, code: other(link.code) }).catch(() => null),
    );
    await Promise.all(guesses);
    const row = await world.everything.answerLink.findFirstOrThrow({ where: { caseId: link.id } });
    expect(row.failedAttempts).toBe(5);
    await expect(openByLink(visitor, link)).rejects.toMatchObject(invalid);
  });

  it("ends after 14 days, with a newer one, and when the assignment is gone", async () => {
    const late = await sent();
    const later = { ...visitor, now: () => late.expiresAt };
    await expect(openByLink(later, late)).rejects.toMatchObject(invalid);
    const first = await sent();
    await sendLink(people.triage, { clientActionId: randomUUID(), caseId: first.id });
    await expect(openByLink(visitor, first)).rejects.toMatchObject(invalid);
    const gone = await sent();
    await declineAssignment(people.sector, { ...act(gone.id, gone.version), reason: "x" });
    await expect(accept(gone)).rejects.toMatchObject(invalid);
  });

  it("is the same link when its answer was lost and the act comes again, also at once", async () => {
    const { id } = await journeyTo(people, "assigned");
    const command = { clientActionId: randomUUID(), caseId: id };
    const [one, two] = await Promise.all([1, 2].map(() => sendLink(people.triage, command)));
    const again = await sendLink(people.triage, command);
    expect(two).toEqual(one);
    expect(again).toEqual(one);
    expect(await openByLink(visitor, again)).toMatchObject({ status: "assigned" });
    const links = await world.everything.answerLink.findMany({ where: { caseId: id } });
    expect(links).toMatchObject([{ revokedAt: null }]);
    const events = { subject: `case/${id}`, type: "case.link-sent" };
    expect(await world.everything.domainEvent.count({ where: events })).toBe(1);
  });

  it("is another one for another act, and an act's id holds for one case", async () => {
    const [first, second] = [await sent(), await sent()];
    expect(new Set([first.token, second.token]).size).toBe(2);
    const command = { clientActionId: randomUUID(), caseId: first.id };
    await sendLink(people.triage, command);
    const reused = { kind: "conflict", code: "CLIENT_ACTION_REUSED" };
    const changed = { ...command, caseId: second.id };
    await expect(sendLink(people.triage, changed)).rejects.toMatchObject(reused);
    expect(await openByLink(visitor, second)).toMatchObject({ status: "assigned" });
  });

  it("is not told again to who may not send it any more, and its secrets stand in no row", async () => {
    const { id } = await journeyTo(people, "assigned");
    const command = { clientActionId: randomUUID(), caseId: id };
    const { token, code } = await sendLink(people.triage, command);
    const former = world.contextOf({ ...people.triage.actor, assignments: [] });
    await expect(sendLink(former, command)).rejects.toMatchObject({ kind: "not-found" });
    const rows = await world.everything.$queryRaw<{ row: string }[]>`
      SELECT a.result::text AS row FROM client_action a WHERE a.id = ${command.clientActionId}::uuid
      UNION ALL SELECT l::text FROM answer_link l WHERE l.case_id = ${id}::uuid
      UNION ALL SELECT e.payload::text FROM domain_event e WHERE e.subject = ${`case/${id}`}`;
    const text = rows.map(({ row }) => row).join(" ");
    expect(text).toContain("expiresAt");
    expect(text).not.toContain(token);
    expect(text).not.toMatch(new RegExp(`[",(]${code}[",)]`));
  });
});
