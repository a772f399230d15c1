import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAmend } from "./amending";
import {
  at,
  caseIn,
  category,
  dpmd,
  inspectorate,
  moved,
  stageClock,
  supervisoryCategory,
} from "./case.fixture";
import { decideAskInfo, decideComplete, decideLapse } from "./completing";
import { decideDispose, decideReturnProposal, decideRouteOrPropose } from "./dispositions";
import { decideArchive, decideCancel, decideRedirect } from "./leaving";
import { blockReason, type CaseAction, caseActions } from "./lifecycle";
import { decideMerge, decideUndoMerge } from "./merging";
import { type Case, type CaseStatus, isOpen } from "./model";
import type { Decision } from "./routing";
import { decideSplit } from "./splitting";
import {
  decideAccept,
  decideClose,
  decideConfirm,
  decideDecline,
  decideHold,
  decideReopen,
  decideResolve,
  decideResume,
  decideTriage,
} from "./working";

/** The machine as the domain document draws it, written down apart from the code. */
const arrows: Partial<Record<CaseStatus, readonly CaseStatus[]>> = {
  // A supervisory complaint goes to the inspectorate from wherever it is recognised.
  received: [
    ...["triaged", "needs_info", "redirected", "archived", "cancelled", "assigned"],
    "duplicate",
  ] as CaseStatus[],
  needs_info: ["received", "lapsed", "cancelled", "assigned"],
  // Found at triage to have been told before; undone, it stands where it stood.
  triaged: ["assigned", "cancelled", "duplicate"],
  duplicate: ["received", "triaged"],
  assigned: ["in_progress", "declined", "cancelled"],
  declined: ["assigned", "cancelled"],
  in_progress: ["on_hold", "resolved", "cancelled", "assigned"],
  on_hold: ["in_progress", "cancelled", "assigned"],
  resolved: ["closed", "reopened", "cancelled", "assigned"],
  reopened: ["assigned", "cancelled"],
};

const day = 86_400_000;
const ordinary = [category(), category({ code: "CIV-ID", resolutionDays: 5 })] as const;
const answer = { response: "a", solution: "b", followUp: "c" };
const note = { noteId: "n", onBehalf: false };
const second = {
  id: "0193b2f0-0000-7000-8000-000000000003",
  number: "PRS-2026-0398-X",
  title: "Jalan rusak",
  description: "Di RT 2.",
  responsibleId: null,
  noteId: "n",
};

interface Turn {
  /** Which of the acts that are allowed then; the ways out are taken seldom. */
  readonly choice: number;
  /** Minutes since the turn before. */
  readonly wait: number;
  readonly pick: number;
}
const waysOut: readonly (CaseAction | "lapse")[] = [
  ...(["redirect", "archive", "cancel", "send-link", "merge", "split"] as const),
];
/** The case that others are merged into and back. */
const survivor = caseIn("in_progress", { id: "0193b2f0-0000-7000-8000-000000000002" });

const chosenAct = (kase: Case, { choice, pick }: Turn, now: Date): CaseAction | "lapse" | null => {
  const open = caseActions.filter((action) => blockReason(kase, action, now) === null);
  const lapses = kase.status === "needs_info" && now >= kase.stageDueAt;
  const acts = [...open, ...(lapses ? (["lapse"] as const) : [])].filter(
    (action) => pick >= 8 || !waysOut.includes(action),
  );
  return acts[choice % acts.length] ?? null;
};

/** One act on a case, as whoever may do it would do it. */
const play = (kase: Case, action: CaseAction | "lapse", pick: number, now: Date): Decision => {
  if (action === "lapse") return decideLapse(kase, now);
  const chosen = pick === 9 ? supervisoryCategory : (ordinary[pick % 2] ?? ordinary[0]);
  const clock = stageClock(now, chosen);
  const until = new Date(now.getTime() + (1 + pick) * day);
  const acts: Record<CaseAction, () => Decision> = {
    triage: () => decideTriage(kase, {}, chosen, inspectorate, clock),
    route: () =>
      decideRouteOrPropose(kase, { target: "DPMD", noteId: "n" }, dpmd, clock, {
        rule: { isFirst: pick % 2 === 0, limitDays: 1 },
        byLeader: pick === 4,
      }),
    dispose: () => decideDispose(kase, { noteId: "n" }, dpmd, clock),
    "return-proposal": () =>
      decideReturnProposal(kase, { noteId: "n", withdrawn: pick % 2 === 1 }, clock),
    accept: () => decideAccept(kase, note, clock),
    decline: () => decideDecline(kase, note, clock),
    resolve: () => decideResolve(kase, { outcome: "handled", answer, onBehalf: false }, now),
    confirm: () => decideConfirm(kase, {}, now),
    reopen: () => decideReopen(kase, note, clock),
    hold: () => decideHold(kase, { waitingFor: "budget", until, noteId: "n" }, now, moved),
    resume: () => decideResume(kase, { bySystem: false }, now, moved),
    "send-link": () => ({ after: kase, events: [] }),
    close: () => decideClose(kase, { bySystem: false }, now),
    "ask-info": () => decideAskInfo(kase, note, clock),
    complete: () => decideComplete(kase, note, clock),
    amend: () =>
      decideAmend(
        kase,
        { category: chosen, villageCode: `63.11.07.200${1 + pick}`, noteId: "n" },
        inspectorate,
        clock,
      ),
    redirect: () => decideRedirect(kase, note, now),
    archive: () => decideArchive(kase, note, now),
    cancel: () => decideCancel(kase, note, now),
    merge: () =>
      decideMerge(kase, survivor, [], { actorId: "officer", noteId: "n" }, now).duplicate,
    "undo-merge": () => decideUndoMerge(kase, survivor, [], note, now).duplicate,
    split: () =>
      decideSplit(kase, { ...second, category: ordinary[pick % 2] ?? ordinary[0] }, clock).original,
  };
  return acts[action]();
};

