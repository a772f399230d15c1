import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allot } from "./allotting";

const place = (id: string, change: object = {}) => ({
  ...{ enrollmentId: id, personId: `p-${id}`, isStanding: true },
  ...change,
});
const none = { enrollmentIds: new Set<string>(), personIds: new Set<string>(), counted: 0 };
const ids = (chosen: readonly { enrollmentId: string }[]) => chosen.map((one) => one.enrollmentId);

describe("who receives an entitlement of a cycle", () => {
  it("is everybody decided, once each, who still lives there", () => {
    const places = [
      ...[place("a"), place("b", { isStanding: false }), place("c", { personId: "p-a" })],
      place("d"),
    ];
    const told = allot(places, none, null);
    expect(ids(told.chosen)).toEqual(["a", "d"]);
    expect(told).toMatchObject({ already: 0, gone: 1, twice: 1, overQuota: 0 });
  });

  it("ends where the quota ends, the earliest first; a second run adds nobody twice", () => {
    const places = ["a", "b", "c"].map((id) => place(id));
    expect(allot(places, none, 2)).toMatchObject({ overQuota: 1 });
    const taken = {
      enrollmentIds: new Set(["a", "b"]),
      personIds: new Set(["p-a", "p-b"]),
      counted: 2,
    };
    expect(allot(places, taken, 2)).toMatchObject({ chosen: [], already: 2, overQuota: 1 });
    expect(ids(allot(places, taken, null).chosen)).toEqual(["c"]);
  });

  it("never exceeds the quota nor loses anybody from the count", () => {
    const anybody = fc.record({
      enrollmentId: fc.uuid(),
      personId: fc.constantFrom("x", "y", "z", "u", "v"),
      isStanding: fc.boolean(),
    });
    const many = fc.uniqueArray(anybody, { selector: (one) => one.enrollmentId, maxLength: 20 });
    fc.assert(
      fc.property(many, fc.option(fc.nat(8)), (places, quota) => {
        const told = allot(places, none, quota);
        if (quota !== null) expect(told.chosen.length).toBeLessThanOrEqual(quota);
        const { already, gone, twice, overQuota } = told;
        expect(told.chosen.length + already + gone + twice + overQuota).toBe(places.length);
      }),
    );
  });
});
