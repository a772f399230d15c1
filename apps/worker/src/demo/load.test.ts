import { randomBytes } from "node:crypto";
import { connect, type Database } from "@rembuk/db/client";
import { type FreshDatabase, freshDatabase } from "@rembuk/db/testing/fresh-database";
import { isDemoPhone, parsePhone } from "@rembuk/domain/beneficiaries/phone";
import { deadlineAfter } from "@rembuk/domain/cases/sla";
import { officeCalendar } from "@rembuk/services/calendars/queries";
import { parseFieldKeys } from "@rembuk/services/system-context";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chance } from "./chance";
import { loadDemoData } from "./load-demo-data";
import { drawNik, drawPerson, drawPhone } from "./names";
import signIns from "./sign-ins.json";
import { aidRequests } from "./texts/aid-requests";
import { allScenarios } from "./texts/all-scenarios";
import { deskProblems } from "./texts/desk-problems";
import { winners } from "./texts/east-java-batch";

const key = () => randomBytes(32).toString("base64");
const keys = parseFieldKeys(
  JSON.stringify({
    encryption: { current: "k1", keys: { k1: key() } },
    blindIndex: key(),
    links: key(),
  }),
);
/** About 15 s on a quiet machine with two cores. */
const longMs = 240_000;
const firstStart = new Date("2026-11-20T05:30:00Z");
const statuses = [
  "received",
  "triaged",
  "assigned",
  "declined",
  "in_progress",
  "on_hold",
  "resolved",
  "reopened",
  "closed",
  "duplicate",
];

let fresh: FreshDatabase;
let db: Database;
const load = () => loadDemoData({ databaseUrl: fresh.workerUrl, keys }, firstStart);

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect({ url: fresh.workerUrl, name: "demo-test", poolSize: 2 });
  await load();
}, longMs);

afterAll(async () => {
  await db.$disconnect();
  await fresh.drop();
});

