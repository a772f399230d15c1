import { expect, it, vi } from "vitest";
import { createLater } from "./later";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it("a part is asked for once and told to all who wait", async () => {
  const load = vi.fn(async () => "part");
  const later = createLater(load);
  const heard = vi.fn();
  later.subscribe(heard);
  expect(later.get()).toBeNull();
  later.ask();
  later.ask();
  await settled();
  expect(load).toHaveBeenCalledOnce();
  expect(heard).toHaveBeenCalledOnce();
  expect(later.get()).toBe("part");
});

it("a part that could not be fetched is fetched again by itself, and told", async () => {
  vi.useFakeTimers();
  const load = vi.fn().mockRejectedValueOnce(new Error("cut")).mockResolvedValueOnce("part");
  const later = createLater(load);
  const heard = vi.fn();
  later.subscribe(heard);
  later.ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(later.get()).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).toHaveBeenCalledOnce();
  expect(later.get()).toBe("part");
  vi.useRealTimers();
});

it("after the last try it rests until the next need", async () => {
  vi.useFakeTimers();
  const load = vi.fn().mockRejectedValue(new Error("offline"));
  const later = createLater(load);
  later.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  const tries = load.mock.calls.length;
  expect(tries).toBe(5);
  load.mockResolvedValueOnce("part");
  later.ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(tries + 1);
  expect(later.get()).toBe("part");
  vi.useRealTimers();
});
