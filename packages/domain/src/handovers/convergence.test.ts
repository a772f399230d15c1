import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handoverOutcomes } from "../aid/entitling";
import type { Handover, HandoverLine, TripStanding } from "./model";
import { handsOver, isCounting } from "./model";
import { receive } from "./receiving";
import { decideJudge, decideSettle, judgements, settleChoices } from "./settling";
import { handedOver, lineResult } from "./standing";

/** Two phones record, send, lose answers and send again; two officers decide in between. */
interface Phone {
  readonly recorded: readonly Handover[];
  waiting: readonly Handover[];
}
interface Real {
  standing: TripStanding;
  readonly phones: readonly [Phone, Phone];
  /** Everything that anybody submitted. */
  readonly submitted: Map<string, Handover>;
  decisions: number;
}
type Model = Record<string, never>;

const people: readonly HandoverLine[] = ["a", "b", "c"].map((name, at) => ({
  ...{ id: `line-${name}`, goodsId: "rice", personKey: `nik-${name}`, isOpen: at < 2 },
  quantity: at + 1,
}));

const fresh = (): Real => ({
  standing: {
    ...{ isClosed: false, leadIds: ["officer-0"], lines: people, handovers: [] },
    goods: [{ id: "rice", loaded: 7, away: 0 }],
  },
  phones: [
    { recorded: [], waiting: [] },
    { recorded: [], waiting: [] },
  ],
  submitted: new Map(),
  decisions: 0,
});

/** What must hold after every step, whoever did what in which order. */
const invariants = ({ standing, submitted }: Real): void => {
  const { handovers } = standing;
  const ids = handovers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of handovers) {
    // No value is overwritten, whatever was decided about it.
    expect(one).toMatchObject(submitted.get(one.id) ?? { id: "unknown" });
    if (one.state === "held") expect(one.heldBecause).not.toBeNull();
  }
  expect(handedOver(handovers).get("rice") ?? 0).toBeLessThanOrEqual(7);
};

class Capture implements fc.Command<Model, Real> {
  constructor(
    readonly phone: 0 | 1,
    readonly person: number,
    readonly outcome: Handover["outcome"],
    readonly corrects: boolean,
  ) {}
  check = () => true;
  run(_: Model, real: Real): void {
    const line = people[this.person];
    const phone = real.phones[this.phone];
    const target = this.corrects ? phone.recorded.at(-1) : undefined;
    const handover: Handover = {
      id: `${this.phone}-${phone.recorded.length}`,
      lineId: line?.id ?? null,
      goodsId: "rice",
      personKey: line?.personKey ?? null,
      outcome: this.outcome,
      quantity: handsOver(this.outcome) ? 1 : 0,
      correctsId: target?.id ?? null,
      recordedById: `officer-${this.phone}`,
    };
    (phone.recorded as Handover[]).push(handover);
    phone.waiting = [...phone.waiting, handover];
    real.submitted.set(handover.id, handover);
  }
  toString = () => `record(${this.phone}, ${this.person}, ${this.outcome}, ${this.corrects})`;
}

class Send implements fc.Command<Model, Real> {
  constructor(
    readonly phone: 0 | 1,
    readonly cut: "none" | "before" | "after",
  ) {}
  check = () => true;
  run(_: Model, real: Real): void {
    const phone = real.phones[this.phone];
    if (this.cut === "before") return;
    const { answers, handovers } = receive(real.standing, phone.waiting);
    expect(answers.map(({ id }) => id)).toEqual(phone.waiting.map(({ id }) => id));
    real.standing = { ...real.standing, handovers };
    // Cut after the server wrote: the phone knows nothing of it and sends all of them again.
    if (this.cut === "none") phone.waiting = [];
    invariants(real);
  }
  toString = () => `send(${this.phone}, ${this.cut})`;
}

