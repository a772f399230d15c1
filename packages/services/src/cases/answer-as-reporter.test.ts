import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, type World } from "../testing/world";
import { answerAsReporter } from "./answer-as-reporter";
import { askInfo } from "./ask-info";
import { renewReceipt } from "./renew-receipt";
import { showCase } from "./show-case";
import { trackByCode, trackByToken } from "./track-case";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const stored = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });

/** The tracking page of a case, as the holder of a fresh receipt opens it. */
const opened = async (id: string) => {
  const { code } = await renewReceipt(people.triage, {
    clientActionId: randomUUID(),
    caseId: id,
  });
  const found = await trackByCode(people.triage, code ?? "");
  if (!found) throw new Error("the receipt opens nothing");
  return found;
};
const token = (found: { answerToken: string | null }) => found.answerToken ?? "";

describe("the reporter's word from the tracking page", () => {
  it("settled closes the case, without an account and without a name", async () => {
    const { id } = await journeyTo(people, "resolved");
    const page = await opened(id);
    const command = {
      token: token(page),
      version: page.version,
      clientActionId: randomUUID(),
      answer: "settled",
    } as const;
    const first = await answerAsReporter(people.triage, command);
    expect(await stored(id)).toMatchObject({ status: "closed" });
    expect(await answerAsReporter(people.triage, command)).toEqual(first);
    const { timeline } = await showCase(people.triage, { caseId: id });
    expect(timeline.find((e) => e.type === "case.confirmed")).toMatchObject({
      actorName: null,
      actorKind: "reporter",
    });
    expect((await trackByToken(people.triage, token(page)))?.status).toBe("closed");
  });

  it("unsettled brings it back to the desk of the kecamatan, with the words", async () => {
    const { id } = await journeyTo(people, "resolved");
    const before = await stored(id);
    const page = await opened(id);
    await answerAsReporter(people.triage, {
      token: token(page),
      version: page.version,
      clientActionId: randomUUID(),
      answer: "unsettled",
      text: "Jalannya masih rusak.",
    });
    const after = await stored(id);
    expect(after).toMatchObject({ status: "reopened", holderKind: "desk" });
    expect(after.totalDueAt).toEqual(before.totalDueAt);
    const { timeline } = await showCase(people.triage, { caseId: id });
    expect(timeline.find((e) => e.type === "case.reopened")?.note).toBe("Jalannya masih rusak.");
  });

  it("gives what was asked for, also of a secret case", async () => {
    const { id } = await journeyTo(people, "received", { privacy: "SECRET" });
    await askInfo(people.triage, { ...act(id, 0), question: "Mohon sebutkan RT." });
    const page = await opened(id);
    expect(page.status).toBe("needs_info");
    await answerAsReporter(people.triage, {
      token: token(page),
      version: page.version,
      clientActionId: randomUUID(),
      answer: "inform",
      text: "RT 03",
    });
    expect(await stored(id)).toMatchObject({ status: "received", holderKind: "desk" });
  });

  it("says nothing on another case, with a forged or an old proof, or twice", async () => {
    const mine = await journeyTo(people, "resolved");
    const page = await opened(mine.id);
    const command = {
      version: page.version,
      clientActionId: randomUUID(),
      answer: "settled",
    } as const;
    const proof = token(page);
    const forged = `${proof.slice(0, -4)}AAAA`;
    for (const bad of [forged, "x".repeat(40), ""]) {
      await expect(
        (async () => answerAsReporter(people.triage, { ...command, token: bad }))(),
      ).rejects.toMatchObject({ code: "TRACKING_NOT_FOUND" });
    }
    const later = {
      ...people.triage,
      now: () => new Date(world.clock.now.getTime() + 31 * 60_000),
    };
    await expect(
      (async () => answerAsReporter(later, { ...command, token: proof }))(),
    ).rejects.toMatchObject({ code: "TRACKING_NOT_FOUND" });
    await answerAsReporter(people.triage, { ...command, token: proof });
    await expect(
      answerAsReporter(people.triage, { ...command, clientActionId: randomUUID(), token: proof }),
    ).rejects.toMatchObject({ kind: "conflict" });
  });

  it("is not asked while there is nothing to answer, nor of a supervisory complaint", async () => {
    const received = await journeyTo(people, "received");
    expect((await opened(received.id)).answerToken).toBeNull();
  });
});
