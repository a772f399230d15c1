import { describe, expect, it } from "vitest";
import { contentOf, emptyReply, replyProblems } from "./reply-entry";

describe("a prepared reply in its form", () => {
  it("says what is missing and which word does not exist", () => {
    expect(replyProblems(emptyReply)).toEqual({ name: "missing", body: "missing" });
    const entry = { ...emptyReply, name: "Kabar", texts: { body: "Halo {nama}" } };
    expect(replyProblems(entry)).toEqual({ body: "unknownWord" });
    expect(replyProblems({ ...entry, texts: { body: "Kasus {nomor}" } })).toEqual({});
  });

  it("needs one of the three texts of an answer", () => {
    const entry = { ...emptyReply, use: "resolve", name: "Selesai" } as const;
    expect(replyProblems(entry)).toEqual({ response: "missing" });
    expect(replyProblems({ ...entry, texts: { solution: "Beres" } })).toEqual({});
  });

  it("sends target and outcome only where they belong", () => {
    const entry = { ...emptyReply, target: "DPMD", outcome: "handled" };
    expect(contentOf(entry)).toMatchObject({ target: null, outcome: null });
    expect(contentOf({ ...entry, use: "route" })).toMatchObject({ target: "DPMD" });
    expect(contentOf({ ...entry, use: "resolve" })).toMatchObject({ outcome: "handled" });
  });
});
