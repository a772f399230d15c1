import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import { can } from "@rembuk/domain/access/policy";
import { referralStatuses } from "@rembuk/domain/access/referral-status";
import { unitsOfActor } from "@rembuk/domain/access/reported-unit";
import { type Role, roles } from "@rembuk/domain/access/roles";
import { waitsFor } from "@rembuk/domain/cases/referrals";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findVisibleCases } from "../cases/find-visible-cases";
import { countCases, listCases } from "../cases/queries";
import { toCase } from "../cases/row-store";
import {
  createWorld,
  halong,
  liyu,
  murungAbuin,
  paringinSelatan,
  paron,
  semen,
  type World,
} from "../testing/world";
import { contextStatement } from "./database-context";
import { mintReadScope } from "./read-scope";

const me = uuidv7();
const another = uuidv7();
const sectionCodes = ["KASI_PMD", "KASI_KESSOS", "SEKCAM", "INSPEKTORAT"];
const holders = ["desk", "leaders", "section", "sector", "village", "none"];
/** A village, a kecamatan, a section, offices of sectors: each somebody's own unit below. */
const reportedParties = [
  murungAbuin,
  paringinSelatan,
  `${paringinSelatan}:KASI_PMD`,
  `${paringinSelatan}:SEKCAM`,
  `${paringinSelatan}:PUSKESMAS`,
  "63.11:DPMD",
  "63.11:INSPEKTORAT",
];
const people = fc.constantFrom(null, me, another);
/** Two organisations of one sector. */
const [ownPartner, otherPartner] = [uuidv7(), uuidv7()];
const partners = [`org:${ownPartner}`, `org:${otherPartner}`];

/** Where a referral of each kind would go; a transfer is offered to Paringin Selatan. */
const partyOf = (target: string, villageCode: string): string => {
  if (target.startsWith("org:")) return target;
  if (target === "user") return `user:${me}`;
  if (target === "offer") return `${paringinSelatan}:KECAMATAN`;
  if (target === "PEMDES") return `${villageCode}:PEMDES`;
  return `${target === "PUSKESMAS" ? villageCode.slice(0, 8) : villageCode.slice(0, 5)}:${target}`;
};

/** Cases of every mixture of place, holder, privacy and relation, also of those that no rule would make. */
const anyCase = fc
  .record({
    villageCode: fc.constantFrom(murungAbuin, "63.11.07.2015", liyu, semen),
    sectionCode: fc.constantFrom(...sectionCodes),
    holderKind: fc.constantFrom(...holders),
    holderUserId: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: people },
    ),
    sector: fc.constantFrom(null, "DPMD", "DINKES", "INSPEKTORAT", "PUSKESMAS"),
    createdById: fc.constantFrom(me, another),
    reporterUserId: people,
    responsibleId: people,
    privacy: fc.constantFrom("normal", "secret", "supervisory"),
    reportedParty: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...reportedParties) },
    ),
    escalationLevel: fc.constantFrom(0, 3, 4),
    isOpen: fc.boolean(),
    referrals: fc.array(
      fc.record({
        target: fc.constantFrom(
          ...["DPMD", "DINKES", "PUSKESMAS", "PEMDES", "LSM", "user", "offer"],
          ...partners,
        ),
        status: fc.constantFrom(...referralStatuses),
        assigneeId: people,
      }),
      { maxLength: 2 },
    ),
  })
  .map((c) => {
    const subdistrictCode = c.villageCode.slice(0, 8);
    const place = c.sector === "PUSKESMAS" ? subdistrictCode : subdistrictCode.slice(0, 5);
    return {
      ...c,
      subdistrictCode,
      regencyCode: subdistrictCode.slice(0, 5),
      leadParty: c.sector === null ? null : `${place}:${c.sector}`,
      referrals: c.referrals.map((r) => ({ ...r, party: partyOf(r.target, c.villageCode) })),
    };
  });

const seat = (
  role: Role,
  areaCode: string,
  sectorCode: string | null = null,
  clearance = false,
) => ({
  id: uuidv7(),
  role,
  areaCode,
  sectorCode,
  clearance,
  organizationId: null,
});

/** Where each role sits in this test, with and without clearance. */
const seatsOf = (role: Role): readonly Assignment[] => {
  const both = (area: string, sector: string | null = null) => [
    seat(role, area, sector),
    seat(role, area, sector, true),
  ];
  if (role === "section-head")
    return [...both(paringinSelatan, "KASI_PMD"), ...both(halong, "KASI_KESSOS")];
  if (role === "subdistrict-secretary") return both(paringinSelatan, "SEKCAM");
  if (role === "sector-partner")
    return [...both("63.11", "DPMD"), ...both(paringinSelatan, "PUSKESMAS")];
  if (role === "sector-lead") return [...both("63.11", "DINKES"), ...both("63.11", "INSPEKTORAT")];
  if (role === "partner-organisation") {
    const own = both("63.11", "LSM").map((a) => ({ ...a, organizationId: ownPartner }));
    return [...own, ...both("35.21", "DINKES")];
  }
  if (role === "inspectorate") return both("63.11", "INSPEKTORAT");
  if (["auditor", "regency-officer", "innovation-verifier"].includes(role)) return both("63.11");
  if (["regional-coach", "coach-lead"].includes(role)) return both("63");
  if (role === "administrator") return both("");
  const isVillage = ["reporter", "village-officer", "village-head", "village-council", "volunteer"];
  return isVillage.includes(role)
    ? [...both(murungAbuin), ...both(semen)]
    : [...both(paringinSelatan), ...both(paron)];
};

