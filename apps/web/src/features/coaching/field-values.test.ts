import { describe, expect, it } from "vitest";
import { ideasOf, instantOf, linesOf, missingFields } from "./field-values";

describe("what was typed in coaching", () => {
  it("lacks what is shorter than its field asks for", () => {
    const fields = [
      { name: "reason", least: 5 },
      { name: "link", least: 0 },
    ];
    expect(missingFields(fields, { reason: " abc ", link: "" })).toEqual(["reason"]);
    expect(missingFields(fields, { reason: "cukup" })).toEqual([]);
  });

  it("is one entry a line", () => {
    expect(linesOf(" satu \n\n dua\n")).toEqual(["satu", "dua"]);
    expect(linesOf()).toEqual([]);
  });

  it("is a time on the office's wall", () => {
    expect(instantOf("2024-10-21", "09:30", "WIB").toISOString()).toBe("2024-10-21T02:30:00.000Z");
    expect(instantOf("2024-10-21", "09:30", "WITA").toISOString()).toBe("2024-10-21T01:30:00.000Z");
  });

  it("keeps an idea whose words stayed", () => {
    const before = [{ id: "a", text: "Aplikasi" }];
    expect(ideasOf("Aplikasi\nKelas", before, () => "new")).toEqual([
      { id: "a", text: "Aplikasi" },
      { id: "new", text: "Kelas" },
    ]);
  });
});
