import { describe, expect, it } from "vitest";
import type { Actor } from "../access/actor";
import type { Role } from "../access/roles";
import { defaultTemplates } from "../cases/message-templates";
import type { Case } from "../cases/model";
import { mailWording } from "./mail-wording";
import { notificationParams } from "./model";
import { isAt, mayBeTold, soughtFor } from "./recipients";

const kase = (change: Partial<Case> = {}): Case =>
  ({
    id: "c",
    number: "PRS-2026-0397-K",
    villageCode: "63.11.07.2009",
    subdistrictCode: "63.11.07",
    regencyCode: "63.11",
    categoryCode: "VIL-LPM",
    sectionCode: "KASI_PMD",
    leadParty: "63.11:DPMD",
    leadSectorCode: "DPMD",
    createdById: "entered",
    reporterUserId: "reported",
    responsibleId: "kasi",
    holder: { kind: "sector", code: "DPMD", userId: null },
    holderKind: "sector",
    holderUserId: null,
    isSecret: false,
    isSupervisory: false,
    escalationLevel: 0,
    referrals: [],
    ...change,
  }) as Case;

const person = (
  userId: string,
  role: Role,
  areaCode: string,
  sectorCode: string | null = null,
): Actor => ({
  userId,
  name: userId,
  assignments: [{ id: userId, role, areaCode, sectorCode, organizationId: null, clearance: false }],
});
const triage = person("triage", "triage-officer", "63.11.07");
const sector = person("sector", "sector-partner", "63.11", "DPMD");
const inspectorate = person("inspector", "inspectorate", "63.11", "INSPEKTORAT");
const event = { actorId: "somebody" };

describe("where the people of an audience are sought", () => {
  it("finds the holder at its own level, the desk by kecamatan, the village by village", () => {
    expect(
      soughtFor("holder", kase()).places.every((p) => isAt(p, sector.assignments[0] as never)),
    ).toBe(true);
    expect(soughtFor("desk", kase()).places[0]).toMatchObject({
      roles: ["triage-officer"],
      areaCode: "63.11.07",
    });
    expect(soughtFor("village", kase()).places[0]?.areaCode).toBe("63.11.07.2009");
    expect(soughtFor("sender", kase()).userIds).toEqual(["entered", "reported"]);
    expect(soughtFor("responsible", kase({ responsibleId: null })).userIds).toEqual([]);
  });

  it("names one person where one holds it, and nobody for a settled case", () => {
    const one = kase({ holder: { kind: "sector", code: "DPMD", userId: "u1" } });
    expect(soughtFor("holder", one)).toEqual({ userIds: ["u1"], places: [] });
    expect(
      soughtFor("holder", kase({ holder: { kind: "none", code: null, userId: null } })).places,
    ).toEqual([]);
  });

  it.each([
    [1, "sector-lead"],
    [2, "subdistrict-secretary"],
    [3, "subdistrict-head"],
    [4, "regency-officer"],
  ])("on rung %i finds the %s", (escalationLevel, role) => {
    expect(soughtFor("leaders", kase({ escalationLevel })).places[0]?.roles).toEqual([role]);
  });
});

it("what rose past the camat is told to the camat too", () => {
  const roles = soughtFor("leaders", kase({ escalationLevel: 4 })).places.flatMap((p) => p.roles);
  expect(roles).toEqual(["regency-officer", "subdistrict-head"]);
});

describe("who may be told", () => {
  it("is who may read it, and nobody of their own act", () => {
    expect(mayBeTold(triage, kase(), event)).toBe(true);
    expect(mayBeTold(triage, kase(), { actorId: "triage" })).toBe(false);
    expect(mayBeTold(person("x", "triage-officer", "63.11.02"), kase(), event)).toBe(false);
  });

  it("of a supervisory case is the inspectorate alone", () => {
    const supervisory = kase({
      isSupervisory: true,
      isSecret: true,
      leadParty: "63.11:INSPEKTORAT",
    });
    expect(mayBeTold(inspectorate, supervisory, event)).toBe(true);
    for (const other of [triage, sector, person("entered", "village-officer", "63.11.07.2009")]) {
      expect(mayBeTold(other, supervisory, event)).toBe(false);
    }
  });

  it("of an internal note is not the sector", () => {
    expect(mayBeTold(sector, kase(), { ...event, noteAudience: "internal" })).toBe(false);
    expect(mayBeTold(sector, kase(), { ...event, noteAudience: "partner" })).toBe(true);
  });
});

