import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zones } from "../calendars/zone";
import type { NotificationKind } from "./model";
import {
  choices,
  decideMail,
  defaultPreferences,
  groupOf,
  mailChoices,
  quietUntil,
  setPreferencesCommand,
  wants,
} from "./preferences";

const kinds = Object.keys(groupOf) as NotificationKind[];
const minute = fc.integer({ min: 0, max: 1439 });
const preferences = fc.record({
  language: fc.constantFrom("id" as const, "en" as const),
  muted: fc.subarray([...choices]),
  digested: fc.subarray([...mailChoices]),
  digest: fc.record({ at: minute, days: fc.constantFrom("working" as const, "daily" as const) }),
  quiet: fc.option(
    fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to),
    { nil: null },
  ),
  emergenciesPass: fc.boolean(),
});
const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((ms) => new Date(ms));

const names = { WIB: "Asia/Jakarta", WITA: "Asia/Makassar", WIT: "Asia/Jayapura" } as const;

/** The wall's minute by the platform's own table of zones, not by ours. */
const wallMinute = (at: Date, zone: (typeof zones)[number]): number => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: names[zone],
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return of("hour") * 60 + of("minute");
};

/** The minutes that are quiet, walked one by one. */
const quietMinutes = ({ from, to }: { from: number; to: number }): ReadonlySet<number> => {
  const found = new Set<number>();
  for (let m = from; m !== to; m = (m + 1) % 1440) found.add(m);
  return found;
};

describe("none against a preference", () => {
  it("sends no mail that is switched off, and none in quiet hours on the person's wall", () => {
    fc.assert(
      fc.property(
        preferences,
        fc.constantFrom(...kinds),
        fc.boolean(),
        fc.constantFrom(...zones),
        instant,
        (chosen, kind, isEmergency, zone, now) => {
          const decision = decideMail(chosen, { kind, isEmergency }, zone, now);
          const isOff = chosen.muted.some((choice) => choice === `${groupOf[kind]}/email`);
          const isQuiet =
            chosen.quiet !== null && quietMinutes(chosen.quiet).has(wallMinute(now, zone));
          const passes = isEmergency && chosen.emergenciesPass;
          const isGathered = chosen.digested.some((choice) => choice === `${groupOf[kind]}/email`);
          const later = isGathered ? "gather" : isQuiet ? "wait" : "send";
          const expected = isOff ? "withdraw" : passes ? "send" : later;
          expect(decision.act).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("waits no longer than the quiet hours, and is sent when they end", () => {
    fc.assert(
      fc.property(preferences, fc.constantFrom(...zones), instant, (chosen, zone, now) => {
        const until = quietUntil(chosen.quiet, zone, now);
        if (until === null || chosen.quiet === null) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThan(86_400_000);
        expect(wallMinute(until, zone)).toBe(chosen.quiet.to);
        expect(quietUntil(chosen.quiet, zone, until)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what is a duty", () => {
  it("stays in the app: one's own turn and what is late cannot be switched off", () => {
    const everything = { ...defaultPreferences, muted: choices };
    for (const kind of ["case.routed", "case.resolved", "case.overdue", "case.escalated"] as const)
      expect(wants(everything, kind, "in-app")).toBe(true);
    expect(wants(everything, "case.note-added", "in-app")).toBe(false);
    const id = "0199a0c0-0000-7000-8000-000000000001";
    const asked = { ...defaultPreferences, clientActionId: id };
    expect(setPreferencesCommand.safeParse(asked).success).toBe(true);
    expect(setPreferencesCommand.safeParse({ ...asked, muted: ["turn/in-app"] }).success).toBe(
      false,
    );
  });

  it("has quiet hours with a length", () => {
    const command = {
      ...defaultPreferences,
      clientActionId: "0199a0c0-0000-7000-8000-000000000001",
    };
    const quiet = { from: 1260, to: 1260 };
    expect(setPreferencesCommand.safeParse({ ...command, quiet }).success).toBe(false);
    expect(
      setPreferencesCommand.safeParse({ ...command, quiet: { from: 1260, to: 300 } }).success,
    ).toBe(true);
  });

  it("has a digest outside its quiet hours, and nothing in it that is switched off", () => {
    const command = {
      ...defaultPreferences,
      clientActionId: "0199a0c0-0000-7000-8000-000000000001",
      digested: ["notes/email"],
      quiet: { from: 1260, to: 300 },
    };
    const isTaken = (change: object) =>
      setPreferencesCommand.safeParse({ ...command, ...change }).success;
    expect(isTaken({})).toBe(true);
    expect(isTaken({ digest: { at: 290, days: "daily" } })).toBe(false);
    expect(isTaken({ digest: { at: 300, days: "daily" } })).toBe(true);
    expect(isTaken({ digest: { at: 290, days: "daily" }, digested: [] })).toBe(true);
    expect(isTaken({ muted: ["notes/email"] })).toBe(false);
    expect(isTaken({ digested: ["notes/in-app"] })).toBe(false);
  });
});
