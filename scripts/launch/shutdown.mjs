/** One orderly end, whoever asks for it: Ctrl-C, SIGTERM, a failure, a child that died. */
import { endRunningCommands } from "./commands.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * @param {(message: string) => void} tell
 * @param {{signalCode?: number}} [options] exit code after a signal
 * @returns {{begun: boolean, last(work: () => Promise<unknown>): void,
 *   first(work: () => Promise<unknown>): void,
 *   end(code: number | (() => number), why?: string): Promise<never>}}
 *   A code given as a function is asked when everything has stopped. Works added by `first` run together before those added by `last`, which run one by one, the
 *   newest first. A work must be harmless when what it ends is gone already.
 */
export const createShutdown = (tell, { signalCode = 0 } = {}) => {
  const together = [];
  const inOrder = [];
  const attempt = (work) => work().catch((error) => tell(`while stopping: ${error.message}`));

  const shutdown = {
    begun: false,
    first: (work) => together.push(work),
    last: (work) => inOrder.unshift(work),
    end: async (code, why) => {
      if (shutdown.begun) return new Promise(() => {});
      shutdown.begun = true;
      if (why) tell(why);
      endRunningCommands();
      await Promise.all(together.map(attempt));
      for (const work of inOrder) await attempt(work);
      process.exit(typeof code === "function" ? code() : code);
    },
  };
  for (const signal of SIGNALS)
    process.on(signal, () => shutdown.end(signalCode, `${signal}: stopping`));
  for (const fault of ["uncaughtException", "unhandledRejection"]) {
    process.on(fault, (error) => shutdown.end(1, error?.stack ?? String(error)));
  }
  return shutdown;
};
