/** The three roles and the databases they work in, as the migrations expect to find them. */

import { ADMIN_ROLE } from "./cluster-directory.mjs";
import { withConnection } from "./database-connection.mjs";

/** Owner of the schema: migrations and master data. Never used by a running application. */
export const OWNER_ROLE = "rembuk_owner";
/** The web application: bound by row-level security. */
export const APP_ROLE = "rembuk_app";
/** The worker: bound by row-level security. */
export const WORKER_ROLE = "rembuk_worker";
/** The backup command: reads every row of every kecamatan, writes nothing. */
export const BACKUP_ROLE = "rembuk_backup";

const SAFE = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION";
/** A copy that row-level security thins out without a word would be no backup. */
const BOUNDS = new Map([
  [OWNER_ROLE, `${SAFE} NOBYPASSRLS`],
  [APP_ROLE, `${SAFE} NOBYPASSRLS`],
  [WORKER_ROLE, `${SAFE} NOBYPASSRLS`],
  [BACKUP_ROLE, `${SAFE} BYPASSRLS`],
]);
const ROLES = [...BOUNDS.keys()];

/**
 * Creates the roles, or brings an existing one back to its password and its bounds.
 * @param {(role: string) => string} passwordOf
 */
export const ensureRoles = (cluster, passwordOf = cluster.password) =>
  withConnection(cluster.url(ADMIN_ROLE, "postgres"), async (client) => {
    const { rows } = await client.query("select rolname from pg_roles where rolname = any($1)", [
      ROLES,
    ]);
    const known = new Set(rows.map((row) => row.rolname));
    for (const role of ROLES) {
      const verb = known.has(role) ? "ALTER" : "CREATE";
      const password = client.escapeLiteral(passwordOf(role));
      await client.query(`${verb} ROLE ${role} ${BOUNDS.get(role)} PASSWORD ${password}`);
    }
    await client.query(`GRANT pg_read_all_data TO ${BACKUP_ROLE}`);
    await client.query(`ALTER ROLE ${BACKUP_ROLE} SET default_transaction_read_only = on`);
  });

/**
 * Creates the database, owned by the owner role, when it is absent.
 * @returns {Promise<boolean>} whether it was created now
 */
export const ensureDatabase = (cluster, name) =>
  withConnection(cluster.url(ADMIN_ROLE, "postgres"), async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount) return false;
    await client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${OWNER_ROLE} TEMPLATE template0 ` +
        "ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'",
    );
    return true;
  });
