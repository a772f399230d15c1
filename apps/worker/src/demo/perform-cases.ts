import { setTimeout as sleep } from "node:timers/promises";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { acceptAssignment } from "@rembuk/services/cases/accept-assignment";
import { addNote } from "@rembuk/services/cases/add-note";
import { closeCase } from "@rembuk/services/cases/close-case";
import { confirmCase } from "@rembuk/services/cases/confirm-case";
import { declineAssignment } from "@rembuk/services/cases/decline-assignment";
import { holdCase } from "@rembuk/services/cases/hold-case";
import { mergeCases } from "@rembuk/services/cases/merge-cases";
import { openCase } from "@rembuk/services/cases/open-case";
import { reopenCase } from "@rembuk/services/cases/reopen-case";
import { resolveCase } from "@rembuk/services/cases/resolve-case";
import { resumeCase } from "@rembuk/services/cases/resume-case";
import { routeCase } from "@rembuk/services/cases/route-case";
import { sweepOverdueCases } from "@rembuk/services/cases/sweep-overdue-cases";
import { triageCase } from "@rembuk/services/cases/triage-case";
import type { ServiceContext } from "@rembuk/services/context";
import { systemContext } from "@rembuk/services/system-context";
import { actorOf } from "./accounts";
import type { CaseAct, PlannedAct, PlannedCase } from "./case-act";
import { idOf, timedIdOf } from "./chance";
import { performReferral } from "./referral-acts";

/** What every act shares; who acts and when comes from the plan. */
export type Stage = Pick<ServiceContext, "db" | "reads" | "keys">;

interface Standing {
  readonly id: string;
  readonly version: number;
  /** Known from its opening on. */
  readonly number?: string;
}

/** One act through its use case. @returns the case's id and version after it */
const perform = async (
  ctx: ServiceContext,
  clientActionId: string,
  act: CaseAct,
  standing: Standing | undefined,
  carrier: Standing | undefined,
): Promise<Standing> => {
  if (act.type === "open") {
    const opened = await openCase(ctx, { clientActionId, ...act.command });
    return { id: opened.id, version: 0, number: opened.number };
  }
  if (!standing) throw new Error(`${act.type} before the case was opened`);
  const on = { clientActionId, caseId: standing.id, version: standing.version };
  switch (act.type) {
    case "triage":
      return triageCase(ctx, { ...on, note: act.note });
    case "route":
      return routeCase(ctx, { ...on, target: act.target, instruction: act.instruction });
    case "accept":
      return acceptAssignment(ctx, { ...on, onBehalf: act.onBehalf });
    case "decline":
      return declineAssignment(ctx, { ...on, reason: act.reason, onBehalf: act.onBehalf });
    case "note":
      return addNote(ctx, {
        ...{ clientActionId, caseId: standing.id },
        ...{ audience: act.audience, body: act.body },
      });
    case "hold":
      return holdCase(ctx, {
        ...on,
        ...{ waitingFor: act.waitingFor, reason: act.reason, until: act.until },
      });
    case "resume":
      return resumeCase(ctx, on);
    case "tasks":
    case "refer":
    case "referral":
      return performReferral(ctx, on, act);
    case "merge":
      return mergeCases(ctx, { ...on, intoNumber: carrier?.number ?? "", reason: act.reason });
    default:
      return performEnd(ctx, on, act);
  }
};

type Ending = Extract<CaseAct, { type: "resolve" | "confirm" | "reopen" | "close" }>;

const performEnd = (
  ctx: ServiceContext,
  on: { clientActionId: string; caseId: string; version: number },
  act: Ending,
): Promise<Standing> => {
  switch (act.type) {
    case "resolve": {
      const [response, solution, followUp] = act.answer;
      const { outcome, onBehalf } = act;
      return resolveCase(ctx, { ...on, outcome, response, solution, followUp, onBehalf });
    }
    case "confirm":
      return confirmCase(ctx, { ...on, note: act.note });
    case "reopen":
      return reopenCase(ctx, { ...on, reason: act.reason });
    case "close":
      return closeCase(ctx, on);
  }
};

