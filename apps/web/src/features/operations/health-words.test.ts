import { describe, expect, it } from "vitest";
import { failedSchedules, type Health, workerState } from "./health-words";

const now = new Date("2026-11-23T02:00:00Z");
const ran = (minutesAgo: number, error: string | null = null) => ({
  name: `job-${minutesAgo}`,
  startedAt: new Date(now.getTime() - minutesAgo * 60_000),
  error,
});
const health = (...schedules: Health["schedules"]): Health => ({
  ...{ waiting: 0, oldestWaiting: null, dead: 0 },
  schedules,
});

describe("the worker", () => {
  it("runs when any schedule ran lately, whatever is older", () => {
    expect(workerState(health(ran(700), ran(1)), now)).toBe("running");
  });
  it("is silent when nothing ran for minutes", () => {
    expect(workerState(health(ran(700), ran(6)), now)).toBe("silent");
  });
  it("is unknown before its first run", () => {
    expect(workerState(health(), now)).toBe("unknown");
  });
  it("names the schedules that failed", () => {
    expect(failedSchedules(health(ran(1), ran(2, "timeout")))).toEqual(["job-2"]);
  });
});
