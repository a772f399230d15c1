import { createHash } from "node:crypto";
import type { PreparedRead, Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import {
  contextStatement,
  plannedOnce,
  type RememberedAct,
  setContext,
  setContextOfAct,
} from "./database-context";

interface Scope {
  /** A case that the use case is about to create, authorised by its area. */
  readonly caseId?: string;
  readonly personId?: string;
  /** For the worker's one long act: it and each of its statements may take so long (ms). */
  readonly longestMs?: number;
}

interface OnceScope extends Scope {
  /** Asked before an earlier answer is told too: for acts whose answer holds a secret. */
  readonly authorise?: (tx: Transaction) => Promise<unknown>;
}

/** Database codes that reach the caller in another shape. 42501: the fence refused. */
const translate = (error: unknown): unknown => {
  const text =
    error instanceof Error
      ? `${error.message} ${"code" in error ? error.code : ""} ${JSON.stringify("meta" in error ? error.meta : "")}`
      : "";
  if (/42501|row-level security/.test(text)) return new DomainError("forbidden", "FORBIDDEN");
  if (
    /57014|Unable to start a transaction|P2024|P2028|ECONNREFUSED|Can't reach database|connection timeout/i.test(
      text,
    )
  ) {
    return new DomainError("unavailable", "BUSY");
  }
  return error;
};

const translated = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw translate(error);
  });

const allowLong = (tx: Transaction, ms: number): Promise<unknown> =>
  tx.$queryRaw`SELECT set_config('statement_timeout', ${String(ms)}, true)`;

/** One transaction with the actor's context. Errors of the database read as domain errors. */
export const inTransaction = async <T>(
  ctx: ServiceContext,
  work: (tx: Transaction) => Promise<T>,
  scope: Scope = {},
): Promise<T> => {
  const { longestMs } = scope;
  return translated(
    ctx.db.$transaction(
      async (tx) => {
        await setContext(tx, ctx.actor, scope.caseId, scope.personId);
        if (longestMs !== undefined) await allowLong(tx, longestMs);
        return work(tx);
      },
      longestMs === undefined ? {} : { timeout: longestMs },
    ),
  );
};

/** SHA-256 of a command, without its id: the same act or another one under the same id? */
export const bodyHash = (command: object): Uint8Array<ArrayBuffer> => {
  const { clientActionId: _, ...body } = command as { clientActionId?: string };
  return Uint8Array.from(createHash("sha256").update(JSON.stringify(body)).digest());
};

/** The answer to an act that was done before; null when it is new. */
const earlierAnswer = <Result>(known: RememberedAct | null, command: object): Result | null => {
  if (!known) return null;
  if (known.body_hash !== Buffer.from(bodyHash(command)).toString("hex")) {
    throw new DomainError("conflict", "CLIENT_ACTION_REUSED");
  }
  return known.result as Result;
};

/** The same inside a transaction that has its context already. */
export const findEarlierAnswer = async <Result>(
  tx: Transaction,
  ctx: ServiceContext,
  command: { readonly clientActionId: string },
): Promise<Result | null> => {
  const known = await tx.clientAction.findUnique({
    where: { actorId_id: { actorId: ctx.actor.userId, id: command.clientActionId } },
  });
  const body_hash = Buffer.from(known?.bodyHash ?? []).toString("hex");
  return earlierAnswer<Result>(known && { body_hash, result: known.result }, command);
};

const isDuplicateAction = (error: unknown): boolean =>
  error instanceof Error &&
  /client_action_pkey|23505[\s\S]*client_action|actor_id[\s\S]*id[\s\S]*already exists/.test(
    `${error.message} ${JSON.stringify("meta" in error ? error.meta : "")}`,
  );

const again = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
  try {
    return await attempt();
  } catch (error) {
    if (isDuplicateAction(error)) return attempt();
    throw error;
  }
};

/** A refusal that may only mean that the same act was done a moment ago. */
const mayBeDone = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.kind !== "unavailable";

/**
 * Does an act at most once per (actor, clientActionId). Two at the same time: the second waits on the
 * unique key, is rolled back whole, and gets the first one's answer. So does one that began before the first was
 * done and then met what the first left: the row on its next version, or no longer in its reach.
 */
export const once = async <Result>(
  ctx: ServiceContext,
  command: { readonly clientActionId: string },
  work: (tx: Transaction) => Promise<Result>,
  scope: OnceScope = {},
): Promise<Result> => {
  const { caseId, personId, authorise } = scope;
  const attempt = (act: (tx: Transaction) => Promise<Result>) =>
    translated(
      ctx.db.$transaction(async (tx) => {
        const id = command.clientActionId;
        const known = await setContextOfAct(tx, ctx.actor, id, caseId, personId);
        await authorise?.(tx);
        return earlierAnswer<Result>(known, command) ?? (await act(tx));
      }),
    );
  try {
    return await again(() => attempt(work));
  } catch (error) {
    if (mayBeDone(error)) return attempt(() => Promise.reject(error));
    throw error;
  }
};

/**
 * The same for an act whose every beat is a statement of its own: two round trips, the second with all
 * that is written.
 * @param first gives one row, with what is remembered of the act in `act`
 * @param decide is not asked for an act that was done before
 */
export const onceInTwo = <Row extends { readonly act: RememberedAct | null }, Result>(
  ctx: ServiceContext,
  command: { readonly clientActionId: string },
  first: PreparedRead,
  decide: (row: Row) => { readonly queries: readonly PreparedRead[]; readonly result: Result },
  { caseId, personId }: Scope = {},
): Promise<Result> =>
  again(() =>
    translated(
      ctx.reads.readOn<Row, Result>(
        plannedOnce(contextStatement(ctx.actor, caseId, personId)),
        first,
        ([row]) => {
          if (!row) throw new Error("an act's first statement gave no row");
          const known = earlierAnswer<Result>(row.act, command);
          if (known !== null) return { queries: [], answer: () => known };
          const { queries, result } = decide(row);
          return { queries, answer: () => result };
        },
      ),
    ),
  );
