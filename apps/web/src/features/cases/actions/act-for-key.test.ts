import type { NextStep } from "@rembuk/domain/cases/lifecycle";
import { describe, expect, it } from "vitest";
import { actForKey, isOffered } from "./act-for-key";

const step = (action: NextStep["action"], allowed = true): NextStep => ({
  action,
  allowed,
  reason: allowed ? null : "AWAITS_DISPOSITION",
  onBehalf: false,
  recommended: false,
});
const kase = (...nextSteps: NextStep[]) => ({ nextSteps, mayWriteTo: ["internal" as const] });

describe("a letter on a case", () => {
  it("means the step that this case offers", () => {
    expect(actForKey(kase(step("send-link")), "i")).toBe("send-link");
    expect(actForKey(kase(step("ask-info")), "i")).toBe("ask-info");
    expect(actForKey(kase(step("triage")), "i")).toBeNull();
  });

  it("means what can be done rather than what is blocked, and the blocked one for its reason", () => {
    const waiting = kase(step("route", false), step("dispose"));
    expect(actForKey(waiting, "d")).toBe("dispose");
    expect(actForKey(kase(step("route", false)), "d")).toBe("route");
  });

  it("assigns where routing is offered, and writes where there is an audience", () => {
    expect(actForKey(kase(step("route")), "t")).toBe("assign");
    expect(actForKey(kase(step("triage")), "t")).toBeNull();
    expect(actForKey(kase(), "n")).toBe("note");
    expect(isOffered({ nextSteps: [], mayWriteTo: [] }, "note")).toBe(false);
  });
});
