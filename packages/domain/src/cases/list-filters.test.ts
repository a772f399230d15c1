import { describe, expect, it } from "vitest";
import { localDate } from "../calendars/local-date";
import { endOfWeek, orderFor } from "./list-filters";

describe("the headings of a list", () => {
  it.each([
    ["2026-11-20", "2026-11-22"],
    ["2026-11-22", "2026-11-22"],
    ["2026-11-23", "2026-11-29"],
  ])("end the week of %s on Sunday %s", (date, sunday) => {
    expect(endOfWeek(localDate(date))).toBe(sunday);
  });
});

describe("the order of a list", () => {
  it("is by deadline only where every case is open, whatever was asked for", () => {
    expect(orderFor([], undefined)).toBe("due");
    expect(orderFor(["assigned", "in_progress"], "due")).toBe("due");
    expect(orderFor(["assigned", "closed"], "due")).toBe("newest");
    expect(orderFor(["closed"], undefined)).toBe("newest");
    expect(orderFor(["closed"], "number")).toBe("number");
  });
});
