import { listCasesInput } from "@rembuk/domain/cases/commands";
import { describe, expect, it } from "vitest";
import {
  narrowing,
  noFilters,
  orderOf,
  type QueueFilters,
  queueInput,
  queueViews,
} from "./queue-view";

const filters = (over: Partial<QueueFilters> = {}): QueueFilters => ({ ...noFilters, ...over });

describe("the question behind a view", () => {
  it.each(queueViews)("is one that the server accepts: %s", (view) => {
    expect(listCasesInput.safeParse(queueInput(filters({ view }))).success).toBe(true);
  });

  it("asks for every status only where all cases are wanted", () => {
    expect(queueInput(filters()).statuses).toBeUndefined();
    expect(queueInput(filters({ view: "all" })).statuses).toContain("closed");
    expect(queueInput(filters({ view: "all", statuses: ["closed"] })).statuses).toEqual(["closed"]);
  });

  it("does not let a filter widen the view it stands in", () => {
    expect(queueInput(filters({ view: "mine", holder: "desk" })).holder).toBe("mine");
    expect(queueInput(filters({ view: "late", lateness: "week" })).lateness).toBe("late");
    expect(queueInput(filters({ view: "referred", holder: "desk" })).referral).toBe("waiting");
    expect(queueInput(filters()).referral).toBeUndefined();
  });

  it("offers the order of deadlines where only what is open stands", () => {
    expect(orderOf(filters())).toBe("due");
    expect(orderOf(filters({ view: "all", order: "due" }))).toBe("newest");
    expect(orderOf(filters({ statuses: ["closed"], order: "due" }))).toBe("newest");
    expect(orderOf(filters({ view: "all", order: "number" }))).toBe("number");
    expect(queueInput(filters({ person: "me" })).person).toBe("me");
  });

  it("counts what narrows", () => {
    expect(narrowing(filters())).toBe(0);
    expect(narrowing(filters({ text: "  ", statuses: ["received"], holder: "desk" }))).toBe(2);
  });
});
