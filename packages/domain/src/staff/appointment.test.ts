import { describe, expect, it } from "vitest";
import type { Actor } from "../access/actor";
import { type Role, roles } from "../access/roles";
import {
  type Appointment,
  assignableRoles,
  reachesAccount,
  requireAppointing,
  requireFittingAppointment,
  type SectorRow,
} from "./appointment";

const actor = (role: Role, areaCode: string): Actor => ({
  userId: "admin",
  name: "",
  assignments: [
    { id: "a", role, areaCode, sectorCode: null, organizationId: null, clearance: false },
  ],
});
const system = actor("administrator", "");
const local = actor("subdistrict-admin", "63.11.07");
const camat = actor("subdistrict-head", "63.11.07");

const outcome = (work: () => void): string => {
  try {
    work();
    return "ok";
  } catch (error) {
    const { code, details } = error as { code: string; details: { field?: string } };
    return details.field ? `${code} ${details.field}` : code;
  }
};
const appoint = (who: Actor, role: Role, areaCode: string, userId = "person") =>
  outcome(() => requireAppointing(who, "user.assign", { userId, role, areaCode }));

describe("who may give a role", () => {
  const never: readonly Role[] = [
    "regional-coach",
    "coach-lead",
    "inspectorate",
    "auditor",
    "regency-officer",
    "innovation-verifier",
    "subdistrict-admin",
    "administrator",
    "service-account",
  ];

  it.each(roles)("%s: a kecamatan's administrator inside the own kecamatan only", (role) => {
    const expected = never.includes(role) ? "ASSIGNMENT_OUT_OF_REACH" : "ok";
    expect(appoint(local, role, "63.11.07")).toBe(expected);
    expect(appoint(local, role, "63.11.07.2009")).toBe(expected);
    for (const elsewhere of ["63.11.02", "63.11", "63", "", "63.11.071", "35.21.10.2001"]) {
      expect(appoint(local, role, elsewhere)).toBe("ASSIGNMENT_OUT_OF_REACH");
    }
    expect(appoint(system, role, "35.21.10")).toBe("ok");
    expect(appoint(camat, role, "63.11.07")).toBe("ASSIGNMENT_OUT_OF_REACH");
  });

  it("nobody gives to the own account", () => {
    expect(appoint(system, "triage-officer", "63.11.07", "admin")).toBe("OWN_ACCOUNT");
    expect(appoint(local, "triage-officer", "63.11.07", "admin")).toBe("OWN_ACCOUNT");
  });

  it("a second role of the administrator widens nothing", () => {
    const both: Actor = {
      ...local,
      assignments: [...local.assignments, ...actor("regency-officer", "63.11").assignments],
    };
    expect(assignableRoles(both)).toEqual(assignableRoles(local));
    expect(appoint(both, "village-officer", "63.11.02.2014")).toBe("ASSIGNMENT_OUT_OF_REACH");
  });
});

