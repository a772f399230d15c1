import { describe, expect, it } from "vitest";
import { saveOrganizationCommand } from "./organization-commands";
import {
  organizationState,
  requireOrganizationArea,
  servesArea,
  servesCase,
} from "./organizations";

describe("a partner organisation", () => {
  const period = { isActive: true, startsOn: "2026-01-01", endsOn: "2026-12-31" };

  it.each([
    ["2025-12-31", "coming"],
    ["2026-01-01", "running"],
    ["2026-12-31", "running"],
    ["2027-01-01", "lapsed"],
  ])("on %s is %s by its agreement", (today, state) => {
    expect(organizationState(period, today)).toBe(state);
    expect(organizationState({ ...period, isActive: false }, today)).toBe("closed");
  });

  it("serves its kecamatan, or every one of its kabupaten", () => {
    const kase = { subdistrictCode: "63.11.07", regencyCode: "63.11" };
    expect(servesCase({ areaCode: "63.11.07" }, kase)).toBe(true);
    expect(servesCase({ areaCode: "63.11" }, kase)).toBe(true);
    expect(servesCase({ areaCode: "63.11.02" }, kase)).toBe(false);
    expect(servesCase({ areaCode: "63.1" }, kase)).toBe(false);
    expect(servesArea({ areaCode: "63.11" }, "63.11.07")).toBe(true);
    expect(servesArea({ areaCode: "63.11.07" }, "63.11")).toBe(false);
    expect(() => requireOrganizationArea("63.11.07.2009")).toThrow("INPUT_INVALID");
  });

  it("names whom to call, by phone or mail, and ends no earlier than it begins", () => {
    const command = {
      ...{ clientActionId: "0193a1f0-0000-7000-8000-000000000001", version: 0, areaCode: "63.11" },
      ...{ kind: "ngo", name: "Yayasan", agreementNumber: "MoU/1" },
      ...{ startsOn: "2026-01-01", endsOn: "2026-12-31", contacts: [] as object[] },
    };
    const isSound = (change: object) =>
      saveOrganizationCommand.safeParse({ ...command, ...change });
    expect(isSound({}).success).toBe(true);
    expect(isSound({ endsOn: "2025-12-31" }).success).toBe(false);
    expect(isSound({ contacts: [{ name: "Ani" }] }).success).toBe(false);
    expect(isSound({ contacts: [{ name: "Ani", phone: "0860 0000 0101" }] }).success).toBe(true);
    expect(isSound({ areaCode: "63.11.07.2009" }).success).toBe(false);
  });
});
