import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import id from "@/messages/id.json";
import { auditKey, auditTypes } from "./audit-word";

describe("the words of the trail", () => {
  it.each([...auditTypes, "other"])("%s has words in both languages", (key) => {
    expect((id.audit.types as Record<string, string>)[key]).toBeTruthy();
    expect((en.audit.types as Record<string, string>)[key]).toBeTruthy();
  });

  it("does not break on what a later version records", () => {
    expect(auditKey("trip.closed")).toBe("other");
    expect(auditKey("case.routed")).toBe("routed");
  });
});
