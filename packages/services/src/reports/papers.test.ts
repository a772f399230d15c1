import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FamilyTable } from "../beneficiaries/export-families";
import { saveHousehold } from "../beneficiaries/save-household";
import type { ServiceContext } from "../context";
import { type FileContext, openFileParts } from "../integrations/file-parts";
import { countByKey } from "../kernel/sealed-columns";
import { systemContext } from "../system-context";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import {
  createWorld,
  halong,
  lingsir,
  liyu,
  murungAbuin,
  paringinSelatan,
  semen,
  type World,
} from "../testing/world";
import { cancelPaper } from "./cancel-paper";
import { checkPaper } from "./check-paper";
import type { CaseTable } from "./export-cases";
import type { MeetingFacts } from "./meeting-queries";
import { openPaper } from "./open-paper";
import { listPapers } from "./paper-queries";
import { type DrawPapers, type PaperHead, renderPaper } from "./render-paper";
import {
  requestCaseTable,
  requestFamilyTable,
  requestMeetingSheet,
  requestVillageSheet,
} from "./request-paper";
import { readVillageSheet, type VillageSheet } from "./village-queries";
import { wipePapers } from "./wipe-papers";

let world: World;
let people: Cast;
const directory = mkdtempSync(join(tmpdir(), "rembuk-papers-"));
const files = openFileParts({ directory, s3: null, clamd: null });
const secretTitle = "Kenari rahasia";
const nik = "9999014101900077";

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
  await journeyTo(people, "resolved", { title: "Titian lapuk" });
  await journeyTo(people, "received", {
    title: "Lampu jalan",
    reporter: { name: "Kenarina Belang", nik, phone: "086000000177" },
  });
  await journeyTo(people, "received", { title: secretTitle, privacy: "SECRET" });
  await journeyTo(people, "received", { title: "Kenari pengawasan", categoryCode: "SUP-FRAUD" });
  const other = await world.contextFor("triage-officer", halong);
  await journeyTo(people, "received", { title: "Kenari Halong", villageCode: liyu }, other);
});
afterAll(async () => {
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
});

const act = () => ({ clientActionId: randomUUID() });
const worker = (): FileContext => ({
  ...systemContext({
    ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
    now: () => world.clock.now,
  }),
  files,
});

/** Keeps what it was given to draw. */
const drawing = () => {
  const seen: {
    head?: PaperHead;
    facts?: MeetingFacts;
    sheet?: VillageSheet;
    table?: CaseTable;
    families?: FamilyTable;
  } = {};
  const bytes = async () => new Uint8Array([1, 2, 3]);
  const draw: DrawPapers = {
    meetingSheet: (head, facts) => {
      Object.assign(seen, { head, facts });
      return bytes();
    },
    villageSheet: (head, sheet) => {
      Object.assign(seen, { head, sheet });
      return bytes();
    },
    tripOrder: (head) => {
      Object.assign(seen, { head });
      return bytes();
    },
    handoverSheet: (head) => {
      Object.assign(seen, { head });
      return bytes();
    },
    handoverRecord: (head) => {
      Object.assign(seen, { head });
      return bytes();
    },
    innovationReport: (head, { rows }) => {
      Object.assign(seen, { head, rows });
      return bytes();
    },
    innovationProposal: bytes,
    innovationTable: bytes,
    coachingInvitation: bytes,
    coachingReport: bytes,
    meetingMinutes: bytes,
    recipientList: (head) => {
      Object.assign(seen, { head });
      return bytes();
    },
    tripReport: (head) => {
      Object.assign(seen, { head });
      return bytes();
    },
    loadingList: (head) => {
      Object.assign(seen, { head });
      return bytes();
    },
    familyTable: (head, families) => {
      Object.assign(seen, { head, families });
      return bytes();
    },
    caseTable: (head, table) => {
      Object.assign(seen, { head, table });
      return bytes();
    },
  };
  return { seen, draw };
};

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    return isDomainError(error) ? error.code : `fault: ${String(error)}`;
  }
};

const made = async (ctx: ServiceContext, paperId: string) => {
  const { seen, draw } = drawing();
  expect(await renderPaper(worker(), paperId, draw)).toBe(true);
  const paper = (await listPapers(ctx)).find((one) => one.id === paperId);
  if (!paper) throw new Error("not in the list");
  return { seen, paper };
};

