import { describe, expect, it } from "vitest";
import {
  decideServe,
  entitlementActs,
  entitlementAfter,
  entitlementStatuses,
  handoverOutcomes,
  isEntitlementActOf,
  isOwnEntitlement,
} from "./entitling";

const actsOf = (status: (typeof entitlementStatuses)[number]) =>
  entitlementActs.filter((act) => isEntitlementActOf(act, { status }));

describe("the way of an entitlement", () => {
  it("is this and no other", () => {
    expect(Object.fromEntries(entitlementStatuses.map((one) => [one, actsOf(one)]))).toEqual({
      draft: ["approve", "expire", "cancel"],
      approved: ["allocate", "expire", "cancel"],
      allocated: ["release", "serve"],
      delivered: ["serve", "reconcile"],
      partially_delivered: ["serve", "reconcile"],
      refused: ["serve", "reconcile"],
      not_found: ["release", "serve"],
      deceased: ["serve", "reconcile"],
      moved: ["serve", "reconcile"],
      reconciled: [],
      expired: [],
      cancelled: [],
    });
  });

  it("is approved by nobody who made it or put the household forward", () => {
    const one = { createdById: "desk", nominatedById: "village" };
    expect(["desk", "village", "camat"].map((id) => isOwnEntitlement(one, id))).toEqual([
      ...[true, true, false],
    ]);
  });
});

describe("what a handover leads to", () => {
  it("counts units only where something was handed over", () => {
    expect(handoverOutcomes.map((outcome) => entitlementAfter(outcome, 2))).toEqual([
      { status: "delivered", deliveredQuantity: 2 },
      { status: "partially_delivered", deliveredQuantity: 2 },
      { status: "refused", deliveredQuantity: 0 },
      { status: "not_found", deliveredQuantity: 0 },
      { status: "deceased", deliveredQuantity: 0 },
      { status: "moved", deliveredQuantity: 0 },
    ]);
  });

  it("takes all for a delivery and some for a part, from a manifest alone", () => {
    const one = { status: "allocated", quantity: 3 } as const;
    expect(decideServe(one, "delivered", 3).deliveredQuantity).toBe(3);
    expect(decideServe(one, "partial", 1).deliveredQuantity).toBe(1);
    for (const [outcome, quantity] of [
      ["delivered", 2],
      ["partial", 3],
      ["partial", 0],
    ] as const)
      expect(() => decideServe(one, outcome, quantity)).toThrow("ENTITLEMENT_QUANTITY");
    expect(() => decideServe({ ...one, status: "approved" }, "delivered", 3)).toThrow(
      "ENTITLEMENT_ACT_NOT_NOW",
    );
  });
});
