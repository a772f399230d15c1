import "server-only";

const holder = globalThis as unknown as { rembukShutdown?: AbortController };

/**
 * Aborted on SIGTERM and SIGINT. Open event streams keep the server alive for ever, so each of
 * them listens here. One for the whole process: the bundler may load a module twice.
 */
export const shutdown: AbortController = (holder.rembukShutdown ??= new AbortController());

/** Ends open streams when the process is asked to stop. */
export function abortOnSignals(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => shutdown.abort());
  }
}
