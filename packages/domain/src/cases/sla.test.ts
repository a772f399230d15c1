import { describe, expect, it } from "vitest";
import { decreedCalendar } from "../calendars/decreed-calendar.fixture";
import { localDate } from "../calendars/local-date";
import { standardWeek, type WorkingCalendar } from "../calendars/model";
import { toLocalDate } from "../calendars/working-days";
import { type Zone, zones } from "../calendars/zone";
import type { HoldPeriod } from "./holds";
import { clockReading, deadlineAfter, emergencyDueAt, remindAt } from "./sla";

const wita = decreedCalendar("WITA");
/** A moment on the wall of an office in WITA. */
const at = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+08:00`);
const hold = (from: string, to: string | null, until = to ?? from): HoldPeriod => ({
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
  until: at(until),
});

const vectors = [
  ["2026-11-21", ["2026-11-23", "2026-11-25", "2026-11-27", "2026-12-10", "2027-02-19"]],
  ["2026-12-18", ["2026-12-21", "2026-12-23", "2026-12-29", "2027-01-13", "2027-03-31"]],
  ["2027-03-03", ["2027-03-04", "2027-03-16", "2027-03-18", "2027-04-02", "2027-06-15"]],
  ["2027-05-14", ["2027-05-21", "2027-05-25", "2027-05-27", "2027-06-10", "2027-08-13"]],
] as const;
const limits = [1, 3, 5, 14, 60] as const;

describe("deadlineAfter", () => {
  describe.each(zones)("in %s", (zone) => {
    it.each(vectors)("received %s ends where the decreed calendar says", (received, expected) => {
      const calendar = decreedCalendar(zone);
      const offset = { WIB: "+07:00", WITA: "+08:00", WIT: "+09:00" }[zone];
      limits.forEach((workingDays, i) => {
        for (const hour of ["00:00", "09:15", "23:59"]) {
          const receivedAt = new Date(`${received}T${hour}:00${offset}`);
          const deadline = deadlineAfter({ receivedAt, workingDays, calendar, holds: [] });
          expect(deadline.dueAt).toEqual(new Date(`${expected[i]}T16:30:00${offset}`));
          expect(deadline.isEstimate).toBe(false);
        }
      });
    });
  });

  it("stops for a day that a hold covers from opening to close, and for no other", () => {
    const due = (holds: HoldPeriod[]) =>
      deadlineAfter({ receivedAt: at("2026-11-23 10:00"), workingDays: 3, calendar: wita, holds })
        .dueAt;
    expect(due([])).toEqual(at("2026-11-26 16:30"));
    expect(due([hold("2026-11-24 08:00", "2026-11-24 16:30")])).toEqual(at("2026-11-27 16:30"));
    expect(due([hold("2026-11-24 08:01", "2026-11-24 16:30")])).toEqual(at("2026-11-26 16:30"));
    expect(due([hold("2026-11-24 08:00", "2026-11-24 16:29")])).toEqual(at("2026-11-26 16:30"));
    expect(
      due([
        hold("2026-11-24 07:00", "2026-11-24 12:00"),
        hold("2026-11-24 12:00", "2026-11-24 17:00"),
      ]),
    ).toEqual(at("2026-11-27 16:30"));
    expect(due([hold("2026-11-23 15:00", "2026-12-01 09:00")])).toEqual(at("2026-12-03 16:30"));
  });

  it("reckons a running hold to its agreed end, and one ended too late no further", () => {
    const due = (holds: HoldPeriod[]) =>
      deadlineAfter({ receivedAt: at("2026-11-23 10:00"), workingDays: 1, calendar: wita, holds })
        .dueAt;
    const running = hold("2026-11-23 15:00", null, "2026-11-26 07:00");
    expect(due([running])).toEqual(at("2026-11-26 16:30"));
    expect(due([{ ...running, endedAt: at("2026-12-10 10:00") }])).toEqual(at("2026-11-26 16:30"));
  });

  it("is an estimate beyond the decreed years", () => {
    const receivedAt = at("2027-12-20 10:00");
    const estimate = (workingDays: number) =>
      deadlineAfter({ receivedAt, workingDays, calendar: wita, holds: [] }).isEstimate;
    expect(estimate(5)).toBe(false);
    expect(estimate(14)).toBe(true);
  });

  it("refuses a limit that is no positive whole number of days", () => {
    for (const workingDays of [0, -1, 1.5, Number.NaN]) {
      expect(() =>
        deadlineAfter({
          receivedAt: at("2026-11-23 10:00"),
          workingDays,
          calendar: wita,
          holds: [],
        }),
      ).toThrow(RangeError);
    }
  });
});

it("emergencyDueAt runs on the wall clock, over night and weekend", () => {
  expect(emergencyDueAt(at("2026-11-20 23:30"), 4)).toEqual(at("2026-11-21 03:30"));
});

describe("clockReading", () => {
  const startedAt = at("2026-11-21 09:00");
  const dueAt = at("2026-11-25 16:30");
  const read = (now: string, more: { holds?: HoldPeriod[]; endedAt?: Date; dueAt?: Date } = {}) =>
    clockReading({
      startedAt,
      dueAt,
      limitDays: 3,
      now: at(now),
      calendar: wita,
      holds: [],
      ...more,
    });

  it.each([
    ["2026-11-21 10:00", 0, 3, "on-time"],
    ["2026-11-23 07:00", 1, 2, "on-time"],
    ["2026-11-25 16:29", 3, 0, "due-today"],
    ["2026-11-25 16:30", 3, -1, "late"],
    ["2026-11-26 08:00", 4, -1, "late"],
    ["2026-11-28 12:00", 5, -2, "late"],
  ])("at %s has used %i, left %i: %s", (now, usedDays, daysLeft, state) => {
    expect(read(now)).toEqual({ usedDays, daysLeft, state, limitDays: 3, heldDays: 0 });
  });

  it("stands still while held and shows the days lost", () => {
    const holds = [hold("2026-11-23 15:00", null, "2026-12-01 07:00")];
    const held = read("2026-11-26 10:00", { holds, dueAt: at("2026-12-02 16:30") });
    expect(held).toEqual({ usedDays: 1, daysLeft: 2, state: "held", limitDays: 3, heldDays: 3 });
  });

  it("does not let a hold hide that the case was late before", () => {
    const holds = [hold("2026-11-26 15:00", null, "2026-12-10 07:00")];
    expect(read("2026-12-01 10:00", { holds })).toMatchObject({ state: "late", daysLeft: -1 });
  });

  it("stops when the work is done, in time to the last minute", () => {
    const done = (text: string) => read("2027-01-20 10:00", { endedAt: at(text) });
    expect(done("2026-11-24 10:00")).toMatchObject({ state: "stopped", usedDays: 2, daysLeft: 1 });
    expect(done("2026-11-25 16:30")).toMatchObject({ state: "stopped", daysLeft: 0 });
    expect(done("2026-11-25 16:31")).toMatchObject({ state: "stopped", daysLeft: -1 });
  });
});

describe("remindAt", () => {
  const remind = (workingDays: number, holds: HoldPeriod[] = []) =>
    remindAt({ receivedAt: at("2026-11-21 09:00"), workingDays, calendar: wita, holds });

  it("reminds at the opening of the day in which 75 and 90 percent are used up", () => {
    expect(remind(14)).toEqual([
      { percent: 75, at: at("2026-12-07 08:00") },
      { percent: 90, at: at("2026-12-09 08:00") },
    ]);
  });

  it("reminds once where both fall on one day, and after a hold", () => {
    expect(remind(3)).toEqual([{ percent: 90, at: at("2026-11-25 08:00") }]);
    expect(remind(1, [hold("2026-11-23 07:00", "2026-11-23 10:00")])).toEqual([
      { percent: 90, at: at("2026-11-23 10:00") },
    ]);
  });
});

/** mulberry32: a small seeded generator, so that a failure can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const MINUTE = 60_000;
const minutesEast: Readonly<Record<Zone, number>> = { WIB: 420, WITA: 480, WIT: 540 };

/**
 * The oracle: walks the clock minute by minute, knows no day numbers, prefix sums or merged holds.
 * Returns the last minute's end of the nth day with at least one open working minute, and how many
 * days passed with open minutes and with none.
 */
function walk(from: Date, calendar: WorkingCalendar, holds: readonly HoldPeriod[], stop: Stop) {
  const east = minutesEast[calendar.zone];
  let minute = Math.floor(from.getTime() / MINUTE) + east;
  minute += 1440 - (((minute % 1440) + 1440) % 1440);
  let counted = 0;
  let held = 0;
  for (;;) {
    const midnight = new Date(minute * MINUTE);
    const iso = midnight.toISOString().slice(0, 10);
    if (stop.lastDate !== undefined && iso > stop.lastDate) return { counted, held, closesAt: 0 };
    const hours = hoursOn(iso, midnight.getUTCDay() || 7, calendar);
    let open = 0;
    for (let m = 0; m < 1440; m += 1, minute += 1) {
      if (!hours || m < hours.opensAt || m >= hours.closesAt) continue;
      if (!isHeldMinute(minute - east, holds)) open += 1;
    }
    if (open > 0) counted += 1;
    else if (hours) held += 1;
    if (hours && open > 0 && counted === stop.count) {
      return { counted, held, closesAt: (minute - 1440 + hours.closesAt - east) * MINUTE };
    }
  }
}

interface Stop {
  readonly count?: number;
  readonly lastDate?: string;
}

function hoursOn(iso: string, weekday: number, calendar: WorkingCalendar) {
  if (calendar.holidays.some((holiday) => holiday.date === iso)) return undefined;
  let week = calendar.week;
  for (const period of calendar.periods ?? []) {
    if (period.from <= iso && iso <= period.to) week = period.week;
  }
  return week.find((day) => day.weekday === weekday);
}

function isHeldMinute(minute: number, holds: readonly HoldPeriod[]): boolean {
  const time = minute * MINUTE;
  for (const { startedAt, endedAt, until } of holds) {
    if (startedAt.getTime() > time || until.getTime() < time + MINUTE) continue;
    if (endedAt === null || endedAt.getTime() >= time + MINUTE) return true;
  }
  return false;
}

function randomCalendar(zone: Zone, kind: number): WorkingCalendar {
  if (kind === 0) return decreedCalendar(zone);
  const sixDays = [...standardWeek, { weekday: 6, opensAt: 450, closesAt: 780 }];
  if (kind === 1) return decreedCalendar(zone, { week: sixDays });
  const calendar = decreedCalendar(zone);
  const fasting = standardWeek.map((day) => ({ ...day, closesAt: day.weekday === 5 ? 930 : 900 }));
  const date = localDate("2026-11-10");
  return {
    ...calendar,
    holidays: [...calendar.holidays, { date, name: "Hari jadi", type: "LOCAL" }],
    periods: [
      {
        name: "Ramadan",
        from: localDate("2027-02-08"),
        to: localDate("2027-03-09"),
        week: fasting,
      },
      { name: "Musim", from: localDate("2026-06-01"), to: localDate("2026-08-31"), week: sixDays },
    ],
  };
}

function randomHolds(from: Date, random: (below: number) => number): HoldPeriod[] {
  return Array.from({ length: random(4) }, () => {
    const start = Math.floor(from.getTime() / MINUTE) + random(40 * 1440);
    // Half of them begin and end on the edges of office hours, where mistakes live.
    const edge = random(2) === 0 ? start - (start % 30) : start;
    const length = 30 * (1 + random(12 * 48));
    const startedAt = new Date(edge * MINUTE);
    const until = new Date((edge + length) * MINUTE);
    const cut = new Date((edge + random(length + 600)) * MINUTE);
    return { startedAt, until, endedAt: random(2) === 0 ? null : cut };
  });
}

describe("against a minute-by-minute oracle", () => {
  const first = Date.UTC(2026, 0, 1);
  const span = Date.UTC(2027, 9, 1) - first;

  it("agrees on 10,000 random deadlines and readings, three zones, holidays and holds", () => {
    const random = seeded(20_261_121);
    const calendars = zones.flatMap((zone) => [0, 1, 2].map((kind) => randomCalendar(zone, kind)));
    const mismatches: unknown[] = [];
    for (let n = 0; n < 10_000; n += 1) {
      const calendar = calendars[random(calendars.length)] ?? wita;
      const receivedAt = new Date(first + random(span / MINUTE) * MINUTE);
      const workingDays = random(2) === 0 ? (limits[random(5)] ?? 1) : 1 + random(20);
      const holds = randomHolds(receivedAt, random);
      const { dueAt } = deadlineAfter({ receivedAt, workingDays, calendar, holds });
      const oracle = walk(receivedAt, calendar, holds, { count: workingDays });
      const now = new Date(receivedAt.getTime() + random(30 * 1440) * MINUTE);
      const reading = clockReading({
        startedAt: receivedAt,
        dueAt,
        limitDays: workingDays,
        now,
        calendar,
        holds,
      });
      const passed = walk(receivedAt, calendar, holds, {
        lastDate: toLocalDate(now, calendar.zone),
      });
      const agrees =
        dueAt.getTime() === oracle.closesAt &&
        reading.usedDays === passed.counted &&
        reading.heldDays === passed.held &&
        (now >= dueAt
          ? reading.daysLeft === -Math.max(1, passed.counted - workingDays)
          : reading.daysLeft === workingDays - passed.counted);
      if (!agrees) mismatches.push({ receivedAt, workingDays, holds, now, dueAt, oracle, reading });
    }
    expect(mismatches.slice(0, 3)).toEqual([]);
  }, 60_000);
});
