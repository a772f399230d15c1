import { randomUUID } from "node:crypto";
import type { RecordMeetingCommand } from "@rembuk/domain/meetings/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { requestMinutes } from "../reports/request-paper";
import { openCommand } from "../testing/case-journey";
import { at, createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { issueDecree } from "../trips/issue-decree";
import { finishAction } from "./finish-action";
import { linkActionCase } from "./link-action-case";
import { readMinutes } from "./minutes-queries";
import { listMeetings } from "./queries";
import { recordMeeting } from "./record-meeting";

let world: World;
let kasi: ServiceContext;
let camat: ServiceContext;
const key = () => ({ clientActionId: randomUUID() });
const told = (change: Partial<RecordMeetingCommand> = {}): RecordMeetingCommand => ({
  ...{ ...key(), subdistrictCode: halong, sectorCode: "KASI_KESSOS", programYear: 2026 },
  ...{ subject: "Penentuan inovasi bidang kesejahteraan sosial", heldOn: "2026-01-12" },
  ...{ place: "Aula kecamatan", chair: "Sekretaris Camat" },
  attendees: [
    { name: "Rusmiati (fiktif)", position: "Kasi Kessos", element: "office" },
    { name: "Siti Aminah (fiktif)", position: "Bidan", element: "health" },
  ],
  minutes: "Disepakati pelayanan diantar ke desa setiap bulan, dimulai dari desa terjauh.",
  decisions: [
    { decision: "Menyiapkan rancangan SK tim", owner: "Kasi Kessos", dueOn: "2026-01-31" },
    { decision: "Menghubungi desa lewat radio", owner: "Operator", dueOn: null },
  ],
  ...change,
});
const refused = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  world = await createWorld();
  world.clock.now = at("2026-02-10 09:00");
  kasi = await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" });
  camat = await world.contextFor("subdistrict-head", halong);
});
afterAll(() => world.drop());

