import { describe, expect, it } from "vitest";
import { eventWord } from "./event-word";

const word = (type: string, payload: Record<string, unknown> = {}) => eventWord({ type, payload });

describe("the words of an event", () => {
  it("says where a case went and who sent it back", () => {
    expect(word("case.routed", { target: "DPMD" })).toMatchObject({ key: "routed", code: "DPMD" });
    expect(word("case.declined", { by: "DPMD" })).toMatchObject({ key: "declinedBy" });
    expect(word("case.declined", { by: null })).toMatchObject({ key: "declined" });
  });

  it("tells an act in somebody's name from their own", () => {
    expect(word("case.accepted", { onBehalf: true }).key).toBe("acceptedBehalf");
    expect(word("case.accepted", { onBehalf: false }).key).toBe("accepted");
    expect(word("case.closed", { bySystem: true }).key).toBe("closedSystem");
  });

  it("marks lateness and escalation as warnings", () => {
    expect(word("case.overdue", { clock: "stage" }).kind).toBe("escalation");
    expect(word("case.escalated", { level: 2 })).toMatchObject({ key: "escalated", level: "2" });
  });

  it("does not break on what it does not know", () => {
    expect(word("case.from-the-future").key).toBe("other");
    expect(word("case.resolved", { outcome: "unheard" }).key).toBe("other");
  });
});
