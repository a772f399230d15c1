import "server-only";
import type { Actor } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "@rembuk/services/context";
import { uuidv7 } from "uuidv7";
import { fieldKeyFile, isDemo } from "@/env";
import { connections } from "./database";

/** What public use cases take: everything but somebody who acts. */
export type PublicContext = Omit<ServiceContext, "actor">;

let keys: ServiceContext["keys"] | undefined;

function fieldKeys(): ServiceContext["keys"] {
  if (keys) return keys;
  const file = fieldKeyFile();
  const bytes = (text: string) => Buffer.from(text, "base64");
  const byId = Object.entries(file.encryption.keys).map(([id, key]) => [id, bytes(key)] as const);
  keys = {
    encryption: { current: file.encryption.current, keys: Object.fromEntries(byId) },
    blindIndex: bytes(file.blindIndex),
    links: bytes(file.links),
  };
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
