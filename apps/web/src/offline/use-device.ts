"use client";

import { liveQuery } from "dexie";
import { useEffect, useState } from "react";
import {
  type DeviceProfile,
  deviceDatabase,
  type Facts,
  type OfflineCategory,
  readFact,
  type SealedPhoto,
  type SealedRecord,
  type SentRecord,
} from "./device-database";
import { wipeExpired } from "./village/village-vault";

/** A photo that waits, without its bytes. */
export interface WaitingPhoto extends Omit<SealedPhoto, "sealed"> {
  /** Bytes to send. */
  readonly total: number;
}

/** As they were taken. */
export const readWaitingPhotos = async (): Promise<readonly WaitingPhoto[]> => {
  const all = await deviceDatabase.photos.toArray();
  return all
    .map(({ sealed, ...photo }) => ({ ...photo, total: sealed.length }))
    .sort((one, other) => +one.capturedAt - +other.capturedAt || one.place - other.place);
};

/** Whether something may be sent: what was refused waits for a person, and a photo for its record. */
export const hasToSend = (
  records: readonly SealedRecord[],
  photos: readonly WaitingPhoto[],
): boolean => {
  const refused = new Set(
    records.filter(({ state }) => state === "review").map((one) => one.clientActionId),
  );
  return (
    records.length > refused.size ||
    photos.some(({ reason, recordId }) => reason === null && !refused.has(recordId))
  );
};

/** All that this phone keeps. */
export interface DeviceContent {
  readonly device: DeviceProfile | null;
  readonly categories: readonly OfflineCategory[];
  /** The village's cases lie here, under the PIN. */
  readonly hasCases: boolean;
  readonly records: readonly SealedRecord[];
  readonly photos: readonly WaitingPhoto[];
  /** Newest first. */
  readonly sent: readonly SentRecord[];
  readonly lastSync: Date | null;
  readonly revoked: Facts["revoked"] | null;
}

const readContent = async (): Promise<DeviceContent> => ({
  device: await readFact("device"),
  categories: (await readFact("categories")) ?? [],
  hasCases: (await deviceDatabase.facts.where("key").equals("vault").count()) > 0,
  records: await deviceDatabase.records.orderBy("seq").toArray(),
  photos: await readWaitingPhotos(),
  sent: await deviceDatabase.sent.orderBy("seq").reverse().toArray(),
  lastSync: await readFact("lastSync"),
  revoked: await readFact("revoked"),
});

const EXPIRY_MS = 60_000;

/** What is kept on this phone, read again whenever this tab or another changes it; null at first. */
export function useDevice(): DeviceContent | null {
  const [content, setContent] = useState<DeviceContent | null>(null);
  useEffect(() => {
    let subscription: { unsubscribe: () => void } | null = null;
    let gone = false;
    const watch = () => {
      if (!gone) subscription = liveQuery(readContent).subscribe(setContent);
    };
    // What is over is gone before anything is shown.
    wipeExpired().then(watch, watch);
    const timer = setInterval(() => void wipeExpired(), EXPIRY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
      subscription?.unsubscribe();
    };
  }, []);
  return content;
}
