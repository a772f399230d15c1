import { expect, it } from "vitest";
import {
  areaLevelOf,
  isWithin,
  parentAreaOf,
  parseAreaCode,
  provinceOf,
  regencyOf,
  subdistrictOf,
  villageKindOf,
} from "./area-code";

it.each([
  ["63", "province", null],
  ["63.11", "regency", "63"],
  ["63.11.02", "subdistrict", "63.11"],
  ["63.11.02.2001", "village", "63.11.02"],
])("%s is a %s in %s", (code, level, parent) => {
  expect(areaLevelOf(code)).toBe(level);
  expect(parentAreaOf(code)).toBe(parent);
  expect(parseAreaCode(` ${code.replaceAll(".", "")} `)).toBe(code);
});

it.each(["", "6", "63.1", "63.11.2", "63.11.02.201", "63.11.02.20011", "63-11", "6311020", "63."])(
  "%j is no area code",
  (text) => {
    expect(parseAreaCode(text)).toBeNull();
    expect(areaLevelOf(text)).toBeNull();
    expect(parentAreaOf(text)).toBeNull();
    expect(provinceOf(text)).toBeNull();
  },
);

it("finds the areas above a code, itself included", () => {
  expect(provinceOf("63.11.02.2001")).toBe("63");
  expect(regencyOf("63.11.02.2001")).toBe("63.11");
  expect(subdistrictOf("63.11.02.2001")).toBe("63.11.02");
  expect(subdistrictOf("63.11.02")).toBe("63.11.02");
  expect(subdistrictOf("63.11")).toBeNull();
});

it("tells what lies within an area by whole groups", () => {
  expect(isWithin("63.11.02.2001", "63.11.02")).toBe(true);
  expect(isWithin("63.11.02", "63.11.02")).toBe(true);
  expect(isWithin("63.11", "63.11.02")).toBe(false);
  expect(isWithin("63.11.02", "63.1")).toBe(false);
  expect(isWithin("63.11.02", "")).toBe(true);
});

it("tells kelurahan, desa and desa adat apart", () => {
  expect(villageKindOf("63.11.06.1001")).toBe("urban_village");
  expect(villageKindOf("63.11.02.2001")).toBe("village");
  expect(villageKindOf("91.03.01.3002")).toBe("customary_village");
  expect(villageKindOf("63.11.02")).toBeNull();
});
