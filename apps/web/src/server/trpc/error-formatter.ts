import "server-only";
import type { ErrorDetails, ErrorKind } from "@rembuk/domain/kernel/errors";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";

const codeOfKind: Record<ErrorKind, TRPC_ERROR_CODE_KEY> = {
  invalid: "BAD_REQUEST",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** What the browser learns of a failure. `code` has its wording under `errors.<code>`. */
export interface PublicError {
  readonly code: string;
  readonly details: ErrorDetails;
  /** Input fields that did not fit: dotted path -> message keys. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** Codes of PostgreSQL and Prisma that mean "too busy or away", not "wrong". */
const OVERLOAD_CODES = new Set([
  "57014", // statement timeout
  "55P03", // lock timeout
  "53300", // too many connections
  "57P01", // the server is going down
  "57P03", // the server is starting
  "08006",
  "08001",
  "ECONNREFUSED",
  "ECONNRESET",
  "P1001",
  "P1017",
  "P2024",
  "P2028",
]);

function causeChain(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let current = error;
  while (current instanceof Error && chain.length < 5) {
    chain.push(current);
    current = current.cause;
  }
  return chain;
}

/** True when waiting and trying again may help: the database is slow, full or away. */
export function isOverload(error: unknown): boolean {
  return causeChain(error).some((link) => {
    const { code, message } = link as { code?: unknown; message: string };
    if (typeof code === "string" && OVERLOAD_CODES.has(code)) return true;
    return /timeout exceeded when trying to connect|connection timeout/.test(message);
  });
}

/** The error of a procedure as transport: domain errors by kind, overload 503, the rest as it is. */
export function toTransportError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (isDomainError(cause)) {
    return new TRPCError({ code: codeOfKind[cause.kind], message: cause.code, cause });
  }
  if (error.code === "INTERNAL_SERVER_ERROR" && isOverload(cause)) {
    const busy = new DomainError("unavailable", "BUSY");
    return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: busy.code, cause: busy });
  }
  return error;
}

function fieldsOf(error: ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}

/** Strips a failure to what may leave the house: no stack, no driver text. */
export function publicError(error: TRPCError): PublicError {
  if (isDomainError(error.cause)) {
    return { code: error.cause.code, details: error.cause.details, fields: {} };
  }
  if (error.cause instanceof ZodError) {
    return { code: "INPUT_INVALID", details: {}, fields: fieldsOf(error.cause) };
  }
  const own: Partial<Record<TRPC_ERROR_CODE_KEY, string>> = {
    UNAUTHORIZED: "UNAUTHENTICATED",
    FORBIDDEN: "FORBIDDEN",
    TOO_MANY_REQUESTS: "RATE_LIMITED",
    BAD_REQUEST: "INPUT_INVALID",
    PARSE_ERROR: "INPUT_INVALID",
    PAYLOAD_TOO_LARGE: "INPUT_INVALID",
    UNSUPPORTED_MEDIA_TYPE: "INPUT_INVALID",
    METHOD_NOT_SUPPORTED: "INPUT_INVALID",
    NOT_FOUND: "PAGE_NOT_FOUND",
  };
  return { code: own[error.code] ?? "UNEXPECTED", details: {}, fields: {} };
}
