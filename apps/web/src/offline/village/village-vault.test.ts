import "fake-indexeddb/auto";
import type { VillageCases } from "@rembuk/services/cases/take-village-cases";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deviceDatabase, wipeCases } from "../device-database";
import { mostWrongTries } from "../vault";
import { closeCases, openCases, renewCases, wipeExpired } from "./village-vault";

const day = 86_400_000;
const taken = (): VillageCases => {
  const takenAt = new Date("2026-01-01T00:00:00Z");
  const expiresAt = new Date(takenAt.getTime() + 7 * day);
  return { cases: [], isCut: false, takenAt, expiresAt };
};
const sealed = {
  ...{ clientActionId: "a", deviceId: "d", command: "cases.confirm" as const, about: "k" },
  ...{ capturedAt: new Date(), sealed: "x", state: "waiting" as const, reason: null },
};

beforeEach(async () => {
  await deviceDatabase.records.clear();
  await deviceDatabase.facts.clear();
  await deviceDatabase.records.add(sealed);
  await closeCases("482915", taken());
});
afterEach(() => vi.useRealTimers());

const isGone = async () => {
  expect(await openCases("482915")).toBe("gone");
  expect(await deviceDatabase.records.count(), "what was never sent stays").toBe(1);
};

describe("the cases on a village's phone", () => {
  it("open with their PIN, also when they were fetched anew under it", async () => {
    const open = await openCases("482915");
    if (typeof open === "string") throw new Error(open);
    expect(await renewCases(open, { ...taken(), isCut: true })).not.toBeNull();
    expect(await openCases("482915")).toMatchObject({ content: { isCut: true } });
  }, 60_000);

  it("go with the tenth wrong PIN, and no record with them", async () => {
    for (let time = 1; time < mostWrongTries; time += 1)
      expect(await openCases("000000")).toBe("wrong");
    expect(await openCases("000000")).toBe("gone");
    await isGone();
  }, 60_000);

  it("go after seven days by the phone's own clock, and when somebody signs out", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6 * day });
    expect(await wipeExpired()).toBe(false);
    vi.setSystemTime(Date.now() + 2 * day);
    expect(await wipeExpired()).toBe(true);
    await isGone();
    vi.useRealTimers();
    await closeCases("482915", taken());
    await wipeCases();
    await isGone();
  }, 60_000);
});
