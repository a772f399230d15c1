import { randomUUID } from "node:crypto";
import type { Role } from "@rembuk/domain/access/roles";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { act, answer, type Cast, cast, journeyTo, type Stop } from "../testing/case-journey";
import {
  at,
  createWorld,
  halong,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  paron,
  semen,
  type World,
} from "../testing/world";
import { acceptAssignment } from "./accept-assignment";
import { addNote } from "./add-note";
import { closeCase } from "./close-case";
import { confirmCase } from "./confirm-case";
import { declineAssignment } from "./decline-assignment";
import { findDuplicates } from "./find-duplicates";
import { findVisibleCases } from "./find-visible-cases";
import { holdCase } from "./hold-case";
import { mergeCases } from "./merge-cases";
import { countCases, listCases } from "./queries";
import { renewReceipt } from "./renew-receipt";
import { reopenCase } from "./reopen-case";
import { resolveCase } from "./resolve-case";
import { resumeCase } from "./resume-case";
import { revealReporter } from "./reveal-reporter";
import { routeCase } from "./route-case";
import { sendLink } from "./send-link";
import { showCase, showUnrecorded } from "./show-case";
import { splitCase } from "./split-case";
import { triageCase } from "./triage-case";
import { undoMerge } from "./undo-merge";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

const canary = { name: "Kenari Kuning", phone: "0860-0000-0123", nik: "9999014107900001" };
const told = { who: "x", how: "phone", when: at("2026-11-23 08:00") } as const;

/** Who has no business with an ordinary case of Murung Abuin that DPMD works on. */
const strangers: readonly [string, Role, string, string | null][] = [
  ["another village of the kecamatan", "village-officer", lingsir, null],
  ["the head of another village", "village-head", lingsir, null],
  ["a village of another kecamatan", "village-officer", liyu, null],
  ["a village of another regency", "village-officer", semen, null],
  ["the desk of another kecamatan", "triage-officer", halong, null],
  ["the camat of another regency", "subdistrict-head", paron, null],
  ["another section", "section-head", paringinSelatan, "KASI_KESSOS"],
  ["another sector", "sector-partner", "63.11", "DINKES"],
  ["the lead of another sector", "sector-lead", "63.11", "DINKES"],
  ["the same sector of another regency", "sector-partner", "35.21", "DPMD"],
  ["the inspectorate", "inspectorate", "63.11", "INSPEKTORAT"],
  ["the regency, without escalation", "regency-officer", "63.11", null],
  ["a citizen who is not the reporter", "reporter", murungAbuin, null],
  ["the village council", "village-council", murungAbuin, null],
  ["a volunteer", "volunteer", murungAbuin, null],
  ["the kecamatan's administrator", "subdistrict-admin", paringinSelatan, null],
  ["the system's administrator", "administrator", "", null],
  ["a coach", "regional-coach", "63", null],
  ["the innovation manager", "innovation-manager", paringinSelatan, null],
  ["a field officer", "field-officer", paringinSelatan, null],
];

interface Target {
  readonly id: string;
  readonly version: number;
}
type Attempt = (ctx: ServiceContext, target: Target) => Promise<unknown>;

const note = (id: string, audience: "internal" | "partner" | "reporter") => ({
  clientActionId: randomUUID(),
  caseId: id,
  audience,
  body: "x",
});

/** Every use case on one case, and the state in which it is open to those whose part it is. */
const attempts: readonly [string, Stop | "on_hold" | "merged", Attempt][] = [
  ["show-case", "assigned", (ctx, { id }) => showCase(ctx, { caseId: id })],
  [
    "reveal-reporter",
    "assigned",
    (ctx, { id }) => revealReporter(ctx, { caseId: id, reason: "ingin tahu" }),
  ],
  [
    "renew-receipt",
    "assigned",
    (ctx, { id }) => renewReceipt(ctx, { clientActionId: randomUUID(), caseId: id }),
  ],
  ["add-note internal", "in_progress", (ctx, { id }) => addNote(ctx, note(id, "internal"))],
  ["add-note partner", "in_progress", (ctx, { id }) => addNote(ctx, note(id, "partner"))],
  ["add-note reporter", "in_progress", (ctx, { id }) => addNote(ctx, note(id, "reporter"))],
  ["triage-case", "received", (ctx, t) => triageCase(ctx, act(t.id, t.version))],
  [
    "route-case",
    "triaged",
    (ctx, t) => routeCase(ctx, { ...act(t.id, t.version), target: "DINKES", instruction: "x" }),
  ],
  [
    "send-link",
    "assigned",
    (ctx, { id }) => sendLink(ctx, { clientActionId: randomUUID(), caseId: id }),
  ],
  [
    "accept-assignment",
    "assigned",
    (ctx, t) => acceptAssignment(ctx, { ...act(t.id, t.version), onBehalf: told }),
  ],
  [
    "decline-assignment",
    "assigned",
    (ctx, t) => declineAssignment(ctx, { ...act(t.id, t.version), reason: "x", onBehalf: told }),
  ],
  [
    "hold-case",
    "in_progress",
    (ctx, t) =>
      holdCase(ctx, {
        ...act(t.id, t.version),
        waitingFor: "budget",
        reason: "x",
        until: at("2026-12-01 10:00"),
      }),
  ],
  ["resume-case", "on_hold", (ctx, t) => resumeCase(ctx, act(t.id, t.version))],
  [
    "resolve-case",
    "in_progress",
    (ctx, t) => resolveCase(ctx, { ...act(t.id, t.version), ...answer, onBehalf: told }),
  ],
  ["confirm-case", "resolved", (ctx, t) => confirmCase(ctx, act(t.id, t.version))],
  [
    "reopen-case",
    "resolved",
    (ctx, t) => reopenCase(ctx, { ...act(t.id, t.version), reason: "x" }),
  ],
  [
    "merge-cases",
    "received",
    async (ctx, t) =>
      mergeCases(ctx, { ...act(t.id, t.version), intoNumber: await anotherNumber(), reason: "x" }),
  ],
  ["undo-merge", "merged", (ctx, t) => undoMerge(ctx, { ...act(t.id, t.version), reason: "x" })],
  [
    "split-case",
    "assigned",
    (ctx, t) =>
      splitCase(ctx, {
        ...act(t.id, t.version),
        ...{ categoryCode: "CIV-ID", title: "x", description: "x", reason: "x" },
      }),
  ],
  ["find-duplicates", "received", (ctx, { id }) => findDuplicates(ctx, { caseId: id })],
  ["close-case", "resolved", (ctx, t) => closeCase(ctx, act(t.id, t.version))],
];

