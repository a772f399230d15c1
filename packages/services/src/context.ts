import type { Database, ReadPool } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import type { NewId } from "@rembuk/domain/kernel/ids";
import type { FieldKeys } from "./kernel/field-keys";

/** What every use case is given. Transport makes one per request, the worker one per job, a test one per actor. */
export interface ServiceContext {
  readonly db: Database;
  /** The hottest reads, pipelined. */
  readonly reads: ReadPool;
  readonly actor: Actor;
  readonly now: () => Date;
  readonly newId: NewId;
  readonly keys: FieldKeys;
  /** Demonstration: NIKs of the province 9999, which does not exist, are accepted. */
  readonly demo: boolean;
}
