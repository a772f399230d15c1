import { describe, expect, it } from "vitest";
import { localDate } from "../calendars/local-date";
import { type Comparable, likenessOf, meetingWords, requireMergeable } from "./likeness";

const one: Comparable = {
  ...{ name: "Siti Aminah", aliases: [], nik: null, villageCode: "63.11.07.2009" },
  birthDate: localDate("1980-02-03"),
};
const meet = (a: Comparable, b: Comparable) =>
  meetingWords(a).some((word) => meetingWords(b).includes(word));

describe("records that may be one person", () => {
  it.each<[string, Partial<Comparable>, string | null]>([
    ["another spelling", { name: "St. Aminah" }, "same-name-and-birth"],
    ["one word of the name", { name: "Aminah" }, "same-name-and-birth"],
    ["an alias", { name: "Inah", aliases: ["Siti Aminah"] }, "same-name-and-birth"],
    ["another name", { name: "Siti Fatimah" }, null],
    ["another birth date", { birthDate: localDate("1980-03-02") }, null],
    ["another village", { villageCode: "63.11.07.2015" }, null],
  ])("%s", (_, change, likeness) => {
    const other = { ...one, ...change };
    expect(likenessOf(one, other)).toBe(likeness);
    if (likeness) expect(meet(one, other)).toBe(true);
  });

  it("share a NIK in any village of the kecamatan, whatever they are called", () => {
    const nik = "9999014302800001";
    const a = { ...one, nik };
    const b = { ...one, nik, name: "Rahmah", villageCode: "63.11.07.2015" };
    expect(likenessOf(a, b)).toBe("same-nik");
    expect(meet(a, b)).toBe(true);
    expect(meet(a, { ...b, villageCode: "63.11.02.2014" })).toBe(false);
  });
});

describe("who decides", () => {
  const record = { id: "a", nik: null, mergedIntoId: null, createdById: "village" };
  const other = { ...record, id: "b", carries: 0 };

  it("is nobody who entered one of them", () => {
    expect(() => requireMergeable(record, other, "desk")).not.toThrow();
    expect(() => requireMergeable(record, other, "village")).toThrow("RESIDENT_MERGE_OWN");
  });

  it("keeps the record with the NIK, and none that went or carries", () => {
    expect(() => requireMergeable(record, { ...other, nik: "1" }, "desk")).toThrow(
      "RESIDENT_KEEP_NIK",
    );
    expect(() => requireMergeable({ ...record, mergedIntoId: "c" }, other, "desk")).toThrow(
      "RESIDENT_MERGE_NOT_NOW",
    );
    expect(() => requireMergeable(record, { ...other, carries: 1 }, "desk")).toThrow(
      "RESIDENT_MERGE_NOT_NOW",
    );
  });
});
