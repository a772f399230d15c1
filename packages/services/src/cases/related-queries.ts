import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { mayJudge, sharesAnswer } from "@rembuk/domain/cases/carried-reports";
import type { Case } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import { mintReadScope } from "../kernel/read-scope";
import type { CarrierState, RelatedCase, RelatedCases } from "./detail-queries";
import { readReporter } from "./history-queries";
import { enterCase, listReporters } from "./merge-store";
import { type Row, toCase } from "./row-store";

const related = (kase: Case): RelatedCase => ({
  id: kase.id,
  number: kase.number,
  title: kase.title,
  status: kase.status,
  villageCode: kase.villageCode,
  receivedAt: kase.receivedAt,
});

export const carrierState = (kase: Case): CarrierState => ({
  status: kase.status,
  holderKind: kase.holder.kind,
  holderCode: kase.holder.code,
  outcome: kase.outcome,
  resolvedAt: kase.resolvedAt,
  closedAt: kase.closedAt,
  totalDueAt: kase.totalDueAt,
});

/** The carrying case by way of the report that points to it; no scope but that report's. */
export const readCarrier = async (tx: Transaction, kase: Case): Promise<Case | null> => {
  if (kase.merged === null) return null;
  await enterCase(tx, kase.merged.intoId);
  const rows = await tx.$queryRaw<
    Row[]
  >`SELECT c.* FROM "case" c WHERE c.id = ${kase.merged.intoId}::uuid`;
  await enterCase(tx, kase.id);
  return rows[0] ? toCase(rows[0]) : null;
};

/** Cases by id inside the reader's scope. */
const readable = async (
  tx: Transaction,
  ctx: ServiceContext,
  condition: string,
  value: unknown,
): Promise<readonly Case[]> => {
  const scope = mintReadScope(ctx.actor);
  const text = `SELECT c.* FROM "case" c WHERE ${condition} AND ${scope.predicate(2)} ORDER BY c.received_at, c.id`;
  return (await tx.$queryRawUnsafe<Row[]>(text, value, ...scope.values)).map(toCase);
};

/** An answer that was given anew since is judged anew. */
const sinceAnswer = (settledAt: Date | null, carrier: Case): Date | null =>
  settledAt !== null && carrier.resolvedAt !== null && settledAt >= carrier.resolvedAt
    ? settledAt
    : null;

/** Since when who made the report takes the answer for settled; null while it is not. Changes no fence. */
export const readSettledAt = async (
  tx: Transaction,
  report: Case,
  carrier: Case,
): Promise<Date | null> => {
  await enterCase(tx, carrier.id);
  const row = (await listReporters(tx, carrier.id)).find((one) => one.source_case_id === report.id);
  await enterCase(tx, report.id);
  return sinceAnswer(row?.settled_at ?? null, carrier);
};

/** What carries the report, and what who made it may read and say of the answer. Changes no fence. */
const readCarriedBy = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
): Promise<RelatedCases["carriedBy"]> => {
  const carrier = await readCarrier(tx, kase);
  if (carrier === null) return null;
  const settledAt = await readSettledAt(tx, kase, carrier);
  return {
    ...carrierState(carrier),
    opens: can(ctx.actor, "case.read", carrier) ? related(carrier) : null,
    answer: sharesAnswer(kase, carrier) ? carrier.answer : null,
    judging: mayJudge(ctx.actor, kase, carrier) ? { version: carrier.version } : null,
    settledAt,
  };
};

const readReports = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  const rows = await listReporters(tx, kase.id);
  if (rows.length === 0) return [];
  const settled = new Map(rows.map((row) => [row.source_case_id, row.settled_at]));
  const ids = rows.map((row) => row.source_case_id);
  const cases = await readable(tx, ctx, "c.id = ANY($1::uuid[])", ids);
  const reports = [];
  for (const one of cases) {
    const reporter = await readReporter(tx, ctx, one);
    reports.push({
      ...related(one),
      reporterName: reporter?.name ?? reporter?.maskedName ?? null,
      settledAt: sinceAnswer(settled.get(one.id) ?? null, kase),
    });
  }
  return reports;
};

/** Reports merged into it, what it was split from and into, what carries it. Changes no fence. */
export const readRelated = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
): Promise<RelatedCases> => {
  const [splitFrom] =
    kase.splitFromId === null ? [] : await readable(tx, ctx, "c.id = $1::uuid", kase.splitFromId);
  const splitInto = await readable(tx, ctx, "c.split_from_id = $1::uuid", kase.id);
  return {
    carriedBy: await readCarriedBy(tx, ctx, kase),
    reports: await readReports(tx, ctx, kase),
    splitFrom: splitFrom ? related(splitFrom) : null,
    splitInto: splitInto.map(related),
  };
};
