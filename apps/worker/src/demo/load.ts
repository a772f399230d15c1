/**
 * Loads the sample data of three kecamatan, once:
 *
 *   node --import tsx src/demo/load.ts     with DATABASE_URL, FIELD_KEYS_FILE and REMBUK_DEMO=1
 */
import { isLoaded } from "./is-loaded";
import { readSettings } from "./settings";

const startedByAnother =
  "Another version of the sample data was cut off while loading; begin afresh with `npm run reset`.";

const main = async (): Promise<void> => {
  const began = performance.now();
  const settings = readSettings(process.env);
  if (await isLoaded(settings.databaseUrl)) {
    process.stdout.write("sample data already loaded\n");
    return;
  }
  const { loadDemoData } = await import("./load-demo-data");
  const { cases, acts, accounts } = await loadDemoData(settings, new Date());
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `sample data loaded: ${cases} cases, ${acts} acts, ${accounts} accounts in ${seconds} s\n`,
  );
};

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause ? String(error.cause) : "";
  const hint = cause.includes("CLIENT_ACTION_REUSED") ? `\n${startedByAnother}` : "";
  process.stderr.write(`${[message, cause].filter(Boolean).join("\n")}${hint}\n`);
  process.exitCode = 1;
});
