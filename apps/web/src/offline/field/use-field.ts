"use client";

import { liveQuery } from "dexie";
import { useCallback, useEffect, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { deviceDatabase, type SealedRecord, type SentRecord } from "../device-database";
import { readWaitingPhotos, type WaitingPhoto } from "../use-device";
import { useSending } from "../use-sending";
import {
  type FieldDevice,
  type FieldEvidence,
  type FieldFacts,
  type FieldRecord,
  fieldDatabase,
  readFieldFact,
  type SentHandover,
} from "./field-database";
import { type FieldEnd, flushField } from "./field-outbox";
import { fieldSendOver } from "./field-send-over";
import { type OwnRecord, openLabels } from "./field-standing";
import { type OpenTrip, wipeExpired } from "./vault";

/** All that this phone keeps, without the trip itself: that takes the PIN. */
export interface FieldContent {
  readonly device: FieldDevice | null;
  readonly hasTrip: boolean;
  readonly records: readonly FieldRecord[];
  readonly photos: readonly Omit<FieldEvidence, "sealed">[];
  readonly sent: readonly SentHandover[];
  readonly draftsOf: readonly string[];
  readonly lastSync: number | null;
  readonly revoked: FieldFacts["revoked"] | null;
  /** Matters that the crew was told of: in the outbox that a village's phone has too. */
  readonly problems: readonly SealedRecord[];
  readonly problemPhotos: readonly WaitingPhoto[];
  readonly problemsSent: readonly SentRecord[];
}

const readContent = async (): Promise<FieldContent> => ({
  device: await readFieldFact("device"),
  hasTrip: (await fieldDatabase.facts.where("key").equals("vault").count()) > 0,
  records: await fieldDatabase.records.orderBy("seq").toArray(),
  photos: (await fieldDatabase.evidence.toArray()).map(({ sealed: _, ...photo }) => photo),
  sent: await fieldDatabase.sent.orderBy("seq").toArray(),
  draftsOf: (await fieldDatabase.drafts.toCollection().primaryKeys()) as string[],
  lastSync: await readFieldFact("lastSync"),
  revoked: await readFieldFact("revoked"),
  problems: await deviceDatabase.records.orderBy("seq").toArray(),
  problemPhotos: await readWaitingPhotos(),
  problemsSent: await deviceDatabase.sent.orderBy("seq").reverse().toArray(),
});

const EXPIRY_MS = 60_000;

/** What is kept on this phone, read again whenever this tab or another changes it; null at first. */
export function useField(): FieldContent | null {
  const [content, setContent] = useState<FieldContent | null>(null);
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

/** The records of this phone with their names, once the trip is open. */
export function useOwnRecords(open: OpenTrip | null, content: FieldContent): readonly OwnRecord[] {
  const [own, setOwn] = useState<readonly OwnRecord[]>([]);
  const { records, sent } = content;
  const key = open?.key;
  useEffect(() => {
    let gone = false;
    if (key) void openLabels(key, records, sent).then((all) => gone || setOwn(all));
    return () => {
      gone = true;
    };
  }, [key, records, sent]);
  return own;
}

/** Sends what was recorded on the trip. */
export function useFieldFlush(
  device: FieldDevice | null,
  hasWaiting: boolean,
): { readonly end: FieldEnd | null; readonly flush: () => void } {
  const client = useTRPCClient();
  const [end, setEnd] = useState<FieldEnd | null>(null);
  const flush = useCallback(() => {
    if (!device || !navigator.onLine) return;
    flushField(device, fieldSendOver(client)).then(setEnd, () => undefined);
  }, [client, device]);
  useSending(hasWaiting, flush);
  return { end, flush };
}
