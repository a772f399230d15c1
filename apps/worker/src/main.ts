import { readEnv, readKeyFile } from "./env";
import { createLog, errorFields } from "./log";
import { startWorker } from "./worker";

/** After this the process ends, whatever still hangs (ms). */
const hardLimitMs = 9_500;

const refuse = (error: unknown): never => {
  // Printed plainly too: an operator reads this before any log collector does.
  process.stderr.write(`${error instanceof Error ? error.message : "refused to start"}\n`);
  process.exit(1);
};

const start = async () => {
  const env = readEnv(process.env);
  const log = createLog(env.LOG_LEVEL);
  process.on("unhandledRejection", (error) => log.error(errorFields(error), "unhandled"));
  const worker = await startWorker({ env, readKeys: () => readKeyFile(env), log });
  log.info(
    { port: worker.port, queue: worker.backend, demo: env.REMBUK_DEMO === "1" },
    "worker ready",
  );
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), hardLimitMs).unref();
    void worker.stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal));
};

await start().catch(refuse);
