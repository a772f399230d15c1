import { randomUUID } from "node:crypto";
import {
  defaultPreferences,
  mailChoices,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saveTemplate } from "../cases/save-template";
import { loadTemplates } from "../cases/template-queries";
import type { ServiceContext } from "../context";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, paringinSelatan, paron, semen, type World } from "../testing/world";
import { claimDigest } from "./claim-digest";
import { notifyAudience } from "./notify-audience";
import { listWaitingDigests, planDigests } from "./plan-digests";
import { sendDigest } from "./send-digest";
import type { MailOutcome, OutgoingMail } from "./send-mail";
import { setPreferences } from "./set-preferences";
import { settleInterruptedMails } from "./settle-mails";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  await withAddress(people.sector);
});
afterAll(() => world?.drop());

const withAddress = (ctx: ServiceContext) =>
  world.everything.user.update({
    where: { id: ctx.actor.userId },
    data: { email: `${ctx.actor.userId}@contoh.invalid` },
    select: { id: true },
  });
const system = (now: Date) =>
  systemContext({
    db: world.everything,
    reads: world.reads,
    keys: world.keys,
    demo: true,
    now: () => now,
  });
const wishes: Preferences = { ...defaultPreferences, digested: mailChoices };
const choose = (ctx: ServiceContext, change: Partial<Preferences>) => {
  const chosen = { ...wishes, ...change };
  return setPreferences(ctx, {
    clientActionId: randomUUID(),
    ...chosen,
    muted: [...chosen.muted],
    digested: [...chosen.digested],
  });
};
/** On the wall of Balangan. The day is a Tuesday. */
const wall = (time: string, date = "2026-11-24") => new Date(`${date}T${time}+08:00`);

const sent: OutgoingMail[] = [];
const route = (outcome: MailOutcome = "sent") => ({
  publicUrl: "https://kasus.contoh.go.id",
  send: async (mail: OutgoingMail) => {
    sent.push(mail);
    return outcome;
  },
});
/** What the worker does each minute. */
const minute = async (now: Date, outcome: MailOutcome = "sent") => {
  await planDigests(system(now));
  const ids = await listWaitingDigests(system(now));
  for (const digestId of ids)
    await sendDigest(system(now), { digestId }, route(outcome)).catch(() => undefined);
};
/** A case that DPMD is told of, at a moment. */
const told = async (now: Date, by: Cast = people) => {
  const { id } = await journeyTo(by, "assigned");
  const event = await world.everything.domainEvent.findFirstOrThrow({
    where: { subject: `case/${id}`, type: "case.routed" },
  });
  await notifyAudience(system(now), { eventId: event.id, audience: "holder", mail: "on" });
  return world.everything.case.findUniqueOrThrow({
    where: { id },
    select: { id: true, number: true },
  });
};
const deliveries = async (caseId: string) =>
  (
    await world.everything.notification.findMany({
      where: { subject: `case/${caseId}`, channel: "email", kind: "case.routed" },
    })
  ).map((row) => row.delivery);
const digests = () => world.everything.mailDigest.findMany({ orderBy: { localDay: "asc" } });

beforeEach(async () => {
  sent.length = 0;
  // Nobody may delete: what the test before left is laid aside, its days long ago.
  await world.everything
    .$executeRaw`UPDATE mail_digest SET delivery = 'missed', local_day = date '1900-01-01' + (random() * 40000)::int WHERE local_day > '2026-01-01'`;
  await world.everything
    .$executeRaw`UPDATE notification SET delivery = 'withdrawn' WHERE delivery IN ('gathered', 'pending')`;
  await choose(people.sector, {});
});
const standing = async () => (await digests()).filter((d) => d.localDay > new Date("2026-01-01"));

