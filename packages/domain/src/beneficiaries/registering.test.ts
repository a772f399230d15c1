import { describe, expect, it } from "vitest";
import { localDate } from "../calendars/local-date";
import { DomainError } from "../kernel/errors";
import { ageOn, provisionalCode } from "./model";
import { checkFamilyCard, checkMembers, type ToldMember } from "./registering";

const facts = { today: localDate("2026-11-23"), demo: true, subdistrictCode: "63.11.07" };
const head: ToldMember = {
  ...{ name: "Rusmiati (fiktif)", relation: "head", sex: "female", phone: null },
  ...{ birthDate: localDate("1986-04-07"), nik: "9999014704860412", nikMissing: null },
};
const child: ToldMember = {
  ...{ name: "Intan", relation: "child", sex: "female", phone: null },
  ...{ birthDate: localDate("2020-02-29"), nik: null, nikMissing: "not-issued" },
};
const refusal = (members: readonly ToldMember[], over = {}) => {
  try {
    checkMembers(members, { ...facts, ...over });
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details.field];
    throw error;
  }
  return null;
};

describe("a household's members", () => {
  it("have a NIK that fits, or a reason for none", () => {
    const [first, second] = checkMembers([head, child], facts);
    expect(first).toMatchObject({ nik: "9999014704860412", nikMissing: null, nikWarnings: [] });
    expect(second).toMatchObject({ nik: null, nikMissing: "not-issued" });
    expect(refusal([head, { ...child, nikMissing: null }])).toEqual([
      "INPUT_INVALID",
      "members.1.nik",
    ]);
    expect(refusal([{ ...head, nik: "123" }])).toEqual(["NIK_INVALID", "members.0.nik"]);
  });

  it("are warned of what differs, and not refused", () => {
    const real = { ...head, nik: "6311024704860412" };
    const odd = { ...real, birthDate: localDate("1986-04-08"), sex: "male" as const };
    const [one] = checkMembers([odd], { ...facts, isKnownSubdistrict: () => true });
    expect(one?.nikWarnings).toEqual([
      "NIK_AREA_FOREIGN",
      "NIK_BIRTH_DATE_DIFFERS",
      "NIK_SEX_DIFFERS",
    ]);
    const [unknown] = checkMembers([real], { ...facts, isKnownSubdistrict: () => false });
    expect(unknown?.nikWarnings).toEqual(["NIK_AREA_UNKNOWN"]);
  });

  it("are refused the demonstration's NIK where there is none", () => {
    expect(refusal([head], { demo: false })).toEqual(["NIK_INVALID", "members.0.nik"]);
  });

  it("have one head, one NIK each, and were born", () => {
    expect(refusal([child])?.[0]).toBe("HOUSEHOLD_HEAD");
    expect(refusal([head, { ...child, relation: "head" }])?.[0]).toBe("HOUSEHOLD_HEAD");
    expect(refusal([head, { ...child, nik: "9999 0147 0486 0412" }])).toEqual([
      "NIK_TWICE",
      "members.1.nik",
    ]);
    expect(refusal([{ ...head, birthDate: localDate("2027-01-01") }])).toEqual([
      "INPUT_INVALID",
      "members.0.birthDate",
    ]);
    expect(refusal([{ ...head, phone: "12" }])).toEqual(["PHONE_INVALID", "members.0.phone"]);
  });
});

describe("a family card", () => {
  it("has 16 digits with a date of issue", () => {
    expect(checkFamilyCard("9999.0101.0120.0001", facts)).toBe("9999010101200001");
    expect(() => checkFamilyCard("9999013201200001", facts)).toThrow("FAMILY_CARD_INVALID");
  });
});

describe("a record", () => {
  it("is as old as its birthday says", () => {
    expect(ageOn(localDate("1986-11-24"), facts.today)).toBe(39);
    expect(ageOn(localDate("1986-11-23"), facts.today)).toBe(40);
  });

  it("without a NIK has a mark of its own that says nothing of the person", () => {
    const code = provisionalCode("019a0000-0000-7000-8000-0123456789ab");
    expect(code).toMatch(/^S-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(provisionalCode("019a0000-0000-7000-8000-0123456789ac")).not.toBe(code);
  });
});
