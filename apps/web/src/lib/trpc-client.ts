import {
  createTRPCClient,
  httpBatchLink,
  splitLink,
  type TRPCClient,
  TRPCClientError,
} from "@trpc/client";
import type { AppRouter } from "@/server/root-router";
import { idleSeconds, watchActivity } from "./activity";
import { wireFormat } from "./wire-format";

export const transportAddress = "/api/trpc";

const batchFor = (idle: () => number) => ({
  url: transportAddress,
  transformer: wireFormat,
  maxItems: 10,
  headers: () => ({ "x-idle-seconds": String(idle()) }),
});

export type Client = TRPCClient<AppRouter>;

const isAskedByWords = (input: unknown): boolean =>
  typeof input === "object" && input !== null && "text" in input && Boolean(input.text);

/**
 * The browser's connection to the procedures.
 * @param idle seconds since somebody last touched this tab
 */
export function createClient(idle: () => number = idleSeconds): Client {
  watchActivity();
  const batch = batchFor(idle);
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        // What was typed may be a NIK, a phone or a name: it goes in a body, never in an address.
        condition: ({ input }) => isAskedByWords(input),
        true: httpBatchLink({ ...batch, methodOverride: "POST" }),
        // A long list of ids would not fit an address: beyond it the calls go in several.
        false: httpBatchLink({ ...batch, maxURLLength: 2_000 }),
      }),
    ],
  });
}

/** What the browser knows of a failed call. */
export interface CallFailure {
  /** Wording under `errors.<code>`. */
  readonly code: string;
  readonly httpStatus: number;
  readonly details: Readonly<Record<string, unknown>>;
  /** Input fields that did not fit, by dotted path. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** For a person who reports the failure. */
  readonly requestId: string | null;
}

interface ErrorData {
  readonly httpStatus?: number;
  readonly requestId?: string | null;
  readonly told?: Pick<CallFailure, "code" | "details" | "fields">;
}

/** Reads any error of a call; without an answer from the server the code is OFFLINE. */
export function callFailure(error: unknown): CallFailure {
  const data = error instanceof TRPCClientError ? (error.data as ErrorData | undefined) : undefined;
  return {
    code: data?.told?.code ?? "OFFLINE",
    httpStatus: data?.httpStatus ?? 0,
    details: data?.told?.details ?? {},
    fields: data?.told?.fields ?? {},
    requestId: data?.requestId ?? null,
  };
}
