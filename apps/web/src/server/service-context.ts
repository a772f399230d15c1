import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "@rembuk/services/context";
import { openFieldKeys } from "@rembuk/services/system-context";
import { uuidv7 } from "uuidv7";
import { fieldKeyContent, isDemo } from "@/env";
import { connections } from "./database";

/** What public use cases take: everything but somebody who acts. */
export type PublicContext = Omit<ServiceContext, "actor">;

let keys: ServiceContext["keys"] | undefined;

function fieldKeys(): ServiceContext["keys"] {
  keys ??= openFieldKeys(fieldKeyContent);
  return keys;
}

/** The context of use cases that anybody may call (tracking, sign-in). */
export function publicContext(): PublicContext {
  const { db, reads } = connections();
  return {
    db,
    reads,
    now: () => new Date(),
    newId: uuidv7,
    keys: fieldKeys(),
    demo: isDemo(),
  };
}

/** The context of use cases for one request of one actor. */
export function serviceContext(actor: Actor): ServiceContext {
  return { ...publicContext(), actor };
}