describe("a meeting by field", () => {
  it("is recorded once with its people, minutes and decisions, under the SK of its program", async () => {
    const { decreeId } = await issueDecree(camat, {
      ...{ ...key(), subdistrictCode: halong, number: "188.45/7/2026", issuedOn: "2026-02-01" },
      ...{ startsOn: "2026-02-01", endsOn: "2026-12-31", subject: "Tim PAK SOTARSA" },
      procedure: "SOP versi 2",
      members: [{ name: "Rusmiati (fiktif)", position: "Kasi", team: "pelaksana" }],
    });
    const command = told({ decreeId });
    const first = await recordMeeting(kasi, command);
    expect(await recordMeeting(kasi, command)).toEqual(first);
    const { items, mayRecord } = await listMeetings(camat, { subdistrictCode: halong });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ decreeNumber: "188.45/7/2026", programYear: 2026, heldOn: "2026-01-12" },
      minutes: command.minutes,
      actions: [
        { owner: "Kasi Kessos", dueOn: "2026-01-31", state: "late" },
        { owner: "Operator", dueOn: null, state: "open" },
      ],
    });
    expect(mayRecord).toBe(false);
    const raw = await world.everything.meeting.findMany();
    expect(Buffer.from(raw[0]?.minutesSealed ?? []).toString("latin1")).not.toContain("Disepakati");
    const events = await world.everything.domainEvent.findMany({
      where: { type: "meeting.recorded" },
    });
    expect(events.map((one) => one.payload)).toEqual([
      { sectorCode: "KASI_KESSOS", attendees: 2, decisions: 2 },
    ]);
  });

  it("has decisions that somebody finishes, once, on a day that has been", async () => {
    const page = await listMeetings(kasi, { subdistrictCode: halong });
    const actionId = page.items[0]?.actions[0]?.id ?? "";
    const finish = (doneOn: string, ctx = kasi) =>
      finishAction(ctx, { ...key(), actionId, words: "SK ditandatangani camat", doneOn });
    expect(await refused(finish("2026-02-11"))).toBe("MEETING_NOT_HELD");
    expect(await refused(finish("2026-01-11"))).toBe("MEETING_NOT_HELD");
    expect(await refused(finish("2026-02-01", camat))).toBe("FORBIDDEN");
    await finish("2026-02-01");
    expect(await refused(finish("2026-02-02"))).toBe("MEETING_ACTION_DONE");
    const after = await listMeetings(kasi, { subdistrictCode: halong });
    expect(after.items[0]?.actions[0]).toMatchObject({
      ...{ state: "done", doneOn: "2026-02-01", doneWords: "SK ditandatangani camat" },
    });
  });

  it("has decisions that become a case, named to who opens it", async () => {
    const desk = await world.contextFor("triage-officer", halong);
    const plain = await openCase(desk, openCommand({ villageCode: liyu }));
    const secret = await openCase(desk, openCommand({ villageCode: liyu, privacy: "SECRET" }));
    const actions = async (ctx: ServiceContext) =>
      (await listMeetings(ctx, { subdistrictCode: halong })).items[0]?.actions ?? [];
    const [done, open] = await actions(desk);
    const link = (number: string, ctx = desk, actionId = open?.id ?? "") =>
      refused(linkActionCase(ctx, { ...key(), actionId, number }));
    expect(await link(plain.number, camat)).toBe("FORBIDDEN");
    const far = await world.contextFor("triage-officer", paringinSelatan);
    expect(await link(plain.number, far)).toBe("MEETING_NOT_FOUND");
    const elsewhere = await openCase(far, openCommand({}));
    for (const number of ["HLG-2026-9999-X", elsewhere.number, secret.number])
      expect(await link(number, kasi)).toBe("LINKED_CASE_UNKNOWN");
    expect(await link(plain.number, desk, done?.id)).toBe("MEETING_ACTION_DONE");
    expect(await link(plain.number.toLowerCase())).toBe("done");
    expect(await link(plain.number)).toBe("MEETING_ACTION_DONE");
    const shown = (await actions(desk))[1];
    expect(shown).toMatchObject({ kase: { number: plain.number, status: "received" } });
    // Of another section: it reads the meeting, and not this case.
    const other = await world.contextFor("section-head", halong, { sectorCode: "KASI_TRANTIB" });
    expect((await actions(other))[1]?.kase).toBe("hidden");
    const events = await world.everything.domainEvent.findMany({
      where: { type: "meeting.action-linked" },
    });
    expect(events).toHaveLength(1);
  });

  it("has minutes for a paper, for who reads the office's meetings", async () => {
    const page = await listMeetings(camat, { subdistrictCode: halong });
    const meetingId = page.items[0]?.id ?? "";
    const { meeting, office } = await readMinutes(camat, meetingId);
    expect(meeting).toEqual(page.items[0]);
    expect(office.subdistrictCode).toBe(halong);
    const asked = await requestMinutes(camat, { ...key(), meetingId });
    const paper = await world.everything.paper.findUnique({ where: { id: asked.paperId } });
    expect(paper).toMatchObject({ kind: "meeting-minutes", areaCode: halong, meetingId });
    const other = await world.contextFor("triage-officer", paringinSelatan);
    for (const ctx of [other, await world.contextFor("village-head", liyu)])
      expect(await refused(requestMinutes(ctx, { ...key(), meetingId }))).toBe("MEETING_NOT_FOUND");
    expect(await refused(readMinutes(camat, randomUUID()))).toBe("MEETING_NOT_FOUND");
  });

  it("is the office's own, and not of a day to come, of no field or of another's SK", async () => {
    expect(await refused(recordMeeting(kasi, told({ heldOn: "2026-02-11" })))).toBe(
      "MEETING_NOT_HELD",
    );
    expect(await refused(recordMeeting(kasi, told({ sectorCode: "TIDAK_ADA" })))).toBe(
      "INPUT_INVALID",
    );
    expect(await refused(recordMeeting(kasi, told({ decreeId: randomUUID() })))).toBe(
      "INPUT_INVALID",
    );
    expect(await refused(recordMeeting(camat, told()))).toBe("FORBIDDEN");
    const other = await world.contextFor("triage-officer", paringinSelatan);
    expect(await refused(recordMeeting(other, told()))).toBe("FORBIDDEN");
    expect(await refused(listMeetings(other, { subdistrictCode: halong }))).toBe("FORBIDDEN");
    const page = await listMeetings(kasi, { subdistrictCode: halong });
    const actionId = page.items[0]?.actions[1]?.id ?? "";
    const words = { ...key(), actionId, words: "Sudah selesai", doneOn: "2026-02-01" };
    expect(await refused(finishAction(other, words))).toBe("MEETING_NOT_FOUND");
    const village = await world.contextFor("village-head", "63.11.02.2014");
    expect(await refused(listMeetings(village, { subdistrictCode: halong }))).toBe("FORBIDDEN");
  });

  it("is listed page by page, the latest first", async () => {
    for (let day = 1; day <= 22; day += 1)
      await recordMeeting(kasi, told({ heldOn: `2025-03-${String(day).padStart(2, "0")}` }));
    const first = await listMeetings(kasi, { subdistrictCode: halong });
    expect(first.items).toHaveLength(20);
    const { nextCursor: cursor } = first;
    const rest = await listMeetings(kasi, { subdistrictCode: halong, cursor });
    expect(rest.items).toHaveLength(3);
    expect(rest.nextCursor).toBeNull();
  });
});
