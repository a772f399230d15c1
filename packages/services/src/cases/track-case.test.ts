import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cast, cast, openCommand } from "../testing/case-journey";
import { createWorld, type World } from "../testing/world";
import { addNote } from "./add-note";
import { openCase } from "./open-case";
import { renewReceipt } from "./renew-receipt";
import { trackByCode, trackByNumber } from "./track-case";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const canary = { name: "Kenari Kuning", phone: "0860-0000-0123", nik: "9999014107900001" };
const opened = async (change = {}) => {
  const receipt = await openCase(people.triage, openCommand({ reporter: canary, ...change }));
  return { ...receipt, code: receipt.code ?? "", pin: receipt.pin ?? "" };
};

describe("public tracking", () => {
  it("by the code or by number and PIN tells the state and no personal data", async () => {
    const receipt = await opened({ title: "Judul Rahasia", description: "Uraian Rahasia" });
    const note = { clientActionId: randomUUID(), caseId: receipt.id } as const;
    await addNote(people.triage, { ...note, audience: "internal", body: "Catatan Dalam" });
    const byCode = await trackByCode(people.triage, receipt.code.toLowerCase());
    const byNumber = await trackByNumber(people.triage, receipt.number, receipt.pin);
    expect(byCode).toMatchObject({ number: receipt.number, status: "received" });
    expect(byNumber).toEqual(byCode);
    const text = JSON.stringify(byCode);
    for (const word of [
      "Kuning",
      canary.nik,
      "8600000123",
      "Rahasia",
      "Catatan Dalam",
      receipt.id,
    ]) {
      expect(text).not.toContain(word);
    }
  });

  it("tells the unknown number, the wrong PIN and the wrong code apart in nothing", async () => {
    const receipt = await opened();
    const stranger = await opened();
    const wrong = receipt.pin === "000000" ? "000001" : "000000";
    expect(await trackByNumber(people.triage, receipt.number, wrong)).toBeNull();
    expect(await trackByNumber(people.triage, receipt.number, stranger.pin)).toBeNull();
    expect(await trackByNumber(people.triage, "PRS-2026-9999-A", receipt.pin)).toBeNull();
    expect(await trackByNumber(people.triage, "'; --", "abc")).toBeNull();
    expect(await trackByCode(people.triage, "0000000000")).toBeNull();
    expect(await trackByCode(people.triage, "none")).toBeNull();
  });

  it("names neither the category of a secret case nor its reporter", async () => {
    const receipt = await opened({ categoryCode: "SEC-VIOL" });
    const tracked = await trackByCode(people.triage, receipt.code);
    expect(tracked).toMatchObject({ categoryName: "", maskedReporter: null });
  });

  it("a reprint voids the receipt before it", async () => {
    const receipt = await opened();
    const renewed = await renewReceipt(people.triage, {
      clientActionId: randomUUID(),
      caseId: receipt.id,
    });
    expect(await trackByCode(people.triage, receipt.code)).toBeNull();
    expect(await trackByNumber(people.triage, receipt.number, receipt.pin)).toBeNull();
    expect(await trackByCode(people.triage, renewed.code ?? "")).not.toBeNull();
  });

  it("a reprint whose answer was lost is told the same code and PIN again", async () => {
    const { id, number, code } = await opened();
    const command = { clientActionId: randomUUID(), caseId: id };
    const [one, two] = await Promise.all([1, 2].map(() => renewReceipt(people.triage, command)));
    const again = await renewReceipt(people.triage, command);
    expect(two).toEqual(one);
    expect(again).toEqual(one);
    expect(again.code).not.toBe(code);
    expect(await trackByCode(people.triage, again.code ?? "")).toMatchObject({ number });
    expect(await trackByNumber(people.triage, number, again.pin ?? "")).toMatchObject({ number });
    const events = { subject: `case/${id}`, type: "case.receipt-renewed" };
    expect(await world.everything.domainEvent.count({ where: events })).toBe(1);
  });

  it("a reprint's id holds for one case, and is not answered to who may not reprint", async () => {
    const [first, second] = [await opened(), await opened()];
    const command = { clientActionId: randomUUID(), caseId: first.id };
    await renewReceipt(people.triage, command);
    const changed = renewReceipt(people.triage, { ...command, caseId: second.id });
    await expect(changed).rejects.toMatchObject({ code: "CLIENT_ACTION_REUSED" });
    expect(await trackByCode(people.triage, second.code)).not.toBeNull();
    const former = world.contextOf({ ...people.triage.actor, assignments: [] });
    await expect(renewReceipt(former, command)).rejects.toMatchObject({ kind: "not-found" });
  });

  it("keeps neither code nor PIN in the database", async () => {
    const receipt = await opened();
    const rows = await world.everything.$queryRaw<{ row: string }[]>`
      SELECT c::text AS row FROM "case" c WHERE id = ${receipt.id}::uuid
      UNION ALL SELECT a::text FROM client_action a WHERE a.result->>'id' = ${receipt.id}
      UNION ALL SELECT e::text FROM domain_event e WHERE e.subject = ${`case/${receipt.id}`}`;
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(receipt.code);
    expect(rows.map((r) => r.row).join(" ")).not.toMatch(new RegExp(`[",(]${receipt.pin}[",)]`));
  });
});
