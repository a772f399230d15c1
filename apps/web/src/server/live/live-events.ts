import "server-only";
import { findVisibleCases } from "@rembuk/services/cases/find-visible-cases";
import type { ServiceContext } from "@rembuk/services/context";
import type { LiveEvent } from "@/lib/live-event";
import { pool } from "@/server/database";
import { liveStreams } from "@/server/metrics";
import { batchesFrom, type Signal, subscribe } from "./notifications";

export interface Told {
  /** `event_dispatch.seq`: the same after a restart, so a browser can go on where it was. */
  readonly id: string;
  readonly event: LiveEvent;
}

export interface LiveReader {
  /** The reader as of now; null once signed out. Asked at every turn of the stream. */
  readonly current: () => Promise<ServiceContext | null>;
  readonly after: number | null;
  readonly signal: AbortSignal;
}

const COALESCE_MS = 250;
const RECHECK_MS = 60_000;
const MOST_IDS = 200;

async function newestSeq(): Promise<number> {
  const { rows } = await pool().query<{ seq: string }>(
    "SELECT coalesce(max(seq), 0) AS seq FROM event_dispatch",
  );
  return Number(rows[0]?.seq ?? 0);
}

/** What has been heard and not yet told. */
class Inbox {
  readonly #subjects = new Set<string>();
  readonly #present = new Set<string>();
  #gap = false;
  #wake: (() => void) | undefined;
  seq: number;

  constructor(seq: number) {
    this.seq = seq;
  }

  readonly hear = (signal: Signal): void => {
    if ("gap" in signal) this.#gap = true;
    else if ("present" in signal) this.#present.add(signal.present);
    else {
      for (const subject of signal.batch.subjects) this.#subjects.add(subject);
      this.seq = Math.max(this.seq, signal.batch.seq);
    }
    this.#wake?.();
  };

  /** Waits until something was heard, at most `ms`, or until aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    const waiting = this.#gap || this.#subjects.size > 0 || this.#present.size > 0;
    if (waiting || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
      this.#wake = done;
    });
  }

  take(): { subjects: string[]; present: string[]; gap: boolean } {
    const taken = {
      subjects: [...this.#subjects],
      present: [...this.#present],
      gap: this.#gap,
    };
    this.#subjects.clear();
    this.#present.clear();
    this.#gap = false;
    return taken;
  }
}

const idsOf = (subjects: readonly string[], kind: string): string[] =>
  subjects.filter((s) => s.startsWith(`${kind}/`)).map((s) => s.slice(kind.length + 1));

/** Only what the reader may open is told: the scope is read again for every batch. */
async function visibleChange(
  reader: ServiceContext,
  subjects: string[],
): Promise<LiveEvent | null> {
  const cases = idsOf(subjects, "case");
  if (cases.length > MOST_IDS) return { kind: "resync" };
  const caseIds = cases.length > 0 ? await findVisibleCases(reader, cases) : [];
  const notices = idsOf(subjects, "user").includes(reader.actor.userId);
  return caseIds.length > 0 || notices ? { kind: "changed", caseIds, notices } : null;
}

function replay(inbox: Inbox, after: number | null): LiveEvent {
  if (after === null) return { kind: "connected" };
  const missed = batchesFrom(after);
  if (!missed) return after >= inbox.seq ? { kind: "connected" } : { kind: "resync" };
  for (const batch of missed) inbox.hear({ batch });
  return { kind: "connected" };
}

const pauseFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What was open by break-glass a turn ago and is not any more: ended, or its day is over. */
const lostGlass = (before: readonly string[], reader: ServiceContext): readonly string[] =>
  before.filter((id) => !(reader.actor.glassCases ?? []).includes(id));

/** A screen that shows what was lost asks again, and hears that there is no such case. */
function withLost(event: LiveEvent | null, lost: readonly string[]): LiveEvent | null {
  if (lost.length === 0 || event?.kind === "resync") return event;
  const told = event?.kind === "changed" ? event : { caseIds: [], notices: false };
  return { kind: "changed", notices: told.notices, caseIds: [...told.caseIds, ...lost] };
}

async function* tellChanges(inbox: Inbox, reader: LiveReader): AsyncGenerator<Told> {
  let glass: readonly string[] = (await reader.current())?.actor.glassCases ?? [];
  while (!reader.signal.aborted) {
    await inbox.wait(RECHECK_MS, reader.signal);
    if (reader.signal.aborted) return;
    // Several events of one act arrive together; one answer does for all.
    await pauseFor(COALESCE_MS);
    const context = await reader.current();
    if (!context) return;
    const { subjects, present, gap } = inbox.take();
    const lost = lostGlass(glass, context);
    glass = context.actor.glassCases ?? [];
    const event = withLost(gap ? { kind: "resync" } : await visibleChange(context, subjects), lost);
    if (event) yield { id: String(inbox.seq), event };
    // Of a case that this reader may not open it is not even told that somebody came.
    const seen = present.length > 0 && !gap ? await findVisibleCases(context, present) : [];
    if (seen.length > 0) yield { id: String(inbox.seq), event: { kind: "present", caseIds: seen } };
  }
}

/** The changes one reader may know of, until the stream or the session ends. */
export async function* liveEvents(reader: LiveReader): AsyncGenerator<Told> {
  const inbox = new Inbox(await newestSeq());
  const stop = subscribe(inbox.hear);
  liveStreams.inc();
  try {
    const first = replay(inbox, reader.after);
    yield { id: String(inbox.seq), event: first };
    yield* tellChanges(inbox, reader);
  } finally {
    stop();
    liveStreams.dec();
  }
}
