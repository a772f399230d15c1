import { describe, expect, it } from "vitest";
import { linesOf, peopleWithin, problemsOfRows, rowsOf } from "./fill-entry";
import type { ManifestOffer } from "./trip-data";

const group = (villageCode: string, quantities: readonly number[], unit = "karung") => ({
  ...{ villageCode, villageName: villageCode, programCode: "BPNT", programName: "BPNT", unit },
  ...{ goodsName: "Beras", waitsSince: new Date("2026-11-01") },
  entitlements: quantities.map((quantity, at) => ({ id: `${villageCode}-${at}`, quantity })),
});
const offer = (left: number, groups: ManifestOffer["groups"]): ManifestOffer => ({
  ...{ tripVersion: 1, groups },
  goods: [{ id: "rice", name: "Beras", unit: "Karung", left }],
});

describe("filling a manifest", () => {
  it("offers everybody whom the goods are enough for, the longest waiting first", () => {
    const two = offer(7, [group("a", [2, 2]), group("b", [2, 2])]);
    const rows = rowsOf(two);
    expect(rows.map((row) => row.count)).toEqual(["2", "1"]);
    expect(linesOf(rows).map((line) => line.entitlementId)).toEqual(["a-0", "a-1", "b-0"]);
    expect(problemsOfRows(rows, two).size).toBe(0);
    expect(peopleWithin(group("a", [2, 3, 1]), 5)).toBe(2);
  });

  it("offers nobody where no goods are counted in their unit", () => {
    const [row] = rowsOf(offer(7, [group("a", [2], "paket")]));
    expect(row).toMatchObject({ goodsIds: [], count: "0" });
  });

  it("says so when more people are asked for than wait, or than the goods are enough for", () => {
    const one = offer(3, [group("a", [2, 2])]);
    const [row] = rowsOf(one);
    if (!row) throw new Error("no row");
    expect([...problemsOfRows([{ ...row, count: "3" }], one).values()]).toEqual(["people"]);
    expect([...problemsOfRows([{ ...row, count: "2" }], one).values()]).toEqual(["tooFew"]);
    expect([...problemsOfRows([{ ...row, count: "x" }], one).values()]).toEqual(["people"]);
  });
});
