"use client";

import type { Refusal } from "@rembuk/domain/files/model";
import { useEffect, useRef, useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { type PreparedUpload, prepareForUpload } from "./prepare-for-upload";
import { sendPieces } from "./send-pieces";

export type UploadState = "waiting-turn" | "preparing" | "sending" | "cut" | "checking" | "failed";

export interface UploadItem {
  readonly key: string;
  readonly name: string;
  readonly state: UploadState;
  /** Known once it was announced. */
  readonly fileId: string | null;
  readonly sent: number;
  readonly size: number;
  /** Why it is not taken, by our own look; or the code of what went wrong. */
  readonly refusal: Refusal | null;
  readonly failure: string | null;
}

/** What is announced of a file before its bytes. */
export interface Announced {
  readonly clientActionId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Where files go, and what is told of each: `About` is asked of the person who adds it. */
export interface UploadWay<About> {
  /** Makes room. @returns the id under which its bytes are awaited */
  readonly begin: (announced: Announced, about: About) => Promise<string>;
  /** Where its pieces are sent. */
  readonly address: (fileId: string) => string;
  /** All bytes are there. @returns why it is not taken; null: it is, or its list tells what became of it */
  readonly finish: (fileId: string, name: string) => Promise<Refusal | null>;
  readonly refresh: () => Promise<void>;
}

interface Job<About> {
  readonly key: string;
  readonly file: File;
  readonly about: About;
  readonly clientActionId: string;
  readonly stop: AbortController;
  prepared: PreparedUpload | null;
}

const fresh = (job: Pick<Job<unknown>, "key" | "file">): UploadItem => ({
  key: job.key,
  name: job.file.name,
  state: "waiting-turn",
  fileId: null,
  sent: 0,
  size: job.file.size,
  refusal: null,
  failure: null,
});

/** A line that was cut is no failure: what has arrived waits at the server. */
const isCut = (code: string): boolean =>
  [
    ...["OFFLINE", "BUSY", "FILE_NOT_WHOLE", "FILE_STORE_UNAVAILABLE", "FILE_SCANNER_AWAY"],
  ].includes(code);

/** Sends one file after another; a poor line carries one better than three. */
export function useUploads<About>(way: UploadWay<About>) {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const jobs = useRef(new Map<string, Job<About>>());
  const queue = useRef<string[]>([]);
  const isBusy = useRef(false);

  const change = (key: string, to: Partial<UploadItem>) =>
    setItems((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: string) => {
    jobs.current.delete(key);
    setItems((all) => all.filter((one) => one.key !== key));
  };

  const carry = async (job: Job<About>): Promise<void> => {
    const { key, clientActionId, about } = job;
    const { name } = job.file;
    if (!job.prepared) {
      change(key, { state: "preparing" });
      const prepared = await prepareForUpload(job.file);
      if (typeof prepared === "string") return change(key, { state: "failed", refusal: prepared });
      job.prepared = prepared;
    }
    const { blob, sha256 } = job.prepared;
    const fileId = await way.begin({ clientActionId, name, sha256, size: blob.size }, about);
    change(key, { state: "sending", fileId, size: blob.size });
    await sendPieces({
      ...{ address: way.address(fileId), blob, signal: job.stop.signal },
      onProgress: (sent) => change(key, { state: "sending", sent }),
    });
    change(key, { state: "checking", sent: blob.size });
    const refusal = await way.finish(fileId, name);
    await way.refresh();
    if (refusal) change(key, { state: "failed", refusal });
    else drop(key);
  };

  const turn = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let key = queue.current.shift(); key; key = queue.current.shift()) {
      const job = jobs.current.get(key);
      if (!job) continue;
      try {
        await carry(job);
      } catch (error) {
        const { code } = callFailure(error);
        if (!job.stop.signal.aborted)
          change(key, isCut(code) ? { state: "cut" } : { state: "failed", failure: code });
      }
    }
    isBusy.current = false;
  };

  const resume = (key: string) => {
    if (!jobs.current.has(key) || queue.current.includes(key)) return;
    change(key, { state: "waiting-turn", failure: null });
    queue.current.push(key);
    void turn();
  };

  const add = (files: readonly File[], about: About) => {
    const added = files.map((file): Job<About> => {
      const key = crypto.randomUUID();
      const stop = new AbortController();
      const clientActionId = crypto.randomUUID();
      return { key, file, about, stop, clientActionId, prepared: null };
    });
    for (const job of added) jobs.current.set(job.key, job);
    queue.current.push(...added.map((job) => job.key));
    setItems((all) => [...all, ...added.map(fresh)]);
    void turn();
  };

  const cancel = (key: string) => {
    jobs.current.get(key)?.stop.abort();
    queue.current = queue.current.filter((one) => one !== key);
    drop(key);
    void way.refresh();
  };

  useResumeWhenOnline(items, resume);
  useLeaveWarning(items.some((one) => one.state !== "failed"));
  return { items, add, resume, cancel };
}

/** Goes on by itself: when the browser says there is a network, and every so often in case it errs. */
function useResumeWhenOnline(items: readonly UploadItem[], resume: (key: string) => void) {
  const latest = useRef({ items, resume });
  latest.current = { items, resume };
  useEffect(() => {
    const goOn = () => {
      const { items: all, resume: again } = latest.current;
      for (const one of all) if (one.state === "cut") again(one.key);
    };
    const every = setInterval(goOn, 20_000);
    window.addEventListener("online", goOn);
    return () => {
      clearInterval(every);
      window.removeEventListener("online", goOn);
    };
  }, []);
}

/** What is still on its way is not left behind without a question. */
function useLeaveWarning(isSending: boolean) {
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isSending]);
}
