import "server-only";
import { oncePerProcess } from "./once-per-process";

/**
 * Aborted on SIGTERM and SIGINT. Open event streams keep the server alive for ever, so each of
 * them listens here.
 */
export const shutdown: AbortController = oncePerProcess("shutdown", () => new AbortController());

/** Ends open streams when the process is asked to stop. */
export function abortOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => shutdown.abort());
  }
}
