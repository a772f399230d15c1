import type { Transaction } from "@rembuk/db/client";
import type { BulkActInput, BulkCaseRef, BulkKind, BulkOutcome } from "@rembuk/domain/cases/bulk";
import {
  addNoteCommand,
  declineAssignmentCommand,
  resolveCaseCommand,
  routeCaseCommand,
  triageCaseCommand,
} from "@rembuk/domain/cases/commands";
import { grantFor, isTurnOf } from "@rembuk/domain/cases/lifecycle";
import type { Case } from "@rembuk/domain/cases/model";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import { DomainError, type ErrorCode, isDomainError } from "@rembuk/domain/kernel/errors";
import type { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { requireAudience } from "./add-note";
import { loadSectors } from "./category-queries";
import { foreseeChange, loadCase } from "./change-case";
import { declineDecision } from "./decline-assignment";
import { type FilledReply, findReplyFor } from "./reply-queries";
import { resolveDecision } from "./resolve-case";
import { routeDecision } from "./route-case";
import { ruleOfCase } from "./rule-queries";
import { triageDecision } from "./triage-case";

/** What each use case takes, besides the id that the client gives the act. */
const schemas: Record<BulkKind, z.ZodObject> = {
  triage: triageCaseCommand.omit({ clientActionId: true }),
  route: routeCaseCommand.omit({ clientActionId: true }),
  note: addNoteCommand.omit({ clientActionId: true }),
  resolve: resolveCaseCommand.omit({ clientActionId: true }),
  decline: declineAssignmentCommand.omit({ clientActionId: true }),
};

/** What one case's part of a batch is: a use case and the words it takes. */
interface Part {
  readonly kind: BulkKind;
  readonly words: Readonly<Record<string, unknown>>;
}

/** One case of a batch as it would go: the command, what the case becomes, or why it is refused. */
export interface PlannedCase {
  readonly caseId: string;
  /** Null where the actor may not read the case. */
  readonly number: string | null;
  readonly title: string | null;
  readonly kind: BulkKind | null;
  /** Without the id of the act, which the client gives it. */
  readonly command: Readonly<Record<string, unknown>> | null;
  /** The prepared words that would be written, where a macro brings them. */
  readonly words: string | null;
  readonly becomes: BulkOutcome | null;
  readonly refusal: { readonly code: ErrorCode; readonly reason: string | null } | null;
}

const macroPart = (reply: FilledReply, act: BulkActInput & { act: "macro" }, own: string): Part => {
  const { use, texts, target, outcome } = reply;
  switch (use) {
    case "note":
      return { kind: "note", words: { body: texts.body, audience: act.audience } };
    case "route":
      return { kind: "route", words: { instruction: texts.instruction, target: target ?? own } };
    case "resolve":
      return { kind: "resolve", words: { ...texts, outcome } };
    case "decline":
      return { kind: "decline", words: { reason: texts.reason } };
    case "hold":
      // What is waited for and until when is asked of one case at a time.
      throw new DomainError("invalid", "BULK_MACRO_INCOMPLETE");
  }
};

const partFor = async (ctx: ServiceContext, act: BulkActInput, kase: Case): Promise<Part> => {
  if (act.act === "triage") return { kind: "triage", words: {} };
  const own = defaultTarget(await ruleOfCase(ctx, kase));
  if (act.act === "route")
    return { kind: "route", words: { instruction: act.instruction, target: own } };
  if (act.act === "assign")
    return { kind: "route", words: { instruction: act.instruction, target: act.target } };
  const reply = await findReplyFor(ctx, kase, act.replyId);
  if (!reply) throw new DomainError("conflict", "BULK_MACRO_UNFIT");
  return macroPart(reply, act, own);
};

/** What the case is after it, decided by the rules of the act itself. */
const foresee = async (
  ctx: ServiceContext,
  tx: Transaction,
  { kase, version, part }: { kase: Case; version: number; part: Part },
): Promise<Case> => {
  const { kind } = part;
  // Of words that were checked already: the casts say which command it is.
  const words = part.words as never;
  if (kind === "note") {
    requireAudience(ctx, kase, (part.words as { audience: "internal" }).audience);
    return kase;
  }
  // Who told it, how and when is asked of one case at a time.
  if (grantFor(ctx.actor, kase, kind) === "on-behalf")
    throw new DomainError("forbidden", "BULK_ON_BEHALF");
  const decide = {
    triage: triageDecision,
    route: routeDecision,
    resolve: resolveDecision,
    decline: declineDecision,
  }[kind];
  return (await foreseeChange(ctx, tx, { action: kind, kase, version }, decide(ctx, words))).after;
};

/** A macro may lack what its act demands: an outcome, one of the three texts. */
const commandOf = (part: Part, ref: BulkCaseRef): Readonly<Record<string, unknown>> => {
  // Whatever the command does not know (a note has no version) is left out by the schema.
  const parsed = schemas[part.kind].safeParse({ ...part.words, ...ref });
  if (!parsed.success) throw new DomainError("invalid", "BULK_MACRO_INCOMPLETE");
  return parsed.data;
};

const outcomeOf = async (ctx: ServiceContext, after: Case): Promise<BulkOutcome> => {
  const { kind, code } = after.holder;
  const sectors = await loadSectors(ctx.db, "");
  return {
    status: after.status,
    holderKind: kind,
    holderCode: code,
    holderName: code === null ? null : (sectors.get(code)?.name ?? code),
    isMyTurn: isTurnOf(ctx.actor, after),
  };
};

const wordsOf = (part: Part): string => {
  const { body, instruction, response, solution, followUp, reason } = part.words;
  return [body, instruction, response, solution, followUp, reason].filter(Boolean).join("\n");
};

const refused = (caseId: string, seen: Case | null, error: unknown): PlannedCase => {
  if (!isDomainError(error)) throw error;
  const { reason } = error.details;
  return {
    caseId,
    ...{ number: seen?.number ?? null, title: seen?.title ?? null },
    ...{ kind: null, command: null, words: null, becomes: null },
    refusal: { code: error.code, reason: typeof reason === "string" ? reason : null },
  };
};

const planCase = async (
  ctx: ServiceContext,
  tx: Transaction,
  act: BulkActInput,
  ref: BulkCaseRef,
): Promise<PlannedCase> => {
  let seen: Case | null = null;
  try {
    const kase = await loadCase(tx, ref.caseId);
    requirePermission(ctx, "case.read", kase);
    seen = kase;
    const part = await partFor(ctx, act, kase);
    const command = commandOf(part, ref);
    const after = await foresee(ctx, tx, { kase, version: ref.version, part });
    return {
      ...{ caseId: kase.id, number: kase.number, title: kase.title },
      ...{ kind: part.kind, command, refusal: null },
      words: act.act === "macro" ? wordsOf(part) : null,
      becomes: await outcomeOf(ctx, after),
    };
  } catch (error) {
    return refused(ref.caseId, seen, error);
  }
};

/** Transactions side by side: a preview must not hold more of the connections than a few readers do. */
const abreast = 3;

/**
 * What an act comes to on each case, by the rules, permissions and versions of now; nothing is saved.
 * Each case is read in a transaction of its own, so that a long list holds nothing up.
 * @throws not-found CASE_NOT_FOUND when none of them can be read
 */
export const planBulk = async (
  ctx: ServiceContext,
  act: BulkActInput,
  cases: readonly BulkCaseRef[],
): Promise<readonly PlannedCase[]> => {
  const planned = new Map<string, PlannedCase>();
  const waiting = [...cases];
  const work = async () => {
    for (let ref = waiting.shift(); ref; ref = waiting.shift()) {
      const { caseId, version } = ref;
      const plan = (tx: Transaction) => planCase(ctx, tx, act, { caseId, version });
      planned.set(caseId, await inTransaction(ctx, plan));
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  if ([...planned.values()].every((one) => one.number === null))
    throw new DomainError("not-found", "CASE_NOT_FOUND");
  return cases.flatMap((ref) => planned.get(ref.caseId) ?? []);
};
