import type { Assignment } from "@rembuk/domain/access/actor";
import { permissions } from "@rembuk/domain/access/permissions";
import { type Role, roles } from "@rembuk/domain/access/roles";
import { listCasesInput } from "@rembuk/domain/cases/commands";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import id from "@/messages/id.json";
import { countNames, mostUrgentFirst, planHome } from "./home-plans";

const holding = (...held: Role[]): Assignment[] =>
  held.map((role) => ({
    id: role,
    role,
    areaCode: "63.11.07",
    sectorCode: null,
    organizationId: null,
    clearance: false,
  }));

const readsCases = (role: Role) => role in permissions["case.read"];

describe("the home of a role", () => {
  it.each(roles)("%s has one, with words in both languages", (role) => {
    for (const plan of planHome(holding(role))) {
      for (const words of [id.homes, en.homes]) {
        expect(Object.keys(words.parts)).toContain(plan.key);
        if (plan.shape === "cases") {
          for (const f of plan.figures) expect(Object.keys(words.figures)).toContain(f.key);
          for (const l of plan.lists) expect(Object.keys(words.lists)).toContain(l.key);
        }
        if (plan.shape === "doors")
          for (const d of plan.doors) expect(Object.keys(words.doors)).toContain(d.key);
      }
    }
  });

  it.each(roles)("%s is shown cases exactly when it may read some", (role) => {
    const shows = planHome(holding(role)).some((plan) => plan.shape !== "doors");
    if (role !== "auditor") expect(shows).toBe(readsCases(role));
  });

  it.each(roles)("%s asks the server what it accepts, in at most 16 numbers", (role) => {
    const asked = Object.values(countNames(planHome(holding(role))));
    expect(asked.length).toBeLessThanOrEqual(16);
    for (const filter of asked) expect(listCasesInput.safeParse(filter).success).toBe(true);
  });
});

describe("the home of several roles", () => {
  it("shows each part once", () => {
    const keys = planHome(holding("subdistrict-secretary", "subdistrict-head")).map((p) => p.key);
    expect(keys).toEqual(["dispositions", "board", "secretariat"]);
  });

  it("does not speak of later slices to somebody who has work today", () => {
    const keys = planHome(holding("service-account", "triage-officer")).map((p) => p.key);
    expect(keys).toEqual(["desk"]);
  });

  it("puts what is late first, then the reader's turn", () => {
    const plans = planHome(holding("triage-officer", "section-head", "administrator"));
    const keys = (counts: Record<string, number>) =>
      mostUrgentFirst(plans, counts).map((p) => p.key);
    expect(keys({})).toEqual(["desk", "section", "system"]);
    expect(keys({ "section.turn": 2 })).toEqual(["section", "desk", "system"]);
    expect(keys({ "section.turn": 2, "desk.late": 1 })).toEqual(["desk", "section", "system"]);
  });
});
