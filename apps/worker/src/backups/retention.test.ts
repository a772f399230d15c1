import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeBackups } from "./backup-runs";
import { nextNight } from "./next-night";
import { backupName, madeAt, namesToKeep, removeOldBackups } from "./retention";

const day = 86_400_000;
const last = new Date("2026-11-22T18:30:00Z");
const nights = (count: number) =>
  Array.from({ length: count }, (_, at) => backupName(new Date(last.getTime() - at * day)));

describe("which backups are kept", () => {
  it("reads back the moment that stands in a name, and no other name", () => {
    expect(madeAt(backupName(last))).toEqual(last);
    expect(madeAt("rembuk-20261122T183000Z.partial")).toBeNull();
    expect(madeAt("keys")).toBeNull();
  });

  it("keeps seven days and four weeks of sixty nights, never more than eleven", () => {
    const kept = [...namesToKeep(nights(60))].sort().reverse();
    expect(kept.slice(0, 7)).toEqual(nights(7));
    // 22 November 2026 is a Sunday: the weeks before end on the 15th, the 8th and the 1st.
    expect(kept.slice(7).map((name) => name.slice(7, 15))).toEqual([
      "20261115",
      "20261108",
      "20261101",
    ]);
  });

  it("throws nothing away because nights failed: days without a backup do not count", () => {
    const old = nights(40).slice(30);
    const kept = namesToKeep(old);
    expect([...kept]).toEqual(expect.arrayContaining(old.slice(0, 7)));
  });

  it("keeps the newest of several in one day", () => {
    const morning = backupName(new Date(last.getTime() - 3_600_000));
    expect([...namesToKeep([morning, backupName(last)])]).toEqual([backupName(last)]);
  });

  it("removes nothing that is no backup, and old halves only", async () => {
    const root = mkdtempSync(join(tmpdir(), "rembuk-kept-"));
    for (const name of [...nights(12), "lost+found"]) mkdirSync(join(root, name));
    const halves = [`${nights(3)[2]}.partial`, `${nights(1)[0]}.partial`];
    for (const name of halves) mkdirSync(join(root, name));
    const old = new Date(last.getTime() - 2 * day);
    utimesSync(join(root, halves[0] ?? ""), old, old);
    utimesSync(join(root, halves[1] ?? ""), last, last);
    await removeOldBackups(root, last);
    expect(existsSync(join(root, "lost+found"))).toBe(true);
    expect(readdirSync(root).filter((name) => name.endsWith(".partial"))).toEqual([halves[1]]);
    expect(readdirSync(root).filter((name) => madeAt(name))).toHaveLength(8);
    rmSync(root, { recursive: true });
  });
});

describe("whether backups are in order", () => {
  const ago = (hours: number) => new Date(last.getTime() - hours * 3_600_000);
  const failure = (hours: number) => ({ at: ago(hours), error: "Error:ENOSPC" });
  it.each([
    ["none yet", null, null, "backup-missing"],
    ["last night", 20, null, null],
    ["26 hours are patience", 26, null, null],
    ["more is late", 26.1, null, "backup-late"],
    ["failed after the last good one", 20, 2, "backup-failed"],
    ["failed before the last good one", 2, 20, null],
    ["failed, never a good one", null, 2, "backup-failed"],
  ])("%s", (_name, done, failed, problem) => {
    const runs = {
      lastDoneAt: done === null ? null : ago(done),
      lastFailure: failed === null ? null : failure(failed),
    };
    expect(judgeBackups(runs, last)).toBe(problem);
  });
});

describe("the next night", () => {
  it("is today before the time and tomorrow after it", () => {
    const noon = new Date(2026, 10, 22, 12);
    expect(nextNight(noon, "13:30")).toEqual(new Date(2026, 10, 22, 13, 30));
    expect(nextNight(noon, "01:30")).toEqual(new Date(2026, 10, 23, 1, 30));
    expect(() => nextNight(noon, "25:00")).toThrow("BACKUP_TIME");
  });
});
