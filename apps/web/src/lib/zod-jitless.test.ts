import { expect, it, vi } from "vitest";

it("zod compiles nothing in a browser, whenever it comes", async () => {
  vi.stubGlobal("window", {});
  await import("./zod-jitless");
  const { z } = await import("zod");
  expect(z.config().jitless).toBe(true);
});
