import { describe, expect, it } from "vitest";
import {
  emptyHousehold,
  emptyMember,
  entryProblems,
  formPath,
  saveCommand,
} from "./household-entry";

const head = {
  ...emptyMember("head"),
  ...{ name: "Rusmiati", sex: "female", birthDate: "1986-04-07", nik: "9999 0147 0486 0412" },
};
const entry = { ...emptyHousehold("63.11.07.2009"), members: [head] };
const known = {
  ...emptyMember("child"),
  ...{ residentId: "a", name: "Intan", sex: "female", maskedNik: "9999••••••••0001", age: 6 },
};

describe("a household's form", () => {
  it("names what is missing, in the order of the form", () => {
    expect([...entryProblems(entry)]).toEqual([]);
    expect([...entryProblems(emptyHousehold("")).keys()]).toEqual([
      ...["villageCode", "members.0.name", "members.0.sex", "members.0.birthDate", "members.0.nik"],
    ]);
    const two = { ...entry, members: [head, { ...known, relation: "head" }] };
    expect(entryProblems(two).get("members.0.relation")).toBe("head");
    const twice = { ...entry, members: [head, { ...known, nik: "9999014704860412" }] };
    expect(entryProblems(twice).get("members.1.nik")).toBe("nikTwice");
  });

  it("asks for a reason where there is no NIK, and for nothing that is kept", () => {
    const without = { ...head, nik: "", nikState: "lost" };
    expect(entryProblems({ ...entry, members: [without] }).size).toBe(0);
    expect(entryProblems({ ...entry, members: [head, known] }).size).toBe(0);
  });

  it("sends empty numbers as kept, and says who left", () => {
    const left = { ...known, residentId: "b", leaving: "moved" };
    const command = saveCommand(
      { ...entry, members: [head, left, known] },
      { id: "h", version: 3 },
      "act",
    );
    expect(command.members.map((one) => [one.residentId, one.nik, one.birthDate])).toEqual([
      [null, "9999 0147 0486 0412", "1986-04-07"],
      ["a", null, null],
    ]);
    expect(command.leaving).toEqual([{ residentId: "b", status: "moved" }]);
    expect(formPath({ ...entry, members: [head, left, known] }, "members.1.nik")).toBe(
      "members.2.nik",
    );
    expect(formPath(entry, "familyCardNumber")).toBe("card");
  });
});
