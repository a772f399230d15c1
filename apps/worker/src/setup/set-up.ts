/**
 * Makes an installation for real cases, without demo data:
 *
 *   npm run setup                      asks on the terminal
 *   npm run setup -- --from FILE       takes the answers from a JSON file (docs/operations.md)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { connect, connectReads, type Database } from "@rembuk/db/client";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import {
  type InstallationInput,
  type InstallationPlan,
  installationPlan,
} from "@rembuk/domain/staff/installation";
import { RESET_CODE_HOURS } from "@rembuk/domain/staff/reset-code";
import type { ServiceContext } from "@rembuk/services/context";
import {
  readInstallationState,
  type SetUp,
  setUpInstallation,
} from "@rembuk/services/staff/set-up-installation";
import { parseFieldKeys, setupContext } from "@rembuk/services/system-context";
import { holdsDemoData } from "../demo/is-loaded";
import { readEnv, readKeyFile } from "../env";
import { askPlan, terminalAsk } from "./ask-plan";

/** @throws with every problem in one message */
export const readPlan = (input: unknown): InstallationPlan => {
  const parsed = installationPlan.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((i) => `- ${i.path.join(".")}: ${i.message}`);
  throw new Error(`The plan is refused:\n${problems.join("\n")}`);
};

/** @throws when real or demo data is here already */
export const requireNewInstallation = async (
  ctx: Pick<ServiceContext, "db">,
  databaseUrl: string,
): Promise<void> => {
  if (await holdsDemoData(databaseUrl)) {
    throw new Error(
      "this database holds demo data; take a new one (embedded: `npm run reset` first)",
    );
  }
  const { administrators } = await readInstallationState(ctx);
  const working = administrators.filter((a) => a.hasPassword).map((a) => a.username);
  if (working.length > 0) {
    throw new Error(
      `this installation is set up already; its administrator is ${working.join(", ")}`,
    );
  }
};

/** Runs the use case. @throws its problems in words */
export const setUp = async (ctx: ServiceContext, plan: InstallationPlan): Promise<SetUp> => {
  try {
    return await setUpInstallation(ctx, plan);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { problems } = error.details;
    if (Array.isArray(problems))
      throw new Error(`The plan is refused:\n- ${problems.join("\n- ")}`);
    if (error.code === "CLIENT_ACTION_REUSED")
      throw new Error("another plan was installed here before; its offices stay as they are");
    throw new Error(`refused: ${error.code} ${JSON.stringify(error.details)}`);
  }
};

const asText = (plan: InstallationPlan, done: SetUp): string =>
  [
    "",
    `  Rembuk is set up: ${done.subdistricts} kecamatan, ${done.organizations} offices, ${done.holidays} local holidays.`,
    "",
    `  First administrator   ${done.username}`,
    `  One-time code         ${done.code}`,
    "",
    `  The code is shown this once and works for ${RESET_CODE_HOURS} hours: open ${plan.publicUrl},`,
    "  choose “Lupa kata sandi”, and set a password. There is no default password.",
    "",
  ].join("\n");

const obtainPlan = async (db: Database, file: string | undefined): Promise<InstallationInput> => {
  if (file) return JSON.parse(readFileSync(file, "utf8")) as InstallationInput;
  const { ask, close } = terminalAsk();
  try {
    return await askPlan(db, ask, (line) => void process.stdout.write(`${line}\n`));
  } finally {
    close();
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { from: { type: "string" }, mark: { type: "string" } } });
  const env = readEnv(process.env);
  const url = env.DATABASE_URL;
  const db = connect({ url, poolSize: 2, name: "setup" });
  const reads = connectReads({ url, poolSize: 1, name: "setup" });
  try {
    const keys = parseFieldKeys(readKeyFile(env));
    const ctx = setupContext({ db, reads, keys, demo: false });
    await requireNewInstallation(ctx, url);
    const plan = readPlan(await obtainPlan(db, values.from));
    const done = await setUp(ctx, plan);
    if (values.mark) {
      const mark = JSON.stringify({ publicUrl: plan.publicUrl }, null, 2);
      writeFileSync(values.mark, `${mark}\n`, { mode: 0o600 });
    }
    process.stdout.write(`${asText(plan, done)}\n`);
  } finally {
    await Promise.allSettled([db.$disconnect(), reads.end()]);
  }
};

if (process.argv[1]?.endsWith("set-up.ts")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
