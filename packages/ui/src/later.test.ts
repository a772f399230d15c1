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

it("a part that could not be fetched is asked for again at the next need", async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValueOnce("part");
  const later = createLater(load);
  later.ask();
  await settled();
  expect(later.get()).toBeNull();
  later.ask();
  await settled();
  expect(later.get()).toBe("part");
});
