import type { ServiceContext } from "@rembuk/services/context";
import { describe, expect, it, vi } from "vitest";
import type { Signal } from "./notifications";

const heard = vi.hoisted(() => ({ tell: (_: unknown) => {} }));
vi.mock("@/server/database", () => ({
  pool: () => ({ query: async () => ({ rows: [{ seq: "1" }] }) }),
}));
vi.mock("@/server/metrics", () => ({ liveStreams: { inc: () => {}, dec: () => {} } }));
vi.mock("./notifications", () => ({
  batchesFrom: () => null,
  subscribe: (hear: (signal: Signal) => void) => {
    heard.tell = hear as (signal: unknown) => void;
    return () => {};
  },
}));
/** What is in the reader's reach; the test sets it. */
const reach = vi.hoisted(() => ({ ids: [] as string[] }));
vi.mock("@rembuk/services/cases/find-visible-cases", () => ({
  findVisibleCases: async (_: unknown, asked: readonly string[]) =>
    asked.filter((id) => reach.ids.includes(id)),
}));

const { liveEvents } = await import("./live-events");

const reader = (...glassCases: string[]) =>
  ({ actor: { userId: "me", name: "", assignments: [], glassCases } }) as unknown as ServiceContext;

describe("the stream of who has a case open by break-glass", () => {
  it("names it once more when it is not open any more, and never again", async () => {
    const turns = [reader("secret", "other"), reader("other"), reader("other")];
    const end = new AbortController();
    const stream = liveEvents({
      current: async () => turns.shift() ?? null,
      after: null,
      signal: end.signal,
    });
    const next = async () => (await stream.next()).value?.event;
    expect(await next()).toEqual({ kind: "connected" });
    const ended = next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    heard.tell({ batch: { seq: 2, subjects: ["case/secret"] } });
    expect(await ended).toEqual({ kind: "changed", notices: false, caseIds: ["secret"] });
    const after = next();
    heard.tell({ batch: { seq: 3, subjects: ["case/secret"] } });
    setTimeout(() => heard.tell({ batch: { seq: 4, subjects: ["case/secret"] } }), 400);
    expect(await after).toBeUndefined();
  });
});

describe("who comes to a case and goes", () => {
  it("is told of cases in the reader's reach alone, as an id and nothing else", async () => {
    reach.ids = ["mine"];
    const end = new AbortController();
    const stream = liveEvents({ current: async () => reader(), after: null, signal: end.signal });
    const next = async () => (await stream.next()).value;
    expect((await next())?.event).toEqual({ kind: "connected" });
    const told = next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    heard.tell({ present: "secret" });
    heard.tell({ present: "mine" });
    expect(await told).toEqual({ id: "1", event: { kind: "present", caseIds: ["mine"] } });
    const silent = next();
    heard.tell({ present: "secret" });
    setTimeout(() => end.abort(), 400);
    expect(await silent).toBeUndefined();
    reach.ids = [];
  });
});
