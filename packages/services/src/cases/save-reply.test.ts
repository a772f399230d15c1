import { randomUUID } from "node:crypto";
import type { SaveReplyCommand } from "@rembuk/domain/cases/canned-replies";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { listReplies, listRepliesForCase } from "./reply-queries";
import { saveReply } from "./save-reply";

let world: World;
let people: Cast;
let admin: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
});
afterAll(() => world.drop());

const reply = (change: Partial<SaveReplyCommand> = {}): SaveReplyCommand => ({
  clientActionId: randomUUID(),
  areaCode: paringinSelatan,
  version: 0,
  use: "route",
  name: "LPM ke DPMD",
  categoryCode: "VIL-LPM",
  statuses: ["triaged"],
  texts: {
    instruction: "Dampingi Desa {desa}: {kategori}, kasus {nomor}, paling lambat {tenggat}.",
  },
  target: "DPMD",
  isActive: true,
  ...change,
});
const namesFor = async (ctx: ServiceContext, caseId: string) =>
  (await listRepliesForCase(ctx, { caseId })).map((r) => r.name);

describe("prepared replies", () => {
  it("ship with the product, each with words that its use takes", async () => {
    const all = await listReplies(admin, { areaCode: paringinSelatan });
    expect(all.length).toBeGreaterThanOrEqual(6);
    expect(new Set(all.map((r) => r.use))).toEqual(
      new Set(["note", "route", "resolve", "decline", "hold"]),
    );
  });

  it("are offered for their category and state, filled with the case's own words", async () => {
    await saveReply(admin, reply());
    const { id } = await journeyTo(people, "triaged");
    const offered = await listRepliesForCase(people.triage, { caseId: id });
    const own = offered.find((r) => r.name === "LPM ke DPMD");
    const kase = await world.everything.case.findUniqueOrThrow({ where: { id } });
    expect(own).toMatchObject({ use: "route", target: "DPMD" });
    expect(own?.texts.instruction).toBe(
      `Dampingi Desa Murung Abuin: Lembaga pemberdayaan (LPM/LKD), kasus ${kase.number}, paling lambat ${"Jumat, 11 Desember 2026"}.`,
    );
    const other = await journeyTo(people, "triaged", { categoryCode: "VIL-CAP" });
    expect(await namesFor(people.triage, other.id)).not.toContain("LPM ke DPMD");
    const received = await journeyTo(people, "received");
    expect(await namesFor(people.triage, received.id)).not.toContain("LPM ke DPMD");
  });

  it("of an area take the place of the shipped one there, and nowhere else", async () => {
    const shipped = (await listReplies(admin, { areaCode: paringinSelatan })).find(
      (r) => r.use === "decline" && r.areaCode === "",
    );
    const { clientActionId: _, ...command } = reply();
    await saveReply(admin, {
      ...command,
      clientActionId: randomUUID(),
      replyId: shipped?.id ?? null,
      use: "decline",
      name: "Tidak dipakai",
      texts: { reason: "Tidak dipakai" },
      categoryCode: null,
      statuses: [],
      target: null,
      isActive: false,
    });
    const here = await listReplies(admin, { areaCode: paringinSelatan });
    expect(here.some((r) => r.id === shipped?.id)).toBe(false);
    expect(here.find((r) => r.baseId === shipped?.id)).toMatchObject({ isActive: false });
    const otherAdmin = await world.contextFor("subdistrict-admin", halong);
    const there = await listReplies(otherAdmin, { areaCode: halong });
    expect(there.some((r) => r.id === shipped?.id)).toBe(true);
    const { id } = await journeyTo(people, "assigned");
    expect(await namesFor(people.sector, id)).not.toContain("Tidak dipakai");
  });

  it("keep a version: the second of two at once is refused", async () => {
    const { replyId } = await saveReply(admin, reply({ name: "Dua kali" }));
    const again = (version: number) =>
      saveReply(admin, reply({ replyId, version, name: "Dua kali lagi" }));
    expect((await again(1)).version).toBe(2);
    await expect(again(1)).rejects.toMatchObject({ code: "RULE_CHANGED_MEANWHILE" });
  });

  it("take no word that could name a person, no target without a route, nobody's hand but the area's", async () => {
    const refused = (ctx: ServiceContext, change: Partial<SaveReplyCommand>) =>
      saveReply(ctx, reply(change)).then(
        () => "saved",
        (error: { code: string }) => error.code,
      );
    const texts = { instruction: "Hubungi {nama}" };
    expect(await refused(admin, { texts })).toBe("REPLY_PLACEHOLDER_UNKNOWN");
    expect(await refused(admin, { target: "NOBODY" })).toBe("INPUT_INVALID");
    expect(await refused(admin, { use: "note", texts: { body: "x" } })).toBe("INPUT_INVALID");
    expect(await refused(people.triage, {})).toBe("FORBIDDEN");
    expect(await refused(admin, { areaCode: halong })).toBe("FORBIDDEN");
    await expect(world.db.$executeRaw`UPDATE canned_reply SET name = 'x'`).resolves.toBe(0);
  });

  it("are shown for no case that the reader may not read", async () => {
    const { id } = await journeyTo(people, "received");
    for (const ctx of [admin, await world.contextFor("triage-officer", halong)]) {
      await expect(listRepliesForCase(ctx, { caseId: id })).rejects.toMatchObject({
        code: "CASE_NOT_FOUND",
      });
    }
  });
});
