"use client";

import { liveQuery } from "dexie";
import { useEffect, useState } from "react";
import {
  type DeviceProfile,
  deviceDatabase,
  type Facts,
  type OfflineCategory,
  readFact,
  type SealedRecord,
  type SentRecord,
} from "./device-database";
import { wipeExpired } from "./village/village-vault";

/** All that this phone keeps. */
export interface DeviceContent {
  readonly device: DeviceProfile | null;
  readonly categories: readonly OfflineCategory[];
  /** The village's cases lie here, under the PIN. */
  readonly hasCases: boolean;
  readonly records: readonly SealedRecord[];
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
