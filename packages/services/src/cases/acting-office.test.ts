import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/audit-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { issueLetter } from "../letters/issue-letter";
import { listLetters } from "../letters/queries";
import { saveLetter } from "../letters/save-letter";
import { voidLetter } from "../letters/void-letter";
import { recordAbsence } from "../staff/record-absence";
import { loadActors } from "../staff/running-queries";
import { act, type Cast, cast, journeyTo, openCommand } from "../testing/case-journey";
import { at, createWorld, paringinSelatan, type World } from "../testing/world";
import { mergeCases } from "./merge-cases";
import { openCase } from "./open-case";
import { referCase } from "./refer-case";
import { showCase } from "./show-case";
import { splitCase } from "./split-case";
import { undoMerge } from "./undo-merge";

let world: World;
let people: Cast;
let admin: ServiceContext;
/** A Kasi who stands in for the camat (Plh.), and another one for the desk (Plt.). */
let asHead: ServiceContext;
let asDesk: ServiceContext;

const head = { kind: "plh", role: "subdistrict-head", letterNumber: "800/41/KEC-PRS/2026" };
const desk = { kind: "plt", role: "triage-officer", letterNumber: "800/42/KEC-PRS/2026" };

const standIn = async (sectorCode: string, absent: ServiceContext, as: typeof head) => {
  const stand = await world.contextFor("section-head", paringinSelatan, { sectorCode });
  await recordAbsence(admin, {
    clientActionId: randomUUID(),
    assignmentId: absent.actor.assignments[0]?.id ?? "",
    substituteId: stand.actor.userId,
    acting: as.kind as "plh" | "plt",
    reason: "leave",
    letterNumber: as.letterNumber,
    startsOn: "2026-11-24",
    endsOn: "2026-11-26",
  });
  const actors = await inTransaction(stand, (tx) =>
    loadActors(tx, [stand.actor.userId], world.clock.now),
  );
  const actor = actors.get(stand.actor.userId);
  if (!actor) throw new Error("no actor");
  return world.contextOf(actor);
};

beforeAll(async () => {
  world = await createWorld();
  world.clock.now = at("2026-11-24 09:00");
  people = await cast(world);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  asHead = await standIn("KASI_KESSOS", people.head, head);
  asDesk = await standIn("KASI_TRANTIB", people.triage, desk);
});
afterAll(() => world?.drop());

/** Both tell the same: the story of the case and the audit. */
const actingOf = async (caseId: string, type: string) => {
  const shown = await showCase(people.triage, { caseId });
  const { items } = await listAudit(admin, { subdistrictCode: paringinSelatan, limit: 100 });
  const inAudit = items.filter((item) => item.subject === shown.number && item.type === type);
  const inStory = shown.timeline.filter((entry) => entry.type === type);
  expect(inAudit.map((item) => item.acting)).toEqual(inStory.map((e) => e.acting));
  expect(inStory.length).toBeGreaterThan(0);
  return inStory.map((entry) => entry.acting);
};
const open = () => openCase(people.triage, openCommand());

describe("an act in an office held for another is named in story and audit", () => {
  it("issuing a letter and taking it back; not the desk's own draft and scan", async () => {
    const { id } = await journeyTo(people, "assigned");
    const { proposals } = await listLetters(people.triage, { caseId: id });
    const content = proposals?.disposition;
    if (!content) throw new Error("no proposal");
    const draft = () =>
      saveLetter(people.triage, {
        clientActionId: randomUUID(),
        caseId: id,
        kind: "disposition",
        content,
      });
    const seen = (letter: { letterId: string; version: number }) => ({
      ...{ clientActionId: randomUUID(), caseId: id },
      ...{ letterId: letter.letterId, version: letter.version },
    });
    await issueLetter(people.head, seen(await draft()));
    const issued = await issueLetter(asHead, seen(await draft()));
    await voidLetter(asHead, { ...seen(issued), reason: "Salah alamat" });
    expect(await actingOf(id, "case.letter-issued")).toEqual([head, null]);
    expect(await actingOf(id, "case.letter-voided")).toEqual([head]);
  });

  it("merging and its undoing, on both cases", async () => {
    const [survivor, duplicate] = [await open(), await open()];
    const merged = await mergeCases(asHead, {
      ...act(duplicate.id, 0),
      intoNumber: survivor.number,
      reason: "Masalah yang sama",
    });
    expect(await actingOf(duplicate.id, "case.merged")).toEqual([head]);
    expect(await actingOf(survivor.id, "case.joined")).toEqual([head]);
    await undoMerge(asDesk, { ...act(duplicate.id, merged.version), reason: "Dua masalah" });
    expect(await actingOf(duplicate.id, "case.unmerged")).toEqual([desk]);
  });

  it("splitting, on the first case and on the second", async () => {
    const { id } = await open();
    const { childId } = await splitCase(asDesk, {
      ...act(id, 0),
      categoryCode: "CIV-ID",
      title: "KTP belum jadi",
      description: "Sudah tiga bulan.",
      reason: "Dua masalah",
    });
    expect(await actingOf(id, "case.split")).toEqual([desk]);
    expect(await actingOf(childId, "case.opened")).toEqual([desk]);
  });

  it("referring; what their own office permits stays their own act", async () => {
    const { id, version } = await journeyTo(people, "in_progress");
    const wish = { asked: "Mohon bantuan", mandatory: false, limitDays: 2 };
    const first = await referCase(asDesk, {
      ...act(id, version),
      referrals: [{ ...wish, target: "DINKES" }],
    });
    const kasi = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_PMD",
    });
    await referCase(kasi, {
      ...act(id, first.version),
      referrals: [{ ...wish, target: "DISDIKBUD" }],
    });
    expect(await actingOf(id, "case.referred")).toEqual([null, desk]);
  });
});