class Decide implements fc.Command<Model, Real> {
  constructor(
    readonly at: number,
    readonly choice: (typeof settleChoices)[number],
    readonly judgement: (typeof judgements)[number] | null,
  ) {}
  check = () => true;
  run(_: Model, real: Real): void {
    const { handovers } = real.standing;
    const one = handovers[this.at % Math.max(handovers.length, 1)];
    if (!one) return;
    try {
      const { handovers: after } = this.judgement
        ? decideJudge(real.standing, one.id, this.judgement)
        : decideSettle(real.standing, one.id, this.choice);
      real.standing = { ...real.standing, handovers: after };
      real.decisions += 1;
    } catch (error) {
      // Another officer was first, or it does not fit: nothing changes.
      expect((error as Error).message).toMatch(/^(HANDOVER_|INPUT_INVALID)/);
      expect(real.standing.handovers).toEqual(handovers);
    }
    invariants(real);
  }
  toString = () => `decide(${this.at}, ${this.judgement ?? this.choice})`;
}

const phone = fc.constantFrom<0 | 1>(0, 1);
const commands = fc.commands(
  [
    fc
      .tuple(phone, fc.nat(3), fc.constantFrom(...handoverOutcomes), fc.boolean())
      .map((all) => new Capture(...all)),
    fc
      .tuple(phone, fc.constantFrom<Send["cut"]>("none", "none", "before", "after"))
      .map((all) => new Send(...all)),
    fc
      .tuple(fc.nat(20), fc.constantFrom(...settleChoices), fc.constantFrom(null, ...judgements))
      .map((all) => new Decide(...all)),
  ],
  { maxCommands: 40, size: "max" },
);

/** Both phones come back into reach, and both leads decide all that is left. */
const comeHome = (real: Real): void => {
  for (const at of [0, 1] as const) new Send(at, "none").run({}, real);
  for (let round = 0; round < 100; round += 1) {
    const held = real.standing.handovers.find(({ state }) => state === "held");
    if (!held) return;
    const { handovers } = decideSettle(real.standing, held.id, "keep-standing");
    real.standing = { ...real.standing, handovers };
  }
};

describe("two phones and two officers, in 1,200 interleavings", () => {
  it("lose no value, double none, and end in one state", () => {
    let held = 0;
    let decided = 0;
    fc.assert(
      fc.property(commands, (steps) => {
        const real = fresh();
        fc.modelRun(() => ({ model: {}, real }), steps);
        comeHome(real);
        invariants(real);
        const { handovers } = real.standing;
        // Every value that was submitted is current, in history or in a conflict that was decided.
        expect(new Set(handovers.map(({ id }) => id))).toEqual(new Set(real.submitted.keys()));
        expect(handovers.filter(({ state }) => state === "held")).toEqual([]);
        // Whoever asks again, in whatever portion, hears the same and changes nothing.
        const again = receive(real.standing, [...real.submitted.values()].reverse());
        expect(again.handovers).toEqual(handovers);
        expect(again.answers.every(({ answer }) => answer === "already")).toBe(true);
        const counted = handovers.filter(isCounting).reduce((all, one) => all + one.quantity, 0);
        expect(handedOver(handovers).get("rice") ?? 0).toBe(counted);
        for (const line of people) lineResult(line, handovers);
        held += handovers.filter(({ heldBecause }) => heldBecause !== null).length;
        decided += real.decisions;
      }),
      { numRuns: 1200 },
    );
    // The interleavings did meet: otherwise this test would prove nothing.
    expect(held).toBeGreaterThan(1000);
    expect(decided).toBeGreaterThan(1000);
  }, 60_000);

  it("count a person once who was served by both, whichever phone comes first", () => {
    const record = (id: string, by: string): Handover => ({
      ...{ id, lineId: "line-a", goodsId: "rice", personKey: "nik-a", outcome: "delivered" },
      ...{ quantity: 1, correctsId: null, recordedById: by },
    });
    const both = [record("x", "zaini"), record("y", "fitri")];
    for (const order of [both, [...both].reverse()]) {
      const { handovers } = receive(fresh().standing, order);
      expect(handovers.map(({ state }) => state)).toEqual(["synced", "held"]);
      expect(handedOver(handovers).get("rice")).toBe(1);
    }
  });
});
