/** One orderly end, whoever asks for it: Ctrl-C, SIGTERM, a failure, a child that died. */
import { endRunningCommands } from "./commands.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * @param {(message: string) => void} tell
 * @returns {{begun: boolean, last(work: () => Promise<unknown>): void,
 *   first(work: () => Promise<unknown>): void, end(code: number, why?: string): Promise<never>}}
 *   Works added by `first` run together before those added by `last`, which run one by one, the
 *   newest first. A work must be harmless when what it ends is gone already.
 */
export const createShutdown = (tell) => {
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
      process.exit(code);
    },
  };
  for (const signal of SIGNALS) process.on(signal, () => shutdown.end(0, `${signal}: stopping`));
  return shutdown;
};
