import pg from "pg";
import { idOf } from "./chance";

/** Names the milestone after which nothing is left to do. */
export const doneId = idOf("milestone/done");

/** Asks with one query, before anything larger is loaded: a start with sample data should not wait. */
export const isLoaded = async (databaseUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "rembuk-demo" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM client_action WHERE id = $1", [doneId]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
};
