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

/** All that this phone keeps. */
export interface DeviceContent {
  readonly device: DeviceProfile | null;
  readonly categories: readonly OfflineCategory[];
  readonly records: readonly SealedRecord[];
  /** Newest first. */
  readonly sent: readonly SentRecord[];
  readonly lastSync: Date | null;
  readonly revoked: Facts["revoked"] | null;
}

const readContent = async (): Promise<DeviceContent> => ({
  device: await readFact("device"),
  categories: (await readFact("categories")) ?? [],
  records: await deviceDatabase.records.orderBy("seq").toArray(),
  sent: await deviceDatabase.sent.orderBy("seq").reverse().toArray(),
  lastSync: await readFact("lastSync"),
  revoked: await readFact("revoked"),
});

/** What is kept on this phone, read again whenever this tab or another changes it; null at first. */
export function useDevice(): DeviceContent | null {
  const [content, setContent] = useState<DeviceContent | null>(null);
  useEffect(() => {
    const subscription = liveQuery(readContent).subscribe(setContent);
    return () => subscription.unsubscribe();
  }, []);
  return content;
}
