import "server-only";
import { connect, connectReads, type Database, type ReadPool } from "@rembuk/db/client";
import pg from "pg";
import { env } from "@/env";
import { forgetOnce, oncePerProcess } from "./once-per-process";

interface Connections {
  readonly db: Database;
  readonly reads: ReadPool;
  /** For counters and health: small, so that it never starves the use cases. */
  readonly small: pg.Pool;
}

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

/** The connections of this process, opened at the first use. */
export const connections = (): Connections => oncePerProcess("connections", open);

export const pool = (): pg.Pool => connections().small;

/** Lets go of every connection when the process ends. */
export async function closeConnections(): Promise<void> {
  const { db, reads, small } = connections();
  forgetOnce("connections");
  await Promise.allSettled([db.$disconnect(), reads.end(), small.end()]);
}
