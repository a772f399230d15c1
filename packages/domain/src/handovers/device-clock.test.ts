import { describe, expect, it } from "vitest";
import { readDeviceClock } from "./device-clock";

const hour = 3_600_000;
const receivedAt = new Date("2026-11-26T08:00:00Z");
const ago = (ms: number, skew: number) => new Date(receivedAt.getTime() - ms + skew);

describe("the clock of a phone", () => {
  it.each([-48 * hour, -hour, 0, 48 * hour])(
    "%i ms wrong still tells when it was recorded, and is noticed",
    (skew) => {
      const read = readDeviceClock({
        capturedAt: ago(5 * hour, skew),
        sentAt: ago(0, skew),
        receivedAt,
      });
      expect(read.happenedAt).toEqual(ago(5 * hour, 0));
      expect([read.skewMs, read.isSkewed]).toEqual([skew, skew !== 0]);
    },
  );

  it("that was set right in between is noticed by what it recorded in the future", () => {
    const read = readDeviceClock({
      capturedAt: ago(-48 * hour, 0),
      sentAt: receivedAt,
      receivedAt,
    });
    expect(read).toMatchObject({ isSkewed: true, happenedAt: receivedAt });
  });
});