describe("sample data", () => {
  it.each(["63.11.07", "63.11.02", "35.21.10"])("fills the office of %s", async (code) => {
    const cases = await db.case.findMany({ where: { subdistrictCode: code } });
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map((c) => c.status))).toEqual(new Set(statuses));
    const open = cases.filter((c) => c.isOpen);
    expect(open.length / cases.length).toBeGreaterThan(0.34);
    expect(open.length / cases.length).toBeLessThan(0.44);
    expect(cases.some((c) => c.isSupervisory) && cases.some((c) => c.isSecret)).toBe(true);
    expect(open.some((c) => c.totalOverdueAt !== null)).toBe(true);
    expect(open.some((c) => c.totalOverdueAt === null && c.stageOverdueAt !== null)).toBe(true);
    expect(open.filter((c) => c.totalOverdueAt !== null).length).toBeLessThan(8);
    expect(cases.some((c) => c.isEmergency)).toBe(true);
    expect(cases.filter((c) => c.status === "duplicate")).toHaveLength(2);
  });

  it("has something of every category", async () => {
    const told = await db.case.findMany({ distinct: ["categoryCode"] });
    const categories = await db.caseCategory.count();
    expect(told.length).toBe(categories);
  });

  it("lets nothing happen outside the months behind", async () => {
    const all = await db.domainEvent.findMany({
      select: { occurredAt: true, subdistrictCode: true, type: true },
    });
    // The winners of 2023 are told with the days of their press report: their story is older.
    const coached = new Set(winners.map(({ subdistrictCode }) => subdistrictCode));
    const events = all.filter(
      (e) => e.type !== "coaching.batch-opened" && !coached.has(e.subdistrictCode ?? ""),
    );
    expect(events.length).toBeGreaterThan(1_000);
    const times = events.map((e) => e.occurredAt.getTime());
    expect(Math.max(...all.map((e) => e.occurredAt.getTime()))).toBeLessThanOrEqual(
      firstStart.getTime(),
    );
    expect(Math.max(...times)).toBeLessThanOrEqual(firstStart.getTime());
    expect(Math.min(...times)).toBeGreaterThan(firstStart.getTime() - 340 * 86_400_000);
  });

  it("leads the eleven problems to their sector, each from another village, in time", async () => {
    const problems = await Promise.all(
      deskProblems.map((p) =>
        db.case.findFirstOrThrow({ where: { categoryCode: p.category, title: p.title } }),
      ),
    );
    expect(new Set(problems.map((c) => c.villageCode)).size).toBe(11);
    const calendar = await officeCalendar(db, "63.11.07");
    for (const kase of problems) {
      const { categoryCode: code } = kase;
      const category = await db.caseCategory.findUniqueOrThrow({ where: { code } });
      expect(kase.subdistrictCode).toBe("63.11.07");
      expect(kase.leadSectorCode).toBe(category.leadSectorCode);
      const { dueAt } = deadlineAfter({
        receivedAt: kase.receivedAt,
        workingDays: category.resolutionDays,
        calendar,
        holds: (kase.holds as unknown as StoredHold[]).map(toHold),
      });
      expect(kase.totalDueAt).toEqual(dueAt);
    }
  });

  it("brings the four kinds of aid from Halong", async () => {
    for (const { category } of aidRequests) {
      const found = await db.case.count({
        where: { categoryCode: category, subdistrictCode: "63.11.02" },
      });
      expect(found).toBeGreaterThan(0);
    }
  });

  it("leaves only the newest acts to the worker", async () => {
    const events = await db.domainEvent.count();
    const dispatched = await db.eventDispatch.count();
    const letters = await db.domainEvent.count({
      where: { type: { in: ["case.letter-issued", "case.letter-voided"] } },
    });
    expect(letters).toBeGreaterThan(3);
    expect(events - dispatched).toBe(15 + letters);
  });

  it("has letters in Paron, numbered in a row, and cases that wait for the camat's disposisi", async () => {
    const letters = await db.letter.findMany({ orderBy: { serial: "asc" } });
    expect(new Set(letters.map((l) => l.subdistrictCode))).toEqual(new Set(["35.21.10"]));
    expect(new Set(letters.map((l) => l.status))).toEqual(new Set(["draft", "issued", "void"]));
    expect(new Set(letters.map((l) => l.kind)).size).toBeGreaterThan(1);
    const numbered = letters.filter((l) => l.serial !== null);
    expect(numbered.map((l) => l.serial)).toEqual(numbered.map((_, at) => at + 1));
    const waiting = await db.case.findMany({ where: { proposedTarget: { not: null } } });
    expect(waiting.map((c) => c.subdistrictCode)).toEqual(["35.21.10", "35.21.10"]);
  });

  it("asks a foundation and a company, each under its own name; one has answered", async () => {
    const asked = await db.referral.findMany({
      where: { party: { startsWith: "org:" } },
      select: { party: true, status: true, subdistrictCode: true },
    });
    const offices = asked.map((one) => one.subdistrictCode);
    expect([...new Set(offices)].sort()).toEqual(["35.21.10", "63.11.02", "63.11.07"]);
    expect(new Set(asked.map((one) => one.status))).toEqual(new Set(["in_progress", "sent"]));
    const partners = await db.organization.findMany({ where: { kind: { not: "office" } } });
    const known = new Set(partners.map((one) => `org:${one.id}`));
    expect(asked.every((one) => known.has(one.party))).toBe(true);
    expect(new Set(partners.map((one) => one.kind))).toEqual(
      new Set(["ngo", "company", "university", "cadres"]),
    );
  });

  it("registers about three hundred families with twelve programs in each kecamatan", async () => {
    for (const code of ["63.11.07", "63.11.02", "35.21.10"]) {
      expect(await db.household.count({ where: { subdistrictCode: code } })).toBe(100);
      const versions = await db.aidProgramVersion.count({ where: { subdistrictCode: code } });
      expect(versions).toBe(12);
    }
    const states = await db.enrollment.groupBy({ by: ["status"], _count: true });
    expect(states.map((one) => [one.status, one._count]).sort()).toEqual([
      ["candidate", 6],
      ["decided", 28],
      ["stopped", 6],
      ["verified", 9],
    ]);
    const entitled = await db.entitlement.groupBy({ by: ["status"], _count: true });
    expect(entitled.map((one) => [one.status, one._count]).sort()).toEqual([
      ["allocated", 2],
      ["approved", 5],
      ["delivered", 5],
      ["draft", 4],
      ["not_found", 1],
      ["reconciled", 5],
    ]);
    expect(await db.tripManifestLine.count()).toBe(14);
    expect(await db.outreach.count({ where: { kind: "session" } })).toBe(2);
    expect(await db.outreach.count({ where: { kind: "postponed" } })).toBe(1);
    expect(await db.handover.count()).toBe(13);
    expect(await db.handover.count({ where: { arrival: "held" } })).toBe(1);
    const without = await db.resident.count({ where: { nikIndex: null } });
    expect(without).toBeGreaterThan(10);
    expect(await db.resident.count()).toBeGreaterThan(800);
    expect(await db.resident.count({ where: { nikWarnings: { isEmpty: false } } })).toBeGreaterThan(
      3,
    );
  });

  it("knows every sign-in that is shown", async () => {
    for (const { username, role, name } of signIns) {
      const user = await db.user.findUniqueOrThrow({
        where: { username },
        include: { assignments: true },
      });
      expect(user.displayName).toBe(name);
      expect(user.assignments.map((a) => a.role)).toEqual([role]);
    }
  });

  it("gives everybody who signs in a name of their own", async () => {
    const users = await db.user.findMany({ select: { displayName: true } });
    const names = users.map(({ displayName }) => displayName).toSorted();
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => name === names[at + 1])).toEqual([]);
  });

  it("coaches the seven winners of SKK 2023 in East Java, as the press told of them", async () => {
    const engagements = await db.coachingEngagement.findMany({
      include: {
        innovations: { include: { innovation: true } },
        sessions: true,
        commitments: true,
      },
    });
    expect(engagements).toHaveLength(7);
    const names = engagements.flatMap((one) => one.innovations.map((i) => i.innovation.name));
    expect(names.sort()).toEqual([
      ...["Jamper", "Jumat Smart", "Kampung Tematik", "Lansia Smart", "Modo Berbudaya"],
      ...["Pakar Pisan", "Rabu Komplit", "Serasa Desa", "e-Sayur"],
    ]);
    const kawedanan = engagements.find((one) => one.subdistrictCode === "35.20.05");
    expect(kawedanan?.innovations).toHaveLength(3);
    const first = engagements.flatMap((one) => one.sessions.map((s) => s.startsAt.toISOString()));
    const days = first.filter((at) => at.startsWith("2024")).map((at) => at.slice(0, 10));
    expect([...days].sort()).toEqual([
      ...["2024-10-21", "2024-10-23", "2024-10-24", "2024-10-28", "2024-10-29"],
      ...["2024-10-31", "2024-11-02"],
    ]);
    const batch = await db.coachingBatch.findFirstOrThrow();
    expect(batch.institutions).toEqual(["Biro POD", "BRIDA", "JPIP"]);
    expect(batch.team).toMatchObject([
      { name: "Satria Bima Wirayuda (fiktif)", aliases: ["Bima Satria (fiktif)"] },
      ...[{}, {}],
    ]);
    const commitments = engagements.flatMap((one) => one.commitments);
    const states = new Set(commitments.map(({ status }) => status));
    expect([...states].sort()).toEqual(["agreed", "overdue", "verified"]);
    expect(commitments.some((one) => one.alertedOn !== null)).toBe(true);
  });

  it("has reviews of their sustainability, rated by the coach and open again", async () => {
    const rated = await db.sustainabilityReview.findMany({
      select: { rating: true, status: true },
    });
    const count = (rating: string) => rated.filter((one) => one.rating === rating).length;
    expect(["sustained", "at_risk", "dormant", "scaled"].map(count)).toEqual([4, 2, 1, 1]);
    expect(rated.filter(({ status }) => status !== "closed")).toHaveLength(1);
  });

  it(
    "adds nothing when it runs again",
    async () => {
      const count = async () => [
        await db.case.count(),
        await db.domainEvent.count(),
        await db.caseNote.count(),
        await db.user.count(),
        await db.person.count(),
        await db.resident.count(),
        await db.enrollmentStep.count(),
        await db.aidProgramVersion.count(),
        await db.aidCycle.count(),
        await db.eventDispatch.count(),
      ];
      const before = await count();
      await load();
      expect(await count()).toEqual(before);
    },
    longMs,
  );
});

describe("people", () => {
  it("are marked as fictional and have NIKs and numbers that nobody has", () => {
    const draw = chance("test");
    for (let n = 0; n < 200; n += 1) {
      const person = drawPerson(draw, n % 2 ? "ngawi" : "meratus");
      expect(person.name).toMatch(/ \(fiktif\)$/);
      expect(drawNik(draw, person)).toMatch(/^9999\d{12}$/);
      const phone = parsePhone(drawPhone(draw));
      expect(phone.ok && isDemoPhone(phone.phone)).toBe(true);
    }
  });

  it("never are those whom the documents name", () => {
    const named = /megawati|susiani|wahyudi|firman|faizin|ismail/i;
    const texts = JSON.stringify([allScenarios, deskProblems, aidRequests, signIns, winners]);
    expect(texts).not.toMatch(named);
  });
});

interface StoredHold {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly until: string;
}
const toHold = (h: StoredHold) => ({
  startedAt: new Date(h.startedAt),
  endedAt: h.endedAt === null ? null : new Date(h.endedAt),
  until: new Date(h.until),
});
