import type { Database, ReadPool } from "@rembuk/db/client";
import { uuidv7 } from "uuidv7";
import type { ServiceContext } from "./context";
import { type FieldKeys, fieldKeysSchema, liveFieldKeys, seal, unseal } from "./kernel/field-keys";
import { systemActor } from "./kernel/system-actor";

export interface SystemParts {
  readonly db: Database;
  readonly reads: ReadPool;
  readonly keys: FieldKeys;
  readonly demo: boolean;
  readonly now?: () => Date;
}

/** The context of what the worker does by itself. */
export const systemContext = (parts: SystemParts): ServiceContext => ({
  now: () => new Date(),
  ...parts,
  actor: systemActor,
  newId: uuidv7,
});

/**
 * The context of `npm run setup`: before there is an administrator, whoever holds the server's keys
 * acts as one. In the audit it is the system.
 */
export const setupContext = (parts: SystemParts): ServiceContext => ({
  ...systemContext(parts),
  actor: {
    ...systemActor,
    assignments: [
      {
        id: systemActor.userId,
        role: "administrator",
        areaCode: "",
        sectorCode: null,
        organizationId: null,
        clearance: false,
      },
    ],
  },
});

/** The content of FIELD_KEYS_FILE. @throws when it is no JSON or lacks a key */
export const parseFieldKeys = (content: string): FieldKeys =>
  fieldKeysSchema.parse(JSON.parse(content));

/** The keys of a process that runs for long. @param read gives the content of FIELD_KEYS_FILE */
export const openFieldKeys = (read: () => string): FieldKeys => liveFieldKeys(read);

/** Seals a sample and opens it again. @throws when the keys do not work */
export const tryFieldKeys = (keys: FieldKeys): void => {
  const place = "doctor:sample:0" as const;
  if (unseal(keys, place, seal(keys, place, "contoh")) !== "contoh") throw new Error("keys differ");
};

/** Opens the name of a stored person. @throws when its key is gone or the row was changed */
export const tryPersonName = (keys: FieldKeys, id: string, sealed: Uint8Array): void => {
  unseal(keys, `person:name:${id}`, sealed);
};
