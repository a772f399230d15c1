import { describe, expect, it } from "vitest";
import { tripStatuses } from "../trips/model";
import { enrollmentStatuses } from "./enrolling";
import { entitlementStatuses, handoverOutcomes } from "./entitling";
import { type FollowedAid, trackedAidStage } from "./tracked-aid";

const aid = (change: Partial<FollowedAid> = {}): FollowedAid => ({
  ...{ enrolled: "decided", entitled: "allocated", outcome: null, servedAt: null },
  trip: { status: "approved", startsOn: "2026-11-28", postponed: null },
  ...change,
});
const onTrip = (status: (typeof tripStatuses)[number]) =>
  trackedAidStage(aid({ trip: { status, startsOn: "2026-11-28", postponed: null } }));

describe("what the reporter of a request for welfare is told", () => {
  it("follows the nomination until it is decided, whatever was prepared", () => {
    const told = enrollmentStatuses.map((enrolled) =>
      trackedAidStage(aid({ enrolled, entitled: "draft", trip: null })),
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
    expect(trackedAidStage(aid({ trip: null }))).toBe("decided");
  });

  it("ends with what the handover came to, also after the trip was closed", () => {
    const told = handoverOutcomes.map((outcome) =>
      trackedAidStage(aid({ outcome, entitled: "reconciled" })),
    );
    expect(told).toEqual(["received", "received", "refused", "not-met", "stopped", "stopped"]);
  });
});
