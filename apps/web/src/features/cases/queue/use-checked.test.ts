import { describe, expect, it } from "vitest";
import { rangeOf } from "./use-checked";

describe("checking from one row to another", () => {
  const ids = ["a", "b", "c", "d"];

  it("takes what stands between them, whichever way", () => {
    expect(rangeOf(ids, "b", "d")).toEqual(["b", "c", "d"]);
    expect(rangeOf(ids, "d", "b")).toEqual(["b", "c", "d"]);
    expect(rangeOf(ids, "c", "c")).toEqual(["c"]);
  });

  it("takes the row alone where the other has gone", () => {
    expect(rangeOf(ids, "z", "c")).toEqual(["c"]);
  });
});
