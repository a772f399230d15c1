import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = fileURLToPath(new URL("../../../../scripts/test-database.mjs", import.meta.url));

const run = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [script, "--own", String(process.pid), ...args]))
    .stdout;

export interface OwnDatabase {
  /** Signs in as the superuser; every role there has the same password. */
  readonly adminUrl: string;
  /** kill -9 of the server and of everything it started. */
  kill(): Promise<void>;
  /** Starts it again, under the same address. */
  startAgain(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A PostgreSQL that this test alone uses and may kill: on loopback, with the settings of an
 * installation and the template that every test copies.
 */
export const ownDatabase = async (): Promise<OwnDatabase> => {
  const start = async () => {
    const [, url] = /TEST_ADMIN_DATABASE_URL='([^']+)'/.exec(await run()) ?? [];
    if (!url) throw new Error("the test's own PostgreSQL told no address");
    return url;
  };
  const adminUrl = await start();
  return {
    adminUrl,
    kill: async () => void (await run("--kill")),
    async startAgain() {
      if ((await start()) !== adminUrl) throw new Error("PostgreSQL moved to another address");
    },
    remove: async () => void (await run("--stop")),
  };
};
