import type { ServiceContext } from "../context";
import type { ChainHead } from "./seal-blocks";
import {
  accessLines,
  type Block,
  blockHash,
  countDangling,
  countUnsealed,
  eventLines,
  findBlock,
  genesisHash,
  listBlocks,
  merkleRoot,
} from "./store";

/**
 * - number: a block is missing or out of order
 * - previous: a block does not build on the one before
 * - lines: an event or a logged read was changed, removed, added or moved
 * - hash: the block itself was changed
 * - truncated: lines or a known head point behind the end of the chain
 */
export type BreakReason = "number" | "previous" | "lines" | "hash" | "truncated";

export interface ChainReport {
  readonly ok: boolean;
  readonly blocks: number;
  readonly head: ChainHead | null;
  readonly broken: { readonly block: number; readonly reason: BreakReason } | null;
  /** Dispatched more than ten minutes ago and in no block. */
  readonly unsealed: number;
}

type Context = Pick<ServiceContext, "db" | "now">;

const pageSize = 50;
const shouldBeSealedMs = 10 * 60_000;
/** More lines than any block holds: one that grew is noticed too. */
const lineLimit = 100_000;

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));
const headOf = (block: Block): ChainHead => ({
  number: block.number,
  hash: Buffer.from(block.hash).toString("hex"),
});

const examine = async (
  ctx: Context,
  block: Block,
  before: Block | null,
): Promise<BreakReason | null> => {
  if (block.number !== (before?.number ?? 0) + 1) return "number";
  if (!same(block.previousHash, before?.hash ?? genesisHash)) return "previous";
  const events = await eventLines(ctx.db, block.number, lineLimit);
  const accesses = await accessLines(ctx.db, block.number, lineLimit);
  const lines = [...events, ...accesses].map((line) => line.text);
  if (!same(merkleRoot(lines), block.root)) return "lines";
  return same(blockHash(block, lines.length), block.hash) ? null : "hash";
};

const isCutOff = async (
  ctx: Context,
  last: Block | null,
  known: readonly ChainHead[],
): Promise<boolean> => {
  if ((await countDangling(ctx.db)) > 0) return true;
  for (const head of known) {
    if (head.number > (last?.number ?? 0)) return true;
    const block = await findBlock(ctx.db, head.number);
    if (block === null || headOf(block).hash !== head.hash) return true;
  }
  return false;
};

/**
 * Recomputes every block from the rows it sealed and reports the first that does not fit.
 * @param known heads that were written down outside the database: without one, a chain whose end was
 *   cut off together with its lines, or that was made anew as a whole, looks whole
 */
export const verifyChain = async (
  ctx: Context,
  known: ChainHead | readonly ChainHead[] | null = null,
): Promise<ChainReport> => {
  let last: Block | null = null;
  let broken: ChainReport["broken"] = null;
  for (;;) {
    const page: readonly Block[] = await listBlocks(ctx.db, last?.number ?? 0, pageSize);
    for (const block of page) {
      const reason: BreakReason | null = broken ? null : await examine(ctx, block, last);
      if (reason) broken = { block: block.number, reason };
      last = block;
    }
    if (page.length < pageSize) break;
  }
  const heads = known === null ? [] : "number" in known ? [known] : known;
  if (!broken && (await isCutOff(ctx, last, heads))) {
    broken = { block: (last?.number ?? 0) + 1, reason: "truncated" };
  }
  return {
    ok: broken === null,
    blocks: last?.number ?? 0,
    head: last && headOf(last),
    broken,
    unsealed: await countUnsealed(ctx.db, new Date(ctx.now().getTime() - shouldBeSealedMs)),
  };
};
