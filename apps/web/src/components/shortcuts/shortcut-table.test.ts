import { caseActions, rules } from "@rembuk/domain/cases/lifecycle";
import { describe, expect, it } from "vitest";
import { caseKeys, extraActs, jumpKey, keyCap, listKeys, placeKeys } from "./shortcut-table";

/** Acts of one name to the person: which of the two it is depends on who holds the case. */
const exclusive = new Set(["route dispose", "dispose route"]);

describe("the table of keys", () => {
  it("gives two acts one letter only where no state of a case offers both", () => {
    for (const one of caseActions) {
      for (const other of caseActions) {
        if (one === other || caseKeys[one] !== caseKeys[other]) continue;
        if (exclusive.has(`${one} ${other}`)) continue;
        const both = rules[one].from.filter((status) => rules[other].from.includes(status));
        expect([one, other, both]).toEqual([one, other, []]);
      }
    }
  });

  it("keeps the letters of notes, macros and assigning for themselves", () => {
    const taken = caseActions.map((action) => caseKeys[action]);
    for (const act of extraActs) expect(taken).not.toContain(caseKeys[act]);
  });

  it("keeps the letters of the list and of the jump away from the acts", () => {
    const ofList = Object.values(listKeys).flat() as string[];
    expect(new Set(ofList).size).toBe(ofList.length);
    for (const key of [...ofList, jumpKey]) expect(Object.values(caseKeys)).not.toContain(key);
  });

  it("leads to each place by a letter of its own", () => {
    const { queue, villageCases, sectorCases, ...others } = placeKeys;
    expect(new Set([queue, villageCases, sectorCases]).size).toBe(1);
    const letters = [queue, ...Object.values(others)];
    expect(new Set(letters).size).toBe(letters.length);
  });

  it("prints a key as it stands on the keyboard", () => {
    expect(["j", "J", "Escape", "/"].map(keyCap)).toEqual(["j", "Shift j", "Esc", "/"]);
  });
});
