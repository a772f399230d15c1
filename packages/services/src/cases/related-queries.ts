import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case, Outcome } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import { mintReadScope } from "../kernel/read-scope";
import { readReporter } from "./history-queries";
import { enterCase, listReporters } from "./merge-store";
import { type Row, toCase } from "./row-store";

export interface RelatedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Case["status"];
  readonly villageCode: string;
  readonly receivedAt: Date;
}

/** Of the case that carries a report, what everybody may know who may know the report. */
export interface CarrierState {
  readonly status: Case["status"];
  readonly holderKind: Case["holder"]["kind"];
  readonly holderCode: string | null;
  readonly outcome: Outcome | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly totalDueAt: Date;
}

export interface RelatedCases {
  /** The case that carries this one; `id`, `number` and `title` only for who may open it. */
  readonly carriedBy: (CarrierState & { readonly opens: RelatedCase | null }) | null;
  /** Reports that this case carries, as far as the reader may open them. */
  readonly reports: readonly (RelatedCase & { readonly reporterName: string | null })[];
  readonly splitFrom: RelatedCase | null;
  readonly splitInto: readonly RelatedCase[];
}

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

const readReports = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  const ids = (await listReporters(tx, kase.id)).map((row) => row.source_case_id);
  if (ids.length === 0) return [];
  const cases = await readable(tx, ctx, "c.id = ANY($1::uuid[])", ids);
  const reports = [];
  for (const one of cases) {
    const reporter = await readReporter(tx, ctx, one);
    reports.push({ ...related(one), reporterName: reporter?.name ?? reporter?.maskedName ?? null });
  }
  return reports;
};

/** Reports merged into it, what it was split from and into, what carries it. Changes no fence. */
export const readRelated = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
): Promise<RelatedCases> => {
  const carrier = await readCarrier(tx, kase);
  const [splitFrom] =
    kase.splitFromId === null ? [] : await readable(tx, ctx, "c.id = $1::uuid", kase.splitFromId);
  const splitInto = await readable(tx, ctx, "c.split_from_id = $1::uuid", kase.id);
  return {
    carriedBy: carrier && {
      ...carrierState(carrier),
      opens: can(ctx.actor, "case.read", carrier) ? related(carrier) : null,
    },
    reports: await readReports(tx, ctx, kase),
    splitFrom: splitFrom ? related(splitFrom) : null,
    splitInto: splitInto.map(related),
  };
};
