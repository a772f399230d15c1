/** Plain connections for the launcher's own questions to PostgreSQL. */
import { requireFrom } from "./repository.mjs";

/** A connection URL on this machine; the password is escaped. */
export const databaseUrl = ({ role, password, port, database = "postgres" }) =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/**
 * A connected client; the caller ends it.
 * @param {string} url
 * @returns {Promise<import("pg").Client>}
 */
export const connect = async (url, { timeoutMs = 10_000 } = {}) => {
  const { Client } = requireFrom("packages/db")("pg");
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  // A server that stops closes idle clients with an error nobody waits for.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    // What answered may be no PostgreSQL at all; the driver then leaves the socket open.
    client.connection.stream.destroy();
    throw error;
  }
  return client;
};

/** Runs `work` with a client and closes it whatever happens. */
export const withConnection = async (url, work) => {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
