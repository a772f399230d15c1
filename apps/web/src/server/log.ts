import "server-only";
import pino, { type Logger } from "pino";
import { oncePerProcess } from "./once-per-process";

/** Fields that must never reach a log, wherever they stand. */
const REDACTED = [
  "password",
  "token",
  "secret",
  "code",
  "pin",
  "nik",
  "kk",
  "phone",
  "email",
  "name",
];

function createLogger(): Logger {
  return pino({
    level: process.env.LOG_LEVEL ?? "info",
    base: { app: "web" },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: REDACTED.flatMap((field) => [field, `*.${field}`]),
      censor: "[redacted]",
    },
  });
}

/**
 * The structured log: ids, codes and durations, never personal data.
 */
export const log: Logger = oncePerProcess("log", createLogger);

/**
 * An unexpected error as loggable fields. Messages of database drivers can quote values, so only
 * the class, the driver's code and the stack's own lines are kept.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const stack = error.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8)
    .join("\n");
  return { error: error.constructor.name, driverCode: code, stack };
}
