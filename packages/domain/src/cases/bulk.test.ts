import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bulkLimit, bulkStaleMs, bulkStates, maySettle } from "./bulk";
import { previewBulkInput, submitBulkCommand } from "./bulk-commands";

const dueAt = new Date("2026-11-23T01:00:10Z");
const past = (ms: number) => new Date(dueAt.getTime() + ms);
const held = { state: "held", dueAt, claimedAt: null } as const;

describe("a held batch", () => {
  it("is carried out when its window is over and not before", () => {
    expect(maySettle(held, past(-1))).toBe(false);
    expect(maySettle(held, past(0))).toBe(true);
    expect(maySettle(held, past(1_999), 2_000)).toBe(false);
    expect(maySettle(held, past(2_000), 2_000)).toBe(true);
  });

  it("is taken over only from whoever has been silent too long, and never once it is over", () => {
    const running = { state: "running", dueAt, claimedAt: past(0) } as const;
    expect(maySettle(running, past(bulkStaleMs - 1))).toBe(false);
    expect(maySettle(running, past(bulkStaleMs))).toBe(true);
    for (const state of bulkStates.filter((one) => one === "undone" || one === "done"))
      expect(maySettle({ ...held, state }, past(10 * bulkStaleMs))).toBe(false);
  });

  it("names each case once, each act once, and no more than can be looked at", () => {
    const ref = () => ({ caseId: randomUUID(), version: 0 });
    const one = ref();
    const act = { act: "triage" };
    const fits = (cases: readonly object[]) => previewBulkInput.safeParse({ act, cases }).success;
    expect(fits([one])).toBe(true);
    expect(fits([one, one])).toBe(false);
    expect(fits([])).toBe(false);
    expect(fits(Array.from({ length: bulkLimit + 1 }, ref))).toBe(false);
    const clientActionId = randomUUID();
    const twice = [ref(), ref()].map((it) => ({ ...it, clientActionId }));
    const submitted = { clientActionId: randomUUID(), act, cases: twice };
    expect(submitBulkCommand.safeParse(submitted).success).toBe(false);
  });
});
