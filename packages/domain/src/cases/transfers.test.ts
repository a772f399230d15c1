import { describe, expect, it } from "vitest";
import { at, caseIn, stageClock } from "./case.fixture";
import { type Case, caseStatuses } from "./model";
import type { Referral } from "./referral-model";
import {
  decideTransferAccept,
  decideTransferEnd,
  decideTransferOffer,
  mayTransfer,
} from "./transfers";

const now = at("2026-11-26 10:00");
const clock = stageClock(now);
const offer = { id: "t1", subdistrictCode: "63.11.02", reason: "Jalannya di Halong" };
const offered = (kase: Case = caseIn("in_progress")): { kase: Case; transfer: Referral } => {
  const transfer = decideTransferOffer(kase, offer, "desk", clock).after;
  return { kase: { ...kase, referrals: [transfer] }, transfer };
};

describe("offering a case to another kecamatan", () => {
  it("moves nothing, asks the other desk, and waits for its answer by the working calendar", () => {
    const { transfer } = offered();
    expect(transfer).toMatchObject({
      kind: "transfer",
      party: "63.11.02:KECAMATAN",
      status: "sent",
      isMandatory: false,
      dueAt: at("2026-12-01 16:30"),
    });
  });

  it("goes to another kecamatan of the same kabupaten only", () => {
    for (const subdistrictCode of ["63.11.07", "35.21.10", "63.110.02"])
      expect(() =>
        decideTransferOffer(caseIn("triaged"), { ...offer, subdistrictCode }, "d", clock),
      ).toThrow("TRANSFER_TARGET_UNKNOWN");
  });

  it("is made once at a time, from a case that somebody still works on", () => {
    expect(() => decideTransferOffer(offered().kase, offer, "d", clock)).toThrow("TRANSFER_OPEN");
    expect(caseStatuses.filter((status) => mayTransfer(caseIn(status)))).toEqual([
      ...["received", "triaged", "assigned", "declined", "in_progress", "reopened"],
    ]);
    expect(mayTransfer(caseIn("triaged", { isSupervisory: true }))).toBe(false);
  });
});

describe("accepting", () => {
  it("changes the responsible office, with a fresh stage on the same total clock", () => {
    const { kase, transfer } = offered();
    const { after, transfer: ended, events } = decideTransferAccept(kase, transfer, "kasi", clock);
    expect(after).toMatchObject({
      subdistrictCode: "63.11.02",
      villageCode: kase.villageCode,
      responsibleId: "kasi",
      status: "triaged",
      holderKind: "desk",
      leadParty: null,
      stageStartedAt: now,
      receivedAt: kase.receivedAt,
      totalDueAt: kase.totalDueAt,
      totalLimitDays: kase.totalLimitDays,
    });
    expect(ended.status).toBe("accepted");
    expect(events[0]).toMatchObject({
      type: "case.transfer-accepted",
      subdistrictCode: "63.11.02",
      payload: { from: "63.11.07", targetCode: "63.11.02" },
    });
  });

  it("leaves an unverified case unverified", () => {
    const { kase, transfer } = offered(caseIn("received"));
    expect(decideTransferAccept(kase, transfer, null, clock).after.status).toBe("received");
  });

  it("is too late once the case is resolved or the offer withdrawn", () => {
    const { kase, transfer } = offered();
    const resolved: Case = { ...kase, status: "resolved" };
    expect(() => decideTransferAccept(resolved, transfer, null, clock)).toThrow("REFERRAL_NOT_NOW");
    const end = { as: "revoked", noteId: "n" } as const;
    const withdrawn = decideTransferEnd(kase, transfer, end, now).after;
    expect(() => decideTransferAccept(kase, withdrawn, null, clock)).toThrow("REFERRAL_NOT_NOW");
  });
});

describe("rejecting and withdrawing", () => {
  it("end the offer and leave the case where it is", () => {
    const { kase, transfer } = offered();
    const rejected = decideTransferEnd(kase, transfer, { as: "rejected", noteId: "n" }, now);
    expect(rejected.after.status).toBe("declined");
    expect(rejected.events[0]?.type).toBe("case.transfer-rejected");
    const freed: Case = { ...kase, referrals: [rejected.after] };
    expect(mayTransfer(freed)).toBe(true);
  });
});