describe("a daily digest", () => {
  it("gathers what came since and leaves once, at the hour, with counts and numbers alone", async () => {
    const one = await told(wall("10:00", "2026-11-23"));
    const two = await told(wall("16:00", "2026-11-23"));
    expect(await deliveries(one.id)).toEqual(["gathered"]);
    await minute(wall("06:59:00"));
    expect(sent).toEqual([]);
    for (const time of ["07:00:00", "07:01:00", "12:00:00", "23:59:00"]) await minute(wall(time));
    expect(sent).toHaveLength(1);
    const [mail] = sent;
    expect(mail?.subject).toBe("Ringkasan Rembuk Selasa, 24 November 2026");
    expect(mail?.text).toContain("Giliran Anda: 2 kasus");
    for (const { number } of [one, two]) expect(mail?.text).toContain(number);
    expect(mail?.text).not.toMatch(/LPM|Pengurus|Murung/);
    expect(await deliveries(one.id)).toEqual(["digested"]);
    expect((await standing()).map((d) => d.delivery)).toEqual(["sent"]);
  });

  it("leaves what came after its hour for the next day, and is not sent empty", async () => {
    await minute(wall("07:00:00"));
    await told(wall("09:00:00"));
    await minute(wall("09:01:00"));
    expect([sent.length, (await standing()).length]).toEqual([0, 0]);
    await minute(wall("07:00:00", "2026-11-25"));
    expect(sent).toHaveLength(1);
  });

  it("is one for two workers in the same minute", async () => {
    await told(wall("05:00:00"));
    const now = wall("07:00:00");
    await Promise.all([planDigests(system(now)), planDigests(system(now))]);
    const [id = ""] = await listWaitingDigests(system(now));
    const ends = await Promise.all([
      sendDigest(system(now), { digestId: id }, route()),
      sendDigest(system(now), { digestId: id }, route()),
    ]);
    expect(ends.sort()).toEqual(["not-mine", "sent"]);
    expect([sent.length, (await standing()).length]).toEqual([1, 1]);
  });

  it("comes late after an outage across its hour, and the next at the usual one", async () => {
    await told(wall("05:00:00"));
    await minute(wall("13:40:00"));
    await told(wall("14:00:00"));
    await minute(wall("18:00:00"));
    expect(sent).toHaveLength(1);
    await minute(wall("07:00:00", "2026-11-25"));
    expect(sent).toHaveLength(2);
  });

  it("is not sent again when the clock is put back, nor when it jumps ahead", async () => {
    await told(wall("05:00:00"));
    await minute(wall("07:00:00"));
    await told(wall("05:30:00"));
    await minute(wall("06:00:00"));
    await minute(wall("07:00:00"));
    expect(sent).toHaveLength(1);
    await minute(wall("07:00:00", "2026-11-26"));
    await minute(wall("07:30:00", "2026-11-24"));
    await minute(wall("07:30:00", "2026-11-26"));
    expect(sent).toHaveLength(2);
  });

  it("that a worker was killed over is uncertain, and its lines come in no other", async () => {
    const kase = await told(wall("05:00:00"));
    const now = wall("07:00:00");
    await planDigests(system(now));
    const [id = ""] = await listWaitingDigests(system(now));
    expect(await claimDigest(system(now), id)).not.toBeNull();
    // Here it dies: claimed, and nobody knows whether it left.
    await minute(wall("07:01:00"));
    await settleInterruptedMails(system(wall("07:02:00")));
    await minute(wall("07:03:00"));
    await minute(wall("07:00:00", "2026-11-25"));
    expect(sent).toEqual([]);
    expect((await standing()).map((d) => d.delivery)).toEqual(["uncertain"]);
    expect(await deliveries(kase.id)).toEqual(["digested"]);
  });

  it("that the provider refused is composed anew, and on its last day stands in the next", async () => {
    const kase = await told(wall("05:00:00"));
    await minute(wall("07:00:00"), "refused-for-now");
    expect(await deliveries(kase.id)).toEqual(["gathered"]);
    expect((await standing()).map((d) => d.delivery)).toEqual(["pending"]);
    await minute(wall("07:00:00", "2026-11-25"));
    expect((await standing()).map((d) => d.delivery)).toEqual(["missed", "sent"]);
    expect(sent.at(-1)?.text).toContain(kase.number);
  });

  it("refused for good, leaves its lines to the next day", async () => {
    const kase = await told(wall("05:00:00"));
    await minute(wall("07:00:00"), "refused");
    expect((await standing()).map((d) => d.delivery)).toEqual(["failed"]);
    expect(await deliveries(kase.id)).toEqual(["gathered"]);
  });
});

describe("what a digest tells", () => {
  it("is asked when it is composed: a right lost since is neither listed nor counted", async () => {
    const kept = await told(wall("05:00:00"));
    const lost = await told(wall("05:10:00"));
    await world.everything.case.update({ where: { id: lost.id }, data: { leadParty: null } });
    await minute(wall("07:00:00"));
    expect(sent[0]?.text).toContain("Giliran Anda: 1 kasus");
    expect(sent[0]?.text).toContain(kept.number);
    expect(sent[0]?.text).not.toContain(lost.number);
    expect(await deliveries(lost.id)).toEqual(["withdrawn"]);
  });

  it("is nothing when nothing may be opened any more", async () => {
    const lost = await told(wall("05:00:00"));
    await world.everything.case.update({ where: { id: lost.id }, data: { leadParty: null } });
    await minute(wall("07:00:00"));
    expect(sent).toEqual([]);
    expect((await standing()).map((d) => d.delivery)).toEqual(["empty"]);
  });

  it("names a case turned secret only to whom it stays open, and never in its subject", async () => {
    const secret = await told(wall("05:00:00"));
    await world.everything.case.update({ where: { id: secret.id }, data: { isSecret: true } });
    await minute(wall("07:00:00"));
    expect(sent[0]?.subject).toBe("Ringkasan Rembuk Selasa, 24 November 2026");
    await world.everything.case.update({
      where: { id: (await told(wall("08:00:00"))).id },
      data: { isSupervisory: true, isSecret: true },
    });
    await minute(wall("07:00:00", "2026-11-25"));
    expect(sent).toHaveLength(1);
  });
});

