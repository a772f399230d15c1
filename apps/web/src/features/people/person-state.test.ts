import { describe, expect, it } from "vitest";
import { currentAssignments, personState } from "./person-state";

const running = { state: "running" } as const;
const ended = { state: "ended" } as const;
const fine = { isDisabled: false, hasPassword: true };

describe("the state of an account", () => {
  it.each([
    [{ ...fine, assignments: [running] }, "active"],
    [{ ...fine, assignments: [ended] }, "noRole"],
    [{ ...fine, assignments: [] }, "noRole"],
    [{ ...fine, hasPassword: false, assignments: [running] }, "waiting"],
    [{ isDisabled: true, hasPassword: false, assignments: [running] }, "disabled"],
  ] as const)("of %j is %s", (person, state) => {
    expect(personState(person)).toBe(state);
  });

  it("leaves ended roles out of the row", () => {
    expect(currentAssignments([running, ended, { state: "coming" }])).toHaveLength(2);
  });
});
