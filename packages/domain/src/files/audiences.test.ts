import { describe, expect, it } from "vitest";
import type { Actor } from "../access/actor";
import type { CaseSubject } from "../access/policy";
import type { Role } from "../access/roles";
import { fileAudiences, mayReadAudience, mayReadFile, mayRemoveFile } from "./audiences";

const kase: CaseSubject = {
  villageCode: "63.11.07.2001",
  subdistrictCode: "63.11.07",
  regencyCode: "63.11",
  sectionCode: "KASI_PMD",
  leadParty: "63.11:DPMD",
  leadSectorCode: "DPMD",
  reportedParty: null,
  createdById: "another",
  reporterUserId: null,
  responsibleId: null,
  holderKind: "sector",
  holderUserId: null,
  isSecret: false,
  isSupervisory: false,
  escalationLevel: 0,
  referrals: [],
};
const person = (role: Role, areaCode: string, sectorCode: string | null = null): Actor => ({
  userId: "me",
  name: "",
  assignments: [{ id: "a", role, areaCode, sectorCode, organizationId: null, clearance: false }],
});
const village = person("village-officer", "63.11.07.2001");
const desk = person("triage-officer", "63.11.07");
const sector = person("sector-partner", "63.11", "DPMD");
const citizen = person("reporter", "63.11.07.2001");
const mine = { ...kase, createdById: "me" };

describe("files", () => {
  it("are added for the audiences that one's part allows", () => {
    expect(fileAudiences(desk, kase)).toEqual(["internal", "partner", "reporter"]);
    expect(fileAudiences(sector, kase)).toEqual(["partner", "reporter"]);
    expect(fileAudiences(village, kase)).toEqual(["partner"]);
    expect(fileAudiences(citizen, kase)).toEqual([]);
    expect(fileAudiences(citizen, mine)).toEqual(["reporter"]);
    expect(fileAudiences(person("auditor", "63.11"), kase)).toEqual([]);
  });

  it("are read by their audience alone", () => {
    const read = (who: Actor) =>
      (["internal", "partner", "reporter"] as const).filter((a) => mayReadAudience(who, mine, a));
    expect(read(desk)).toEqual(["internal", "partner", "reporter"]);
    expect(read(village)).toEqual(["partner", "reporter"]);
    expect(read(citizen)).toEqual(["reporter"]);
  });

  it("of a note stay closed to whom only a referral opens the case", () => {
    const school = person("sector-partner", "63.11", "DISDIKBUD");
    const party = "63.11:DISDIKBUD";
    const referral = { party, status: "accepted", kind: "help", assigneeId: null, id: "r" };
    const referred = { ...kase, referrals: [referral] } as unknown as CaseSubject;
    const told = { audience: "reporter", noteId: null } as const;
    expect(mayReadFile(school, referred, told)).toBe(true);
    expect(mayReadFile(school, referred, { ...told, noteId: "n" })).toBe(false);
    expect(mayReadFile(sector, referred, { ...told, noteId: "n" })).toBe(true);
    expect(mayReadFile(sector, kase, { audience: "internal", noteId: "n" })).toBe(false);
  });

  it("are removed by who added them, or by the desk; never unseen", () => {
    const own = { addedById: "me", audience: "partner", noteId: null } as const;
    const others = { addedById: "x", audience: "partner", noteId: null } as const;
    expect([mayRemoveFile(village, kase, own), mayRemoveFile(village, kase, others)]).toEqual([
      true,
      false,
    ]);
    expect(mayRemoveFile(desk, kase, others)).toBe(true);
    const hidden = { addedById: "me", audience: "internal", noteId: null } as const;
    expect(mayRemoveFile(village, kase, hidden)).toBe(false);
    const secret = { ...kase, isSecret: true };
    expect(mayRemoveFile(desk, secret, others)).toBe(false);
  });
});
