import type { Role } from "@rembuk/domain/access/roles";
import { describe, expect, it } from "vitest";
import { currentItem, isWidePage } from "./current-item";
import { navigationFor, placesFor } from "./navigation";

const as = (...roles: Role[]) =>
  roles.map((role) => ({
    id: role,
    role,
    areaCode: "63.11.01",
    sectorCode: null,
    organizationId: null,
    clearance: false,
  }));
const keys = (...roles: Role[]) => navigationFor(as(...roles), false).map((item) => item.key);

describe("the rail", () => {
  it("gives each role its places", () => {
    expect(keys("triage-officer")).toEqual([
      ...["home", "queue", "desk", "board", "impact", "families", "programs", "trips", "duty"],
    ]);
    expect(keys("village-officer")).toEqual([
      ...["home", "villageCases", "newCase", "board", "impact", "families", "programs", "trips"],
    ]);
    expect(keys("sector-partner")).toEqual([
      ...["home", "sectorCases", "newCase", "board", "programs"],
    ]);
    expect(keys("trip-lead")).toEqual(["home", "trips", "field"]);
    expect(keys("field-officer")).toEqual(["home", "trips", "field"]);
    expect(keys("inspectorate")).toEqual(["home", "sectorCases", "retention"]);
    expect(keys("subdistrict-head")).toEqual([
      ...["home", "queue", "board", "impact", "families", "programs", "trips"],
      ...["innovations", "coaching", "people", "audit"],
    ]);
    expect(keys("subdistrict-admin")).toEqual([
      ...["home", "programs", "people", "rules", "onboarding", "audit"],
    ]);
    expect(keys("administrator")).toEqual([
      "home",
      "programs",
      "people",
      "rules",
      "onboarding",
      "audit",
      "assessment",
      "operations",
    ]);
  });

  it("shows the families to no other section than the one of social welfare", () => {
    const inSection = (sectorCode: string) =>
      navigationFor(
        as("section-head").map((a) => ({ ...a, sectorCode })),
        false,
      ).map((item) => item.key);
    expect(inSection("KASI_KESSOS")).toContain("families");
    expect(inSection("KASI_PMD")).not.toContain("families");
  });

  it("merges the places of several roles", () => {
    expect(keys("triage-officer", "subdistrict-admin")).toContain("people");
  });

  it("shows nothing but the home without a running assignment", () => {
    expect(keys()).toEqual(["home"]);
  });

  it("leads by key to the rail's places and to what stands behind them, each once", () => {
    const places = placesFor(as("subdistrict-head"), true).map((place) => place.key);
    expect(places).toEqual([
      ...["home", "queue", "board", "impact", "families", "programs", "trips"],
      ...["innovations", "coaching", "people", "audit", "mailbox"],
      ...["notifications", "duty", "calendar", "retention", "glass", "account"],
    ]);
    const desk = placesFor(as("triage-officer"), false).map((place) => place.key);
    expect(new Set(desk).size).toBe(desk.length);
    expect(desk).not.toContain("retention");
    expect(placesFor(as(), false).map((place) => place.key)).toEqual([
      ...["home", "notifications", "calendar", "account"],
    ]);
  });

  it("marks the page one is on", () => {
    const items = navigationFor(as("village-officer"), true);
    expect(currentItem(items, "/kasus/baru")?.key).toBe("newCase");
    expect(currentItem(items, "/kasus/0192")?.key).toBe("villageCases");
    expect(currentItem(items, "/akun")).toBeNull();
  });

  it("shrinks on a case only", () => {
    expect(isWidePage("/kasus/0192-abc")).toBe(true);
    expect(isWidePage("/kasus/baru")).toBe(false);
    expect(isWidePage("/kasus")).toBe(false);
  });
});
