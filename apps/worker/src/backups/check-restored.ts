import { connect } from "@rembuk/db/client";
import { verifyChain } from "@rembuk/services/audit/verify-chain";
import { openSample } from "@rembuk/services/rotate-field-keys";
import { parseFieldKeys } from "@rembuk/services/system-context";
import pg from "pg";
import type { Manifest } from "./manifest";
import type { Tell } from "./restore-backup";

interface Restored {
  /** Role rembuk_worker, as the application will see it. */
  readonly workerUrl: string;
  readonly fieldKeys: string;
  readonly manifest: Manifest;
}

/**
 * What only the application can tell of a restored database: the audit chain is whole up to the head
 * that was copied, and the keys at hand open its sealed fields.
 * @returns problems, each told as well
 */
export const checkRestored = async (restored: Restored, tell: Tell): Promise<readonly string[]> => {
  const { workerUrl: url, manifest } = restored;
  const db = connect({ url, poolSize: 1, name: "restore" });
  const problems: string[] = [];
  const say = (isGood: boolean, good: string, bad: string) => {
    tell(isGood ? `ok  ${good}` : `BAD ${bad}`);
    if (!isGood) problems.push(bad);
  };
  try {
    const chain = await verifyChain({ db, now: () => new Date() }, manifest.auditHead);
    const { broken } = chain;
    const where = `audit chain broken at block ${broken?.block} (${broken?.reason})`;
    say(chain.ok, `audit chain whole, ${chain.blocks} blocks, head as it was copied`, where);
    const { opened, failed } = await openSample({ db, keys: parseFieldKeys(restored.fieldKeys) });
    const unopened = `${failed.length} of ${opened + failed.length} sealed fields do not open: is this the key file of that installation? It needs ${manifest.fieldKeyIds.join(", ")}`;
    say(failed.length === 0, `${opened} sealed fields opened with the field keys`, unopened);
  } finally {
    await db.$disconnect();
  }
  return problems;
};

/**
 * Nobody stays signed in by a restored row: whoever was signed out or disabled since must not come
 * back. The run that made the backup had not ended in its own copy; here it has.
 */
export const settleRestored = async (
  workerUrl: string,
  name: string,
  tell: Tell,
): Promise<void> => {
  const client = new pg.Client({ connectionString: workerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE "session" SET ended_at = now() WHERE ended_at IS NULL`,
    );
    await client.query(
      `UPDATE backup_run SET outcome = 'done', finished_at = now(), name = $1
       WHERE outcome = 'running' AND started_at = (SELECT max(started_at) FROM backup_run)`,
      [name],
    );
    tell(`ok  ${rowCount} sessions ended: everybody signs in anew`);
  } finally {
    await client.end();
  }
};
