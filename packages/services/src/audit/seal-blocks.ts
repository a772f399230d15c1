import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import {
  accessLines,
  adoptReads,
  type Block,
  blockHash,
  eventLines,
  findHead,
  genesisHash,
  insertBlock,
  lockChain,
  merkleRoot,
} from "./store";

export const linesPerBlock = 1_000;
/** Reads are looked for this far back; `everything` looks through the whole log (ms). */
const lookBackMs = 2 * 60 * 60_000;

const sealOne = (ctx: ServiceContext, everything: boolean): Promise<Block | null> =>
  inTransaction(ctx, async (tx) => {
    await lockChain(tx);
    await adoptReads(
      tx,
      everything ? null : new Date(ctx.now().getTime() - lookBackMs),
      linesPerBlock,
    );
    const events = await eventLines(tx, null, linesPerBlock);
    const accesses = await accessLines(tx, null, linesPerBlock);
    if (events.length === 0 && accesses.length === 0) return null;
    const head = await findHead(tx);
    const after = head?.lastSeq ?? 0n;
    const draft = {
      number: (head?.number ?? 0) + 1,
      firstSeq: events[0]?.seq ?? after + 1n,
      lastSeq: events.at(-1)?.seq ?? after,
      root: merkleRoot([...events, ...accesses].map((line) => line.text)),
      previousHash: head?.hash ?? genesisHash,
    };
    const block = { ...draft, hash: blockHash(draft, events.length + accesses.length) };
    await insertBlock(tx, block, {
      events: events.map((l) => l.id),
      accesses: accesses.map((l) => l.id),
    });
    return block;
  });

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/**
 * Seals what was dispatched and read since the last block: ordered lines, Merkle root, chained hash.
 * Never in the transaction that writes an event, which it would serialise.
 * @returns the blocks made now and the chain's head
 */
export const sealBlocks = async (
  ctx: ServiceContext,
  {
    everything = false,
    atMost = 50,
  }: { readonly everything?: boolean; readonly atMost?: number } = {},
): Promise<{ readonly made: number; readonly head: ChainHead | null }> => {
  let made = 0;
  while (made < atMost && (await sealOne(ctx, everything)) !== null) made += 1;
  const head = await findHead(ctx.db);
  return {
    made,
    head: head && { number: head.number, hash: Buffer.from(head.hash).toString("hex") },
  };
};