const anotherNumber = async (): Promise<string> => {
  const { id } = await journeyTo(people, "received");
  return (await world.everything.case.findUniqueOrThrow({ where: { id } })).number;
};

const caseAt = async (stop: Stop | "on_hold" | "merged"): Promise<Target> => {
  if (stop === "merged") {
    const { id, version } = await journeyTo(people, "received", { reporter: canary });
    const intoNumber = await anotherNumber();
    return mergeCases(people.triage, { ...act(id, version), intoNumber, reason: "x" });
  }
  if (stop !== "on_hold") return journeyTo(people, stop, { reporter: canary });
  const { id, version } = await journeyTo(people, "in_progress", { reporter: canary });
  const until = at("2026-12-01 10:00");
  return holdCase(people.sector, { ...act(id, version), waitingFor: "budget", reason: "x", until });
};

/** Everything that an act could have changed. */
const imprint = async (id: string): Promise<string> => {
  const [kase, ...counts] = await Promise.all([
    world.everything.case.findUniqueOrThrow({ where: { id } }),
    world.everything.domainEvent.count({ where: { subject: `case/${id}` } }),
    world.everything.caseNote.count({ where: { caseId: id } }),
    world.everything.caseStage.count({ where: { caseId: id } }),
    world.everything.answerLink.count({ where: { caseId: id } }),
    world.everything.accessLog.count({ where: { subject: `case/${id}` } }),
  ]);
  return JSON.stringify([
    { ...kase, trackingHash: Buffer.from(kase.trackingHash).toString("hex") },
    counts,
  ]);
};

const outcomeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    return isDomainError(error) ? error.kind : `fault: ${String(error)}`;
  }
};

describe("a stranger", () => {
  it.each(attempts)(
    "%s: hears that there is no such case, and changes nothing",
    async (_, stop, attempt) => {
      const target = await caseAt(stop);
      const before = await imprint(target.id);
      for (const [name, role, areaCode, sectorCode] of strangers) {
        const ctx = await world.contextFor(role, areaCode, { sectorCode, clearance: true });
        expect(await outcomeOf(attempt(ctx, target)), name).toBe("not-found");
      }
      const nobody = world.contextOf({ userId: randomUUID(), name: "", assignments: [] });
      expect(await outcomeOf(attempt(nobody, target))).toBe("not-found");
      expect(await imprint(target.id)).toBe(before);
    },
  );

  it("finds it in no list, count or live update", async () => {
    const { id } = await caseAt("in_progress");
    for (const [name, role, areaCode, sectorCode] of strangers) {
      const ctx = await world.contextFor(role, areaCode, { sectorCode, clearance: true });
      const page = await listCases(ctx, { order: "newest", limit: 100, text: "LPM" });
      expect(
        page.items.map((i) => i.id),
        name,
      ).not.toContain(id);
      const { all } = await countCases(ctx, { all: {} });
      expect(all, name).toBe(0);
      expect(await findVisibleCases(ctx, [id]), name).toEqual([]);
    }
  });

  it("learns nothing from an id that does not exist", async () => {
    const ctx = await world.contextFor("village-officer", lingsir);
    const { id } = await caseAt("assigned");
    const errors = await Promise.all(
      [id, randomUUID()].map((caseId) =>
        showCase(ctx, { caseId }).catch((error: unknown) => error),
      ),
    );
    expect(errors[0]).toEqual(errors[1]);
  });
});