const actorWith = (...assignments: Assignment[]): Actor => ({ userId: me, name: "", assignments });

let world: World;
let ids: string[];
beforeAll(async () => {
  world = await createWorld();
  const made = fc.sample(anyCase, { numRuns: 500, seed: 6311 });
  const now = new Date("2026-11-23T01:00:00Z");
  const rows = made.map((c, i) => ({
    id: uuidv7(),
    number: `GEN-${i}`,
    regencyCode: c.regencyCode,
    subdistrictCode: c.subdistrictCode,
    villageCode: c.villageCode,
    kind: "complaint",
    classification: "X",
    categoryCode: "OTHER",
    channel: "desk",
    title: `kasus ${i}`,
    description: "x",
    status: c.isOpen ? "in_progress" : "closed",
    privacy: c.privacy === "normal" ? "NORMAL" : "SECRET",
    isSecret: c.privacy !== "normal",
    isSupervisory: c.privacy === "supervisory",
    priority: "SEDANG",
    isEmergency: false,
    sectionCode: c.sectionCode,
    responsibleId: c.responsibleId,
    holderKind: c.holderKind,
    holderCode: null,
    holderUserId: c.holderUserId,
    proposedTarget: c.holderKind === "leaders" ? "DPMD" : null,
    leadSectorCode: c.sector,
    leadParty: c.leadParty,
    reportedParty: c.reportedParty,
    createdById: c.createdById,
    reporterUserId: c.reporterUserId,
    receivedAt: now,
    totalLimitDays: 14,
    totalDueAt: now,
    stageStartedAt: now,
    stageLimitDays: 3,
    stageDueAt: now,
    dueAt: new Date(now.getTime() + i * 1000),
    dueIsEstimate: false,
    escalationLevel: c.escalationLevel,
    isOpen: c.isOpen,
    trackingHash: Uint8Array.from(Buffer.from(`hash ${i}`)),
    pinHash: "x",
  }));
  await world.everything.case.createMany({ data: rows });
  ids = rows.map((r) => r.id);
  await world.everything.referral.createMany({
    data: made.flatMap((c, i) =>
      c.referrals.map((r) => ({
        id: uuidv7(),
        caseId: ids[i] ?? "",
        subdistrictCode: c.subdistrictCode,
        kind: r.target === "offer" ? "transfer" : "referral",
        party: r.party,
        targetCode: r.target,
        asked: "x",
        isMandatory: true,
        status: r.status,
        assigneeId: r.assigneeId,
        sentById: another,
        sentAt: now,
        limitDays: 2,
        dueAt: now,
      })),
    ),
  });
});
afterAll(() => world.drop());

const allCases = async () => {
  const rows = await world.everything.$queryRaw<Record<string, unknown>[]>`
    SELECT c.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'party', r.party,
      'status', r.status, 'kind', r.kind, 'assigneeId', r.assignee_id)), '[]') FROM referral r WHERE r.case_id = c.id) AS referrals
    FROM "case" c`;
  return rows.map(toCase);
};
const readable = async (actor: Actor): Promise<string[]> =>
  (await allCases())
    .filter((kase) => can(actor, "case.read", kase))
    .map((kase) => kase.id)
    .sort();

const actors: readonly (readonly [string, Actor])[] = roles.flatMap((role) =>
  seatsOf(role).map((a) => {
    const name = `${role} ${a.sectorCode ?? ""} ${a.areaCode}${a.clearance ? " *" : ""}`;
    return [name, actorWith(a)] as const;
  }),
);

