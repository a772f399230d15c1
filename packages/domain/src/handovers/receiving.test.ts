import { describe, expect, it } from "vitest";
import type { Handover, HandoverLine, TripStanding } from "./model";
import { receive } from "./receiving";
import { decideJudge, decideSettle } from "./settling";
import { handedOver, lineResult, openQuestions } from "./standing";

const line: HandoverLine = {
  ...{ id: "line-1", goodsId: "rice", quantity: 1, personKey: "nik-1", isOpen: true },
};
const double: HandoverLine = { ...line, id: "line-2", quantity: 2, personKey: "nik-2" };
const empty: TripStanding = {
  ...{ isClosed: false, leadIds: ["lead"], handovers: [] },
  lines: [line, double, { ...line, id: "line-3", personKey: "nik-3", isOpen: false }],
  goods: [{ id: "rice", loaded: 4, away: 0 }],
};
const one = (id: string, change: Partial<Handover> = {}): Handover => ({
  ...{ id, lineId: "line-1", goodsId: "rice", personKey: "nik-1", outcome: "delivered" },
  ...{ quantity: 1, correctsId: null, recordedById: "zaini" },
  ...change,
});
const stranger = (id: string, personKey: string | null): Handover =>
  one(id, { lineId: null, personKey });

/** The trip after these came, one sending each, and what was said to the last of them. */
const coming = (...arriving: readonly Handover[]) => {
  let standing = empty;
  let answer: string | undefined;
  for (const each of arriving) {
    const { answers, handovers } = receive(standing, [each]);
    answer = answers[0]?.answer;
    standing = { ...standing, handovers };
  }
  return { standing, answer, last: standing.handovers.at(-1) };
};

describe("a handover that arrives", () => {
  it("counts when it is the first", () => {
    const { answer, standing } = coming(one("a"));
    expect(answer).toBe("kept");
    expect(handedOver(standing.handovers).get("rice")).toBe(1);
    expect(lineResult(line, standing.handovers)).toEqual({ outcome: "delivered", quantity: 1 });
  });

  it("is one, however often it comes", () => {
    const { answer, standing } = coming(one("a"), one("a"), one("a"));
    expect([answer, standing.handovers.length]).toEqual(["already", 1]);
  });

  it("of a second phone for the same person is held beside the first", () => {
    const { last, standing } = coming(one("a"), one("b", { recordedById: "fitri" }));
    expect(last).toMatchObject({ state: "held", heldBecause: "served-twice", againstId: "a" });
    expect(handedOver(standing.handovers).get("rice")).toBe(1);
    expect(openQuestions(standing.handovers)).toBe(1);
  });

  it("may be the rest of a part", () => {
    const part = (id: string) => one(id, { lineId: "line-2", outcome: "partial" });
    expect(coming(part("a"), part("b")).answer).toBe("kept");
    expect(coming(part("a"), part("b"), part("c")).last?.heldBecause).toBe("served-twice");
  });

  it("may come after a vain try, and contradicts a death", () => {
    const vain = (outcome: Handover["outcome"]) => one("a", { outcome, quantity: 0 });
    expect(coming(vain("not_found"), one("b")).answer).toBe("kept");
    expect(coming(vain("refused"), one("b")).answer).toBe("kept");
    expect(coming(vain("deceased"), one("b")).last?.heldBecause).toBe("contradicts");
    expect(coming(one("b"), vain("not_found")).last?.heldBecause).toBe("contradicts");
  });

  it.each([
    ["entitlement-changed", one("x", { lineId: "line-3", personKey: "nik-3" })],
    ["line-unknown", one("x", { lineId: "line-9" })],
    ["corrects-unknown", one("x", { correctsId: "nobody" })],
    ["goods-exceeded", one("x", { lineId: null, personKey: null, quantity: 5 })],
  ] as const)("is held as %s", (because, arriving) => {
    expect(coming(arriving).last).toMatchObject({ state: "held", heldBecause: because });
  });

  it("of a person beside the manifest counts, and the same NIK does not count twice", () => {
    expect(coming(stranger("a", null), stranger("b", null)).answer).toBe("kept");
    expect(coming(stranger("a", "nik-9"), stranger("b", "nik-9")).last?.heldBecause).toBe(
      "served-twice",
    );
    expect(coming(one("a"), stranger("b", "nik-1")).last?.heldBecause).toBe("served-twice");
    expect(coming(stranger("a", "nik-1"), one("b")).last?.heldBecause).toBe("served-twice");
  });

  it("is held when the trip was closed meanwhile", () => {
    const { handovers } = receive({ ...empty, isClosed: true }, [one("late")]);
    expect(handovers[0]).toMatchObject({ state: "held", heldBecause: "trip-closed" });
  });
});

describe("a counter-record", () => {
  const right = one("b", { correctsId: "a", outcome: "refused", quantity: 0 });
  it("takes the place of what it corrects, which stays", () => {
    const { standing } = coming(one("a"), right);
    expect(standing.handovers.map(({ state }) => state)).toEqual(["corrected", "synced"]);
    expect(lineResult(line, standing.handovers)).toEqual({ outcome: "refused", quantity: 0 });
    expect(handedOver(standing.handovers).get("rice")).toBe(0);
  });
  it("is held when another came first, or when it is about somebody else's record", () => {
    expect(coming(one("a"), right, { ...right, id: "c" }).last?.heldBecause).toBe(
      "corrected-twice",
    );
    const foreign = { ...right, recordedById: "fitri" };
    expect(coming(one("a"), foreign).last?.heldBecause).toBe("not-own");
    expect(coming(one("a"), { ...right, recordedById: "lead" }).answer).toBe("kept");
  });
  it("can say that it never happened", () => {
    const never = { ...right, outcome: "void" as const };
    expect(lineResult(line, coming(one("a"), never).standing.handovers)).toBeNull();
  });
});

describe("the lead's decision", () => {
  const twice = () => coming(one("a"), one("b", { recordedById: "fitri" })).standing;
  const states = (choice: Parameters<typeof decideSettle>[2]) =>
    decideSettle(twice(), "b", choice).handovers.map(({ state }) => state);

  it("keeps the one, the other, or both, and throws none away", () => {
    expect(states("keep-standing")).toEqual(["synced", "set_aside"]);
    expect(states("keep-held")).toEqual(["set_aside", "synced"]);
    expect(states("keep-both")).toEqual(["synced", "synced"]);
  });

  it("is made once, and never for more than was in the car", () => {
    const { handovers } = decideSettle(twice(), "b", "keep-standing");
    const decided = { ...twice(), handovers };
    expect(() => decideSettle(decided, "b", "keep-held")).toThrow("HANDOVER_NOT_HELD");
    const few = { ...twice(), goods: [{ id: "rice", loaded: 1, away: 0 }] };
    expect(() => decideSettle(few, "b", "keep-both")).toThrow("HANDOVER_GOODS_EXCEEDED");
  });

  it("verifies or doubts what counts, and a doubt is an open question", () => {
    const { handovers } = decideJudge(twice(), "a", "disputed");
    expect(openQuestions(handovers)).toBe(2);
    expect(() => decideJudge(twice(), "b", "verified")).toThrow("HANDOVER_NOT_COUNTING");
  });
});
