import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumberOf, localDate, localDateOf } from "../calendars/local-date";
import { matchesBirthDate, type NikOptions, parseFamilyCardNumber, parseNik } from "./nik";

const today = localDate("2026-11-21");
const demo: NikOptions = { today, demo: true };
const errorsOf = (text: string, options: NikOptions = { today }) => {
  const parsed = parseNik(text, options);
  return parsed.ok ? [] : parsed.errors;
};
const warningsOf = (text: string, options: Partial<NikOptions>) => {
  const parsed = parseNik(text, { today, ...options });
  return parsed.ok ? parsed.warnings : null;
};

describe("parseNik", () => {
  it("reads area, birth date and sex, women by the day plus 40", () => {
    expect(parseNik("6311 0217 0486 0412", { today })).toEqual({
      ok: true,
      nik: "6311021704860412",
      areaCode: "63.11.02",
      birthDate: "1986-04-17",
      sex: "male",
      warnings: [],
    });
    expect(parseNik("6311025704860412", { today })).toMatchObject({
      sex: "female",
      birthDate: "1986-04-17",
    });
  });

  it("takes the latest century that is not in the future", () => {
    expect(parseNik("6311022111260001", { today })).toMatchObject({ birthDate: "2026-11-21" });
    expect(parseNik("6311022211260001", { today })).toMatchObject({ birthDate: "1926-11-22" });
    expect(parseNik("6311022902000001", { today })).toMatchObject({ birthDate: "2000-02-29" });
  });

  it.each([
    ["631102170486041", ["NIK_LENGTH"]],
    ["63110217048604121", ["NIK_LENGTH"]],
    ["63110217048604I2", ["NIK_LENGTH"]],
    ["6311023204860412", ["NIK_DATE"]],
    ["6311024004860412", ["NIK_DATE"]],
    ["6311027204860412", ["NIK_DATE"]],
    ["6311020004860412", ["NIK_DATE"]],
    ["6311023102860412", ["NIK_DATE"]],
    ["6311021713860412", ["NIK_DATE"]],
    ["6311022902870412", ["NIK_DATE"]],
    ["6311021704860000", ["NIK_SERIAL"]],
    ["6311023213860000", ["NIK_DATE", "NIK_SERIAL"]],
    ["9999011704860412", ["NIK_DEMO"]],
  ])("refuses %s: %j", (text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it("takes the prefix 9999 in demo mode alone, without a word about its area", () => {
    expect(
      parseNik("9999011704860412", { ...demo, isKnownSubdistrict: () => false }),
    ).toMatchObject({ ok: true, warnings: [] });
  });

  it("warns of an unknown or foreign area, never refuses it", () => {
    const nik = "6311021704860412";
    expect(warningsOf(nik, { isKnownSubdistrict: () => false })).toEqual(["NIK_AREA_UNKNOWN"]);
    expect(warningsOf(nik, { subdistrictCode: "63.11.06" })).toEqual(["NIK_AREA_FOREIGN"]);
    expect(warningsOf(nik, { subdistrictCode: "63.11.02" })).toEqual([]);
  });

  it("compares with what the person says", () => {
    const nik = "6311021704860412";
    expect(warningsOf(nik, { birthDate: localDate("1986-04-17"), sex: "male" })).toEqual([]);
    expect(warningsOf(nik, { birthDate: localDate("1986-04-18"), sex: "female" })).toEqual([
      "NIK_BIRTH_DATE_DIFFERS",
      "NIK_SEX_DIFFERS",
    ]);
    // A NIK of the year 24 may be a child's or a centenarian's.
    expect(matchesBirthDate(localDate("2024-03-01"), localDate("1924-03-01"))).toBe(true);
  });

  it("reads back any birth date of the last hundred years", () => {
    const last = dayNumberOf(today);
    fc.assert(
      fc.property(
        fc.integer({ min: last - 36_500, max: last }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9999 }),
        (day, isFemale, serial) => {
          const born = localDateOf(day);
          const dd = String(Number(born.slice(8)) + (isFemale ? 40 : 0)).padStart(2, "0");
          const tail = String(serial).padStart(4, "0");
          const nik = `351904${dd}${born.slice(5, 7)}${born.slice(2, 4)}${tail}`;
          expect(parseNik(nik, { today })).toMatchObject({
            ok: true,
            birthDate: born,
            sex: isFemale ? "female" : "male",
          });
        },
      ),
    );
  });
});

describe("parseFamilyCardNumber", () => {
  it("reads area and date of issue", () => {
    expect(parseFamilyCardNumber("6311.0211.0809.0003", { today })).toEqual({
      ok: true,
      number: "6311021108090003",
      areaCode: "63.11.02",
      issuedOn: "2009-08-11",
    });
  });

  it.each([
    ["63110211080900", ["KK_LENGTH"]],
    ["6311025108090003", ["KK_DATE"]],
    ["6311021108090000", ["KK_SERIAL"]],
    ["9999021108090003", ["KK_DEMO"]],
  ])("refuses %s: %j", (text, errors) => {
    expect(parseFamilyCardNumber(text, { today })).toEqual({ ok: false, errors });
  });

  it("takes 9999 in demo mode", () => {
    expect(parseFamilyCardNumber("9999021108090003", { today, demo: true }).ok).toBe(true);
  });
});
