import { randomUUID } from "node:crypto";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { defaultPreferences } from "@rembuk/domain/notifications/preferences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { notifyAudience } from "../notifications/notify-audience";
import { type OutgoingMail, sendMail } from "../notifications/send-mail";
import { setPreferences } from "../notifications/set-preferences";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, paringinSelatan, paron, type World } from "../testing/world";
import { saveTemplate } from "./save-template";
import { showCase } from "./show-case";
import { listTemplates, loadTemplates, templateTexts } from "./template-queries";

let world: World;
let people: Cast;
let admin: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
});
afterAll(() => world?.drop());

type Change = Partial<Parameters<typeof saveTemplate>[1]>;
const save = (ctx: ServiceContext, change: Change = {}) =>
  saveTemplate(ctx, {
    clientActionId: randomUUID(),
    areaCode: paringinSelatan,
    key: "whatsapp",
    language: "id",
    version: 0,
    text: "Kabar dari {kecamatan}: laporan {nomor} {status}. Lihat {tautan}",
    ...change,
  });
const refused = async (ctx: ServiceContext, change: Change) => {
  try {
    await save(ctx, change);
    return null;
  } catch (error) {
    return isDomainError(error) ? error : error;
  }
};

describe("the wording of a message", () => {
  it("is the kecamatan's own from the next message on, versioned with who and when", async () => {
    expect(await save(admin)).toEqual({ version: 1 });
    const text = "Laporan {nomor} sekarang {status}. Baca di {tautan}";
    expect(await save(admin, { version: 1, text })).toEqual({ version: 2 });
    expect((await templateTexts(world.db, paringinSelatan, "whatsapp")).id).toBe(text);
    const { versions } = await listTemplates(admin, { areaCode: paringinSelatan });
    expect(versions.map((v) => [v.version, v.changedBy])).toEqual([
      [2, admin.actor.name],
      [1, admin.actor.name],
    ]);
    expect(versions[0]?.changedAt).toEqual(world.clock.now);
    const { id } = await journeyTo(people, "received");
    expect((await showCase(people.triage, { caseId: id })).relayTexts.id).toBe(text);
  });

  it("goes back to what ships, as a version too", async () => {
    await save(admin, { version: 2, text: null });
    expect((await templateTexts(world.db, paringinSelatan, "whatsapp")).id).toContain(
      "Cek perkembangannya",
    );
    const { versions } = await listTemplates(admin, { areaCode: paringinSelatan });
    expect(versions[0]).toMatchObject({ version: 3, text: null });
  });

  it("is not another kecamatan's, nor written from there or by who handles cases", async () => {
    const other = await world.contextFor("subdistrict-admin", paron);
    expect(await refused(other, {})).toMatchObject({ code: "FORBIDDEN" });
    expect(await refused(people.triage, {})).toMatchObject({ code: "FORBIDDEN" });
    await expect(listTemplates(other, { areaCode: paringinSelatan })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await save(admin, { key: "receipt", text: "Terima kasih sudah melapor." });
    expect((await templateTexts(world.db, paron, "receipt")).id).toContain("Simpan lembar ini");
  });

  it("refuses an unknown word by name, and lets one of two who edit at once be first", async () => {
    const error = await refused(admin, { language: "en", text: "Hello {nama}: {nomor} {tautan}" });
    expect(error).toMatchObject({
      code: "TEMPLATE_PLACEHOLDER_UNKNOWN",
      details: { words: ["nama"], allowed: ["nomor", "status", "tautan", "kecamatan"] },
    });
    const both = await Promise.allSettled([
      save(admin, { language: "en" }),
      save(admin, { language: "en" }),
    ]);
    expect(both.map((b) => b.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refused(admin, { language: "en", version: 7 })).toMatchObject({
      code: "RULE_CHANGED_MEANWHILE",
    });
  });

  it("answers the same act once", async () => {
    const clientActionId = randomUUID();
    const command = { clientActionId, key: "mail-late" as const, text: null };
    expect(await save(admin, command)).toEqual(await save(admin, command));
  });

  it("is kept by the database: nobody rewrites a version or writes for another area", async () => {
    await expect(world.db.$executeRaw`UPDATE message_template SET text = 'x'`).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      world.db
        .$executeRaw`INSERT INTO message_template (id, area_code, key, language, version, created_by_id, created_at)
        VALUES (gen_random_uuid(), ${paron}, 'receipt', 'id', 1, ${admin.actor.userId}::uuid, now())`,
    ).rejects.toThrow(/row-level security/);
  });
});

describe("a mail in the office's own words", () => {
  const mailTo = async (): Promise<OutgoingMail> => {
    const { id } = await journeyTo(people, "assigned");
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { subject: `case/${id}`, type: "case.routed" },
    });
    const system = systemContext({
      ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
      now: () => world.clock.now,
    });
    loadTemplates.forget(world.everything);
    const told = await notifyAudience(system, {
      eventId: event.id,
      audience: "holder",
      mail: "on",
    });
    const notificationId = told.find((t) => t.channel === "email")?.id ?? "";
    const sent: OutgoingMail[] = [];
    const send = async (mail: OutgoingMail) => {
      sent.push(mail);
      return "sent" as const;
    };
    await sendMail(system, { notificationId }, { publicUrl: "https://kasus.contoh.go.id", send });
    const [mail] = sent;
    if (!mail) throw new Error("no mail");
    return mail;
  };

  beforeAll(async () => {
    await world.everything.user.update({
      where: { id: people.sector.actor.userId },
      data: { email: "dpmd@contoh.invalid" },
      select: { id: true },
    });
  });

  it("has a subject that nobody can change, and tags are letters in a plain text", async () => {
    const text = "<script>alert(1)</script> {kecamatan}: {nomor} {peristiwa}. Buka {tautan}";
    await save(admin, { key: "mail-turn", text });
    const mail = await mailTo();
    expect(mail.subject).toMatch(/^Kasus PRS-\d{4}-\d+-\w diteruskan kepada Anda$/);
    expect(mail.text).toMatch(/^<script>alert\(1\)<\/script> Kecamatan Paringin Selatan: PRS-/);
    expect(Object.keys(mail).sort()).toEqual(["id", "subject", "text", "to"]);
  });

  it("is in the language that its reader chose", async () => {
    await setPreferences(people.sector, {
      ...defaultPreferences,
      ...{ clientActionId: randomUUID(), language: "en", muted: [], digested: [] },
    });
    const mail = await mailTo();
    expect(mail.subject).toMatch(/^Case PRS-\d{4}-\d+-\w was routed to you$/);
    expect(mail.text).toContain("Open the case: https://kasus.contoh.go.id/kasus/");
  });
});
