import { describe, expect, it } from "vitest";
import { loginForms } from "./login";

describe("a login", () => {
  it.each(["0812-3456-7890", "+62 812 3456 7890", "6281234567890"])(
    "reads %s as a phone",
    (typed) => {
      expect(loginForms(typed).phone).toBe("+6281234567890");
    },
  );

  it.each(["parsel.triase", "a@b.example", "0526-21001", ""])(
    "reads %s as no mobile phone",
    (typed) => {
      expect(loginForms(typed).phone).toBeNull();
    },
  );

  it("forgives case and blanks", () => {
    expect(loginForms("  Parsel.Triase ").text).toBe("parsel.triase");
  });
});
