/** The database that every test copies: migrated, master data loaded, closed to connections. */
import { join } from "node:path";
import { ADMIN_ROLE } from "./cluster-directory.mjs";
import { withConnection } from "./database-connection.mjs";
import { ensureDatabase, OWNER_ROLE } from "./database-roles.mjs";
import { withLock } from "./exclusive-lock.mjs";
import { hashInputs } from "./input-hash.mjs";
import { applyMigrations, loadMasterData } from "./package-scripts.mjs";
import { ensureClient } from "./prisma-client.mjs";

/** Name that `freshDatabase()` of packages/db copies from. */
export const TEMPLATE_DATABASE = "rembuk_template";

const INPUTS = ["packages/db", "pnpm-lock.yaml"];

const admin = (cluster, work) => withConnection(cluster.url(ADMIN_ROLE, "postgres"), work);

const isCurrent = (cluster, fingerprint) =>
  admin(cluster, async (client) => {
    const { rows } = await client.query(
      "select shobj_description(oid, 'pg_database') as made_from from pg_database where datname = $1",
      [TEMPLATE_DATABASE],
    );
    return rows[0]?.made_from === fingerprint;
  });

const prepareAs = async (cluster, name) => {
  await admin(cluster, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  await ensureDatabase(cluster, name);
  const ownerUrl = cluster.url(OWNER_ROLE, name);
  await ensureClient();
  await applyMigrations(ownerUrl);
  await loadMasterData(ownerUrl);
};

const publish = (cluster, from, fingerprint) =>
  admin(cluster, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE_DATABASE} WITH (FORCE)`);
    await client.query(`ALTER DATABASE ${from} RENAME TO ${TEMPLATE_DATABASE}`);
    // A connection left open would make every copy fail.
    await client.query(`ALTER DATABASE ${TEMPLATE_DATABASE} ALLOW_CONNECTIONS false`);
    await client.query(
      `COMMENT ON DATABASE ${TEMPLATE_DATABASE} IS ${client.escapeLiteral(fingerprint)}`,
    );
  });

/**
 * Makes the template when migrations or master data changed since it was made.
 * @returns {Promise<"unchanged" | "prepared">}
 */
export const ensureTemplate = (cluster) =>
  withLock(join(cluster.directory, "template.lock"), async () => {
    const fingerprint = hashInputs(INPUTS);
    if (await isCurrent(cluster, fingerprint)) return "unchanged";
    const draft = `${TEMPLATE_DATABASE}_draft`;
    await prepareAs(cluster, draft);
    await publish(cluster, draft, fingerprint);
    return "prepared";
  });
