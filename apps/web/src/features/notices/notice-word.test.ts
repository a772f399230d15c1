import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import id from "@/messages/id.json";
import { badgeText } from "./badge-text";
import { noticeHref, noticeKey, noticeParams, noticeTone, tripFacts } from "./notice-word";

const kinds = [
  "case.opened",
  "case.triaged",
  "case.info-asked",
  "case.completed",
  "case.lapsed",
  "case.redirected",
  "case.archived",
  "case.cancelled",
  "case.amended",
  "case.merged",
  "case.unmerged",
  "case.joined",
  "case.report-left",
  "case.report-judged",
  "case.split",
  "case.routed",
  "case.accepted",
  "case.declined",
  "case.note-added",
  "case.held",
  "case.resumed",
  "case.resolved",
  "case.confirmed",
  "case.reopened",
  "case.closed",
  "case.overdue",
  "case.escalated",
  "case.link-sent",
  "case.receipt-renewed",
  "case.file-added",
  "case.file-removed",
  "case.file-restored",
  "case.letter-issued",
  "case.letter-signed",
  "case.letter-voided",
  "case.glass-broken",
  "case.glass-revoked",
  "case.nominated",
  "case.aid-delivered",
  "trip.time-asked",
  "trip.departed",
  "trip.postponed",
  "trip.cancelled",
];

describe("a notice", () => {
  it.each(kinds)("of %s has words of its own in both languages", (kind) => {
    const key = noticeKey(kind);
    expect(key).not.toBe("other");
    expect(id.notices.kinds[key]).toBeTruthy();
    expect(en.notices.kinds[key]).toBeTruthy();
  });

  it("of a later version still has words", () => {
    expect(noticeKey("trip.closed")).toBe("other");
  });

  it("leads to its case and nowhere else", () => {
    const caseId = "01934f6e-0000-7000-8000-000000000001";
    expect(noticeHref(`case/${caseId}`, "case.routed")).toBe(`/kasus/${caseId}`);
    expect(noticeHref(`trip/${caseId}`, "trip.postponed")).toBe(`/kunjungan/${caseId}`);
    // Its overseer may not open the case.
    expect(noticeHref(`case/${caseId}`, "case.glass-broken")).toBe("/buka-darurat");
    expect(noticeHref("case/../pengguna", "case.routed")).toBeNull();
    expect(noticeHref("user/01934f6e-0000-7000-8000-000000000001", "case.routed")).toBeNull();
  });

  it("of a secret case tells the number alone", () => {
    expect(noticeParams({ number: "PRS-2026-0397-K" })).toEqual({ number: "PRS-2026-0397-K" });
    expect(noticeParams({ number: "A", categoryCode: "", villageCode: 3 })).toEqual({
      number: "A",
    });
  });

  it("of a trip tells its day and why it waits", () => {
    const told = { day: "2026-11-26", reason: "road" };
    expect(tripFacts({ kind: "trip.postponed", params: told })).toEqual(told);
    expect(tripFacts({ kind: "case.routed", params: told })).toBeNull();
    expect(noticeTone(noticeKey("trip.time-asked"))).toBe("turn");
  });

  it("is late, a turn or a fact", () => {
    expect(noticeTone(noticeKey("case.overdue"))).toBe("late");
    expect(noticeTone(noticeKey("case.routed"))).toBe("turn");
    expect(noticeTone(noticeKey("case.confirmed"))).toBe("fact");
  });

  it.each([
    [0, undefined],
    [1, "1"],
    [9, "9"],
    [10, "9+"],
    [400, "9+"],
  ])("badge of %i unread is %s", (unread, text) => {
    expect(badgeText(unread)).toBe(text);
  });
});