describe("Bahan rapat", () => {
  it("holds what the asker may open, names no secret case and no reporter", async () => {
    const { paperId } = await requestMeetingSheet(people.head, { ...act(), periodDays: 30 });
    const { seen, paper } = await made(people.head, paperId);
    expect(paper).toMatchObject({
      kind: "meeting-sheet",
      status: "ready",
      areaCode: paringinSelatan,
    });
    expect(seen.head).toMatchObject({ madeBy: { role: "subdistrict-head" }, zone: "WITA" });
    // The camat without clearance counts the two ordinary ones alone.
    expect(seen.facts?.board.open).toBe(2);
    expect(seen.facts?.period).toMatchObject({ received: 2, settled: 1 });
    expect(JSON.stringify(seen)).not.toMatch(/Kenari|9999014101900077|086000000177/);
    expect(seen.facts?.places.find((p) => p.code === murungAbuin)?.asks[0]?.cases).toBe(2);
  });

  it("counts a secret case for who is cleared, and names it for nobody", async () => {
    const cleared = await world.contextFor("subdistrict-head", paringinSelatan, {
      clearance: true,
    });
    const { paperId } = await requestMeetingSheet(cleared, { ...act(), periodDays: 7 });
    const { seen } = await made(cleared, paperId);
    expect(seen.facts?.board.open).toBe(3);
    const { late, unowned, escalated, places } = seen.facts as MeetingFacts;
    expect(JSON.stringify({ late, unowned, escalated, places })).not.toContain("Kenari");
  });

  it("is refused to who has no board", async () => {
    const reporter = await world.contextFor("reporter", murungAbuin);
    expect(await codeOf(requestMeetingSheet(reporter, { ...act(), periodDays: 7 }))).toBe(
      "FORBIDDEN",
    );
  });

  it("of a village holds its own cases alone", async () => {
    const { paperId } = await requestMeetingSheet(people.village, { ...act(), periodDays: 7 });
    const { seen } = await made(people.village, paperId);
    expect(seen.facts?.places.map((place) => place.code)).toEqual([murungAbuin]);
    expect(seen.facts?.board.open).toBe(2);
  });

  it("asked for twice under one act it is one", async () => {
    const command = { ...act(), periodDays: 90 as const };
    const first = await requestMeetingSheet(people.triage, command);
    expect(await requestMeetingSheet(people.triage, command)).toEqual(first);
    await cancelPaper(people.triage, { ...act(), paperId: first.paperId });
  });
});

describe("Lembar desa", () => {
  it("is the village's and its office's, with what is missing as missing", async () => {
    const sheet = await readVillageSheet(people.village, { villageCode: murungAbuin });
    expect(sheet.counts).toMatchObject({ open: 2, waiting: 1 });
    expect(sheet.waiting.map((one) => one.title)).toEqual(["Titian lapuk"]);
    expect(sheet.officials.map((one) => one.role)).toEqual(["village-officer"]);
    expect(sheet).toMatchObject({ lastVisit: null, lastMeeting: null, facts: null });
    const { paperId } = await requestVillageSheet(people.village, {
      ...act(),
      villageCode: murungAbuin,
    });
    const { seen } = await made(people.village, paperId);
    expect(seen.sheet?.counts).toEqual(sheet.counts);
    expect(seen.head?.placeName).toMatch(/^Desa .*, Kec\. /);
  });

  it("of another place is refused", async () => {
    for (const ctx of [people.village, people.head])
      expect(await codeOf(readVillageSheet(ctx, { villageCode: semen }))).toBe("FORBIDDEN");
    expect(await codeOf(readVillageSheet(people.village, { villageCode: "63.11.07.2015" }))).toBe(
      "FORBIDDEN",
    );
  });
});