describe("the read scope says what can() says", () => {
  it.each(actors)("%s", async (_, actor) => {
    const seen = await findVisibleCases(world.contextOf(actor), ids);
    expect([...seen].sort()).toEqual(await readable(actor));
  });

  it("for people with two or three roles", async () => {
    const anySeats = fc.uniqueArray(fc.constantFrom(...actors.flatMap(([, a]) => a.assignments)), {
      minLength: 2,
      maxLength: 3,
      selector: (a) => a.id,
    });
    for (const seats of fc.sample(anySeats, { numRuns: 60, seed: 2026 })) {
      const actor = actorWith(...seats);
      const seen = await findVisibleCases(world.contextOf(actor), ids);
      expect([...seen].sort(), JSON.stringify(seats)).toEqual(await readable(actor));
    }
  });

  it("for people who have cases open by break-glass, and not for who reaches none", async () => {
    // Every third case, of all kinds of privacy.
    const glassCases = ids.filter((_, i) => i % 3 === 0);
    let more = 0;
    for (const [name, plain] of actors) {
      const actor = { ...plain, glassCases };
      const seen = await findVisibleCases(world.contextOf(actor), ids);
      expect([...seen].sort(), name).toEqual(await readable(actor));
      more += seen.length - (await readable(plain)).length;
    }
    expect(more).toBeGreaterThan(0);
  });

  it("for nobody in particular: nothing", async () => {
    expect(await findVisibleCases(world.contextOf(actorWith()), ids)).toEqual([]);
  });

  it("is not vacuous: the working roles see some cases and none sees all", async () => {
    for (const [name, actor] of actors) {
      const count = (await readable(actor)).length;
      expect(count, name).toBeLessThan(ids.length);
      if (
        /triage|head|secretary|sector|inspectorate|auditor|regency-officer|village-officer|partner-organisation/.test(
          name,
        )
      ) {
        expect(count, name).toBeGreaterThan(0);
      }
    }
  });
});

describe("the fence under the scope", () => {
  it("never cuts off what break-glass opens", async () => {
    for (const [name, plain] of actors) {
      const actor = { ...plain, glassCases: ids };
      const rows = await world.reads.read<{ id: string }>(contextStatement(actor), {
        name: "",
        text: `SELECT id FROM "case"`,
        values: [],
      });
      const fenced = new Set(rows.map((r) => r.id));
      expect(
        (await readable(actor)).filter((id) => !fenced.has(id)),
        name,
      ).toEqual([]);
    }
  });

  it.each(actors)("keeps what complains of their own unit from %s", async (_, actor) => {
    const rows = await world.reads.read<{ reported_party: string | null }>(
      contextStatement(actor),
      { name: "", text: `SELECT reported_party FROM "case"`, values: [] },
    );
    const units: readonly (string | null)[] = unitsOfActor(actor);
    expect(
      rows.filter((r) => r.reported_party !== null && units.includes(r.reported_party)),
    ).toEqual([]);
  });

  it.each(actors)("never cuts off what %s may read", async (_, actor) => {
    const rows = await world.reads.read<{ id: string }>(contextStatement(actor), {
      name: "",
      text: `SELECT id FROM "case"`,
      values: [],
    });
    const fenced = new Set(rows.map((r) => r.id));
    expect((await readable(actor)).filter((id) => !fenced.has(id))).toEqual([]);
  });

  it("numbers the parameters from where it is placed", () => {
    const scope = mintReadScope(actorWith(seat("triage-officer", paringinSelatan)));
    expect(scope.predicate(4)).toContain("$4");
    expect(scope.predicate(4)).not.toMatch(/\$[123]\b/);
  });
});

describe("the queue", () => {
  it("pages through exactly the open cases that the reader may see", async () => {
    for (const [, actor] of actors.filter(([name]) =>
      /triage|sector-partner|village-officer|volunteer|partner-organisation/.test(name),
    )) {
      const ctx = world.contextOf(actor);
      const paged: string[] = [];
      let cursor: { key: string; id: string } | null = null;
      do {
        const page: Awaited<ReturnType<typeof listCases>> = await listCases(ctx, {
          order: "due",
          limit: 37,
          cursor,
        });
        paged.push(...page.items.map((i) => i.id));
        cursor = page.nextCursor;
      } while (cursor);
      const open = (await allCases()).filter(
        (k) => k.status !== "closed" && can(actor, "case.read", k),
      );
      expect([...paged].sort()).toEqual(open.map((k) => k.id).sort());
    }
  });

  it("holds apart exactly the cases of which a referral waits for the reader", async () => {
    const all = await allCases();
    let found = 0;
    for (const [name, actor] of actors) {
      const ctx = world.contextOf(actor);
      const waiting = all
        .filter((k) => can(actor, "case.read", k) && k.referrals.some((r) => waitsFor(actor, k, r)))
        .map((k) => k.id);
      const { items } = await listCases(ctx, { order: "due", limit: 500, referral: "waiting" });
      expect(items.map((i) => i.id).sort(), name).toEqual(waiting.sort());
      expect(items.every((i) => i.waitingReferral !== null)).toBe(true);
      expect(await countCases(ctx, { referred: { referral: "waiting" } }), name).toEqual({
        referred: waiting.length,
      });
      // The mark stands on the same rows in every other view.
      const marked = (await listCases(ctx, { order: "newest", limit: 500 })).items;
      expect(
        marked
          .filter((i) => i.waitingReferral !== null)
          .map((i) => i.id)
          .sort(),
        name,
      ).toEqual(waiting);
      found += waiting.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});
