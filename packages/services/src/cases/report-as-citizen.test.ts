import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/in-transaction";
import { citizenActorId } from "../kernel/system-actor";
import { act, type Cast, cast } from "../testing/case-journey";
import { createWorld, lingsir, murungAbuin, type World } from "../testing/world";
import {
  type ReportAsCitizenCommand,
  reportAsCitizen,
  reportAsCitizenCommand,
} from "./report-as-citizen";
import { showCase } from "./show-case";
import { trackByCode, trackByNumber } from "./track-case";
import { triageCase } from "./triage-case";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const told = (change: Partial<ReportAsCitizenCommand> = {}): ReportAsCitizenCommand => ({
  clientActionId: randomUUID(),
  villageCode: murungAbuin,
  categoryCode: "PUB-ROAD",
  story: "Titian di RT 2 putus. Anak-anak memutar jalan.",
  name: "Rahmah (fiktif)",
  phone: "0860-0000-0177",
  anonymous: false,
  relation: null,
  about: null,
  ...change,
});
const stored = (id: string) => world.everything.case.findUniqueOrThrow({ where: { id } });

describe("a citizen without account", () => {
  it("brings a case to the desk, and finds it again by code and by PIN", async () => {
    const receipt = await reportAsCitizen(people.triage, told());
    expect(await stored(receipt.id)).toMatchObject({
      channel: "web",
      status: "received",
      holderKind: "desk",
      title: "Titian di RT 2 putus",
      createdById: citizenActorId,
      reporterUserId: null,
    });
    expect((await trackByCode(people.triage, receipt.code ?? ""))?.number).toBe(receipt.number);
    const byNumber = await trackByNumber(people.triage, receipt.number, receipt.pin ?? "");
    expect(byNumber?.maskedReporter).toBe("Rah***");
    const seen = await showCase(people.triage, { caseId: receipt.id });
    expect(seen.timeline[0]).toMatchObject({ type: "case.opened", actorKind: "reporter" });
    await triageCase(people.triage, act(receipt.id, 0));
    expect((await stored(receipt.id)).status).toBe("triaged");
  });

  it("may complain of the village's office, which never reads it; of the kecamatan, the inspectorate alone", async () => {
    const ofVillage = await reportAsCitizen(people.triage, told({ about: "village" }));
    expect((await stored(ofVillage.id)).reportedParty).toBe(murungAbuin);
    const asked = { caseId: ofVillage.id };
    await expect(showCase(people.village, asked)).rejects.toMatchObject({ code: "CASE_NOT_FOUND" });
    expect((await showCase(people.triage, asked)).number).toBe(ofVillage.number);

    const ofOffice = await reportAsCitizen(people.triage, told({ about: "subdistrict" }));
    expect(await stored(ofOffice.id)).toMatchObject({
      reportedParty: murungAbuin.slice(0, 8),
      isSupervisory: true,
    });
    await expect(showCase(people.triage, { caseId: ofOffice.id })).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    expect((await trackByCode(people.triage, ofOffice.code ?? ""))?.number).toBe(ofOffice.number);
  });

  it("may stay without a name; whom it is for is kept with the words", async () => {
    const command = told({ anonymous: true, name: "", phone: "", relation: "tetangga" });
    const { id } = await reportAsCitizen(people.triage, command);
    const kase = await stored(id);
    expect(kase).toMatchObject({ privacy: "ANONYMOUS", reporterPersonId: null });
    expect(kase.description).toContain("(Mewakili orang lain: tetangga)");
    expect(reportAsCitizenCommand.safeParse({ ...command, anonymous: false }).success).toBe(false);
  });

  it.each([
    ["SEC-VIOL", { privacy: "SECRET", isSecret: true, isSupervisory: false, holderKind: "desk" }],
    ["SUP-FRAUD", { privacy: "SECRET", isSupervisory: true, leadParty: "63.11:INSPEKTORAT" }],
  ])("is protected by rule at once: %s", async (categoryCode, expected) => {
    const { id } = await reportAsCitizen(people.triage, told({ categoryCode }));
    expect(await stored(id)).toMatchObject(expected);
  });
});

describe("the same form", () => {
  it("sent 50 times at once makes one case, and each is told the same secrets", async () => {
    const command = told({ story: "Lima puluh kali tekan. Sinyal lemah." });
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => reportAsCitizen(people.triage, command)),
    );
    expect(new Set(receipts.map((r) => JSON.stringify(r))).size).toBe(1);
    expect(receipts[0]?.pin).toMatch(/^\d{6}$/);
    expect(await world.everything.case.count({ where: { title: "Lima puluh kali tekan" } })).toBe(
      1,
    );
    expect((await trackByCode(people.triage, receipts[49]?.code ?? ""))?.number).toBe(
      receipts[0]?.number,
    );
  });

  it("with other words is refused and tells nothing", async () => {
    const command = told();
    await reportAsCitizen(people.triage, command);
    await expect(
      reportAsCitizen(people.triage, { ...command, story: "Cerita yang lain sama sekali." }),
    ).rejects.toMatchObject({ kind: "conflict", code: "CLIENT_ACTION_REUSED" });
  });
});

describe("nothing else", () => {
  it.each([
    ["a kecamatan without office", { villageCode: "63.11.01.2001" }, "VILLAGE_NOT_IN_REACH"],
    ["no such village", { villageCode: "63.11.07.2999" }, "VILLAGE_NOT_IN_REACH"],
    ["no such category", { categoryCode: "NOPE" }, "CATEGORY_UNKNOWN"],
    ["a phone that cannot be", { phone: "12" }, "PHONE_INVALID"],
  ])("is refused: %s", async (_, change, code) => {
    const before = await world.everything.case.count();
    await expect(reportAsCitizen(people.triage, told(change))).rejects.toMatchObject({ code });
    expect(await world.everything.case.count()).toBe(before);
  });

  it("is read by the citizens' actor: neither cases nor events nor persons", async () => {
    const { id } = await reportAsCitizen(people.triage, told({ villageCode: lingsir }));
    const ctx = world.contextOf({ userId: citizenActorId, name: "Warga", assignments: [] });
    const seen = await inTransaction(ctx, async (tx) => [
      await tx.case.count(),
      await tx.domainEvent.count(),
      await tx.person.count(),
      await tx.caseStage.count(),
    ]);
    expect(seen).toEqual([0, 0, 0, 0]);
    await expect(showCase(ctx, { caseId: id })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("of the person lies readable in event or answer", async () => {
    const { id } = await reportAsCitizen(people.triage, told({ name: "Kenari Jingga" }));
    const where = { subject: `case/${id}` };
    const rows = [
      await world.everything.domainEvent.findMany({ where }),
      (await world.everything.clientAction.findMany({ where: { actorId: citizenActorId } })).map(
        (a) => a.result,
      ),
    ];
    expect(JSON.stringify(rows)).not.toMatch(/kenari|86000000177|titian/i);
  });
});
