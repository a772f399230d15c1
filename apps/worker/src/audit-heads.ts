import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ChainHead } from "@rembuk/services/audit/seal-blocks";

/**
 * Heads of the audit chain, one line a day, outside the database: whoever cuts off the end of the
 * chain there cannot also change what is written here, if the file is kept apart.
 */
export const writeHead = (file: string, head: ChainHead, now: Date): void =>
  appendFileSync(file, `${headLine(head, now)}\n`, { mode: 0o600 });

export interface WrittenHead extends ChainHead {
  readonly at: Date;
}

/** "2026-11-22T00:00:05.123Z 412 3f…": when, which block, its hash. */
export const headLine = (head: ChainHead, now: Date): string =>
  `${now.toISOString()} ${head.number} ${head.hash}`;

const parseLine = (line: string): WrittenHead | null => {
  const [time = "", number = "", hash = ""] = line.split(" ");
  const at = new Date(time);
  const isWhole =
    /^\d+$/.test(number) && /^[0-9a-f]{64}$/.test(hash) && !Number.isNaN(at.getTime());
  return isWhole ? { at, number: Number(number), hash } : null;
};

/** Every head of such a file, the oldest first; none when there is no file. @throws on another line */
export const readHeads = (file: string | undefined): readonly WrittenHead[] => {
  if (!file || !existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line, at) => {
    const head = parseLine(line);
    if (!head) throw new Error(`${file}, line ${at + 1}, is no head of the audit chain`);
    return head;
  });
};