interface Step {
  readonly kase: PlannedCase;
  readonly planned: PlannedAct;
  readonly position: number;
}

const contextOf = (stage: Stage, name: string, { by, at }: PlannedAct): ServiceContext => {
  let made = 0;
  return {
    ...stage,
    actor: actorOf(by),
    now: () => at,
    newId: () => {
      made += 1;
      return timedIdOf(at, `${name}/${made}`);
    },
    demo: true,
  };
};

const dayMs = 86_400_000;
/** 17.31 WITA, 16.31 WIB: every office has closed. */
const afterOfficeMs = 9.5 * 3_600_000 + 60_000;

const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);

/** The acts of a kecamatan by day, in the order of time. */
const byDay = (cases: readonly PlannedCase[]): ReadonlyMap<number, readonly Step[]> => {
  const steps = cases
    .flatMap((kase) => kase.acts.map((planned, position) => ({ kase, planned, position })))
    .sort((a, b) => a.planned.at.getTime() - b.planned.at.getTime());
  const days = new Map<number, Step[]>();
  for (const step of steps) {
    const day = dayOf(step.planned.at);
    days.set(day, [...(days.get(day) ?? []), step]);
  }
  return days;
};

const attempts = 6;
const pauseMs = 1_500;

/** A busy machine lets a transaction wait too long; acts have ids, so trying again does nothing twice. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isDomainError(error) || error.kind !== "unavailable") throw error;
      await sleep(pauseMs);
    }
  }
};

const performDay = async (
  stage: Stage,
  steps: readonly Step[],
  standings: Map<string, Standing>,
): Promise<void> => {
  for (const { kase, planned, position } of steps) {
    const name = `${kase.key}/${position}`;
    const ctx = contextOf(stage, name, planned);
    const before = standings.get(kase.key);
    const into = planned.act.type === "merge" ? planned.act.into : null;
    const carrier = into === null ? undefined : standings.get(into);
    try {
      const after = await patiently(() =>
        perform(ctx, idOf(`act/${name}`), planned.act, before, carrier),
      );
      standings.set(kase.key, { ...before, ...after });
      // The case that carries it has changed too.
      if (into !== null && carrier)
        standings.set(into, { ...carrier, version: carrier.version + 1 });
    } catch (error) {
      const what = `${planned.act.type} of ${kase.key} by ${planned.by.username}`;
      throw new Error(`${what} at ${planned.at.toISOString()} failed`, { cause: error });
    }
  }
};

const sweep = (stage: Stage, at: Date): Promise<unknown> =>
  sweepOverdueCases(systemContext({ ...stage, demo: true, now: () => at }));

/**
 * Lives through the months, day after day: the kecamatan beside one another, the acts of each in the
 * order of time, so that serial numbers and the audit are too; at the end of the day the sweep finds
 * what became overdue. An act that was done before is answered and not repeated.
 * @returns how many acts there were
 */
export const performCases = async (
  stage: Stage,
  plans: readonly (readonly PlannedCase[])[],
  anchor: Date,
): Promise<number> => {
  const lanes = plans.map(byDay);
  const days = [...new Set(lanes.flatMap((lane) => [...lane.keys()]))].sort((a, b) => a - b);
  const standings = new Map<string, Standing>();
  for (const day of days) {
    await Promise.all(lanes.map((lane) => performDay(stage, lane.get(day) ?? [], standings)));
    const evening = new Date(Math.min(day * dayMs + afterOfficeMs, anchor.getTime()));
    await patiently(() => sweep(stage, evening));
  }
  await patiently(() => sweep(stage, anchor));
  return plans.flat().reduce((sum, kase) => sum + kase.acts.length, 0);
};
