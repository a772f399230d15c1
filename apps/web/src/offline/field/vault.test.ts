import "fake-indexeddb/auto";
import type { CrewCase } from "@rembuk/services/cases/crew-case-queries";
import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fieldDatabase, readFieldFact, wipeTrip } from "./field-database";
import { closeVault, openVault, wipeExpired } from "./vault";

const pin = "482915";
const day = 86_400_000;
const liyu = "63.11.02.2014";
const canary = "Titian pelatuk putus";
const at = (text: string) => new Date(`${text}T02:00:00Z`);

const carried: CrewCase = {
  ...{ number: "HLG-2026-0397-K", title: canary, categoryName: "Fasilitas desa" },
  ...{ status: "resolved", holderKind: "village", holderName: null, waits: "confirm" },
  ...{ receivedAt: at("2026-10-01"), since: at("2026-11-20"), dueAt: at("2026-11-30") },
};

/** As an earlier version of the page kept it: nobody had thought of cases. */
const earlier = (): Omit<TripPackage, "openCases"> => ({
  ...{ tripId: "t", purpose: "Antar beras", zone: "WITA" },
  ...{ startsOn: "2026-11-26", endsOn: "2026-11-27" },
  ...{ takenAt: new Date(), expiresAt: new Date(Date.now() + 7 * day), nikKey: "" },
  stops: [{ id: "s", villageCode: liyu, villageName: "Liyu", place: null, meetsAt: null }],
  ...{ goods: [], lines: [], categories: [] },
});
const taken = (): TripPackage => ({
  ...earlier(),
  openCases: [{ villageCode: liyu, total: 1, cases: [carried] }],
});

const opened = async (): Promise<TripPackage> => {
  const open = await openVault(pin);
  if (typeof open === "string") throw new Error(open);
  return open.content;
};

/** All that lies in the database, as text and as bytes. */
const everythingKept = async (): Promise<string> => {
  const parts: string[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof ArrayBuffer) parts.push(Buffer.from(value).toString("latin1"));
    else if (ArrayBuffer.isView(value)) walk(value.buffer);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
    else parts.push(String(value));
  };
  for (const table of fieldDatabase.tables) walk(await table.toArray());
  return parts.join("\n");
};

beforeEach(async () => {
  for (const table of fieldDatabase.tables) await table.clear();
});
afterEach(() => vi.useRealTimers());

describe("the cases of a trip on its phone", () => {
  it("open with the trip's PIN, with their times, and cannot be read without it", async () => {
    await closeVault(pin, taken());
    expect((await opened()).openCases).toEqual(taken().openCases);
    const kept = await everythingKept();
    expect(kept.length).toBeGreaterThan(canary.length);
    for (const word of [canary, carried.number, liyu]) expect(kept, word).not.toContain(word);
    expect(await openVault("000000")).toBe("wrong");
  }, 60_000);

  it("are not told as none where a trip was taken before cases rode along, or came without", async () => {
    await closeVault(pin, earlier() as TripPackage);
    const { openCases, stops, takenAt } = await opened();
    expect([openCases, stops.length, takenAt instanceof Date]).toEqual([null, 1, true]);
    await closeVault(pin, { ...taken(), openCases: null });
    expect((await opened()).openCases).toBeNull();
  }, 60_000);

  it("go with the trip: after seven days, and when it is removed, left or revoked", async () => {
    await closeVault(pin, taken());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 8 * day });
    expect(await wipeExpired()).toBe(true);
    vi.useRealTimers();
    expect(await openVault(pin)).toBe("gone");
    await closeVault(pin, taken());
    await wipeTrip();
    expect(await openVault(pin)).toBe("gone");
    expect(await readFieldFact("vault")).toBeNull();
  }, 60_000);
});
