import { describe, expect, it } from "vitest";
import { fittingColumns, gridTemplate, listColumns, usualColumns } from "./queue-look";

describe("the columns of the list", () => {
  it("keep their order, and leave where room is scarce: the holder, then the village", () => {
    expect(fittingColumns(usualColumns, 832, true)).toEqual(usualColumns);
    expect(fittingColumns(usualColumns, 700, true)).toEqual(["village", "status", "clocks"]);
    expect(fittingColumns(usualColumns, 600, true)).toEqual(["status", "clocks"]);
    expect(fittingColumns(["clocks", "holder", "status"], 2_000, false)).toEqual([
      ...["clocks", "holder", "status"],
    ]);
  });

  it("all fit a wide screen, and none a narrow one", () => {
    expect(fittingColumns(listColumns, 1_600, true)).toEqual(listColumns);
    expect(fittingColumns(listColumns, 200, true)).toEqual([]);
  });

  it("draw a grid", () => {
    expect(gridTemplate(["status"], true)).toBe("24px 14px minmax(0,1fr) 110px");
    expect(gridTemplate([], false)).toBe("14px minmax(0,1fr)");
  });
});
