import { randomUUID } from "node:crypto";
import { caseEvent } from "@rembuk/domain/cases/events";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { staffEvent } from "@rembuk/domain/staff/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { recordEvents } from "../kernel/record-events";
import { inviteUser } from "../staff/invite-user";
import { createWorld, halong, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { type ListAuditInput, listAudit } from "./audit-queries";

let world: World;
let admin: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
});
afterAll(() => world.drop());

const input = (change: Partial<ListAuditInput> = {}): ListAuditInput => ({
  subdistrictCode: paringinSelatan,
  limit: 50,
  ...change,
});
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "allowed",
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  );

let serial = 0;
/** A stored case without its life, for the trail alone. */
const storeCase = async (
  isSupervisory: boolean,
  isSecret = isSupervisory,
): Promise<{ id: string; number: string }> => {
  serial += 1;
  const id = admin.newId();
  const number = `PRS-2026-${String(serial).padStart(4, "0")}`;
  const day = world.clock.now;
  await world.everything.case.create({
    data: {
      ...{ id, number, isSupervisory, isSecret, villageCode: murungAbuin },
      ...{
        regencyCode: "63.11",
        subdistrictCode: paringinSelatan,
        createdById: admin.actor.userId,
      },
      ...{ kind: "complaint", classification: "x", categoryCode: "LAINNYA", channel: "desk" },
      ...{ title: "Isi yang rahasia", description: "Isi", status: "received", privacy: "open" },
      ...{ priority: "SEDANG", isEmergency: false, sectionCode: "KASI_PMD", holderKind: "desk" },
      ...{ receivedAt: day, totalLimitDays: 5, totalDueAt: day, stageStartedAt: day },
      ...{ stageLimitDays: 2, stageDueAt: day, dueAt: day, dueIsEstimate: false, isOpen: true },
      ...{ trackingHash: Buffer.from(id), pinHash: "x" },
    },
    select: { id: true },
  });
  return { id, number };
};
const openedBy = (ctx: ServiceContext, kase: { id: string }, subdistrictCode = paringinSelatan) =>
  inTransaction(ctx, (tx) => {
    const about = { id: kase.id, subdistrictCode };
    const payload = {
      status: "received",
      holder: "desk",
      categoryCode: "L",
      villageCode: murungAbuin,
    };
    const event = caseEvent("case.opened", about, payload as never);
    return recordEvents(tx, ctx, [event], null, {});
  });
const subjects = async (ctx: ServiceContext, change: Partial<ListAuditInput> = {}) =>
  (await listAudit(ctx, input(change))).items.map((entry) => entry.subject);

