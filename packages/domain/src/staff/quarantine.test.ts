import { describe, expect, it } from "vitest";
import { type Quarantined, requireDecidable } from "./quarantine";

const waiting: Quarantined = { ownerId: "owner", decidedById: null, decision: null };

describe("a record in quarantine", () => {
  it("is never decided by whose phone it was", () => {
    for (const decision of ["accepted", "set_aside"] as const)
      expect(() => requireDecidable(waiting, "owner", decision)).toThrow("QUARANTINE_OWN");
  });

  it("is accepted once, also after it was set aside", () => {
    expect(() => requireDecidable(waiting, "kasi", "accepted")).not.toThrow();
    const aside: Quarantined = { ...waiting, decidedById: "kasi", decision: "set_aside" };
    expect(() => requireDecidable(aside, "other", "accepted")).not.toThrow();
    expect(() => requireDecidable(aside, "kasi", "set_aside")).toThrow("QUARANTINE_DECIDED");
    const accepted: Quarantined = { ...aside, decision: "accepted" };
    for (const decision of ["accepted", "set_aside"] as const)
      expect(() => requireDecidable(accepted, "kasi", decision)).toThrow("QUARANTINE_DECIDED");
  });

  it("that somebody is accepting is finished by them alone, and no longer set aside", () => {
    const taken: Quarantined = { ...waiting, decidedById: "kasi" };
    expect(() => requireDecidable(taken, "kasi", "accepted")).not.toThrow();
    expect(() => requireDecidable(taken, "other", "accepted")).toThrow("QUARANTINE_TAKEN");
    expect(() => requireDecidable(taken, "kasi", "set_aside")).toThrow("QUARANTINE_TAKEN");
  });
});
