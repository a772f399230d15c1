import { keySheetCommand } from "@rembuk/domain/handovers/commands";
import { describe, expect, it } from "vitest";
import { emptyRow, keyedRowOf, type RowEntry, rowProblem } from "./key-sheet-entry";

const lineId = "0199f2c4-0000-7000-8000-000000000001";
const fits = (row: unknown) => keySheetCommand.shape.rows.safeParse([row]).success;

describe("a row of the sheet", () => {
  it("with nothing marked is not sent", () => {
    expect(rowProblem(emptyRow, 2)).toBeNull();
    expect(keyedRowOf(lineId, emptyRow, 2)).toBeNull();
  });

  it.each<[string, Partial<RowEntry>, number]>([
    ["delivered in full", { outcome: "delivered" }, 2],
    ["in part", { outcome: "partial", quantity: "1" }, 1],
    [
      "to a proxy",
      { outcome: "delivered", isProxy: true, proxyName: "Rahmah", relation: "child" },
      2,
    ],
    ["not found", { outcome: "not_found" }, 0],
  ])("%s is what the server takes", (_, change, quantity) => {
    const entry = { ...emptyRow, ...change };
    expect(rowProblem(entry, 2)).toBeNull();
    const row = keyedRowOf(lineId, entry, 2);
    expect(row?.quantity).toBe(quantity);
    expect(fits(row)).toBe(true);
  });

  it("says which part is missing", () => {
    const part = { ...emptyRow, outcome: "partial" as const };
    for (const quantity of ["", "0", "2", "1.5", "x"])
      expect(rowProblem({ ...part, quantity }, 2)).toBe("quantity");
    expect(rowProblem({ ...emptyRow, outcome: "delivered", isProxy: true }, 2)).toBe("proxy");
  });
});
