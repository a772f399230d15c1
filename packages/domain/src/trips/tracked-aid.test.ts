import { describe, expect, it } from "vitest";
import { enrollmentStatuses } from "../aid/enrolling";
import { entitlementStatuses, handoverOutcomes } from "../aid/entitling";
import { tripStatuses } from "./model";
import { type FollowedAid, trackedAidStage } from "./tracked-aid";

const aid = (change: Partial<FollowedAid> = {}): FollowedAid => ({
  ...{ enrolled: "decided", entitled: "allocated", outcome: null, tripStatus: "approved" },
  ...change,
});
const onTrip = (tripStatus: (typeof tripStatuses)[number]) => trackedAidStage(aid({ tripStatus }));

describe("what the reporter of a request for welfare is told", () => {
  it("follows the nomination until it is decided, whatever was prepared", () => {
    const told = enrollmentStatuses.map((enrolled) =>
      trackedAidStage(aid({ enrolled, entitled: "draft", tripStatus: null })),
    );
    expect(told).toEqual(["candidate", "verified", "decided", "stopped"]);
  });

  it("follows the trip that takes it along", () => {
    expect(tripStatuses.map((status) => [status, onTrip(status)])).toEqual([
      ...[
        ["planned", "scheduled"],
        ["approved", "scheduled"],
        ["confirmed_by_village", "scheduled"],
        ["loaded", "scheduled"],
        ["departed", "underway"],
        ["on_site", "underway"],
        ["returned", "underway"],
        ["reconciled", "decided"],
        ["postponed", "postponed"],
        ["cancelled", "decided"],
      ],
    ]);
  });

  it("speaks of a trip only while it takes the entitlement along", () => {
    const others = entitlementStatuses.filter((one) => one !== "allocated");
    expect(new Set(others.map((entitled) => trackedAidStage(aid({ entitled }))))).toEqual(
      new Set(["decided"]),
    );
    expect(trackedAidStage(aid({ tripStatus: null }))).toBe("decided");
  });

  it("says of what waits for another day that its trip was postponed", () => {
    expect(trackedAidStage(aid({ entitled: "approved", tripStatus: "postponed" }))).toBe(
      "postponed",
    );
  });

  it("ends with what the handover came to, also after the trip was closed", () => {
    const told = handoverOutcomes.map((outcome) =>
      trackedAidStage(aid({ outcome, entitled: "reconciled" })),
    );
    expect(told).toEqual(["received", "received", "refused", "not-met", "stopped", "stopped"]);
  });
});
