import { describe, expect, it } from "vitest";
import { outcomeOf } from "./mail-route";

describe("a mail that could not be handed over", () => {
  it.each([
    ["no connection", { code: "ECONNREFUSED", command: "CONN" }, "refused-for-now"],
    ["an unknown host", { code: "EDNS", command: "CONN" }, "refused-for-now"],
    [
      "a wrong password",
      { code: "EAUTH", responseCode: 535, command: "AUTH PLAIN" },
      "refused-for-now",
    ],
    ["a greylisting", { responseCode: 451, command: "RCPT TO" }, "refused-for-now"],
    ["an unknown mailbox", { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" }, "refused"],
    ["a refused letter", { responseCode: 554, command: "DATA" }, "refused"],
    ["a line that broke during the letter", { code: "ECONNECTION", command: "DATA" }, "uncertain"],
    ["silence after the letter", { code: "ETIMEDOUT", command: "DATA" }, "uncertain"],
    ["anything unknown", {}, "uncertain"],
  ] as const)("%s", (_what, failure, outcome) => {
    expect(outcomeOf(failure)).toBe(outcome);
  });
});
