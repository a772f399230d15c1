import { createHash } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { ReplyRow } from "@rembuk/domain/cases/reply-sheet";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { type PlannedCase, planActs } from "./plan-bulk";

/** One line of a filled-in sheet as it would go. */
export interface PlannedRow {
  readonly line: number;
  readonly number: string;
  /** The same line was carried out before: it is left out. */
  readonly isDone: boolean;
  readonly plan: PlannedCase;
}

/**
 * The id of what a line asks for: the same line of the same file is the same act, however often it
 * comes; another word in it is another act. Shaped as a UUID of version 8.
 */
export const sheetActionId = (ctx: ServiceContext, caseId: string, row: ReplyRow): string => {
  const act = Object.entries(row.act).sort(([one], [other]) => (one < other ? -1 : 1));
  const said = JSON.stringify([ctx.actor.userId, caseId, row.version, act]);
  const hex = createHash("sha256").update(said).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};

/** Ids of the numbers that lie inside the reader's fence; whether they may act is planned. */
const findIds = async (tx: Transaction, numbers: readonly string[]) => {
  const rows = await tx.case.findMany({
    where: { number: { in: [...numbers] } },
    select: { id: true, number: true },
  });
  return new Map(rows.map((row) => [row.number, row.id]));
};

const findDone = async (tx: Transaction, ctx: ServiceContext, ids: readonly string[]) => {
  const rows = await tx.clientAction.findMany({
    where: { actorId: ctx.actor.userId, id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
};

const unknown = (caseId: string): PlannedCase => ({
  ...{ caseId, number: null, title: null, kind: null, command: null, words: null, becomes: null },
  refusal: { code: "CASE_NOT_FOUND", reason: null },
});

export interface SheetPlan {
  readonly rows: readonly PlannedRow[];
  readonly actionOf: ReadonlyMap<string, string>;
}

/**
 * What each line of a sheet comes to now; a number that cannot be read and one that is none look alike.
 * @throws not-found CASE_NOT_FOUND when none of them can be read
 */
export const planSheet = async (
  ctx: ServiceContext,
  rows: readonly ReplyRow[],
): Promise<SheetPlan> => {
  const { ids, done, actionOf } = await inTransaction(ctx, async (tx) => {
    const found = await findIds(
      tx,
      rows.map((row) => row.number),
    );
    const actions = new Map(
      rows.flatMap((row) => {
        const caseId = found.get(row.number);
        return caseId ? [[caseId, sheetActionId(ctx, caseId, row)] as const] : [];
      }),
    );
    return { ids: found, done: await findDone(tx, ctx, [...actions.values()]), actionOf: actions };
  });
  const isDone = (caseId: string | undefined) => done.has(actionOf.get(caseId ?? "") ?? "");
  const acts = rows.flatMap(({ number, version, act }) => {
    const caseId = ids.get(number);
    return caseId && !isDone(caseId) ? [{ act, ref: { caseId, version } }] : [];
  });
  const planned = new Map((await planActs(ctx, acts)).map((plan) => [plan.caseId, plan]));
  const known = rows.map(({ line, number }) => {
    const caseId = ids.get(number);
    const plan = planned.get(caseId ?? "") ?? unknown(caseId ?? "");
    return { line, number, isDone: isDone(caseId), plan };
  });
  if (known.every((row) => !row.isDone && row.plan.number === null))
    throw new DomainError("not-found", "CASE_NOT_FOUND");
  return { actionOf, rows: known };
};