const turns = fc.array(
  fc.record({
    choice: fc.nat({ max: 1_000 }),
    wait: fc.integer({ min: 0, max: 12 * 24 * 60 }),
    pick: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 15, maxLength: 40 },
);

/** Runs the turns and hands every step that happened to the check. */
const walk = (
  list: readonly Turn[],
  check: (before: Case, decision: Decision, action: CaseAction | "lapse") => void,
) => {
  let kase = caseIn("received");
  let now = at("2026-11-23 10:00");
  let steps = 0;
  for (const turn of list) {
    now = new Date(now.getTime() + turn.wait * 60_000);
    const action = chosenAct(kase, turn, now);
    if (action === null) continue;
    let decision: Decision;
    try {
      decision = play(kase, action, turn.pick, now);
    } catch (error) {
      // An amendment that changes nothing is refused, in every status.
      if ((error as { code?: string }).code === "AMENDMENT_EMPTY") continue;
      throw error;
    }
    check(kase, decision, action);
    kase = decision.after;
    steps += 1;
  }
  return steps;
};

describe("any sequence of permitted acts", () => {
  it("follows an arrow of the machine, and every change has its event", () => {
    let walked = 0;
    fc.assert(
      fc.property(turns, (list) => {
        walked += walk(list, (before, { after, events }, action) => {
          if (after.status !== before.status) {
            expect(arrows[before.status] ?? []).toContain(after.status);
          }
          if (after !== before) expect(events.length).toBeGreaterThan(0);
          else expect(["send-link", "split"]).toContain(action);
          expect(isOpen(after.status)).toBe(after.holder.kind !== "none");
          expect(after.proposedTarget !== null).toBe(after.holder.kind === "leaders");
          if (after.holder.kind === "leaders") expect(after.isEmergency).toBe(false);
        });
      }),
      { numRuns: 1_000, seed: 20261122 },
    );
    expect(walked).toBeGreaterThan(5_000);
  });

  it("never resets the total clock: it is always the first receipt's, moved by the holds alone", () => {
    fc.assert(
      fc.property(turns, (list) => {
        walk(list, (before, { after }, action) => {
          expect(after.receivedAt).toEqual(before.receivedAt);
          // A merge and its undoing touch no deadline: the merged time is no hold.
          if (action === "merge" || action === "undo-merge") {
            expect(after.totalDueAt).toEqual(before.totalDueAt);
            expect(after.stageDueAt).toEqual(before.stageDueAt);
            expect(after.holds).toEqual(before.holds);
          }
          if (action !== "triage" && action !== "amend") {
            expect(after.totalLimitDays).toBe(before.totalLimitDays);
          }
          if (isOpen(after.status)) {
            const total = moved(after.receivedAt, after.totalLimitDays, after.holds, "total");
            expect(after.totalDueAt).toEqual(total.dueAt);
          }
        });
      }),
      { numRuns: 600, seed: 20261123 },
    );
  });

  it("never lowers the secrecy of a category, and never gives a supervisory case back", () => {
    fc.assert(
      fc.property(turns, (list) => {
        walk(list, (before, { after }) => {
          if (!before.isSupervisory) return;
          expect(after.isSupervisory).toBe(true);
          expect(after.isSecret).toBe(true);
          if (isOpen(after.status) && after.status !== "resolved")
            expect(after.leadParty).toBe("63.11:INSPEKTORAT");
        });
      }),
      { numRuns: 600, seed: 20261124 },
    );
  });
});
