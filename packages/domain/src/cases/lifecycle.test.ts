import { describe, expect, it } from "vitest";
import type { Actor, Assignment } from "../access/actor";
import type { Role } from "../access/roles";
import { at, caseIn } from "./case.fixture";
import {
  type BlockReason,
  blockReason,
  type CaseAction,
  caseActions,
  grantFor,
  isTurnOf,
  nextSteps,
  requireAction,
} from "./lifecycle";
import { type CaseStatus, caseStatuses } from "./model";

/** "+" allowed; else why not. T not triaged, R not routed, A not accepted, S not resolved, H on hold, I info asked for, W window open, . done. */
const reasons: Record<string, BlockReason | null> = {
  "+": null,
  T: "NOT_TRIAGED",
  R: "NOT_ROUTED",
  A: "NOT_ACCEPTED",
  S: "NOT_RESOLVED",
  H: "ON_HOLD",
  I: "NEEDS_INFO",
  W: "WINDOW_OPEN",
  ".": "ALREADY_DONE",
};

// Columns: complete | triage route dispose return-proposal accept decline resolve confirm reopen hold resume send-link close | ask-info amend redirect archive cancel | merge undo-merge split
const table: Record<CaseStatus, string> = {
  draft: "......................",
  received: ".+T..TTTTTTTTT++++++.+",
  needs_info: "+II..IIIIIIIIII+II+I.I",
  lapsed: "......................",
  redirected: "......................",
  duplicate: "....................+.",
  archived: "......................",
  triaged: "..+..RRRRRRRRR.+..++.+",
  declined: "..+..RRRRRRRRR.+..+..+",
  reopened: "..+..RRRRRRRRR.+..+..+",
  assigned: ".....++AAAAA+A.+..+..+",
  in_progress: ".......+SS+..S.+..+..+",
  on_hold: ".......HHH.+.H.+..+..+",
  resolved: "........++...W.+..+...",
  closed: "......................",
  cancelled: "......................",
  anonymised: "......................",
};

const actor = (role: Role, areaCode: string, change: Partial<Assignment> = {}): Actor => ({
  userId: `${role}@${areaCode}`,
  name: role,
  assignments: [
    {
      id: "a",
      role,
      areaCode,
      sectorCode: null,
      organizationId: null,
      clearance: false,
      ...change,
    },
  ],
});
const now = at("2026-12-01 10:00");
const triage = actor("triage-officer", "63.11.07");
const kasi = actor("section-head", "63.11.07", { sectorCode: "KASI_PMD" });
const sekcam = actor("subdistrict-secretary", "63.11.07", { sectorCode: "SEKCAM" });
const camat = actor("subdistrict-head", "63.11.07");
const dpmd = actor("sector-partner", "63.11", { sectorCode: "DPMD" });
const dinkes = actor("sector-partner", "63.11", { sectorCode: "DINKES" });
const village = actor("village-officer", "63.11.07.2001");

describe("what each status allows", () => {
  const cells = caseStatuses.flatMap((status) =>
    caseActions.map((action, i) => [status, action, table[status][i] ?? "?"] as const),
  );

  it("has a cell for every status and action", () => {
    expect(cells).toHaveLength(17 * 22);
    expect(cells.every(([, , cell]) => cell in reasons)).toBe(true);
  });

  it.each(cells)("%s: %s %s", (status, action, cell) => {
    const kase = caseIn(status);
    const reason = reasons[cell] ?? null;
    expect(blockReason(kase, action, now)).toBe(reason);
    const act = () => requireAction(kase, action, now);
    if (reason === null) expect(act).not.toThrow();
    else
      expect(act).toThrow(
        expect.objectContaining({ kind: "conflict", details: { action, reason } }),
      );
  });

  it("closes once the village's window has ended", () => {
    expect(blockReason(caseIn("resolved"), "close", at("2026-12-10 09:59"))).toBe("WINDOW_OPEN");
    expect(blockReason(caseIn("resolved"), "close", at("2026-12-10 10:00"))).toBeNull();
  });

  it("sends a link to a sector only, and never for a secret or supervisory case", () => {
    const section = caseIn("assigned", {
      holder: { kind: "section", code: "KASI_PMD", userId: null },
    });
    expect(blockReason(section, "send-link")).toBe("NOT_ROUTED");
    expect(blockReason(caseIn("assigned", { isSecret: true }), "send-link")).toBe("CONFIDENTIAL");
    expect(blockReason(caseIn("assigned", { isSupervisory: true }), "send-link")).toBe(
      "CONFIDENTIAL",
    );
  });

  it("keeps a supervisory case with the inspectorate, which closes it without the window", () => {
    const outwards: CaseAction[] = ["triage", "route", "decline", "confirm", "reopen"];
    for (const status of caseStatuses) {
      for (const action of outwards) {
        expect(blockReason(caseIn(status, { isSupervisory: true }), action, now)).not.toBeNull();
      }
    }
    const resolved = caseIn("resolved", { isSupervisory: true });
    expect(blockReason(resolved, "close", now)).toBeNull();
  });
});

