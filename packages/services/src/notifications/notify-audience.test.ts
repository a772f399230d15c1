import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../cases/add-note";
import { systemContext } from "../system-context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, paringinSelatan, type World } from "../testing/world";
import { notifyAudience } from "./notify-audience";
import { type MailOutcome, sendMail } from "./send-mail";
import {
  claimLimitMs,
  listWaitingMails,
  retryFailedMail,
  settleInterruptedMails,
} from "./settle-mails";

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

const system = (now: () => Date = () => world.clock.now) =>
  systemContext({ db: world.everything, reads: world.reads, keys: world.keys, demo: true, now });

const lastEvent = async (caseId: string, type: string) =>
  (
    await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${caseId}`, type },
      orderBy: { id: "desc" },
    })
  ).id;

const audiences = ["desk", "responsible", "holder", "village", "sender"] as const;
const tellAll = async (eventId: string) => {
  const told = new Set<string>();
  for (const audience of audiences) {
    for (const t of await notifyAudience(system(), { eventId, audience, mail: "on" }))
      told.add(t.recipientId);
  }
  return told;
};

const noted = async (audience: "internal" | "partner") => {
  const { id } = await journeyTo(people, "in_progress");
  await addNote(people.triage, {
    clientActionId: randomUUID(),
    caseId: id,
    audience,
    body: "Catatan",
  });
  return tellAll(await lastEvent(id, "case.note-added"));
};

describe("who is told", () => {
  it("tells the holder of a routed case once, however often the job runs", async () => {
    const { id } = await journeyTo(people, "assigned");
    const eventId = await lastEvent(id, "case.routed");
    const command = { eventId, audience: "holder", mail: "on" } as const;
    const first = await Promise.all([
      notifyAudience(system(), command),
      notifyAudience(system(), command),
    ]);
    expect(
      first
        .flat()
        .map((t) => t.channel)
        .sort(),
    ).toEqual(["email", "in-app"]);
    expect(await notifyAudience(system(), command)).toEqual([]);
    const row = await world.everything.notification.findFirstOrThrow({
      where: { eventId, channel: "in-app" },
    });
    expect(row).toMatchObject({
      kind: "case.routed",
      subject: `case/${id}`,
      recipientId: people.sector.actor.userId,
    });
    expect(Object.keys(row.params as object).sort()).toEqual([
      "categoryCode",
      "number",
      "villageCode",
    ]);
  });

  it("tells of an internal note neither the sector nor the village, of a partner's both", async () => {
    const internal = await noted("internal");
    expect(internal.has(people.sector.actor.userId)).toBe(false);
    expect(internal.has(people.village.actor.userId)).toBe(false);
    const partner = await noted("partner");
    expect(partner.has(people.sector.actor.userId)).toBe(true);
    expect(partner.has(people.village.actor.userId)).toBe(true);
  });

  it("tells nobody of their own act, and nobody whose account or assignment has ended", async () => {
    const { id } = await journeyTo(people, "received");
    const eventId = await lastEvent(id, "case.opened");
    expect((await tellAll(eventId)).has(people.triage.actor.userId)).toBe(false);
    const other = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    await world.everything.user.update({
      where: { id: other.actor.userId },
      data: { disabledAt: new Date() },
      select: { id: true },
    });
    const second = await journeyTo(people, "received");
    expect((await tellAll(await lastEvent(second.id, "case.opened"))).has(other.actor.userId)).toBe(
      false,
    );
  });

  it("goes by the case as it stands: a sector that has declined is told no more", async () => {
    const { id } = await journeyTo(people, "assigned");
    const eventId = await lastEvent(id, "case.routed");
    await (await import("../cases/decline-assignment")).declineAssignment(people.sector, {
      ...act(id, 2),
      reason: "Bukan kewenangan",
    });
    expect((await tellAll(eventId)).has(people.sector.actor.userId)).toBe(false);
  });
});

const newMail = async (): Promise<string> => {
  const { id } = await journeyTo(people, "assigned");
  const told = await notifyAudience(system(), {
    eventId: await lastEvent(id, "case.routed"),
    audience: "holder",
    mail: "on",
  });
  const mail = told.find((t) => t.channel === "email");
  if (!mail) throw new Error("no mail");
  return mail.id;
};
const deliveryOf = async (id: string) =>
  (await world.everything.notification.findUniqueOrThrow({ where: { id } })).delivery;
const publicUrl = "https://contoh.invalid";
const provider = (outcome: MailOutcome) => {
  const sent: { to: string; subject: string }[] = [];
  return {
    sent,
    route: {
      publicUrl,
      send: async (mail: { to: string; subject: string }) => {
        sent.push(mail);
        return outcome;
      },
    },
  };
};

describe("a mail", () => {
  it("is claimed by one of many and sent once, with nothing personal in its subject", async () => {
    const id = await newMail();
    const { sent, route } = provider("sent");
    await Promise.all(
      Array.from({ length: 5 }, () => sendMail(system(), { notificationId: id }, route)),
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toMatch(/^Kasus PRS-\d{4}-\d+-[A-Z0-9] diteruskan kepada Anda$/);
    expect(await deliveryOf(id)).toBe("sent");
  });

  it("that was interrupted becomes uncertain and is not sent again unasked", async () => {
    const id = await newMail();
    const dying = { publicUrl, send: () => Promise.reject(new Error("killed")) };
    await expect(sendMail(system(), { notificationId: id }, dying)).rejects.toThrow("killed");
    expect(await deliveryOf(id)).toBe("sending");
    await settleInterruptedMails(
      system(() => new Date(world.clock.now.getTime() + claimLimitMs + 1)),
    );
    expect(await deliveryOf(id)).toBe("uncertain");
    const { sent, route } = provider("sent");
    await retryFailedMail(system(), { notificationId: id });
    expect(await sendMail(system(), { notificationId: id }, route)).toBe("not-mine");
    expect(sent).toHaveLength(0);
  });

  it("that the provider refused for now waits again, one refused for good is failed until somebody asks", async () => {
    const id = await newMail();
    await expect(
      sendMail(system(), { notificationId: id }, provider("refused-for-now").route),
    ).rejects.toThrow("BUSY");
    expect(await deliveryOf(id)).toBe("pending");
    expect(
      await listWaitingMails(system(() => new Date(world.clock.now.getTime() + 60_000))),
    ).toContain(id);
    expect(await sendMail(system(), { notificationId: id }, provider("refused").route)).toBe(
      "failed",
    );
    expect(await retryFailedMail(system(), { notificationId: id })).toBe(1);
    expect(await sendMail(system(), { notificationId: id }, provider("sent").route)).toBe("sent");
  });

  it("in demo mode ends in the local mailbox and never leaves", async () => {
    const id = await newMail();
    expect(await sendMail(system(), { notificationId: id }, { publicUrl, send: null })).toBe(
      "sent",
    );
    const box = await world.everything.mailboxMessage.findMany({ where: { notificationId: id } });
    expect(box).toHaveLength(1);
    expect(box[0]?.body).toContain(`${publicUrl}/kasus/`);
  });
});