describe("somebody of the case, beyond their part", () => {
  const insiders: readonly [string, keyof Cast, string[]][] = [
    [
      "the village",
      "village",
      [
        ...["show-case", "renew-receipt", "add-note partner", "confirm-case", "reopen-case"],
        "find-duplicates",
      ],
    ],
    [
      "the sector",
      "sector",
      [
        "show-case",
        "reveal-reporter",
        "add-note partner",
        "add-note reporter",
        "accept-assignment",
        "decline-assignment",
        "hold-case",
        "resume-case",
        "resolve-case",
      ],
    ],
    [
      "the camat",
      "head",
      [
        "show-case",
        "add-note internal",
        "add-note partner",
        "route-case",
        "accept-assignment",
        "decline-assignment",
        "resolve-case",
        ...["merge-cases", "undo-merge", "find-duplicates"],
      ],
    ],
  ];

  it.each(insiders)(
    "%s does what the table says and is forbidden the rest",
    async (_, who, allowed) => {
      for (const [name, stop, attempt] of attempts) {
        const target = await caseAt(stop);
        const before = await imprint(target.id);
        const outcome = await outcomeOf(attempt(people[who], target));
        const isUnrouted = who === "sector" && ["received", "triaged", "merged"].includes(stop);
        const refusal = isUnrouted ? "not-found" : "forbidden";
        expect(`${name}: ${outcome}`).toBe(`${name}: ${allowed.includes(name) ? "done" : refusal}`);
        if (outcome !== "done") expect(await imprint(target.id)).toBe(before);
      }
    },
    60_000,
  );
});

describe("a secret case", () => {
  it("is known to who entered it, the desk, the responsible and the holder, and to no other", async () => {
    const { id } = await journeyTo(people, "assigned", { privacy: "SECRET" }, people.village);
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    const cleared = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    const head = await world.contextFor("village-head", murungAbuin);
    const outcomes = await Promise.all(
      [people.village, kasi, people.sector, cleared, people.triage, people.head, head].map((ctx) =>
        outcomeOf(showCase(ctx, { caseId: id })),
      ),
    );
    expect(outcomes).toEqual([
      "done",
      "done",
      "done",
      "done",
      "not-found",
      "not-found",
      "not-found",
    ]);
    const log = await world.everything.accessLog.findMany({ where: { subject: `case/${id}` } });
    expect(log.map((l) => l.act)).toEqual([
      "read-secret",
      "read-secret",
      "read-secret",
      "read-secret",
    ]);
  });

  it("is not drawn before its page asks for it: one opening is one reading", async () => {
    const { id } = await journeyTo(people, "assigned", { privacy: "SECRET" });
    for (const ctx of [people.village, people.sector, people.triage])
      expect(await outcomeOf(showUnrecorded(ctx, { caseId: id }))).toBe("not-found");
    expect(await world.everything.accessLog.count({ where: { subject: `case/${id}` } })).toBe(0);
    const open = await journeyTo(people, "assigned");
    for (const ctx of [people.village, people.triage]) {
      const drawn = await showUnrecorded(ctx, { caseId: open.id });
      expect(drawn).toEqual(await showCase(ctx, { caseId: open.id }));
    }
    const far = await world.contextFor("triage-officer", "63.11.02");
    expect(await outcomeOf(showUnrecorded(far, { caseId: open.id }))).toBe("not-found");
  });

  it("cannot be reached by a link", async () => {
    const { id } = await journeyTo(people, "assigned", { privacy: "SECRET" });
    const cleared = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    const sent = sendLink(cleared, { clientActionId: randomUUID(), caseId: id });
    await expect(sent).rejects.toMatchObject({ code: "CASE_ACTION_NOT_NOW" });
  });
});

describe("personal data in answers", () => {
  it("no list and no case page carries a NIK or a phone; the name only where it is published", async () => {
    const { id } = await journeyTo(people, "in_progress", {
      reporter: canary,
      privacy: "ANONYMOUS",
    });
    for (const ctx of Object.values(people)) {
      const shown = JSON.stringify(await showCase(ctx, { caseId: id }));
      const listed = JSON.stringify(await listCases(ctx, { order: "newest", limit: 100 }));
      for (const text of [shown, listed]) {
        expect(text).not.toContain(canary.nik);
        expect(text).not.toContain("8600000123");
      }
      expect(listed).not.toContain("Kenari");
    }
    const toSector = JSON.stringify(await showCase(people.sector, { caseId: id }));
    expect(toSector).not.toContain(canary.name);
    const toDesk = await showCase(people.triage, { caseId: id });
    expect(toDesk.reporter?.name).toBe(canary.name);
  });

  it("revealing them is logged with its reason first", async () => {
    const { id } = await journeyTo(people, "in_progress", { reporter: canary });
    const revealed = await revealReporter(people.sector, {
      caseId: id,
      reason: "menjadwalkan kunjungan",
    });
    expect(JSON.stringify(revealed)).toContain(canary.nik);
    const log = await world.everything.accessLog.findMany({ where: { subject: `case/${id}` } });
    expect(log).toEqual([
      expect.objectContaining({
        act: "reveal-person",
        actorId: people.sector.actor.userId,
        reason: "menjadwalkan kunjungan",
      }),
    ]);
  });
});
