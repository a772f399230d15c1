import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, answer, type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, type World } from "../testing/world";
import { answerByLink, openByLink, type VisitorContext } from "./answer-by-link";
import { declineAssignment } from "./decline-assignment";
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
});
