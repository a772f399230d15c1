import pg from "pg";
import { idOf } from "./chance";

/** Names the milestone after which nothing is left to do. */
export const doneId = idOf("milestone/done");

/** Names the milestone at which loading began. */
const begunId = idOf("milestone/begun");

const isReached = async (databaseUrl: string, ids: readonly string[]): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "rembuk-demo" });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "SELECT FROM client_action WHERE id = ANY($1::uuid[]) LIMIT 1",
      [ids],
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
};

/** Asks with one query, before anything larger is loaded: a start with sample data should not wait. */
export const isLoaded = (databaseUrl: string): Promise<boolean> => isReached(databaseUrl, [doneId]);

/** True as soon as loading has begun: such a database is no place for real cases. */
export const holdsDemoData = (databaseUrl: string): Promise<boolean> =>
  isReached(databaseUrl, [begunId, doneId]);
