import { createHash } from "node:crypto";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { mintReadScope } from "../kernel/read-scope";

interface Row {
  readonly id: string;
}

/** A name per text: the predicate differs with the roles of the reader. */
const nameOf = (text: string): string =>
  `visible_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;

/** Those of the given cases that the actor may read now, for live updates. One round trip. */
export const findVisibleCases = async (
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const scope = mintReadScope(ctx.actor);
  const text = `SELECT c.id FROM "case" c WHERE c.id = ANY($1::uuid[]) AND ${scope.predicate(2)}`;
  const rows = await ctx.reads.read<Row>(contextStatement(ctx.actor), {
    name: nameOf(text),
    text,
    values: [ids, ...scope.values],
  });
  return rows.map((row) => row.id);
};
