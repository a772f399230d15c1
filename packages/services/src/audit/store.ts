import { createHash } from "node:crypto";
import type { Database, Transaction } from "@rembuk/db/client";

type Client = Database | Transaction;

export interface Block {
  readonly number: number;
  readonly firstSeq: bigint;
  readonly lastSeq: bigint;
  readonly root: Uint8Array;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** A sealed line: everything that it says, in one order, as text. */
interface Line {
  readonly id: string;
  readonly seq: bigint;
  readonly text: string;
}

/** Two at once would number the same block: the second waits. */
export const lockChain = async (tx: Transaction): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rembuk.audit-chain'))`;
};

export const findHead = async (client: Client): Promise<Block | null> =>
  client.auditBlock.findFirst({ orderBy: { number: "desc" } });

export const findBlock = async (client: Client, number: number): Promise<Block | null> =>
  client.auditBlock.findUnique({ where: { number } });

export const listBlocks = async (
  client: Client,
  after: number,
  limit: number,
): Promise<readonly Block[]> =>
  client.auditBlock.findMany({
    where: { number: { gt: after } },
    orderBy: { number: "asc" },
    take: limit,
  });

/** jsonb::text and epoch milliseconds read the same in every session, whatever its settings. */
const eventText = `concat_ws(E'\\x1f', 'event', d.seq, e.id, e.type, e.subject, coalesce(e.subdistrict_code, ''),
  e.actor_id, e.payload::text, (extract(epoch FROM e.occurred_at) * 1000)::bigint, coalesce(e.client_action_id::text, ''))`;
const accessText = `concat_ws(E'\\x1f', 'access', s.seq, a.id, a.actor_id, a.subject, coalesce(a.subdistrict_code, ''),
  a.act, coalesce(a.reason, ''), (extract(epoch FROM a.occurred_at) * 1000)::bigint)`;

/** Lines of a block; a sealed line whose row is gone has the text "missing". */
export const eventLines = (client: Client, block: number | null, limit: number): Promise<Line[]> =>
  client.$queryRawUnsafe<Line[]>(
    `SELECT d.event_id AS id, d.seq, CASE WHEN e.id IS NULL THEN 'missing' ELSE ${eventText} END AS text
     FROM event_dispatch d LEFT JOIN domain_event e ON e.id = d.event_id
     WHERE d.block IS NOT DISTINCT FROM $1::int ORDER BY d.seq LIMIT $2::int`,
    block,
    limit,
  );

export const accessLines = (client: Client, block: number | null, limit: number): Promise<Line[]> =>
  client.$queryRawUnsafe<Line[]>(
    `SELECT s.access_id AS id, s.seq, CASE WHEN a.id IS NULL THEN 'missing' ELSE ${accessText} END AS text
     FROM access_seal s LEFT JOIN access_log a ON a.id = s.access_id
     WHERE s.block IS NOT DISTINCT FROM $1::int ORDER BY s.seq LIMIT $2::int`,
    block,
    limit,
  );

/** Logged reads have no dispatcher: they get their place here, inside the chain's lock. */
export const adoptReads = async (
  tx: Transaction,
  since: Date | null,
  limit: number,
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO access_seal (access_id)
    SELECT a.id FROM access_log a
    WHERE (${since}::timestamptz IS NULL OR a.occurred_at >= ${since}::timestamptz)
      AND NOT EXISTS (SELECT FROM access_seal s WHERE s.access_id = a.id)
    ORDER BY a.occurred_at, a.id LIMIT ${limit}`;
};

export const insertBlock = async (
  tx: Transaction,
  block: Block,
  lines: { readonly events: readonly string[]; readonly accesses: readonly string[] },
): Promise<void> => {
  await tx.auditBlock.create({
    data: {
      number: block.number,
      firstSeq: block.firstSeq,
      lastSeq: block.lastSeq,
      root: Uint8Array.from(block.root),
      previousHash: Uint8Array.from(block.previousHash),
      hash: Uint8Array.from(block.hash),
    },
  });
  await tx.$executeRaw`UPDATE event_dispatch SET block = ${block.number} WHERE event_id = ANY(${lines.events as string[]}::uuid[])`;
  await tx.$executeRaw`UPDATE access_seal SET block = ${block.number} WHERE access_id = ANY(${lines.accesses as string[]}::uuid[])`;
};

/** Lines that claim a block which does not exist: the chain's end was cut off. */
export const countDangling = async (client: Client): Promise<number> => {
  const [row] = await client.$queryRaw<{ n: number }[]>`
    SELECT ((SELECT count(*) FROM event_dispatch WHERE block > (SELECT coalesce(max(number), 0) FROM audit_block))
      + (SELECT count(*) FROM access_seal WHERE block > (SELECT coalesce(max(number), 0) FROM audit_block)))::int AS n`;
  return row?.n ?? 0;
};

/** Dispatched events that no block has taken up although they should have been by now. */
export const countUnsealed = async (client: Client, before: Date): Promise<number> => {
  const [row] = await client.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM event_dispatch WHERE block IS NULL AND dispatched_at < ${before}`;
  return row?.n ?? 0;
};

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Merkle root of the lines in their order. Leaves and nodes are hashed under different first bytes,
 * so that neither can stand for the other; an odd one rises alone.
 */
export const merkleRoot = (texts: readonly string[]): Buffer => {
  let level = texts.map((text) => sha256("\u0000", text));
  if (level.length === 0) return sha256("");
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined)
        above.push(right === undefined ? left : sha256("\u0001", left, right));
    }
    level = above;
  }
  return level[0] ?? sha256("");
};

/** The hash that the next block builds on. */
export const blockHash = (
  block: Pick<Block, "number" | "firstSeq" | "lastSeq" | "root" | "previousHash">,
  lines: number,
): Buffer =>
  sha256(
    block.previousHash,
    `\u0002${block.number}|${block.firstSeq}|${block.lastSeq}|${lines}|`,
    block.root,
  );

/** Before the first block. */
export const genesisHash: Uint8Array = new Uint8Array(32);
