import type { HandoverReceipt } from "@rembuk/services/handovers/receive-on-trip";
import Dexie, { type EntityTable } from "dexie";
import { tripDatabase } from "../kept-databases";
import type { Locked, Vault } from "../vault";

/** waiting: on the phone; sending: on its way; review: the server refused it, a person decides. */
export type FieldRecordState = "waiting" | "sending" | "review";

/** A handover as it lies on the phone. What was recorded is in `sealed` alone: nobody reads it here again. */
export interface FieldRecord {
  readonly seq: number;
  readonly clientActionId: string;
  /** The phone that sealed it: another one may carry it. */
  readonly deviceId: string;
  /** By this phone's clock; ms, as every time here: plain numbers survive every copy. */
  readonly capturedAt: number;
  /** base64, see seal.ts */
  readonly sealed: string;
  /** What this phone shows of it in its list; null for a record that it carries. */
  readonly label: Locked | null;
  readonly state: FieldRecordState;
  /** Code of the refusal, worded under `errors`. */
  readonly reason: string | null;
}

/** A photo or signature, sealed to the server's key like its record. */
export interface FieldEvidence {
  readonly id: string;
  readonly handoverId: string;
  readonly deviceId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Bytes that the server has. */
  readonly sent: number;
  readonly reason: string | null;
}

/** What the server said of a record; nothing of its content but what the PIN opens. */
export interface SentHandover {
  readonly seq: number;
  readonly clientActionId: string;
  readonly answer: HandoverReceipt["answer"];
  readonly because: HandoverReceipt["because"];
  readonly label: Locked | null;
  readonly sentAt: number;
}

/** A handover that is being filled in: kept under the PIN, so that a tab that dies loses nothing. */
export interface Draft {
  readonly lineId: string;
  readonly content: Locked;
}

/** This phone, as registered. */
export interface FieldDevice {
  readonly deviceId: string;
  readonly label: string;
  readonly publicKey: string;
}

/** Single things kept beside the records. */
export interface FieldFacts {
  readonly device: FieldDevice;
  readonly vault: Vault;
  readonly lastSync: number;
  readonly revoked: { readonly at: number };
  /** The latest time that this phone has seen: a clock that is set back wins no days. */
  readonly seen: number;
}

interface Fact {
  readonly key: keyof FieldFacts;
  readonly value: unknown;
}

/** IndexedDB of the phone of whoever goes along: nothing in it is readable without the PIN or the server. */
export const fieldDatabase = new Dexie(tripDatabase) as Dexie & {
  records: EntityTable<FieldRecord, "seq">;
  evidence: EntityTable<FieldEvidence, "id">;
  sent: EntityTable<SentHandover, "seq">;
  drafts: EntityTable<Draft, "lineId">;
  facts: EntityTable<Fact, "key">;
};
fieldDatabase.version(1).stores({
  records: "++seq, &clientActionId",
  evidence: "id, handoverId",
  sent: "++seq, &clientActionId",
  drafts: "lineId",
  facts: "key",
});

export async function readFieldFact<Key extends keyof FieldFacts>(
  key: Key,
): Promise<FieldFacts[Key] | null> {
  const fact = await fieldDatabase.facts.get(key);
  return (fact?.value as FieldFacts[Key] | undefined) ?? null;
}

export async function keepFieldFact<Key extends keyof FieldFacts>(
  key: Key,
  value: FieldFacts[Key],
): Promise<void> {
  await fieldDatabase.facts.put({ key, value });
}

/**
 * Expiry, signing out and revocation: the trip goes, and with its key all that only the PIN opened. Records and
 * photos that were never sent stay: they are sealed to the server.
 */
export const wipeTrip = (): Promise<void> =>
  fieldDatabase.transaction("rw", fieldDatabase.tables, async () => {
    await fieldDatabase.facts.delete("vault");
    await fieldDatabase.drafts.clear();
    await fieldDatabase.sent.clear();
    await fieldDatabase.records.toCollection().modify({ label: null });
  });