describe("the wording of a digest", () => {
  it("is that of the office where its reader serves, from the next one on", async () => {
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    const desk = people.triage;
    await withAddress(desk);
    await choose(desk, {});
    const text = "Rekap {hari} dari Paringin Selatan.\n{daftar}\n{tautan} {akun}";
    await saveTemplate(admin, {
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan, key: "mail-digest" },
      ...{ language: "id", version: 0, text },
    });
    const { id } = await journeyTo(people, "received", {}, people.village);
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${id}`, type: "case.opened" },
    });
    const now = wall("05:00:00");
    await notifyAudience(system(now), { eventId: event.id, audience: "desk", mail: "on" });
    // Another kabupaten-wide reader keeps what ships: DPMD serves no kecamatan.
    await told(now);
    loadTemplates.forget(world.everything);
    await minute(wall("07:00:00"));
    const of = (ctx: ServiceContext) =>
      sent.find((mail) => mail.to === `${ctx.actor.userId}@contoh.invalid`)?.text;
    expect(of(desk)).toContain("Rekap Selasa, 24 November 2026 dari Paringin Selatan.\nGiliran");
    expect(of(desk)).toContain("https://kasus.contoh.go.id/akun");
    expect(of(people.sector)).toContain("Kabar kasus yang boleh Anda buka");
  });
});

describe("no digest against a preference", () => {
  it("goes to who took it back: what was gathered is a mail of its own, or none", async () => {
    const kase = await told(wall("05:00:00"));
    await choose(people.sector, { digested: [] });
    expect(await deliveries(kase.id)).toEqual(["pending"]);
    await minute(wall("07:00:00"));
    expect(sent).toEqual([]);
  });

  it("is sent on a free day, unless each day was chosen", async () => {
    await told(wall("05:00:00", "2026-11-28"));
    await minute(wall("07:00:00", "2026-11-28"));
    expect(sent).toEqual([]);
    await choose(people.sector, { digest: { at: 7 * 60 + 30, days: "daily" } });
    await told(wall("06:00:00", "2026-11-28"));
    await minute(wall("07:29:00", "2026-11-28"));
    expect(sent).toEqual([]);
    await minute(wall("07:30:00", "2026-11-28"));
    expect(sent).toHaveLength(1);
  });

  it("leaves in quiet hours: late after an outage it waits for the next day", async () => {
    await choose(people.sector, { quiet: { from: 20 * 60, to: 5 * 60 } });
    await told(wall("06:00:00"));
    await minute(wall("20:30:00"));
    expect(sent).toEqual([]);
    await minute(wall("07:00:00", "2026-11-25"));
    expect(sent).toHaveLength(1);
  });

  it("waits for the hour that its reader chose while it was queued", async () => {
    await told(wall("05:00:00"));
    await planDigests(system(wall("07:00:00")));
    await choose(people.sector, { digest: { at: 15 * 60, days: "working" } });
    await told(wall("07:00:30"));
    await minute(wall("07:01:00"));
    expect(sent).toEqual([]);
    await minute(wall("15:00:00"));
    expect(sent).toHaveLength(1);
  });
});

describe("the hour", () => {
  it("is that of where a person serves: Paron an hour after Balangan", async () => {
    const triage = await world.contextFor("triage-officer", paron);
    const village = await world.contextFor("village-officer", semen);
    await withAddress(triage);
    await choose(triage, {});
    const { openCase } = await import("../cases/open-case");
    const { openCommand } = await import("../testing/case-journey");
    const { id } = await openCase(village, openCommand({ villageCode: semen }));
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${id}`, type: "case.opened" },
    });
    const command = { eventId: event.id, audience: "desk", mail: "on" } as const;
    await notifyAudience(system(wall("05:00:00")), command);
    await minute(wall("07:30:00"));
    expect(sent).toEqual([]);
    await minute(wall("08:00:00"));
    expect(sent.map((mail) => mail.to)).toEqual([`${triage.actor.userId}@contoh.invalid`]);
  });
});
