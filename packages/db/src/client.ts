import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client";

export type Database = PrismaClient;
/** Inside a transaction. */
export type Transaction = Prisma.TransactionClient;
export type { Prisma } from "./generated/client";

export interface Connection {
  readonly url: string;
  /** Connections of this process at most. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity: web, worker, demo. */
  readonly name: string;
  /** How long a caller waits for a connection before it hears "busy" (ms). */
  readonly patienceMs?: number;
}

/** A statement that runs longer is an accident, and the person behind it waits no longer for it (ms). */
export const statementTimeoutMs = 5_000;
const usualPatienceMs = 2_000;

const config = ({
  url,
  poolSize = 10,
  name,
  patienceMs = usualPatienceMs,
}: Connection): pg.PoolConfig => ({
  connectionString: url,
  max: poolSize,
  application_name: `rembuk-${name}`,
  connectionTimeoutMillis: patienceMs,
  statement_timeout: statementTimeoutMs,
  idle_in_transaction_session_timeout: 10_000,
});

/** Named statements are parsed once per connection. The name is the statement itself, shortened. */
const statementNames = new Map<string, string>();
const statementName = (sql: string): string => {
  let name = statementNames.get(sql);
  if (name === undefined) {
    name = `p${statementNames.size}`;
    statementNames.set(sql, name);
  }
  return name;
};
const preparedLimit = 500;

/** Prisma on PostgreSQL: writes and ordinary reads. */
export const connect = (connection: Connection): Database =>
  new PrismaClient({
    adapter: new PrismaPg(config(connection), {
      // Beyond the limit (IN lists of every length) statements go unnamed, so that memory stays bounded.
      statementNameGenerator: ({ sql }: { sql: string }) =>
        statementNames.size < preparedLimit || statementNames.has(sql)
          ? statementName(sql)
          : undefined,
    } as ConstructorParameters<typeof PrismaPg>[1]),
    transactionOptions: { maxWait: connection.patienceMs ?? usualPatienceMs, timeout: 8_000 },
  });

/** A statement of the hot path: named, so that it is prepared once per connection. */
export interface PreparedRead {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The hottest reads: typed raw SQL in one network round trip, context and transaction included. */
export interface ReadPool {
  read<Row>(context: PreparedRead, query: PreparedRead): Promise<readonly Row[]>;
  /** Before anybody is known: one statement, without context. */
  ask<Row>(query: PreparedRead): Promise<readonly Row[]>;
  end(): Promise<void>;
}

export const connectReads = (connection: Connection): ReadPool => {
  const pool = new pg.Pool({ ...config(connection), pipeline: true } as pg.PoolConfig);
  pool.on("error", () => {}); // an idle connection died with its server; the next read opens another
  // The pool listens to idle connections only: without this, one that dies in the middle of a read
  // ends the process. The read itself is told by its queries.
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    async read<Row>(context: PreparedRead, query: PreparedRead) {
      const client = await pool.connect();
      let failure: Error | undefined;
      try {
        // Sent back to back: the four answers arrive together.
        const sent = [
          client.query("BEGIN READ ONLY"),
          client.query({ ...context, values: [...context.values] }),
          client.query<Row & pg.QueryResultRow>({ ...query, values: [...query.values] }),
          client.query("COMMIT"),
        ] as const;
        const settled = await Promise.allSettled(sent);
        for (const s of settled) if (s.status === "rejected") throw s.reason;
        return (await sent[2]).rows;
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        throw error;
      } finally {
        client.release(failure);
      }
    },
    ask: async <Row>(query: PreparedRead) => {
      const { rows } = await pool.query<Row & pg.QueryResultRow>({
        ...query,
        values: [...query.values],
      });
      return rows;
    },
    end: () => pool.end(),
  };
};
