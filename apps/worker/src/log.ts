import pino, { type DestinationStream, type Logger } from "pino";

export type { Logger } from "pino";

/** Fields that must never reach a log, wherever they stand. */
const redacted = [
  ...["password", "token", "secret", "code", "pin", "nik", "kk", "phone", "email", "name"],
  ...["recipient", "to", "subject", "body", "text"],
];

/**
 * The structured log: ids, codes and durations, never personal data.
 * @param to where the lines go; standard output if not given
 */
export const createLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { app: "worker" },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
    },
    to ?? pino.destination(1),
  );

/** Class and code of an error: messages of drivers can quote values. */
export const errorName = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && /^[\w-]{1,40}$/.test(code)
    ? `${error.name}:${code}`
    : error.name;
};

/** An unexpected error as loggable fields. */
export const errorFields = (error: unknown): Record<string, unknown> => ({
  error: errorName(error),
  at:
    error instanceof Error
      ? error.stack
          ?.split("\n")
          .filter((l) => /^\s+at /.test(l))
          .slice(0, 6)
          .join("\n")
      : undefined,
});
