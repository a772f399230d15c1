"use client";

import type { BulkAct } from "@rembuk/domain/cases/bulk-commands";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";
import type { CaseAct } from "@/components/shortcuts/shortcut-table";
import { useTRPC } from "@/lib/trpc";
import type { WantedAct } from "../actions/act-on-case";
import { useBulks } from "../bulk/bulk-windows";
import { useCurrentCase } from "../palette/current-case";
import type { QueueItem } from "./queue-cells";
import type { useChecked } from "./use-checked";
import type { useCursor } from "./use-cursor";

// The windows of acts and their forms come once the list stands, not before it.
const loadAct = () => import("../actions/act-on-case").then(({ ActOnCase }) => ActOnCase);
const loadBulk = () => import("../bulk/bulk-dialog").then(({ BulkDialog }) => BulkDialog);
const ActOnCase = dynamic(loadAct, { ssr: false });
const BulkDialog = dynamic(loadBulk, { ssr: false });
const CALM_MS = 1_500;

/** Fetched while the reader reads, so that a letter opens its window at once, also on a line that has gone. */
function useWindowsAhead(hasKeys: boolean, mayBulk: boolean): void {
  useEffect(() => {
    if (!hasKeys) return;
    const timer = setTimeout(() => {
      void loadAct();
      if (mayBulk) void loadBulk();
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [hasKeys, mayBulk]);
}

interface QueueActs {
  readonly startByKey: (row: QueueItem, key: string) => void;
  readonly startAct: (row: QueueItem, act: CaseAct) => void;
  readonly startBulk: (act: BulkAct) => void;
  readonly undo: () => void;
  /** A window stands over the list. */
  readonly isOpen: boolean;
  readonly windows: ReactNode;
}

/** Takes up what was held when the page was left, once. */
function useResume(): void {
  const { resume } = useBulks();
  const { data } = useQuery(
    useTRPC().cases.openBulks.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const [taken, setTaken] = useState<typeof data>(undefined);
  useEffect(() => {
    if (!data || taken === data) return;
    setTaken(data);
    if (data.length > 0) resume(data);
  }, [data, taken, resume]);
}

/** The windows of the list: an act on the chosen row, or on everything that is checked. */
export function useQueueActs(options: {
  readonly cursor: ReturnType<typeof useCursor>;
  readonly checked: ReturnType<typeof useChecked>;
  readonly acts: readonly BulkAct[];
  /** On a phone no row is chosen. */
  readonly hasCursor: boolean;
}): QueueActs {
  const { cursor, checked, acts, hasCursor } = options;
  const { undo } = useBulks();
  const [wanted, setWanted] = useState<WantedAct | null>(null);
  const [bulk, setBulk] = useState<{ act: BulkAct; rows: readonly QueueItem[] } | null>(null);
  useResume();
  useWindowsAhead(hasCursor, acts.length > 0);
  const start = (row: QueueItem, by: WantedAct["by"]) => {
    // Reading a secret case is recorded, so it is opened, not read in passing.
    if (row.isSecret) cursor.open(row.id);
    else setWanted({ caseId: row.id, by });
  };
  const startBulk = (act: BulkAct) => {
    if (checked.rows.length > 0) setBulk({ act, rows: checked.rows });
  };
  const { active } = cursor;
  useCurrentCase(
    active && hasCursor
      ? {
          caseId: active.id,
          isUnread: active.isSecret,
          start: (act: CaseAct) => start(active, { act }),
          checked: { count: acts.length > 0 ? checked.rows.length : 0, start: startBulk },
        }
      : null,
  );
  const windows = (
    <>
      {wanted ? (
        <ActOnCase
          key={`${wanted.caseId} ${JSON.stringify(wanted.by)}`}
          wanted={wanted}
          onClose={() => setWanted(null)}
          onReopen={setWanted}
        />
      ) : null}
      {bulk ? (
        <BulkDialog
          key={bulk.act}
          act={bulk.act}
          rows={bulk.rows}
          onClose={() => setBulk(null)}
          onHeld={() => {
            setBulk(null);
            checked.clear();
          }}
        />
      ) : null}
    </>
  );
  return {
    startByKey: (row, key) => start(row, { key }),
    startAct: (row, act) => start(row, { act }),
    startBulk,
    undo: () => undo(),
    // From the letter on: what is typed next is meant for the window that comes.
    isOpen: wanted !== null || bulk !== null,
    windows,
  };
}