describe("a table of families", () => {
  const reason = "Musyawarah desa penerima bantuan";

  it("is of the asker's place, numbers masked; the reason stands in the trail", async () => {
    const familyNik = "9999014704860455";
    const household = (villageCode: string, name: string) => ({
      ...{ ...act(), version: 0, villageCode, hamlet: "Tabuan", rt: "2", rw: "", address: "" },
      leaving: [],
      members: [
        {
          ...{ name, aliases: [], relation: "head" as const, sex: "female" as const },
          ...{ birthDate: "1986-04-07", nik: familyNik },
        },
      ],
    });
    const officer = await world.contextFor("village-officer", murungAbuin);
    const neighbour = await world.contextFor("village-officer", lingsir);
    await saveHousehold(officer, household(murungAbuin, "Salasiah"));
    await saveHousehold(neighbour, household(lingsir, "Jamilah"));
    const asked = { ...act(), areaCode: murungAbuin, reason };
    const { paperId } = await requestFamilyTable(officer, asked);
    const { seen, paper } = await made(officer, paperId);
    expect(seen.families).toMatchObject({ isCut: false, rows: [{ name: "Salasiah", rt: "2" }] });
    expect(seen.families?.rows).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toMatch(/9999014704860455|1986-04-07/);
    expect(paper).toMatchObject({ kind: "family-table", status: "ready", rowsDone: 1 });
    const [entry] = await world.everything.accessLog.findMany({
      where: { subject: `paper/${paperId}` },
    });
    expect(entry).toMatchObject({ act: "export-families", reason, actorId: officer.actor.userId });
    for (const ctx of [neighbour, people.head])
      expect(await codeOf(requestFamilyTable(ctx, { ...asked, ...act() }))).toBe("FORBIDDEN");
    const whole = await requestFamilyTable(people.triage, {
      ...{ ...act(), areaCode: paringinSelatan, reason },
    });
    expect((await made(people.triage, whole.paperId)).seen.families?.rows).toHaveLength(2);
  });
});

describe("a table of a view", () => {
  const filter = { order: "newest" as const };
  const reason = "Rapat koordinasi dengan DPMD";

  it("has the rows of the view without confidential ones; the reason stands in the trail", async () => {
    const cleared = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    const { paperId } = await requestCaseTable(cleared, { ...act(), filter, reason });
    const { seen, paper } = await made(cleared, paperId);
    expect(seen.table?.rows.map((row) => row.title).sort()).toEqual([
      "Lampu jalan",
      "Titian lapuk",
    ]);
    expect(seen.table).toMatchObject({ leftOut: 1, isCut: false });
    expect(paper).toMatchObject({ rowsDone: 2, rowsTotal: 2 });
    const [entry] = await world.everything.accessLog.findMany({
      where: { subject: `paper/${paperId}` },
    });
    expect(entry).toMatchObject({ act: "export-cases", reason, actorId: cleared.actor.userId });
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `paper/${paperId}` },
    });
    expect(events.map((one) => one.type).sort()).toEqual(["paper.made", "paper.requested"]);
  });

  it("searched for by a name, keeps the name sealed", async () => {
    const asked = { ...act(), filter: { ...filter, text: "Kenarina Belang" }, reason };
    const { paperId } = await requestCaseTable(people.triage, asked);
    const row = await world.everything.paper.findUniqueOrThrow({ where: { id: paperId } });
    expect(Buffer.from(row.filterSealed ?? []).toString("latin1")).not.toContain("Kenarina");
    const all = await world.everything.$queryRaw<{ row: string }[]>`
      SELECT to_jsonb(d)::text AS row FROM domain_event d UNION ALL SELECT to_jsonb(c)::text FROM client_action c`;
    expect(all.filter((one) => one.row.includes("Kenarina"))).toEqual([]);
    await made(people.triage, paperId);
  });

  it("cancelled, it is not made, and not twice", async () => {
    const { paperId } = await requestCaseTable(people.triage, { ...act(), filter, reason });
    const { draw } = drawing();
    await cancelPaper(people.triage, { ...act(), paperId });
    expect(await renderPaper(worker(), paperId, draw)).toBe(false);
    expect(await codeOf(cancelPaper(people.triage, { ...act(), paperId }))).toBe("PAPER_ENDED");
    expect(await codeOf(cancelPaper(people.head, { ...act(), paperId }))).toBe("PAPER_NOT_FOUND");
  });

  it("whoever lost their office meanwhile gets nothing, and is told", async () => {
    const leaving = await world.contextFor("triage-officer", paringinSelatan, {
      sectorCode: "LEAVING",
    });
    const { paperId } = await requestCaseTable(leaving, { ...act(), filter, reason });
    await world.everything.assignment.updateMany({
      where: { userId: leaving.actor.userId },
      data: { endsOn: new Date("2021-01-01") },
    });
    expect(await renderPaper(worker(), paperId, drawing().draw)).toBe(false);
    expect((await listPapers(leaving))[0]).toMatchObject({
      status: "failed",
      failure: "FORBIDDEN",
      link: null,
    });
  });

  it("a fault is tried three times, then told", async () => {
    const { paperId } = await requestCaseTable(people.triage, { ...act(), filter, reason });
    const broken: DrawPapers = {
      ...drawing().draw,
      caseTable: () => Promise.reject(new Error("broken")),
    };
    for (let at = 0; at < 3; at += 1)
      expect(await codeOf(renderPaper(worker(), paperId, broken))).toContain("broken");
    const mine = (await listPapers(people.triage)).find((one) => one.id === paperId);
    expect(mine).toMatchObject({ status: "failed", failure: "UNEXPECTED" });
  });

  it("ends also when three processes died over it", async () => {
    const { paperId } = await requestCaseTable(people.triage, { ...act(), filter, reason });
    const dying = { status: "making", tries: 3 };
    await world.everything.paper.update({ where: { id: paperId }, data: dying });
    expect(await renderPaper(worker(), paperId, drawing().draw)).toBe(false);
    const mine = (await listPapers(people.triage)).find((one) => one.id === paperId);
    expect(mine).toMatchObject({ status: "failed", failure: "UNEXPECTED" });
  });

  it("is refused to villages, and no more than three are waited for", async () => {
    expect(await codeOf(requestCaseTable(people.village, { ...act(), filter, reason }))).toBe(
      "FORBIDDEN",
    );
    for (let at = 0; at < 3; at += 1)
      await requestCaseTable(people.sector, { ...act(), filter, reason });
    expect(await codeOf(requestCaseTable(people.sector, { ...act(), filter, reason }))).toBe(
      "PAPER_LIMIT_REACHED",
    );
  });
});