describe("the audit trail of a kecamatan", () => {
  it("tells who, what, when and the number, to the administrator who may read no case", async () => {
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    const kase = await storeCase(false);
    await openedBy(desk, kase);
    const page = await listAudit(admin, input());
    expect(page.items[0]).toMatchObject({
      ...{ kind: "cases", type: "case.opened", subject: kase.number },
      ...{ actorKind: "officer", actorName: desk.actor.name, reason: null },
    });
    expect(JSON.stringify(page)).not.toContain("Isi yang rahasia");
  });

  it("tells of invitations with the user name", async () => {
    const username = "parsel.jejak-audit";
    await inviteUser(admin, {
      ...{ clientActionId: randomUUID(), areaCode: murungAbuin, username },
      displayName: "Jejak Audit (fiktif)",
    });
    const { items } = await listAudit(admin, input({ kind: "staff" }));
    expect(items[0]).toMatchObject({ type: "staff.user-invited", subject: username });
    expect(items.every((entry) => entry.kind === "staff")).toBe(true);
  });

  it("names no reporter", async () => {
    const citizen = await world.contextFor("reporter", murungAbuin);
    const kase = await storeCase(false);
    await openedBy(citizen, kase);
    const { items } = await listAudit(admin, input());
    expect(items[0]).toMatchObject({ actorKind: "citizen", actorName: null, subject: kase.number });
  });

  it("hides supervisory complaints from those they may be about, not from the auditor", async () => {
    const inspectorate = await world.contextFor("inspectorate", "63.11", {
      sectorCode: "INSPEKTORAT",
    });
    const kase = await storeCase(true);
    await openedBy(inspectorate, kase);
    const camat = await world.contextFor("subdistrict-head", paringinSelatan, { clearance: true });
    const auditor = await world.contextFor("auditor", "63.11");
    expect(await subjects(admin)).not.toContain(kase.number);
    expect(await subjects(camat)).not.toContain(kase.number);
    expect(await subjects(auditor)).toContain(kase.number);
  });

  it("tells of a secret case who and when, and its number to who may open it alone", async () => {
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    const kase = await storeCase(false, true);
    await openedBy(desk, kase);
    await inTransaction(desk, (tx) =>
      logAccess(tx, desk, {
        kase: { id: kase.id, subdistrictCode: paringinSelatan },
        act: "reveal-person",
        reason: "menghubungi keluarga korban",
      }),
    );
    const camat = await world.contextFor("subdistrict-head", paringinSelatan);
    const cleared = await world.contextFor("subdistrict-head", paringinSelatan, {
      clearance: true,
    });
    const auditor = await world.contextFor("auditor", "63.11");
    const system = await world.contextFor("administrator", "");
    for (const shut of [admin, camat, system]) {
      const page = await listAudit(shut, input({ limit: 2 }));
      expect(JSON.stringify(page)).not.toContain(kase.number);
      expect(JSON.stringify(page)).not.toContain("korban");
      expect(page.items.map((e) => [e.type, e.isShut, e.actorName])).toEqual([
        ["reveal-person", true, desk.actor.name],
        ["case.opened", true, desk.actor.name],
      ]);
    }
    for (const open of [cleared, auditor]) {
      const { items } = await listAudit(open, input({ limit: 2 }));
      expect(items.map((e) => [e.subject, e.isShut])).toEqual([
        [kase.number, false],
        [kase.number, false],
      ]);
      expect(items[0]?.reason).toBe("menghubungi keluarga korban");
    }
  });

  it("reaches the own kecamatan, for the auditor the regency, for the administrator all", async () => {
    const elsewhere = await world.contextFor("subdistrict-admin", halong);
    const auditor = await world.contextFor("auditor", "63.11");
    const stranger = await world.contextFor("auditor", "35.21");
    const system = await world.contextFor("administrator", "");
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    expect(await refusal(listAudit(elsewhere, input()))).toBe("FORBIDDEN");
    expect(await refusal(listAudit(stranger, input()))).toBe("FORBIDDEN");
    expect(await refusal(listAudit(desk, input()))).toBe("FORBIDDEN");
    expect((await subjects(auditor)).length).toBeGreaterThan(0);
    expect((await subjects(system)).length).toBeGreaterThan(0);
    expect(await subjects(elsewhere, { subdistrictCode: halong })).toEqual([]);
  });

  it("does not widen what the same person may read afterwards", async () => {
    await listAudit(admin, input());
    expect(await inTransaction(admin, (tx) => tx.case.count())).toBe(
      await world.everything.case.count({ where: { createdById: admin.actor.userId } }),
    );
  });

  it("goes on from page to page without a gap or a repetition", async () => {
    const whole = await listAudit(admin, input({ limit: 100 }));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listAudit(admin, input({ limit: 2, cursor }));
      seen.push(...page.items.map((entry) => entry.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole.items.map((entry) => entry.id));
  });

  it("shows acts above a kecamatan to nobody of one", async () => {
    const system = await world.contextFor("administrator", "");
    const about = { userId: admin.actor.userId, areaCode: "63.11" };
    await inTransaction(system, (tx) =>
      recordEvents(
        tx,
        system,
        [staffEvent("staff.user-invited", about, { areaCode: "63.11" })],
        null,
        {},
      ),
    );
    const { items } = await listAudit(admin, input({ kind: "staff" }));
    expect(items.some((entry) => entry.actorName === system.actor.name)).toBe(false);
  });
});
