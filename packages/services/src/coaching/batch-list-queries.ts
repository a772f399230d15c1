import type { ListBatchesInput } from "@rembuk/domain/coaching/commands";
import { type CoachingBatch, mostLateCounted } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { bound, engagementReach } from "./scope-queries";
import { isLateRow } from "./waiting-queries";

export interface BatchItem
  extends Pick<CoachingBatch, "id" | "title" | "startsOn" | "endsOn" | "institutions"> {
  readonly award: Pick<CoachingBatch["award"], "name" | "year">;
  /** Kecamatan and innovations of it that the reader sees. */
  readonly places: number;
  readonly innovations: number;
  /** Late commitments; `mostLateCounted` stands for that many or more. */
  readonly late: number;
}
export interface BatchPage {
  readonly items: readonly BatchItem[];
  readonly nextCursor: { readonly startsOn: string; readonly id: string } | null;
}
interface Row {
  readonly id: string;
  readonly title: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly institutions: readonly string[];
  readonly award: string;
  readonly year: number;
  readonly places: number;
  readonly innovations: number;
  readonly late: number;
}

const statementOf = (ctx: ServiceContext, { cursor, limit }: ListBatchesInput) => {
  const into = bound();
  const reach = engagementReach(ctx.actor, "coaching.read", "e", into);
  if (!reach) return null;
  const after = cursor
    ? `AND (b.starts_on, b.id) < (${into.bind(cursor.startsOn, "date")}, ${into.bind(cursor.id, "uuid")})`
    : "";
  const most = into.bind(limit + 1, "int");
  const today = into.bind(officeToday(ctx.now()), "date");
  const text = `
    SELECT b.id, b.title, b.starts_on::text, b.ends_on::text, b.institutions, a.name AS award, a.year,
      n.places, n.innovations, l.late
    FROM (SELECT b.* FROM coaching_batch b
      WHERE EXISTS (SELECT 1 FROM coaching_engagement e WHERE e.batch_id = b.id AND ${reach}) ${after}
      ORDER BY b.starts_on DESC, b.id DESC LIMIT ${most}) b
    JOIN award a ON a.id = b.award_id
    CROSS JOIN LATERAL (SELECT count(DISTINCT e.id)::int AS places, count(ci.innovation_id)::int AS innovations
      FROM coaching_engagement e LEFT JOIN coaching_innovation ci ON ci.engagement_id = e.id
      WHERE e.batch_id = b.id AND ${reach}) n
    CROSS JOIN LATERAL (SELECT count(*)::int AS late FROM (
      SELECT 1 FROM coaching_engagement e JOIN coaching_commitment c ON c.engagement_id = e.id
      WHERE e.batch_id = b.id AND ${reach} AND ${isLateRow(today)}
      LIMIT ${mostLateCounted}) found) l
    ORDER BY b.starts_on DESC, b.id DESC`;
  return { name: into.nameOf("coaching_batches", text), text, values: into.values };
};

/** Batches that the reader has a part in, newest first, by keyset. @throws forbidden */
export const listBatches = async (
  ctx: ServiceContext,
  input: ListBatchesInput,
): Promise<BatchPage> => {
  requireHeld(ctx, "coaching.read");
  const statement = statementOf(ctx, input);
  if (!statement) return { items: [], nextCursor: null };
  const rows = await ctx.reads.read<Row>(contextStatement(ctx.actor), statement);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ award, year, starts_on: startsOn, ends_on: endsOn, ...row }) => ({
      ...{ ...row, startsOn, endsOn, award: { name: award, year } },
    })),
    nextCursor:
      rows.length > page.length && last ? { startsOn: last.starts_on, id: last.id } : null,
  };
};
