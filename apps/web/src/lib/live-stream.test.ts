import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openLiveStream } from "./live-stream";
import { wireFormat } from "./wire-format";

/** The browser's own, as far as it is used. */
class FakeSource extends EventTarget {
  static last: FakeSource;
  readonly close = vi.fn();
  constructor(readonly url: string) {
    super();
    FakeSource.last = this;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (after?: string) => {
  const [told, ended] = [vi.fn(), vi.fn()];
  const close = openLiveStream(after, told, ended);
  return { told, ended, close, source: FakeSource.last };
};

const message = (value: object, lastEventId: string) =>
  new MessageEvent("message", { data: JSON.stringify(wireFormat.serialize(value)), lastEventId });

it("tells what comes, with the way to go on behind it", () => {
  const { told, source } = open();
  expect(source.url).toBe("/api/trpc/live.events");
  const event = { kind: "changed", caseIds: ["a"], notices: false };
  source.dispatchEvent(message({ event }, "17"));
  expect(told).toHaveBeenCalledExactlyOnceWith({ id: "17", event });
});

it("goes on behind what was told last", () => {
  const { source } = open("17");
  const input = new URL(source.url, "http://kantor.test").searchParams.get("input") ?? "";
  expect(JSON.parse(input).json).toEqual({ lastEventId: "17" });
});

it.each(["return", "serialized-error", "error"])("ends with %s, and is closed", (name) => {
  const { ended, source } = open();
  source.dispatchEvent(new Event(name));
  expect(ended).toHaveBeenCalledOnce();
  expect(source.close).toHaveBeenCalled();
});

it("ends when the server is silent too long, but not while it says that it is there", () => {
  const { ended, source } = open();
  for (let at = 0; at < 5; at += 1) {
    vi.advanceTimersByTime(10_000);
    source.dispatchEvent(new Event("ping"));
  }
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(16_000);
  expect(ended).toHaveBeenCalledOnce();
});

it("closed, it tells nothing more", () => {
  const { ended, close, source } = open();
  close();
  expect(source.close).toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(ended).not.toHaveBeenCalled();
});
