import { describe, expect, it } from "vitest";
import { fieldOfFailure } from "./staff-form";

describe("the field of a refusal", () => {
  it("is the one that the server names", () => {
    expect(fieldOfFailure("USERNAME_TAKEN", { field: "phone" })).toBe("phone");
    expect(fieldOfFailure("INPUT_INVALID", { field: "areaCode" })).toBe("areaCode");
  });
  it("else follows from the code", () => {
    expect(fieldOfFailure("USERNAME_TAKEN", {})).toBe("username");
    expect(fieldOfFailure("ASSIGNMENT_OUT_OF_REACH", { role: "administrator" })).toBe("role");
  });
  it("may be none", () => {
    expect(fieldOfFailure("OWN_ACCOUNT", {})).toBeNull();
    expect(fieldOfFailure("BUSY", {})).toBeNull();
  });
});
