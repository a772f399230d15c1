import { saveRuleCommand } from "@rembuk/domain/cases/rule-commands";
import { describe, expect, it } from "vitest";
import { entryOf, isSet, privacyChoices, settingsOf, wrongNumbers } from "./rule-entry";

describe("the editor's entry", () => {
  it("comes back as it was", () => {
    const settings = {
      name: "Karang taruna",
      leadSectorCode: "DINSOS",
      supportingSectorCodes: ["DPMD"],
      resolutionDays: 10,
      privacy: "SECRET",
    } as const;
    const sent = settingsOf(entryOf(settings));
    expect(sent).toMatchObject(settings);
    expect(sent.verifyDays).toBeNull();
    expect(saveRuleCommand.shape.settings.safeParse(sent).success).toBe(true);
  });

  it("knows numbers that are none", () => {
    const entry = { ...entryOf({}), verifyDays: "3,5", resolutionDays: "0", followUpDays: "61" };
    expect(wrongNumbers(entry)).toEqual(["verifyDays", "followUpDays", "resolutionDays"]);
    expect(wrongNumbers({ ...entryOf({}), verifyDays: " 4 " })).toEqual([]);
  });

  it("offers privacy upwards only", () => {
    expect(privacyChoices("NORMAL")).toEqual(["ANONYMOUS", "SECRET"]);
    expect(privacyChoices("SECRET")).toEqual([]);
  });

  it("takes an empty list of supporters as set", () => {
    expect(isSet({ ...entryOf({}), supportingSectorCodes: [] }, "supportingSectorCodes")).toBe(
      true,
    );
    expect(isSet(entryOf({}), "supportingSectorCodes")).toBe(false);
  });
});
