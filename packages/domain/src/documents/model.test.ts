import { describe, expect, it } from "vitest";
import { commitmentStatuses } from "../coaching/model";
import { takesEvidence, validityOn } from "./model";

describe("a document", () => {
  it("holds through its last day, and is told of thirty days before", () => {
    const today = "2026-11-23";
    expect(validityOn(null, today)).toBe("endless");
    expect(validityOn("2026-11-22", today)).toBe("expired");
    expect(validityOn("2026-11-23", today)).toBe("ending");
    expect(validityOn("2026-12-23", today)).toBe("ending");
    expect(validityOn("2026-12-24", today)).toBe("valid");
  });

  it("is evidence of a commitment until that is handed in, and again when it comes back", () => {
    expect(commitmentStatuses.filter(takesEvidence)).toEqual([
      ...["agreed", "in_progress", "overdue", "returned"],
    ]);
  });
});
