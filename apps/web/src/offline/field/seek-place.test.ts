import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PlaceSearch, seekPlace, slowAfterMs } from "./seek-place";

type Ask = Parameters<Geolocation["getCurrentPosition"]>;

/** A phone that answers when the test says so, also to what was asked before. */
const makePhone = () => {
  const asked: Ask[] = [];
  const position = (latitude: number) =>
    ({ coords: { latitude, longitude: 115.62, accuracy: 13.6 } }) as GeolocationPosition;
  return {
    source: { getCurrentPosition: (...ask: Ask) => void asked.push(ask) },
    asked,
    find: (at: number, latitude = -2.31) => asked[at]?.[0](position(latitude)),
    fail: (at: number) => asked[at]?.[1]?.({ code: 3 } as GeolocationPositionError),
  };
};

const found = (latitude: number): PlaceSearch => ({
  state: "found",
  place: { latitude, longitude: 115.62, accuracyMeters: 14 },
});

let told: PlaceSearch[];
const tell = (search: PlaceSearch) => void told.push(search);
beforeEach(() => {
  told = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("the place of a phone", () => {
  it("is asked once and told with how far it may be off", () => {
    const phone = makePhone();
    seekPlace(phone.source, tell);
    expect(told).toEqual([{ state: "asking" }]);
    phone.find(0);
    vi.advanceTimersByTime(10 * slowAfterMs);
    expect(told).toEqual([{ state: "asking" }, found(-2.31)]);
    expect(phone.asked).toHaveLength(1);
  });

  it("is called slow after a while, and still taken when it comes then", () => {
    const phone = makePhone();
    seekPlace(phone.source, tell);
    vi.advanceTimersByTime(slowAfterMs - 1);
    expect(told.at(-1)).toEqual({ state: "asking" });
    vi.advanceTimersByTime(1);
    expect(told.at(-1)).toEqual({ state: "slow" });
    phone.find(0);
    expect(told.at(-1)).toEqual(found(-2.31));
  });

  it("is told as none when the phone refuses, gives up or has no way to know", () => {
    const phone = makePhone();
    seekPlace(phone.source, tell);
    phone.fail(0);
    expect(told.at(-1)).toEqual({ state: "none" });
    phone.find(0);
    vi.advanceTimersByTime(slowAfterMs);
    expect(told).toHaveLength(2);
    seekPlace(undefined, tell);
    expect(told.at(-1)).toEqual({ state: "none" });
  });

  it("is asked anew, and the earlier asking says nothing any more", () => {
    const phone = makePhone();
    const stop = seekPlace(phone.source, tell);
    vi.advanceTimersByTime(slowAfterMs);
    stop();
    seekPlace(phone.source, tell);
    expect(told.at(-1)).toEqual({ state: "asking" });
    phone.fail(0);
    expect(told.at(-1)).toEqual({ state: "asking" });
    phone.find(1, -2.4);
    phone.find(0);
    expect(told.at(-1)).toEqual(found(-2.4));
  });
});
