import { describe, expect, it } from "vitest";
import { type OutreachEntry, outreachCommand, outreachProblems } from "./outreach-entry";

const entry: OutreachEntry = {
  ...{ villageCode: "63.11.02.2014", topic: "Hak atas jaminan", place: "Balai desa" },
  ...{ heldOn: "2026-11-20", medium: "in_person", link: "", team: "Kasi", attendance: "" },
};

describe("a sosialisasi that is written down", () => {
  it("needs an address where it was published, and a number where people were counted", () => {
    expect(outreachProblems(entry)).toEqual([]);
    expect(outreachProblems({ ...entry, medium: "facebook" })).toEqual(["link"]);
    expect(outreachProblems({ ...entry, attendance: "banyak", topic: "" })).toEqual([
      ...["topic", "attendance"],
    ]);
    const { link, attendance } = outreachCommand(
      { ...entry, link: "x", attendance: "4" },
      null,
      "",
    );
    expect([link, attendance]).toEqual([null, 4]);
  });
});
