import type pg from "pg";
import { errorFields, type Logger } from "../log";
import { liveChannel, livePayloads } from "./live-signals";

/** Notices that come close together are told together (ms). */
const gatherMs = 150;

export interface LiveBell {
  ring(userIds: readonly string[]): void;
  stop(): Promise<void>;
}

/** Tells open screens which people have new notices, in batches and never inside a writing transaction. */
export const createLiveBell = (pool: Pick<pg.Pool, "query">, log: Logger): LiveBell => {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = async () => {
    timer = undefined;
    const subjects = [...waiting].map((id) => `user/${id}`);
    waiting.clear();
    if (subjects.length === 0) return;
    try {
      const { rows } = await pool.query<{ seq: string }>(
        "SELECT coalesce(max(seq), 0) AS seq FROM event_dispatch",
      );
      const signal = { seq: Number(rows[0]?.seq ?? 0), subjects, subdistrictCodes: [] };
      for (const text of livePayloads(signal)) {
        await pool.query("SELECT pg_notify($1, $2)", [liveChannel, text]);
      }
    } catch (error) {
      // The notices are there; a screen sees them at its next look.
      log.warn(errorFields(error), "live signal lost");
    }
  };
  return {
    ring(userIds) {
      for (const id of userIds) waiting.add(id);
      if (waiting.size > 0) timer ??= setTimeout(() => void tell(), gatherMs);
    },
    async stop() {
      clearTimeout(timer);
      await tell();
    },
  };
};