describe("the file", () => {
  it("opens by its link for its reader alone, for minutes, and is gone after a day", async () => {
    const { paperId } = await requestMeetingSheet(people.head, { ...act(), periodDays: 30 });
    const { paper } = await made(people.head, paperId);
    const link = { paperId, ...(paper.link ?? { until: 0, signature: "" }) };
    const open = (ctx: ServiceContext) => openPaper({ ...ctx, files }, link);
    expect([...(await open(people.head)).bytes]).toEqual([1, 2, 3]);
    expect(await codeOf(open(people.triage))).toBe("FILE_LINK_EXPIRED");
    expect(await listPapers(people.triage)).not.toContainEqual(
      expect.objectContaining({ id: paperId }),
    );
    const sealing = async () =>
      (await countByKey(world.everything)).filter((use) => use.table === "paper" && !use.isRotated);
    expect(await sealing()).toMatchObject([{ keyId: "k1" }]);
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 11 * 60_000);
    expect(await codeOf(open(people.head))).toBe("FILE_LINK_EXPIRED");

    expect(await checkPaper(people.head, paper.number.toLowerCase())).toMatchObject({
      ...{ kind: "meeting-sheet", number: paper.number, facts: { open: 2 } },
      placeName: "Kecamatan Paringin Selatan",
    });
    expect(await checkPaper(people.head, "AAAA-AAAA-AAAA")).toBeNull();
    world.clock.now = new Date(before.getTime() + 86_400_001);
    expect(await wipePapers(worker())).toBeGreaterThan(0);
    expect(await wipePapers(worker())).toBe(0);
    // A key that seals no file any more may go.
    expect(await sealing()).toEqual([]);
    expect((await listPapers(people.head)).find((one) => one.id === paperId)).toMatchObject({
      ...{ status: "destroyed", link: null, name: null },
    });
    // That it was made stays known, also without its file.
    expect(await checkPaper(people.head, paper.number)).not.toBeNull();
    world.clock.now = before;
  });

  it("lies behind a fence of its own", async () => {
    const rows = await world.db.$transaction(async (tx) => tx.paper.findMany());
    expect(rows).toEqual([]);
  });
});
