import { describe, expect, it } from "vitest";
import { noSoonerThan } from "./same-time";

const FLOOR = 60;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await noSoonerThan(work, FLOOR).catch(() => undefined);
  return performance.now() - start;
}

describe("an answer after the same time", () => {
  it("waits for the floor when the work was quick, and when it failed", async () => {
    // A timer may fire a millisecond early by the clock of performance.now.
    expect(await timed(async () => 1)).toBeGreaterThanOrEqual(FLOOR - 2);
    expect(await timed(() => Promise.reject(new Error("no")))).toBeGreaterThanOrEqual(FLOOR - 2);
  });

  it("hands on what the work gave", async () => {
    await expect(noSoonerThan(async () => "x", 1)).resolves.toBe("x");
    await expect(noSoonerThan(() => Promise.reject(new Error("no")), 1)).rejects.toThrow("no");
  });
});
