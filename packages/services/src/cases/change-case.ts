import type { Transaction } from "@rembuk/db/client";
import { type Actor, inActingOffice } from "@rembuk/domain/access/actor";
import type { Permission } from "@rembuk/domain/access/permissions";
import { can } from "@rembuk/domain/access/policy";
import { type CaseAction, grantFor } from "@rembuk/domain/cases/lifecycle";
import type { Case, CaseCategory } from "@rembuk/domain/cases/model";
import type { Decision } from "@rembuk/domain/cases/routing";
import type { StageClock } from "@rembuk/domain/cases/stages";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { caseCalendars } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { stageClock } from "../kernel/stage-clock";
import { ruleOfCase } from "./rule-queries";
import { findCase, type NewNote, saveCase } from "./store";

export interface Changed {
  readonly id: string;
  readonly version: number;
}

interface CaseCommand {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly version: number;
}

/** How an answer reached the kecamatan, if somebody else writes it down. */
export interface OnBehalf {
  readonly who: string;
  readonly how: string;
  readonly when: Date;
}

export interface DecisionInput {
  readonly kase: Case;
  /** The rule of this case: the version that it was opened or last classed under. */
  readonly category: CaseCategory;
  readonly clock: StageClock;
  /** True when the actor acts in the holder's name; then who, how and when are kept in a note. */
  readonly onBehalf: boolean;
  readonly tx: Transaction;
}

export type NotedDecision = Decision & { readonly notes?: readonly NewNote[] };

/** In whose name the actor may do it. Who may not even read it hears "not found". */
export const requireGrant = (
  ctx: ServiceContext,
  kase: Case,
  action: CaseAction,
): "own" | "on-behalf" => {
  const grant = grantFor(ctx.actor, kase, action);
  if (grant !== null) return grant;
  if (can(ctx.actor, "case.read", kase))
    throw new DomainError("forbidden", "FORBIDDEN", { action });
  throw new DomainError("not-found", "CASE_NOT_FOUND");
};

/** The context with the office of somebody absent in it, where only that one permits the act. */
export const actingBy = (ctx: ServiceContext, may: (actor: Actor) => boolean): ServiceContext => ({
  ...ctx,
  actor: inActingOffice(ctx.actor, may),
});

/** The same for an act that one permission on the case decides about. */
export const actingOn = (ctx: ServiceContext, permission: Permission, kase: Case): ServiceContext =>
  actingBy(ctx, (actor) => can(actor, permission, kase));

/** The case inside the actor's fence, or not found. */
export const loadCase = async (tx: Transaction, id: string): Promise<Case> => {
  const kase = await findCase(tx, id);
  if (!kase) throw new DomainError("not-found", "CASE_NOT_FOUND");
  return kase;
};

/** @throws conflict when the case is not as the person saw it */
export const requireVersion = (kase: Case, version: number): void => {
  if (kase.version !== version)
    throw new DomainError("conflict", "CASE_CHANGED_MEANWHILE", { version: kase.version });
};

/** The working calendars of the case's office and holder, with the limits of the rule it keeps. */
export const clockOf = async (ctx: ServiceContext, kase: Case): Promise<StageClock> => {
  const [category, calendars] = await Promise.all([
    ruleOfCase(ctx, kase),
    caseCalendars(ctx.db, kase),
  ]);
  return stageClock(ctx.now(), category, calendars.total, calendars.stage);
};

export type Decide = (input: DecisionInput) => NotedDecision | Promise<NotedDecision>;

/** Authorise and decide, on the version that was seen: what a change comes to, before it is saved. */
export const foreseeChange = async (
  ctx: ServiceContext,
  tx: Transaction,
  act: { readonly action: CaseAction; readonly kase: Case; readonly version: number },
  decide: Decide,
): Promise<NotedDecision> => {
  const { action, kase } = act;
  const grant = requireGrant(ctx, kase, action);
  requireVersion(kase, act.version);
  const clock = await clockOf(ctx, kase);
  const { category } = clock;
  return decide({ kase, category, clock, onBehalf: grant === "on-behalf", tx });
};

/**
 * The five beats of every change: load, authorise, decide (pure), save on the version that was
 * seen, record the events; at most once per client action.
 */
export const changeCase = (
  ctx: ServiceContext,
  action: CaseAction,
  command: CaseCommand,
  decide: Decide,
): Promise<Changed> =>
  once(
    ctx,
    command,
    async (tx) => {
      const kase = await loadCase(tx, command.caseId);
      const { version } = command;
      const decision = await foreseeChange(ctx, tx, { action, kase, version }, decide);
      const own = actingBy(ctx, (actor) => grantFor(actor, kase, action) !== null);
      return saveCase(tx, own, { before: kase, ...decision, command });
    },
    { caseId: ctx.actor.provenCaseId },
  );

/** What somebody else's answer needs: who gave it, how and when. */
export const behalfNote = (
  ctx: ServiceContext,
  isOnBehalf: boolean,
  told: OnBehalf | null | undefined,
): NewNote | null => {
  if (!isOnBehalf) return null;
  if (!told) throw new DomainError("invalid", "INPUT_INVALID", { field: "onBehalf" });
  const body = `${told.who} · ${told.how} · ${told.when.toISOString()}`;
  return { id: ctx.newId(), audience: "internal", purpose: "on-behalf", body };
};