describe("what a notification says", () => {
  it("is of a secret case the number alone", () => {
    expect(notificationParams(kase({ isSecret: true }))).toEqual({ number: "PRS-2026-0397-K" });
  });

  it("by mail is the number, the step and the address", () => {
    const mail = mailWording(
      "case.routed",
      { number: "PRS-2026-0397-K" },
      {
        template: defaultTemplates["mail-turn"].id,
        language: "id",
        officeName: "Kecamatan Contoh",
        caseUrl: "https://contoh.invalid/kasus/c",
      },
    );
    expect(mail.subject).toBe("Kasus PRS-2026-0397-K diteruskan kepada Anda");
    expect(mail.body).toContain("https://contoh.invalid/kasus/c");
  });
});

describe("the party of a referral", () => {
  const referral = (status: "sent" | "revoked") => ({
    ...{ id: "r", kind: "referral", party: "63.11:DINKES", targetCode: "DINKES", status },
    ...{ isMandatory: true, decision: null, assigneeId: null },
  });
  const health = person("health", "sector-partner", "63.11", "DINKES");
  const about = { ...event, referralId: "r" };
  const referred = (status: "sent" | "revoked", change: Partial<Case> = {}) =>
    kase({ referrals: [referral(status)] as unknown as Case["referrals"], ...change });

  it("is sought where its office works, the village and a volunteer too", () => {
    expect(soughtFor("referred", referred("sent"), about).places).toEqual([
      {
        roles: ["sector-partner", "sector-lead", "partner-organisation"],
        areaCode: "63.11",
        sectorCode: "DINKES",
      },
    ]);
    const to = (party: string) =>
      soughtFor(
        "referred",
        kase({ referrals: [{ ...referral("sent"), party }] as unknown as Case["referrals"] }),
        about,
      );
    expect(to("63.11.07.2009:PEMDES").places).toEqual([
      { roles: ["village-officer", "village-head"], areaCode: "63.11.07.2009" },
    ]);
    expect(to("user:anna").userIds).toEqual(["anna"]);
    expect(to("org:yayasan").places).toEqual([
      { roles: ["partner-organisation"], areaCode: "", organizationId: "yayasan" },
    ]);
  });

  it("of an organisation are its own people, not those of another in its sector", () => {
    const inOrganization = (organizationId: string): Actor => ({
      ...person(organizationId, "partner-organisation", "63.11", "LSM"),
      assignments: [
        {
          ...{ id: "a", role: "partner-organisation", areaCode: "63.11", sectorCode: "LSM" },
          ...{ organizationId, clearance: false },
        },
      ],
    });
    const toOrganization = kase({
      referrals: [{ ...referral("sent"), party: "org:yayasan" }] as unknown as Case["referrals"],
    });
    const own = inOrganization("yayasan");
    const other = inOrganization("another");
    const [place] = soughtFor("referred", toOrganization, about).places;
    if (!place) throw new Error("nobody sought");
    expect(own.assignments.map((a) => isAt(place, a))).toEqual([true]);
    expect(other.assignments.map((a) => isAt(place, a))).toEqual([false]);
    expect(mayBeTold(own, toOrganization, about)).toBe(true);
    expect(mayBeTold(other, toOrganization, about)).toBe(false);
  });

  it("hears of it also of a secret case, and that it was revoked; never of a supervisory one", () => {
    expect(mayBeTold(health, referred("sent", { isSecret: true }), about)).toBe(true);
    expect(mayBeTold(health, referred("revoked"), about)).toBe(true);
    expect(mayBeTold(health, referred("sent", { isSupervisory: true }), about)).toBe(false);
    expect(mayBeTold(health, referred("revoked"), event)).toBe(false);
  });
});
