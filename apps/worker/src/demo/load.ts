/**
 * Loads the sample data of three kecamatan, once:
 *
 *   node --import tsx src/demo/load.ts     with DATABASE_URL, FIELD_KEYS_FILE and REMBUK_DEMO=1
 */
import { loadDemoData } from "./load-demo-data";
import { readSettings } from "./settings";

const main = async (): Promise<void> => {
  const began = performance.now();
  const counts = await loadDemoData(readSettings(process.env), new Date());
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const text = counts
    ? `sample data loaded: ${counts.cases} cases, ${counts.acts} acts, ${counts.accounts} accounts`
    : "sample data already loaded";
  process.stdout.write(`${text} in ${seconds} s\n`);
};

main().catch((error: unknown) => {
  const cause = error instanceof Error && error.cause ? `\n${String(error.cause)}` : "";
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${cause}\n`);
  process.exitCode = 1;
});