describe("in whose name", () => {
  const section = { holder: { kind: "section", code: "KASI_PMD", userId: null } } as const;
  const ownSection = caseIn("assigned", { ...section, holderKind: "section", leadParty: null });
  const atSector = caseIn("assigned");
  const working = caseIn("in_progress");

  it.each<[string, Actor, typeof atSector, CaseAction, "own" | "on-behalf" | null]>([
    ["the sector itself", dpmd, atSector, "accept", "own"],
    ["another sector", dinkes, atSector, "accept", null],
    ["the Kasi for the sector", kasi, atSector, "accept", "on-behalf"],
    ["the desk for the sector", triage, atSector, "accept", "on-behalf"],
    ["the camat for the sector", camat, atSector, "decline", "on-behalf"],
    ["the Sekcam for the sector", sekcam, atSector, "decline", "on-behalf"],
    ["the village", village, atSector, "accept", null],
    ["the Kasi of the section", kasi, ownSection, "accept", "own"],
    ["the desk for the section", triage, ownSection, "accept", "on-behalf"],
    ["the sector's answer", dpmd, working, "resolve", "own"],
    ["the desk answering for the sector", triage, working, "resolve", "on-behalf"],
    ["the Kasi answering for the sector", kasi, working, "resolve", "on-behalf"],
    ["the desk verifies", triage, caseIn("received"), "triage", "own"],
    ["the camat does not verify", camat, caseIn("received"), "triage", null],
    ["the camat routes", camat, caseIn("triaged"), "route", "own"],
    ["the Kasi does not route", kasi, caseIn("triaged"), "route", null],
    ["the village confirms", village, caseIn("resolved"), "confirm", "own"],
    ["the sector does not confirm its own work", dpmd, caseIn("resolved"), "confirm", null],
  ])("%s", (_, who, kase, action, grant) => {
    expect(grantFor(who, kase, action)).toBe(grant);
  });
});

describe("whose turn it is", () => {
  it("is the holder's and nobody else's", () => {
    const all = [triage, kasi, sekcam, camat, dpmd, dinkes, village];
    const turns = (kase: ReturnType<typeof caseIn>) =>
      all.filter((who) => isTurnOf(who, kase)).map((who) => who.name);
    expect(turns(caseIn("received"))).toEqual(["triage-officer"]);
    expect(turns(caseIn("assigned"))).toEqual(["sector-partner"]);
    expect(turns(caseIn("resolved"))).toEqual(["village-officer"]);
    expect(turns(caseIn("closed"))).toEqual([]);
  });

  it("is not the same sector's of another kabupaten", () => {
    const elsewhere = actor("sector-partner", "35.21", { sectorCode: "DPMD" });
    expect(isTurnOf(elsewhere, caseIn("assigned"))).toBe(false);
  });

  it("is one person's when the holder is a person", () => {
    const kase = caseIn("assigned", { holder: { kind: "sector", code: "DPMD", userId: "x" } });
    expect(isTurnOf(dpmd, kase)).toBe(false);
    expect(isTurnOf({ ...dpmd, userId: "x" }, kase)).toBe(true);
  });
});

describe("next steps", () => {
  const steps = (who: Actor, status: CaseStatus) =>
    nextSteps(caseIn(status), who, now).map((s) => {
      const mark = s.recommended ? "!" : s.allowed ? "+" : `(${s.reason})`;
      return `${s.action}${s.onBehalf ? "*" : ""} ${mark}`;
    });

  it("put the one act that moves the case on first, and say what is missing for the others", () => {
    expect(steps(triage, "received").slice(0, 3)).toEqual([
      "triage !",
      "ask-info +",
      "route (NOT_TRIAGED)",
    ]);
    expect(steps(triage, "received").slice(-6)).toEqual([
      "amend +",
      "redirect +",
      "archive +",
      "cancel* +",
      "merge +",
      "split +",
    ]);
    expect(steps(village, "needs_info")).toEqual([
      "complete !",
      "confirm (NEEDS_INFO)",
      "reopen (NEEDS_INFO)",
    ]);
    expect(steps(triage, "triaged")[0]).toBe("route !");
    expect(steps(dpmd, "assigned").slice(0, 2)).toEqual(["accept !", "decline +"]);
    expect(steps(dpmd, "in_progress")).toEqual(["resolve !", "hold +"]);
    expect(steps(dpmd, "on_hold")).toEqual(["resume !", "resolve (ON_HOLD)"]);
    expect(steps(village, "resolved")).toEqual(["confirm !", "reopen +"]);
  });

  it("offer the desk the sector's answer on its behalf, and a link", () => {
    expect(steps(triage, "assigned").slice(0, 3)).toEqual([
      "accept* +",
      "decline* +",
      "send-link +",
    ]);
  });

  it("are none on a closed case, and none for a stranger", () => {
    expect(steps(triage, "closed")).toEqual([]);
    expect(steps(triage, "duplicate")).toEqual(["undo-merge +"]);
    expect(steps(village, "duplicate")).toEqual([]);
    expect(steps(dinkes, "in_progress")).toEqual([]);
  });
});