describe("an appointment that makes sense", () => {
  const sector = (code: string, level: string): SectorRow => ({ code, level });
  const dpmd = sector("DPMD", "regency");
  const puskesmas = sector("PUSKESMAS", "subdistrict");
  const kasi = sector("KASI_PMD", "section");
  const sekcam = sector("SEKCAM", "section");
  const inspectorate = sector("INSPEKTORAT", "regency");
  const fits = (role: Role, areaCode: string, of: SectorRow | null = null, clearance = false) => {
    const a: Appointment = {
      ...{ userId: "p", role, areaCode, sectorCode: of?.code ?? null },
      ...{ organizationId: null, clearance },
    };
    return outcome(() => requireFittingAppointment(a, of, null));
  };

  it("a partner's people belong to one organisation, where it works", () => {
    const partner = { id: "yayasan", areaCode: "63.11" };
    const at = (areaCode: string, organizationId: string | null, found: typeof partner | null) =>
      outcome(() =>
        requireFittingAppointment(
          {
            ...{ userId: "p", role: "partner-organisation", areaCode, sectorCode: null },
            ...{ organizationId, clearance: false },
          },
          null,
          found,
        ),
      );
    expect(at("63.11", "yayasan", partner)).toBe("ok");
    expect(at("63.11", null, null)).toBe("INPUT_INVALID organizationId");
    expect(at("63.11", "closed", null)).toBe("INPUT_INVALID organizationId");
    expect(at("63.11.07", "yayasan", partner)).toBe("INPUT_INVALID areaCode");
  });

  it.each<[Role, string, SectorRow | null, string]>([
    ["village-officer", "63.11.07.2009", null, "ok"],
    ["village-officer", "63.11.07", null, "INPUT_INVALID areaCode"],
    ["triage-officer", "63.11.07", null, "ok"],
    ["triage-officer", "63.11.07.2009", null, "INPUT_INVALID areaCode"],
    ["triage-officer", "", null, "INPUT_INVALID areaCode"],
    ["triage-officer", "63.11.07", dpmd, "INPUT_INVALID sectorCode"],
    ["administrator", "", null, "ok"],
    ["administrator", "63.11.07", null, "INPUT_INVALID areaCode"],
    ["regional-coach", "63", null, "ok"],
    ["section-head", "63.11.07", kasi, "ok"],
    ["section-head", "63.11.07", null, "INPUT_INVALID sectorCode"],
    ["section-head", "63.11.07", dpmd, "INPUT_INVALID sectorCode"],
    ["section-head", "63.11.07", sekcam, "INPUT_INVALID sectorCode"],
    ["subdistrict-secretary", "63.11.07", sekcam, "ok"],
    ["subdistrict-secretary", "63.11.07", null, "ok"],
    ["subdistrict-secretary", "63.11.07", kasi, "INPUT_INVALID sectorCode"],
    ["sector-partner", "63.11", dpmd, "ok"],
    ["sector-partner", "63.11.07", dpmd, "INPUT_INVALID areaCode"],
    ["sector-partner", "63.11.07", puskesmas, "ok"],
    ["sector-partner", "63.11", puskesmas, "INPUT_INVALID areaCode"],
    ["sector-partner", "63.11.07", kasi, "INPUT_INVALID sectorCode"],
    ["sector-partner", "63.11", inspectorate, "INPUT_INVALID sectorCode"],
    ["sector-lead", "63.11", null, "INPUT_INVALID sectorCode"],
    ["inspectorate", "63.11", inspectorate, "ok"],
    ["inspectorate", "63.11", dpmd, "INPUT_INVALID sectorCode"],
  ])("%s at %s", (role, areaCode, of, expected) => {
    expect(fits(role, areaCode, of)).toBe(expected);
  });

  it("clearance goes with the roles of the table that have it", () => {
    expect(fits("triage-officer", "63.11.07", null, true)).toBe("ok");
    expect(fits("subdistrict-head", "63.11.07", null, true)).toBe("ok");
    expect(fits("sector-lead", "63.11", dpmd, true)).toBe("ok");
    expect(fits("village-officer", "63.11.07.2009", null, true)).toBe("INPUT_INVALID clearance");
    expect(fits("sector-partner", "63.11", dpmd, true)).toBe("INPUT_INVALID clearance");
    expect(fits("administrator", "", null, true)).toBe("INPUT_INVALID clearance");
  });
});

describe("whose account is within reach", () => {
  const reaches = (
    who: Actor,
    assignments: readonly [Role, string][],
    invitedTo: string | null = null,
  ) =>
    reachesAccount(who, "user.reset", {
      userId: "p",
      assignments: assignments.map(([role, areaCode]) => ({ role, areaCode })),
      invitedTo,
    });

  it("every role of theirs is one that the administrator could give, there", () => {
    expect(reaches(local, [["village-officer", "63.11.07.2009"]])).toBe(true);
    expect(reaches(local, [["village-officer", "63.11.02.2014"]])).toBe(false);
    expect(
      reaches(local, [
        ["village-officer", "63.11.07.2009"],
        ["auditor", "63.11"],
      ]),
    ).toBe(false);
    expect(reaches(local, [["subdistrict-admin", "63.11.07"]])).toBe(false);
    expect(
      reaches(local, [
        ["triage-officer", "63.11.07"],
        ["triage-officer", "63.11.02"],
      ]),
    ).toBe(false);
    expect(
      reaches(system, [
        ["subdistrict-admin", "63.11.07"],
        ["auditor", "63.11"],
      ]),
    ).toBe(true);
    expect(reaches(camat, [["village-officer", "63.11.07.2009"]])).toBe(false);
  });

  it("without a role: where the person was invited to", () => {
    expect(reaches(local, [], "63.11.07")).toBe(true);
    expect(reaches(local, [], "63.11.02")).toBe(false);
    expect(reaches(local, [], null)).toBe(false);
    expect(reaches(system, [], null)).toBe(true);
  });
});
