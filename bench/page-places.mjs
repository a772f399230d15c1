/** The pages that are measured in a browser: a web server of the bench's own, a session, and a browser. */
import { ensureBrowser } from "../scripts/launch/browser.mjs";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { stopCluster } from "../scripts/launch/embedded-postgres.mjs";
import { freePort } from "../scripts/launch/ports.mjs";
import { requireFrom } from "../scripts/launch/repository.mjs";
import { buildWeb } from "../scripts/launch/web-build.mjs";
import {
  directory,
  loadedDatabase,
  openCluster,
  openWeb,
  people,
  signIn,
} from "./installation.mjs";

export const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};

/** An open case of the desk's own kecamatan. */
const oneCase = (database) =>
  withConnection(database.admin, async (admin) => {
    const { rows } = await admin.query(
      `SELECT id FROM "case" WHERE subdistrict_code = $1 AND status = 'received' ORDER BY received_at DESC LIMIT 1`,
      [people.desk.area],
    );
    return rows[0].id;
  });

/**
 * @returns {Promise<{base: string, cookie: string, caseId: string,
 *   pages: {name: string, url: string, cookie?: string}[], close(): Promise<void>}>}
 */
export const openedPages = async ({ cases }) => {
  await buildWeb();
  const cluster = await openCluster();
  try {
    const database = await loadedDatabase(cluster, { cases, persons: Math.min(cases, 20_000) });
    const web = await openWeb(cluster, database);
    const cookie = await signIn(web.base, "desk");
    const caseId = await oneCase(database);
    return {
      ...{ base: web.base, cookie, caseId },
      pages: [
        { name: "queue", url: `${web.base}/antrean?tampilan=terbuka`, cookie },
        { name: "case", url: `${web.base}/kasus/${caseId}`, cookie },
        { name: "tracking", url: `${web.base}/lacak` },
        { name: "sign-in", url: `${web.base}/masuk` },
      ],
      close: async () => {
        await web.stop();
        await stopCluster(directory);
      },
    };
  } catch (error) {
    await stopCluster(directory);
    throw error;
  }
};

/** A browser of the bench's own. `port`: of its protocol for tools. */
export const openBrowser = async () => {
  const { chromium } = requireFrom("e2e")("@playwright/test");
  const port = await freePort(9300);
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      `--remote-debugging-port=${port}`,
      "--disable-dev-shm-usage",
      // Chromium's sandbox refuses to work for root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  return { browser, port, close: () => browser.close() };
};
