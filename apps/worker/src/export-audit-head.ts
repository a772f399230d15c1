/**
 * The head of the audit chain as one line, sealed up to this moment:
 *
 *   npm run export-audit-head                  prints it
 *   npm run export-audit-head -- --to FILE     appends it (a stick, a share that others administer)
 */
import { parseArgs } from "node:util";
import { connect, connectReads } from "@rembuk/db/client";
import { sealBlocks } from "@rembuk/services/audit/seal-blocks";
import { parseFieldKeys, systemContext } from "@rembuk/services/system-context";
import { headLine, writeHead } from "./audit-heads";
import { readEnv, readKeyFile } from "./env";

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const env = readEnv(process.env);
  const url = env.DATABASE_URL;
  const db = connect({ url, poolSize: 2, name: "audit-head" });
  const reads = connectReads({ url, poolSize: 1, name: "audit-head" });
  const keys = parseFieldKeys(readKeyFile(env));
  try {
    const { head } = await sealBlocks(systemContext({ db, reads, keys, demo: false }));
    if (!head) throw new Error("nothing is sealed yet: there is no head");
    if (values.to) writeHead(values.to, head, new Date());
    process.stdout.write(`${headLine(head, new Date())}\n`);
  } finally {
    await Promise.allSettled([db.$disconnect(), reads.end()]);
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
