"use client";

import type { BatchAct } from "@rembuk/domain/cases/bulk-commands";
import { useToast } from "@rembuk/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { useMarkPending } from "../pending/pending-cases";

type Procedures = ReturnType<typeof useTRPC>["cases"];
export type HeldBulk = inferOutput<Procedures["submitBulk"]>;
export type BulkReport = inferOutput<Procedures["openBulks"]>[number];

/** A batch that can still be undone, or is just being carried out. */
export interface BulkWindow {
  readonly batchId: string;
  readonly act: BatchAct;
  readonly count: number;
  readonly caseIds: readonly string[];
  /** Of this browser's clock (ms). */
  readonly endsAt: number;
}

interface Bulks {
  readonly windows: readonly BulkWindow[];
  /** Ended with refusals that were not read yet. */
  readonly reports: readonly BulkReport[];
  readonly hold: (act: BatchAct, held: HeldBulk) => void;
  /** Takes the newest one back, or the one that is named. */
  readonly undo: (batchId?: string) => void;
  readonly acknowledge: (batchId: string) => void;
  /** Takes up again what was begun before a reload. */
  readonly resume: (reports: readonly BulkReport[]) => void;
}

const Windows = createContext<Bulks | null>(null);

/** Asked again so often while another process carries a batch out (ms). */
const AGAIN_MS = 1_000;
/** After that the server goes on alone, and the end is told with the next visit. */
const MOST_TRIES = 30;

/** Carries a batch out at the end of its window, and tells what became of it. */
function useSettle(close: (batchId: string) => void, tell: (report: BulkReport) => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { unmark } = useMarkPending();
  return useCallback(
    async (window: BulkWindow) => {
      let report: BulkReport | null = null;
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        report = await client.cases.settleBulk
          .mutate({ batchId: window.batchId })
          .catch(() => null);
        if (report?.state === "done" || report?.state === "undone") break;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
      close(window.batchId);
      // The row shows what the server says before the mark goes: nothing flickers back.
      await queries.invalidateQueries(trpc.cases.pathFilter());
      unmark(window.caseIds);
      if (report) tell(report);
    },
    [client, close, queries, tell, trpc, unmark],
  );
}

/** Ends each window in its time, whichever page is open. */
function useTimers(
  windows: readonly BulkWindow[],
  settle: (window: BulkWindow) => Promise<void>,
): void {
  const [begun] = useState(() => new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    for (const window of windows) {
      if (begun.has(window.batchId)) continue;
      const rest = Math.max(window.endsAt - Date.now(), 0);
      begun.set(
        window.batchId,
        setTimeout(() => void settle(window), rest),
      );
    }
    for (const [batchId, timer] of begun) {
      if (windows.some((one) => one.batchId === batchId)) continue;
      clearTimeout(timer);
      begun.delete(batchId);
    }
  }, [begun, settle, windows]);
}

/** Batches of this person that wait to be carried out; the server holds them, not this page. */
export function BulkWindowsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("bulk");
  const client = useTRPCClient();
  const toast = useToast();
  const wording = useErrorWording();
  const { mark, unmark } = useMarkPending();
  const [windows, setWindows] = useState<readonly BulkWindow[]>([]);
  const [reports, setReports] = useState<readonly BulkReport[]>([]);
  const [known] = useState(() => new Set<string>());
  const close = useCallback(
    (batchId: string) => setWindows((all) => all.filter((one) => one.batchId !== batchId)),
    [],
  );
  const tell = useCallback(
    (report: BulkReport) => {
      const { act, count, refused } = report;
      if (report.state !== "done") return;
      if (refused.length === 0) toast.show({ title: t(`done.${act}`, { count }) });
      else setReports((all) => [...all.filter((one) => one.batchId !== report.batchId), report]);
    },
    [t, toast],
  );
  useTimers(windows, useSettle(close, tell));

  const undo = useCallback(
    async (window: BulkWindow | undefined) => {
      if (!window) return;
      const { batchId, caseIds, count } = window;
      try {
        await client.cases.undoBulk.mutate({ clientActionId: crypto.randomUUID(), batchId });
        close(batchId);
        unmark(caseIds);
        toast.show({ title: t("undone", { count }), tone: "info" });
      } catch (error) {
        const title = t("notUndone");
        toast.show({ title, description: wording(callFailure(error).code), tone: "failed" });
      }
    },
    [client, close, t, toast, unmark, wording],
  );
  const value = useMemo(
    (): Bulks => ({
      windows,
      reports,
      hold: (act, held) => {
        const caseIds = held.accepted.map((one) => one.caseId);
        const endsAt = Date.now() + held.windowMs;
        mark(held.accepted.map(({ caseId, becomes }) => [caseId, { becomes, kind: "held" }]));
        known.add(held.batchId);
        const window = { batchId: held.batchId, act, count: caseIds.length, caseIds, endsAt };
        setWindows((all) => [...all, window]);
      },
      undo: (batchId) =>
        void undo(batchId ? windows.find((one) => one.batchId === batchId) : windows.at(-1)),
      acknowledge: (batchId) => {
        setReports((all) => all.filter((one) => one.batchId !== batchId));
        void client.cases.acknowledgeBulk.mutate({ batchId }).catch(() => undefined);
      },
      resume: (open) => {
        // Also what has ended here meanwhile: a late answer does not bring it back.
        const news = open.filter((one) => !known.has(one.batchId));
        // Nothing new leaves everything below this provider undisturbed.
        if (news.length === 0) return;
        for (const { batchId } of news) known.add(batchId);
        setReports((all) => [...all, ...news.filter((one) => one.state === "done")]);
        setWindows((all) => [
          ...all,
          ...news
            .filter((one) => one.state !== "done")
            .map((one) => ({ ...one, endsAt: Date.now() + one.undoMs })),
        ]);
      },
    }),
    [client, known, mark, reports, undo, windows],
  );
  return <Windows value={value}>{children}</Windows>;
}

export function useBulks(): Bulks {
  const bulks = use(Windows);
  if (!bulks) throw new Error("useBulks needs a BulkWindowsProvider");
  return bulks;
}
