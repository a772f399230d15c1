import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { gatherCalls } from "./gather-calls";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that takes a while, and how often it was begun and ended. */
const slowly = (ms: number) => {
  const done = { begun: 0, ended: 0, most: 0 };
  const work = async () => {
    done.begun += 1;
    done.most = Math.max(done.most, done.begun - done.ended);
    await new Promise((resolve) => setTimeout(resolve, ms));
    done.ended += 1;
  };
  return { done, work };
};

describe("calls that are gathered", () => {
  it("are one where they come close together", async () => {
    const { done, work } = slowly(10);
    const gather = gatherCalls(work, 600);
    for (let i = 0; i < 5; i += 1) gather.call();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done.ended).toBe(1);
  });

  it("are carried out under a stream that never pauses, one after the other", async () => {
    const { done, work } = slowly(1_500);
    const gather = gatherCalls(work, 600);
    for (let i = 0; i < 100; i += 1) {
      gather.call();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(done.ended).toBe(4);
    expect(done.most).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    // The last change is read too.
    expect(done.ended).toBe(6);
  });

  it("end with the screen, and go on after a failure", async () => {
    const work = vi.fn(() => Promise.reject(new Error("offline")));
    const gather = gatherCalls(work, 600);
    gather.call();
    await vi.advanceTimersByTimeAsync(600);
    gather.call();
    await vi.advanceTimersByTimeAsync(600);
    expect(work).toHaveBeenCalledTimes(2);
    gather.call();
    gather.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
