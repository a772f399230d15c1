import "server-only";
import { connect, connectReads, type Database, type ReadPool } from "@rembuk/db/client";
import pg from "pg";
import { env } from "@/env";

interface Connections {
  readonly db: Database;
  readonly reads: ReadPool;
  /** For counters and health: small, so that it never starves the use cases. */
  readonly small: pg.Pool;
}

const holder = globalThis as unknown as { rembukConnections?: Connections };

function open(): Connections {
  const url = env().DATABASE_URL;
  const small = new pg.Pool({
    connectionString: url,
    max: 3,
    application_name: "rembuk-web-small",
    connectionTimeoutMillis: 1_000,
    statement_timeout: 1_000,
  });
  // A connection that dies while idle is replaced at the next use.
  small.on("error", () => undefined);
  return {
    db: connect({ url, name: "web" }),
    reads: connectReads({ url, name: "web-reads" }),
    small,
  };
}

/** The connections of this process; opened at the first use, one set however often modules load. */
export function connections(): Connections {
  holder.rembukConnections ??= open();
  return holder.rembukConnections;
}

export const pool = (): pg.Pool => connections().small;

/** Lets go of every connection when the process ends. */
export async function closeConnections(): Promise<void> {
  const open = holder.rembukConnections;
  if (!open) return;
  delete holder.rembukConnections;
  await Promise.allSettled([open.db.$disconnect(), open.reads.end(), open.small.end()]);
}
