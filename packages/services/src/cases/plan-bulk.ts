import type { Transaction } from "@rembuk/db/client";
import type { BulkKind, BulkOutcome } from "@rembuk/domain/cases/bulk";
import type { BulkActInput, BulkCaseRef } from "@rembuk/domain/cases/bulk-commands";
import { isTurnOf } from "@rembuk/domain/cases/lifecycle";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError, type ErrorCode, isDomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadSectors } from "./category-queries";
import { loadCase } from "./change-case";
import { commandOf, foreseePart, partFor, wordsOf } from "./plan-part";

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
    const part = await partFor(ctx, tx, act, kase);
    const command = commandOf(part, ref);
    const after = await foreseePart(ctx, tx, { kase, version: ref.version, part });
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

/** An act on one case of many; each may have another one. */
export interface PlannedAct {
  readonly act: BulkActInput;
  readonly ref: BulkCaseRef;
}

/**
 * What each act comes to on its case, by the rules, permissions and versions of now; nothing is saved.
 * Each case is read in a transaction of its own, so that a long list holds nothing up.
 */
export const planActs = async (
  ctx: ServiceContext,
  acts: readonly PlannedAct[],
): Promise<readonly PlannedCase[]> => {
  const planned = new Map<string, PlannedCase>();
  const waiting = [...acts];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { act, ref } = one;
      const { caseId, version } = ref;
      const plan = (tx: Transaction) => planCase(ctx, tx, act, { caseId, version });
      planned.set(caseId, await inTransaction(ctx, plan));
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return acts.flatMap(({ ref }) => planned.get(ref.caseId) ?? []);
};

/** The same act on every case. @throws not-found CASE_NOT_FOUND when none of them can be read */
export const planBulk = async (
  ctx: ServiceContext,
  act: BulkActInput,
  cases: readonly BulkCaseRef[],
): Promise<readonly PlannedCase[]> => {
  const planned = await planActs(
    ctx,
    cases.map((ref) => ({ act, ref })),
  );
  if (planned.every((one) => one.number === null))
    throw new DomainError("not-found", "CASE_NOT_FOUND");
  return planned;
};
