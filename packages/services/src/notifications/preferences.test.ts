import { randomUUID } from "node:crypto";
import { utcOffsetHours } from "@rembuk/domain/calendars/zone";
import {
  choices,
  defaultPreferences,
  groupOf,
  mailChoices,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, type World } from "../testing/world";
import { notifyAudience } from "./notify-audience";
import { sendMail } from "./send-mail";
import { readPreferences, setPreferences } from "./set-preferences";
import { listWaitingMails } from "./settle-mails";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  await world.everything.user.update({
    where: { id: people.sector.actor.userId },
    data: { email: "dpmd@contoh.invalid" },
    select: { id: true },
  });
});
afterAll(() => world?.drop());

const system = (now: Date) =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => now,
  });
const choose = (ctx: ServiceContext, chosen: Preferences) =>
  setPreferences(ctx, {
    clientActionId: randomUUID(),
    ...chosen,
    muted: [...chosen.muted],
    digested: [...chosen.digested],
  });
const all = defaultPreferences;
const eventOf = async (caseId: string, type: string) =>
  (
    await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${caseId}`, type },
    })
  ).id;

/** The wall of Balangan (WITA), reckoned by hand. */
const minuteInBalangan = (now: Date): number =>
  (Math.floor(now.getTime() / 60_000) + utcOffsetHours("WITA") * 60) % 1_440;
const isQuietAt = ({ quiet }: Preferences, now: Date): boolean => {
  if (quiet === null) return false;
  const minute = minuteInBalangan(now);
  const inside = (from: number, to: number) => minute >= from && minute < to;
  return quiet.from < quiet.to
    ? inside(quiet.from, quiet.to)
    : inside(quiet.from, 1_440) || inside(0, quiet.to);
};
const ofMail = `${groupOf["case.routed"]}/email` as const;
const mailIsGathered = (chosen: Preferences) => chosen.digested.includes(ofMail);
const mailIsOff = (chosen: Preferences) => chosen.muted.includes(ofMail);

const minute = fc.integer({ min: 0, max: 1_439 });
const preferences: fc.Arbitrary<Preferences> = fc
  .record({
    language: fc.constantFrom("id" as const, "en" as const),
    muted: fc.subarray([...choices]),
    digested: fc.subarray([...mailChoices]),
    digest: fc.record({ at: minute, days: fc.constantFrom("working" as const, "daily" as const) }),
    quiet: fc.option(
      fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to),
      { nil: null },
    ),
    emergenciesPass: fc.boolean(),
  })
  .map((chosen) => ({
    ...chosen,
    digested: chosen.digested.filter((one) => !chosen.muted.includes(one)),
  }));
const plain: Preferences = {
  ...{ language: "id", muted: [], digested: [], digest: { at: 420, days: "daily" } },
  ...{ quiet: null, emergenciesPass: false },
};
const muted: Preferences = { ...plain, muted: [ofMail] };
const gathered: Preferences = { ...plain, digested: [ofMail] };
/** All day but the minute after midnight. */
const quiet: Preferences = { ...plain, quiet: { from: 1, to: 0 } };
/** Each way out, some minutes apart: what is drawn at random meets the rare ones too seldom to count on. */
const surely = [0, 1, 2, 3].flatMap(
  (minutes): [Preferences, Preferences | null, number, number, boolean][] => [
    [plain, null, 0, minutes * 60_000, false],
    [muted, null, 0, minutes * 60_000, false],
    [gathered, null, 0, minutes * 60_000, false],
    [quiet, null, 0, minutes * 60_000, false],
    [plain, muted, 0, minutes * 60_000, false],
  ],
);
const hours = fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => minutes * 60_000);

/** What must have become of the mail. */
const expectedOf = (holds: Preferences, now: Date, isEmergency: boolean) => {
  if (mailIsOff(holds)) return "withdrawn";
  if (isEmergency && holds.emergenciesPass) return "sent";
  if (mailIsGathered(holds)) return "gathered";
  return isQuietAt(holds, now) ? "pending" : "sent";
};

describe("none against a preference", () => {
  it("whatever is chosen, changed on the way and swept: sent only when wanted and outside quiet hours", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    expect(version).toBeGreaterThan(0);
    const eventId = await eventOf(id, "case.routed");
    const seen = { sent: 0, pending: 0, gathered: 0, withdrawn: 0, unmade: 0 };
    await fc.assert(
      fc.asyncProperty(
        preferences,
        fc.option(preferences, { nil: null }),
        hours,
        hours,
        fc.boolean(),
        async (first, second, afterMs, laterMs, isEmergency) => {
          // Nobody may delete a notice: those of the run before are laid aside.
          await world.everything.notification.updateMany({
            where: { eventId },
            data: { eventId: randomUUID(), delivery: null },
          });
          await world.everything.case.update({ where: { id }, data: { isEmergency } });
          await choose(people.sector, first);
          const made = new Date(world.clock.now.getTime() + afterMs);
          const told = await notifyAudience(system(made), {
            eventId,
            audience: "holder",
            mail: "on",
          });
          expect(told.filter((t) => t.channel === "in-app")).toHaveLength(1);
          const mail = told.find((t) => t.channel === "email");
          expect(mail === undefined).toBe(mailIsOff(first));
          if (!mail) {
            seen.unmade += 1;
            return;
          }
          if (second) await choose(people.sector, second);
          const holds = second ?? first;
          const later = new Date(made.getTime() + laterMs);
          let sent = 0;
          const send = async () => {
            sent += 1;
            return "sent" as const;
          };
          await sendMail(
            system(later),
            { notificationId: mail.id },
            { publicUrl: "https://x.invalid", send },
          );
          const expected = expectedOf(holds, later, isEmergency);
          const row = await world.everything.notification.findUniqueOrThrow({
            where: { id: mail.id },
          });
          expect([row.delivery, sent]).toEqual([expected, expected === "sent" ? 1 : 0]);
          seen[expected] += 1;
        },
      ),
      { numRuns: 100, endOnFailure: true, examples: surely },
    );
    // Every way out was met, or the property says nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2);
  }, 120_000);
});

const nightly: Preferences = {
  ...defaultPreferences,
  quiet: { from: 20 * 60, to: 6 * 60 },
  emergenciesPass: false,
};
const localTime = (text: string) => new Date(`2026-11-24T${text}:00+08:00`);

describe("quiet hours", () => {
  it("hold a mail until they end, in the app it lands at once, and the sweep finds it in the morning", async () => {
    await choose(people.sector, nightly);
    const { id } = await journeyTo(people, "assigned");
    const evening = localTime("22:15");
    const told = await notifyAudience(system(evening), {
      eventId: await eventOf(id, "case.routed"),
      audience: "holder",
      mail: "on",
    });
    const mail = told.find((t) => t.channel === "email");
    expect(told.some((t) => t.channel === "in-app")).toBe(true);
    expect(mail?.dueAt?.toISOString()).toBe("2026-11-24T22:00:00.000Z");
    const waits = async (now: Date) =>
      (await listWaitingMails(system(now))).includes(mail?.id ?? "");
    expect(await waits(localTime("23:59"))).toBe(false);
    expect(await waits(new Date("2026-11-24T22:00:01Z"))).toBe(true);
  });

  it("taken back, let what waits go at once", async () => {
    await choose(people.sector, nightly);
    const { id } = await journeyTo(people, "assigned");
    const told = await notifyAudience(system(localTime("22:15")), {
      eventId: await eventOf(id, "case.routed"),
      audience: "holder",
      mail: "on",
    });
    const mail = told.find((t) => t.channel === "email");
    await choose(people.sector, all);
    expect(await listWaitingMails(system(localTime("22:30")))).toContain(mail?.id);
  });
});

describe("what a person chose", () => {
  it("is their own: kept once, read back, and changed by nobody else", async () => {
    await choose(people.sector, nightly);
    await choose(people.village, all);
    expect(await readPreferences(people.sector)).toEqual({ preferences: nightly, zone: "WITA" });
    expect((await readPreferences(people.triage)).preferences.muted).toEqual([]);
    const command = { clientActionId: randomUUID(), ...nightly, muted: [], digested: [] };
    await setPreferences(people.sector, command);
    await expect(
      setPreferences(people.sector, { ...command, emergenciesPass: true }),
    ).rejects.toMatchObject({ code: "CLIENT_ACTION_REUSED" });
  });

  it("does not reach a reader who lost the right to know while the mail waited", async () => {
    await choose(people.sector, nightly);
    const { id } = await journeyTo(people, "assigned");
    const told = await notifyAudience(system(localTime("22:15")), {
      eventId: await eventOf(id, "case.routed"),
      audience: "holder",
      mail: "on",
    });
    const mail = told.find((t) => t.channel === "email");
    await world.everything.case.update({ where: { id }, data: { leadParty: null } });
    const send = async () => "sent" as const;
    const morning = system(new Date("2026-11-24T22:00:01Z"));
    const outcome = await sendMail(
      morning,
      { notificationId: mail?.id ?? "" },
      { publicUrl: "https://x.invalid", send },
    );
    expect(outcome).toBe("not-mine");
    const row = await world.everything.notification.findUniqueOrThrow({
      where: { id: mail?.id ?? "" },
    });
    expect(row.delivery).toBe("withdrawn");
  });
});
