import { describe, expect, it } from "vitest";
import { type PendingCase, withPending } from "./pending-cases";

const rows = [
  { id: "a", status: "received", isMyTurn: true },
  { id: "b", status: "received", isMyTurn: true },
];

describe("rows of what was begun", () => {
  it("show what they will be and which they are, and are themselves again without a mark", () => {
    const mark: PendingCase = { becomes: { status: "triaged" }, kind: "held" };
    const [first, second] = withPending(rows, new Map([["a", mark]]));
    expect(first).toEqual({ id: "a", status: "triaged", isMyTurn: true, pending: "held" });
    expect(second).toBe(rows[1]);
    expect(withPending(rows, new Map())).toBe(rows);
  });
});
