import { describe, expect, it } from "vitest";
import { behalfCommand, behalfFields, fromWall, toWall } from "./behalf-fields";

describe("the time on the office's wall", () => {
  it("goes there and back in every zone", () => {
    const instant = new Date("2026-11-20T02:30:00Z");
    expect(toWall(instant, "WITA")).toBe("2026-11-20T10:30");
    expect(toWall(instant, "WIT")).toBe("2026-11-20T11:30");
    expect(fromWall("2026-11-20T10:30", "WITA")).toEqual(instant);
    expect(toWall(new Date("2026-11-20T17:05:00Z"), "WIB")).toBe("2026-11-21T00:05");
  });

  it("refuses what is no time", () => {
    expect(fromWall("", "WITA")).toBeNull();
    expect(fromWall("2026-13-40T10:30", "WITA")).toBeNull();
  });
});

describe("an answer in somebody's name", () => {
  const told = { who: "Kabid DPMD", how: "phone" as const, when: "2026-11-20T10:30" };

  it("may not lie in the future", () => {
    expect(behalfFields("WITA").safeParse(told).success).toBe(
      new Date() > new Date("2026-11-20T02:30Z"),
    );
    expect(behalfFields("WITA").safeParse({ ...told, when: "2999-01-01T00:00" }).success).toBe(
      false,
    );
  });

  it("is sent as an instant", () => {
    expect(behalfCommand(told, "WITA")?.when).toEqual(new Date("2026-11-20T02:30:00Z"));
    expect(behalfCommand(null, "WITA")).toBeNull();
  });
});
