import { describe, expect, it } from "vitest";
import { emptyInvite, inviteProblems, suggestUsername } from "./invite-entry";

const entry = { ...emptyInvite, displayName: "Nurlaila (fiktif)", username: "parsel.nurlaila" };

describe("an invitation", () => {
  it("needs a name and a user name", () => {
    expect(inviteProblems(emptyInvite)).toEqual({ displayName: "missing", username: "missing" });
    expect(inviteProblems(entry)).toEqual({});
  });
  it("knows what a user name and an e-mail look like", () => {
    expect(inviteProblems({ ...entry, username: "0812 345" })).toEqual({ username: "invalid" });
    expect(inviteProblems({ ...entry, email: "nurlaila" })).toEqual({ email: "invalid" });
  });
  it("refuses a name that no list could show", () => {
    expect(inviteProblems({ ...entry, displayName: "a".repeat(300) })).toEqual({
      displayName: "invalid",
    });
  });
});

describe("the suggested user name", () => {
  it.each([
    ["parsel", "Nurlaila (fiktif)", "parsel.nurlaila"],
    ["", "Hj. Siti Aminah", "siti-aminah"],
    ["halong", "M. Yusuf Al-Banjari, S.Sos", "halong.yusuf-al"],
    ["halong", "", "halong"],
  ])("for %s and %s is %s", (prefix, name, username) => {
    expect(suggestUsername(prefix, name)).toBe(username);
  });
});
