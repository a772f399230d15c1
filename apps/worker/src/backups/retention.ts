import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** "rembuk-20261122T013000Z" */
const pattern = /^rembuk-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const partialSuffix = ".partial";
const day = 86_400_000;

export const backupName = (at: Date): string =>
  `rembuk-${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** When a backup was made, by its name; null for anything else. */
export const madeAt = (name: string): Date | null => {
  const parts = pattern.exec(name);
  if (!parts) return null;
  const [, y, m, d, h, min, s] = parts;
  return new Date(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
};

const keptDays = 7;
const keptWeeks = 4;
/** Weeks begin on Monday: the epoch was a Thursday. */
const weekOf = (at: Date): number => Math.floor((Math.floor(at.getTime() / day) + 3) / 7);
const dayOf = (at: Date): number => Math.floor(at.getTime() / day);

/**
 * The newest of each of the last seven days that have one, and of each of the last four weeks that
 * have one. Days without backup do not count: a fortnight of failures throws nothing away.
 */
export const namesToKeep = (names: readonly string[]): ReadonlySet<string> => {
  const newestFirst = names
    .filter((name) => madeAt(name) !== null)
    .sort()
    .reverse();
  const newestOf = (period: (at: Date) => number, count: number): readonly string[] => {
    const found = new Map<number, string>();
    for (const name of newestFirst) {
      const key = period(madeAt(name) ?? new Date(0));
      if (!found.has(key) && found.size < count) found.set(key, name);
    }
    return [...found.values()];
  };
  return new Set([...newestOf(dayOf, keptDays), ...newestOf(weekOf, keptWeeks)]);
};

/** Whole backups of a place, the newest first. */
export const listBackups = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((name) => madeAt(name) !== null)
    .sort()
    .reverse();
};

/** Removes what is kept no longer, and halves that a killed run left a day ago. @returns names */
export const removeOldBackups = async (root: string, now: Date): Promise<readonly string[]> => {
  const all = await listBackups(root);
  const keep = namesToKeep(all);
  const old = all.filter((name) => !keep.has(name));
  for (const name of await readdir(root)) {
    if (!name.endsWith(partialSuffix) || !madeAt(name.slice(0, -partialSuffix.length))) continue;
    const { mtime } = await stat(join(root, name));
    if (now.getTime() - mtime.getTime() > day) old.push(name);
  }
  for (const name of old) await rm(join(root, name), { recursive: true, force: true });
  return old;
};
