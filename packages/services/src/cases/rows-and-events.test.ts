import { randomUUID } from "node:crypto";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { answer, openCommand } from "../testing/case-journey";
import { at, createWorld, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { acceptAssignment } from "./accept-assignment";
import { acceptReferral } from "./accept-referral";
import { addMilestone } from "./add-milestone";
import { addNote } from "./add-note";
import { addTasks } from "./add-tasks";
import { amendCase } from "./amend-case";
import { askInfo } from "./ask-info";
import { cancelCase } from "./cancel-case";
import { completeCase } from "./complete-case";
import { confirmCase } from "./confirm-case";
import { declineAssignment } from "./decline-assignment";
import { finishReferral } from "./end-referral";
import { holdCase } from "./hold-case";
import { openCase } from "./open-case";
import { referCase } from "./refer-case";
import { relayCase } from "./relay-case";
import { reopenCase } from "./reopen-case";
import { resolveCase } from "./resolve-case";
import { resumeCase } from "./resume-case";
import { revokeReferral } from "./revoke-referral";
import { routeCase } from "./route-case";
import { tickTask } from "./tick-task";
import { triageCase } from "./triage-case";

let world: World;
let actors: readonly ServiceContext[];
beforeAll(async () => {
  world = await createWorld();
  actors = await Promise.all([
    world.contextFor("triage-officer", paringinSelatan),
    world.contextFor("village-officer", murungAbuin),
    world.contextFor("sector-partner", "63.11", { sectorCode: "DPMD" }),
    world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" }),
    world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" }),
    world.contextFor("subdistrict-head", paringinSelatan),
  ]);
});
afterAll(() => world?.drop());

interface Aim {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly version: number;
  readonly referralId: string;
  readonly referralVersion: number;
  readonly taskId: string;
}
type Act = (ctx: ServiceContext, aim: Aim) => Promise<unknown>;
const words = "Keterangan yang cukup panjang";
const onCase = ({ clientActionId, caseId, version }: Aim) => ({ clientActionId, caseId, version });
const onReferral = (aim: Aim) => ({
  ...{ clientActionId: aim.clientActionId, caseId: aim.caseId, referralId: aim.referralId },
  ...{ version: aim.referralVersion, words, happenedOn: "2026-11-23" },
});
const routeTo =
  (target: string): Act =>
  (ctx, aim) =>
    routeCase(ctx, { ...onCase(aim), target, instruction: words });

/** Every act of the ordinary machine, and what hangs beside it. */
const acts: Readonly<Record<string, Act>> = {
  triage: (ctx, aim) => triageCase(ctx, onCase(aim)),
  askInfo: (ctx, aim) => askInfo(ctx, { ...onCase(aim), question: words }),
  complete: (ctx, aim) => completeCase(ctx, { ...onCase(aim), information: words }),
  amend: (ctx, aim) => amendCase(ctx, { ...onCase(aim), privacy: "ANONYMOUS", reason: words }),
  routeToSector: routeTo("DPMD"),
  routeToSection: routeTo("KASI_PMD"),
  accept: (ctx, aim) => acceptAssignment(ctx, onCase(aim)),
  decline: (ctx, aim) => declineAssignment(ctx, { ...onCase(aim), reason: words }),
  hold: (ctx, aim) =>
    holdCase(ctx, {
      ...onCase(aim),
      waitingFor: "budget",
      reason: words,
      until: at("2026-12-01 09:00"),
    }),
  resume: (ctx, aim) => resumeCase(ctx, onCase(aim)),
  resolve: (ctx, aim) => resolveCase(ctx, { ...onCase(aim), ...answer }),
  confirm: (ctx, aim) => confirmCase(ctx, { ...onCase(aim), note: null }),
  reopen: (ctx, aim) => reopenCase(ctx, { ...onCase(aim), reason: words }),
  cancel: (ctx, aim) => cancelCase(ctx, { ...onCase(aim), reason: words }),
  note: (ctx, { clientActionId, caseId }) =>
    addNote(ctx, { clientActionId, caseId, audience: "partner", body: words }),
  relay: (ctx, { clientActionId, caseId }) =>
    relayCase(ctx, { clientActionId, caseId, toldBy: "Aparat", how: "phone", toldAt: ctx.now() }),
  refer: (ctx, aim) =>
    referCase(ctx, {
      ...onCase(aim),
      referrals: [{ target: "DINKES", asked: words, mandatory: true, limitDays: 3 }],
    }),
  acceptReferral: (ctx, aim) => acceptReferral(ctx, onReferral(aim)),
  milestone: (ctx, aim) => addMilestone(ctx, onReferral(aim)),
  finish: (ctx, aim) => finishReferral(ctx, onReferral(aim)),
  revoke: (ctx, aim) => revokeReferral(ctx, onReferral(aim)),
  steps: (ctx, aim) =>
    addTasks(ctx, {
      ...onCase(aim),
      tasks: [{ title: words, doer: "holder", limitDays: 3, isMandatory: false }],
    }),
  tick: (ctx, { clientActionId, caseId, taskId }) =>
    tickTask(ctx, { clientActionId, caseId, taskId, done: true }),
};
const names = Object.keys(acts);

interface Traces {
  readonly rows: string;
  readonly events: number;
  readonly answers: number;
}
/** A fingerprint of all that a case is made of, and how many events and remembered answers it has. */
const tracesOf = async (caseId: string): Promise<Traces> => {
  const hanging = [
    "case_note",
    "case_stage",
    "referral",
    "referral_entry",
    "case_task",
    "case_relay",
  ];
  const parts = hanging.map((t) => `SELECT r::text AS line FROM ${t} r WHERE r.case_id = $1::uuid`);
  const [row] = await world.everything.$queryRawUnsafe<Traces[]>(
    `SELECT (SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
        SELECT c::text AS line FROM "case" c WHERE c.id = $1::uuid UNION ALL ${parts.join(" UNION ALL ")}) x) AS rows,
      (SELECT count(*)::int FROM domain_event WHERE subject = 'case/' || $1) AS events,
      (SELECT count(*)::int FROM client_action) AS answers`,
    caseId,
  );
  if (!row) throw new Error("no traces");
  return row;
};
const aimAt = async (caseId: string): Promise<Aim> => {
  const where = { caseId };
  const kase = await world.everything.case.findUniqueOrThrow({ where: { id: caseId } });
  const referral = await world.everything.referral.findFirst({ where, orderBy: { id: "desc" } });
  const task = await world.everything.caseTask.findFirst({ where, orderBy: { id: "desc" } });
  return {
    ...{ clientActionId: randomUUID(), caseId, version: kase.version },
    ...{ referralId: referral?.id ?? randomUUID(), referralVersion: referral?.version ?? 0 },
    taskId: task?.id ?? randomUUID(),
  };
};

/** One act by one person. @returns whether it was done; what was refused left no trace at all */
const tried = async (name: string, ctx: ServiceContext, caseId: string): Promise<boolean> => {
  const before = await tracesOf(caseId);
  const aim = await aimAt(caseId);
  const run = acts[name] as Act;
  const done = await run(ctx, aim).then(
    () => true,
    (error: unknown) => {
      if (!isDomainError(error)) throw error;
      return false;
    },
  );
  const after = await tracesOf(caseId);
  if (!done) {
    expect(after, `${name} was refused`).toEqual(before);
    return false;
  }
  const changed = after.rows !== before.rows;
  expect([name, changed], "a row with its event, an event with its row").toEqual([
    name,
    after.events > before.events,
  ]);
  expect(after.answers).toBe(before.answers + 1);
  // Once more, as a client does that heard no answer: nothing is done twice.
  await run(ctx, aim);
  expect(await tracesOf(caseId)).toEqual(after);
  return changed;
};

/** Whose part an act mostly is, by their place among the actors; anybody else is tried before. */
const partOf: Readonly<Record<string, number>> = {
  ...{ complete: 1, confirm: 1, reopen: 1, cancel: 1, accept: 2, decline: 2, hold: 2, resume: 2 },
  ...{ resolve: 2, acceptReferral: 3, milestone: 3, finish: 3 },
};
/** Ways into the machine, so that chance does not stay at the desk. */
const ways: readonly (readonly string[])[] = [
  ["askInfo", "complete", "triage"],
  ["triage", "routeToSector", "accept", "refer", "acceptReferral", "milestone"],
  ["triage", "routeToSector", "accept", "steps", "tick", "hold", "resume"],
  ["triage", "routeToSector", "accept", "resolve", "confirm"],
  ["triage", "routeToSector", "decline", "routeToSector", "accept", "resolve", "reopen"],
];

describe("any sequence of acts by anybody, on the database", () => {
  it("leaves no row without its event, no event without its row, and nothing of what was refused", async () => {
    const turn = fc.record({ act: fc.constantFrom(...names), by: fc.nat(actors.length - 1) });
    const walk = fc.record({
      way: fc.constantFrom(...ways),
      turns: fc.array(turn, { minLength: 6, maxLength: 12 }),
    });
    const walked = { done: 0, refused: 0, kinds: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(walk, async ({ way, turns }) => {
        const reporter = { name: "Siti (fiktif)" };
        const { id } = await openCase(actors[1] as ServiceContext, openCommand({ reporter }));
        for (const { act, by } of [...way.map((act) => ({ act, by: 5 })), ...turns]) {
          for (const at of [by, partOf[act] ?? 0]) {
            if (!(await tried(act, actors[at] as ServiceContext, id))) walked.refused += 1;
            else {
              walked.done += 1;
              walked.kinds.add(act);
              break;
            }
          }
        }
      }),
      { numRuns: 10, seed: 20261122 },
    );
    expect(walked.done).toBeGreaterThan(50);
    expect(walked.refused).toBeGreaterThan(100);
    expect(walked.kinds.size).toBeGreaterThan(names.length - 4);
  }, 240_000);

  it("names in its events only what is there", async () => {
    const lost = await world.everything.$queryRaw<{ type: string }[]>`
      SELECT e.type FROM domain_event e WHERE e.subject LIKE 'case/%' AND (
        NOT EXISTS (SELECT 1 FROM "case" c WHERE 'case/' || c.id = e.subject)
        OR (e.payload ? 'referralId' AND NOT EXISTS
          (SELECT 1 FROM referral r WHERE r.id::text = e.payload->>'referralId'))
        OR (e.payload ? 'taskId' AND NOT EXISTS
          (SELECT 1 FROM case_task t WHERE t.id::text = e.payload->>'taskId'))
        OR (e.payload ? 'noteId' AND e.payload->>'noteId' IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM case_note n WHERE n.id::text = e.payload->>'noteId') AND NOT EXISTS
          (SELECT 1 FROM referral_entry n WHERE n.id::text = e.payload->>'noteId')))`;
    expect(lost).toEqual([]);
    const silent = await world.everything.$queryRaw<unknown[]>`
      SELECT c.id FROM "case" c WHERE NOT EXISTS
        (SELECT 1 FROM domain_event e WHERE e.subject = 'case/' || c.id AND e.type = 'case.opened')
      UNION ALL SELECT r.id FROM referral r WHERE NOT EXISTS
        (SELECT 1 FROM domain_event e WHERE e.payload->>'referralId' = r.id::text AND e.type = 'case.referred')`;
    expect(silent).toEqual([]);
  });
});
