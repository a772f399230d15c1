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

/**
 * A pool listens to idle connections only, and nobody to one that it just hands over: without this, a
 * server that dies in that moment, or in the middle of a read, ends the process. Whoever asked is told
 * by the failing query.
 */
const outliveServer = (client: pg.ClientBase): void => {
  client.on("error", () => {});
};

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
  onConnect: outliveServer,
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

/** What is asked after the first rows were judged, and what is made of the answers, in their order. */
export interface FurtherReads<Result> {
  readonly queries: readonly PreparedRead[];
  readonly answer: (found: readonly (readonly unknown[])[]) => Result;
}

/** The hottest reads: typed raw SQL in one network round trip, context and transaction included. */
export interface ReadPool {
  read<Row>(context: PreparedRead, query: PreparedRead): Promise<readonly Row[]>;
  /**
   * One transaction in two round trips: the rows of `first` decide what is asked further. A `judge` that
   * throws ends it, and nothing more was asked. One of the queries may write (the log of a reading).
   */
  readOn<Row, Result>(
    context: PreparedRead,
    first: PreparedRead,
    judge: (rows: readonly Row[]) => FurtherReads<Result>,
  ): Promise<Result>;
  /** Before anybody is known: one statement, without context. */
  ask<Row>(query: PreparedRead): Promise<readonly Row[]>;
  end(): Promise<void>;
}

const sent = (client: pg.PoolClient, { name, text, values }: PreparedRead) =>
  client.query<pg.QueryResultRow>({ name, text, values: [...values] });

/** All answers, or the first failure; never one before the others have come back too. */
const settled = async (
  queries: readonly Promise<pg.QueryResult>[],
): Promise<readonly pg.QueryResult[]> => {
  for (const s of await Promise.allSettled(queries)) if (s.status === "rejected") throw s.reason;
  return Promise.all(queries);
};

/** Gives the connection back; one whose statement failed is closed, for its transaction may be open. */
const withClient = async <Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
};

interface ReadInTwo<Row, Result> {
  readonly context: PreparedRead;
  readonly first: PreparedRead;
  readonly judge: (rows: readonly Row[]) => FurtherReads<Result>;
}

const readOn = async <Row, Result>(
  pool: pg.Pool,
  { context, first, judge }: ReadInTwo<Row, Result>,
): Promise<Result> => {
  const tell = await withClient(pool, async (client): Promise<() => Result> => {
    const [, , found] = await settled([
      client.query("BEGIN"),
      sent(client, context),
      sent(client, first),
    ]);
    let further: FurtherReads<Result>;
    try {
      further = judge((found?.rows ?? []) as readonly Row[]);
    } catch (refusal) {
      // Told when the connection is back: a refusal is no failure of it.
      await client.query("ROLLBACK");
      return () => {
        throw refusal;
      };
    }
    const results = await settled([
      ...further.queries.map((query) => sent(client, query)),
      client.query("COMMIT"),
    ]);
    return () => further.answer(results.slice(0, -1).map(({ rows }) => rows));
  });
  return tell();
};

export const connectReads = (connection: Connection): ReadPool => {
  const pool = new pg.Pool({ ...config(connection), pipeline: true } as pg.PoolConfig);
  pool.on("error", () => {}); // an idle connection died with its server; the next read opens another
  return {
    read: <Row>(context: PreparedRead, query: PreparedRead) =>
      withClient(pool, async (client) => {
        // Sent back to back: the four answers arrive together.
        const [, , answer] = await settled([
          client.query("BEGIN READ ONLY"),
          sent(client, context),
          sent(client, query),
          client.query("COMMIT"),
        ]);
        return (answer?.rows ?? []) as readonly Row[];
      }),
    readOn: (context, first, judge) => readOn(pool, { context, first, judge }),
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
