import type { SealedCommand } from "@rembuk/domain/staff/sealing";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import Dexie, { type EntityTable } from "dexie";
import type { Zone } from "@/lib/format";
import { phoneDatabase } from "./kept-databases";
import type { Vault } from "./vault";

/** waiting: on the phone; sending: on its way; review: the server refused it, a person decides. */
export type RecordState = "waiting" | "sending" | "review";

/** A record of the outbox. What the person wrote is in `sealed` alone, and cannot be read here. */
export interface SealedRecord {
  /** Order of capture, which is the order of sending. */
  readonly seq: number;
  readonly clientActionId: string;
  /** The phone it was sealed for: kept here so that it outlives the profile. */
  readonly deviceId: string;
  readonly command: SealedCommand;
  /** The case or referral that it acts on; null: a new problem. An id says nothing of anybody. */
  readonly about: string | null;
  readonly capturedAt: Date;
  /** base64, see seal.ts */
  readonly sealed: string;
  readonly state: RecordState;
  /** Code of the refusal, worded under `errors`. */
  readonly reason: string | null;
}

/** A photo of a new case, sealed like its record: it follows when that one is there. */
export interface SealedPhoto {
  readonly id: string;
  /** `clientActionId` of the record that tells of it. */
  readonly recordId: string;
  readonly deviceId: string;
  /** Of its record. */
  readonly command: SealedCommand;
  readonly capturedAt: Date;
  /** 1 to 3, as they were taken. */
  readonly place: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Bytes of `sealed` that the server has. */
  readonly sent: number;
  /** Code of the refusal; null: none. */
  readonly reason: string | null;
}

/** What the server took: its kind and number, nothing of its content. */
export interface SentRecord {
  readonly seq: number;
  readonly clientActionId: string;
  readonly command: SealedCommand;
  readonly about: string | null;
  /** Of a new case; empty: it was an act. */
  readonly number: string;
  /** It came too late to be done: it stands as a note on its case. */
  readonly isNoted: boolean;
  readonly sentAt: Date;
}

/** This phone, as registered. */
export interface DeviceProfile {
  readonly deviceId: string;
  readonly label: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly zone: Zone;
  /** The server's key that records are sealed to. */
  readonly publicKey: string;
}

export type OfflineCategory = Pick<
  CategoryOption,
  "code" | "name" | "kind" | "isAlwaysEmergency" | "emergencyHours"
>;

/** Single things kept beside the records. */
export interface Facts {
  readonly device: DeviceProfile;
  readonly categories: readonly OfflineCategory[];
  readonly lastSync: Date;
  /** The village's open cases, under the PIN. */
  readonly vault: Vault;
  /** The latest time that this phone has seen; ms. */
  readonly seen: number;
  readonly revoked: { readonly at: Date; readonly handedOver: number };
}

interface Fact {
  readonly key: keyof Facts;
  readonly value: unknown;
}

/** IndexedDB of this phone. Master data, the profile, sealed records: no word of a citizen. */
export const deviceDatabase = new Dexie(phoneDatabase) as Dexie & {
  records: EntityTable<SealedRecord, "seq">;
  photos: EntityTable<SealedPhoto, "id">;
  sent: EntityTable<SentRecord, "seq">;
  facts: EntityTable<Fact, "key">;
};
deviceDatabase.version(1).stores({
  records: "++seq, &clientActionId",
  sent: "++seq, &clientActionId",
  facts: "key",
});
deviceDatabase.version(2).stores({ photos: "id, recordId" });

export async function readFact<Key extends keyof Facts>(key: Key): Promise<Facts[Key] | null> {
  const fact = await deviceDatabase.facts.get(key);
  return (fact?.value as Facts[Key] | undefined) ?? null;
}

export async function keepFact<Key extends keyof Facts>(
  key: Key,
  value: Facts[Key],
): Promise<void> {
  await deviceDatabase.facts.put({ key, value });
}

/** Revocation: what was downloaded goes; records that were never sent stay until they are handed over. */
export const wipeDownloaded = (): Promise<void> =>
  deviceDatabase.facts.bulkDelete(["device", "categories", "vault"]);

/** Expiry and signing out: the cases go, the phone stays set up. */
export const wipeCases = (): Promise<void> => deviceDatabase.facts.delete("vault");
