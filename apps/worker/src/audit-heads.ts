import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ChainHead } from "@rembuk/services/audit/seal-blocks";

/**
 * Heads of the audit chain, one line a day, outside the database: whoever cuts off the end of the
 * chain there cannot also change what is written here, if the file is kept apart.
 */
export const writeHead = (file: string, head: ChainHead, now: Date): void =>
  appendFileSync(file, `${now.toISOString()} ${head.number} ${head.hash}\n`, { mode: 0o600 });

/** The last head written down; null when there is none. */
export const lastHead = (file: string | undefined): ChainHead | null => {
  if (!file || !existsSync(file)) return null;
  const [, number, hash] =
    readFileSync(file, "utf8").trimEnd().split("\n").at(-1)?.split(" ") ?? [];
  return number && hash ? { number: Number(number), hash } : null;
};
