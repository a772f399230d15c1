import { describe, expect, it } from "vitest";
import type { Actor } from "../access/actor";
import type { Role } from "../access/roles";
import { isToldOfQuarantine, soughtForQuarantine } from "./quarantine-notices";

const halong = "63.11.02";
const record = { ownerId: "owner", subdistrictCode: halong };
const person = (role: Role, areaCode = halong, userId = "somebody"): Actor => ({
  ...{ userId, name: "Uji" },
  assignments: [
    { id: "a", role, areaCode, sectorCode: null, organizationId: null, clearance: false },
  ],
});

describe("who is told that records of a revoked phone wait", () => {
  it("is sought in the kecamatan where the phone was registered", () => {
    expect(soughtForQuarantine(halong)).toEqual({
      userIds: [],
      places: [{ roles: ["triage-officer", "section-head"], areaCode: halong }],
    });
  });

  it("are those who may decide there, and never whose phone it was", () => {
    expect(isToldOfQuarantine(person("triage-officer"), record)).toBe(true);
    expect(isToldOfQuarantine(person("section-head"), record)).toBe(true);
    expect(isToldOfQuarantine(person("field-officer"), record)).toBe(false);
    expect(isToldOfQuarantine(person("triage-officer", "63.11.01"), record)).toBe(false);
    expect(isToldOfQuarantine(person("triage-officer", halong, "owner"), record)).toBe(false);
  });
});
