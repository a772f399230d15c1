import { describe, expect, it } from "vitest";
import { caseHears, takesNomination } from "./case-nominations";

const village = "63.11.02.2014";
const request = { kind: "welfare_request", status: "received", villageCode: village } as const;

describe("a case that becomes a nomination", () => {
  it("is an open request for welfare of the same village", () => {
    expect(takesNomination(request, village)).toBe(true);
    expect(takesNomination(request, "63.11.02.2004")).toBe(false);
    expect(takesNomination({ ...request, kind: "complaint" }, village)).toBe(false);
    expect(takesNomination({ ...request, status: "closed" }, village)).toBe(false);
  });

  it("hears when its status changes, and of the delivery", () => {
    const of = {
      ...{ caseId: "k", subdistrictCode: "63.11.02", enrollmentId: "e", programCode: "PKH" },
    };
    expect(caseHears(of, null, "candidate").map((one) => one.type)).toEqual(["case.nominated"]);
    expect(caseHears(of, "verified", "verified")).toEqual([]);
    expect(caseHears(of, "decided", "delivered")).toMatchObject([
      { type: "case.aid-delivered", subject: "case/k", payload: { programCode: "PKH" } },
    ]);
    expect(caseHears({ ...of, caseId: null }, "candidate", "decided")).toEqual([]);
  });
});
