/**
 * How long the content of ended cases is kept:
 *
 *   npm run retention -- --dry-run    counts by kecamatan and class; changes nothing
 *   npm run retention -- --apply      carries out what camats agreed to, now instead of within a minute
 *
 * Confidential cases are not counted, nor are supervisory complaints: their inspectorate counts them.
 * Nothing goes without a proposal that somebody else agreed to.
 */
import { parseArgs } from "node:util";
import { connect, connectReads } from "@rembuk/db/client";
import { anonymiseCases } from "@rembuk/services/audit/anonymise-cases";
import { countRetention } from "@rembuk/services/audit/retention-queries";
import { fileSettings, openFileParts } from "@rembuk/services/integrations/file-parts";
import { parseFieldKeys, systemContext } from "@rembuk/services/system-context";
import { readEnv, readKeyFile } from "./env";

const say = (line: string) => process.stdout.write(`${line}\n`);

const dryRun = async (db: ReturnType<typeof connect>, now: Date): Promise<void> => {
  const offices = await db.office.findMany({ orderBy: { subdistrictCode: "asc" } });
  for (const office of offices) {
    const { due, terms } = await countRetention(db, office.subdistrictCode, now);
    say(`${office.subdistrictCode}  ${office.name}: ${due} cases have passed their period`);
    for (const term of terms)
      say(
        `  ${term.classification.padEnd(26)} ${String(term.months).padStart(3)} months  ${term.due}`,
      );
  }
  say("Nothing was changed. Confidential cases are not counted.");
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { "dry-run": { type: "boolean" }, apply: { type: "boolean" } },
  });
  if (Boolean(values["dry-run"]) === Boolean(values.apply))
    throw new Error("say either --dry-run or --apply");
  const env = readEnv(process.env);
  const url = env.DATABASE_URL;
  const db = connect({ url, poolSize: 2, name: "retention" });
  const reads = connectReads({ url, poolSize: 1, name: "retention" });
  try {
    if (values["dry-run"]) return await dryRun(db, new Date());
    const keys = parseFieldKeys(readKeyFile(env));
    const files = openFileParts(fileSettings(env));
    const context = systemContext({ db, reads, keys, demo: env.REMBUK_DEMO === "1" });
    const cases = await anonymiseCases({ ...context, files });
    say(`${cases} cases emptied and recorded. What nobody agreed to stays.`);
  } finally {
    await Promise.allSettled([db.$disconnect(), reads.end()]);
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
