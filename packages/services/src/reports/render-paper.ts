import { createHash } from "node:crypto";
import type { Actor } from "@rembuk/domain/access/actor";
import { canInArea, holds } from "@rembuk/domain/access/policy";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { paperEvent } from "@rembuk/domain/reports/events";
import { mostTableRows, type PaperKind, tableKinds } from "@rembuk/domain/reports/papers";
import { exportFamilies, type FamilyTable } from "../beneficiaries/export-families";
import {
  type BatchReport,
  type Invitation,
  readBatchReport,
  readInvitation,
} from "../coaching/paper-queries";
import type { ServiceContext } from "../context";
import { type HandoverRecord, readHandoverRecord } from "../handovers/record-queries";
import {
  type RecipientList,
  readRecipientList,
  readTripReport,
  type TripReport,
} from "../handovers/report-queries";
import { type HandoverSheet, readHandoverSheet } from "../handovers/sheet-queries";
import { type ShownInnovation, showInnovation } from "../innovations/queries";
import type { FileContext } from "../integrations/file-parts";
import { sealFile } from "../kernel/file-sealing";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { type MeetingMinutes, readMinutes } from "../meetings/minutes-queries";
import { type LoadingList, readLoadingList } from "../trips/loading-queries";
import { readTripOrder, type TripOrder } from "../trips/order-queries";
import { loadAsker } from "./asker-queries";
import { type CaseTable, exportCases } from "./export-cases";
import { type MeetingFacts, readMeetingFacts } from "./meeting-queries";
import {
  failPaper,
  finishPaper,
  notePaperProgress,
  paperKey,
  paperSeal,
  readFilter,
  type StoredPaper,
  takePaper,
} from "./paper-store";
import { type PaperPlace, placeOfPaper } from "./place-queries";
import { readVillageSheet, type VillageSheet } from "./village-queries";

/** What stands on every paper: its number, of where and when, and who had it made. */
export interface PaperHead extends PaperPlace {
  readonly number: string;
  readonly madeAt: Date;
  readonly madeBy: { readonly name: string; readonly role: string };
}

/** Turns facts into files; the worker has the libraries for it. */
export interface DrawPapers {
  readonly meetingSheet: (head: PaperHead, facts: MeetingFacts) => Promise<Uint8Array>;
  readonly villageSheet: (head: PaperHead, sheet: VillageSheet) => Promise<Uint8Array>;
  readonly tripOrder: (head: PaperHead, order: TripOrder) => Promise<Uint8Array>;
  readonly loadingList: (head: PaperHead, list: LoadingList) => Promise<Uint8Array>;
  readonly handoverRecord: (head: PaperHead, record: HandoverRecord) => Promise<Uint8Array>;
  readonly innovationReport: (head: PaperHead, one: ShownInnovation) => Promise<Uint8Array>;
  readonly innovationProposal: (head: PaperHead, one: ShownInnovation) => Promise<Uint8Array>;
  readonly innovationTable: (head: PaperHead, one: ShownInnovation) => Promise<Uint8Array>;
  readonly coachingInvitation: (head: PaperHead, one: Invitation) => Promise<Uint8Array>;
  readonly coachingReport: (head: PaperHead, report: BatchReport) => Promise<Uint8Array>;
  readonly recipientList: (head: PaperHead, list: RecipientList) => Promise<Uint8Array>;
  readonly tripReport: (head: PaperHead, report: TripReport) => Promise<Uint8Array>;
  readonly handoverSheet: (head: PaperHead, sheet: HandoverSheet) => Promise<Uint8Array>;
  readonly meetingMinutes: (head: PaperHead, minutes: MeetingMinutes) => Promise<Uint8Array>;
  readonly caseTable: (head: PaperHead, table: CaseTable) => Promise<Uint8Array>;
  readonly familyTable: (head: PaperHead, table: FamilyTable) => Promise<Uint8Array>;
}

interface Made {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly facts: { readonly open: number; readonly late: number } | null;
}

const names: Record<PaperKind, string> = {
  "meeting-sheet": "Bahan rapat",
  "village-sheet": "Lembar desa",
  "case-table": "Daftar kasus",
  "family-table": "Daftar keluarga",
  "trip-order": "Surat tugas",
  "loading-list": "Daftar muat",
  "handover-record": "Berita acara",
  "handover-sheet": "Lembar serah terima",
  "recipient-list": "Daftar penerima",
  "trip-report": "Laporan kunjungan",
  "innovation-report": "Laporan indeks inovasi",
  "innovation-proposal": "Profil inovasi",
  "innovation-table": "Laporan indeks inovasi",
  "meeting-minutes": "Notula rapat",
  "coaching-invitation": "Undangan pembinaan",
  "coaching-report": "Laporan angkatan pembinaan",
};

/** Null: the paper is not about an innovation. */
const makeOfInnovation = async (
  ctx: ServiceContext,
  { kind, innovationId }: StoredPaper,
  head: PaperHead,
  draw: DrawPapers,
): Promise<Made | null> => {
  if (innovationId === null) return null;
  const drawn = {
    "innovation-report": draw.innovationReport,
    "innovation-proposal": draw.innovationProposal,
    "innovation-table": draw.innovationTable,
  } as const;
  const one = await showInnovation(ctx, { innovationId });
  const bytes = await drawn[kind as keyof typeof drawn](head, one);
  return { bytes, rows: Object.keys(one.rows).length, facts: null };
};

/** Null: the paper is not about coaching. */
const makeOfCoaching = async (
  ctx: ServiceContext,
  { kind, coachingId }: StoredPaper,
  head: PaperHead,
  draw: DrawPapers,
): Promise<Made | null> => {
  if (coachingId === null) return null;
  if (kind === "coaching-invitation") {
    const invitation = await readInvitation(ctx, coachingId);
    return { bytes: await draw.coachingInvitation(head, invitation), rows: 1, facts: null };
  }
  const report = await readBatchReport(ctx, coachingId);
  const rows = report.engagements.length;
  return { bytes: await draw.coachingReport(head, report), rows, facts: null };
};

const make = async (
  ctx: ServiceContext,
  paper: StoredPaper,
  head: PaperHead,
  draw: DrawPapers,
): Promise<Made | null> => {
  if (paper.kind === "meeting-sheet") {
    const facts = await readMeetingFacts(ctx, paper.periodDays ?? 30);
    const { open, late } = facts.board;
    return { bytes: await draw.meetingSheet(head, facts), rows: open, facts: { open, late } };
  }
  if (paper.kind === "village-sheet") {
    const sheet = await readVillageSheet(ctx, { villageCode: paper.areaCode });
    const { open, late } = sheet.counts;
    return { bytes: await draw.villageSheet(head, sheet), rows: open, facts: { open, late } };
  }
  if (paper.kind === "meeting-minutes") {
    const minutes = await readMinutes(ctx, paper.meetingId ?? "");
    const bytes = await draw.meetingMinutes(head, minutes);
    return { bytes, rows: minutes.meeting.actions.length, facts: null };
  }
  if (paper.kind === "trip-order") {
    const order = await readTripOrder(ctx, paper.tripId ?? "");
    return { bytes: await draw.tripOrder(head, order), rows: order.trip.stops.length, facts: null };
  }
  if (paper.kind === "loading-list") {
    const list = await readLoadingList(ctx, paper.tripId ?? "");
    return { bytes: await draw.loadingList(head, list), rows: list.stops.length, facts: null };
  }
  if (paper.kind === "handover-sheet") {
    const sheet = await readHandoverSheet(ctx, paper.tripId ?? "");
    return { bytes: await draw.handoverSheet(head, sheet), rows: sheet.stops.length, facts: null };
  }
  if (paper.kind === "family-table") {
    const { areaCode } = paper;
    if (!canInArea(ctx.actor, "household.export", { areaCode }))
      throw new DomainError("forbidden", "FORBIDDEN");
    const table = await exportFamilies(ctx, areaCode, mostTableRows, (rowsDone) =>
      notePaperProgress(ctx.db, paper.id, { rowsDone, rowsTotal: rowsDone }),
    );
    if (!table) return null;
    return { bytes: await draw.familyTable(head, table), rows: table.rows.length, facts: null };
  }
  if (paper.kind === "handover-record") {
    const record = await readHandoverRecord(ctx, {
      ...{ tripId: paper.tripId ?? "", villageCode: paper.areaCode },
      programCode: paper.programCode ?? "",
    });
    const bytes = await draw.handoverRecord(head, record);
    return { bytes, rows: record.people.length, facts: null };
  }
  const ofInnovation = await makeOfInnovation(ctx, paper, head, draw);
  if (ofInnovation) return ofInnovation;
  const ofCoaching = await makeOfCoaching(ctx, paper, head, draw);
  if (ofCoaching) return ofCoaching;
  if (paper.kind === "recipient-list") {
    const list = await readRecipientList(ctx, {
      ...{ tripId: paper.tripId ?? "", villageCode: paper.areaCode },
      programCode: paper.programCode ?? "",
    });
    const bytes = await draw.recipientList(head, list);
    return { bytes, rows: list.people.length, facts: null };
  }
  if (paper.kind === "trip-report") {
    const report = await readTripReport(ctx, paper.tripId ?? "");
    const bytes = await draw.tripReport(head, report);
    return { bytes, rows: report.trip.stops.length, facts: null };
  }
  if (!holds(ctx.actor, "case.export")) throw new DomainError("forbidden", "FORBIDDEN");
  const table = await exportCases(ctx, paper.id, await readFilter(ctx, paper.id));
  if (!table) return null;
  return { bytes: await draw.caseTable(head, table), rows: table.rows.length, facts: null };
};

const headOf = async (
  ctx: ServiceContext,
  paper: StoredPaper,
  asker: Actor,
): Promise<PaperHead> => ({
  number: paper.number,
  madeAt: ctx.now(),
  madeBy: { name: asker.name, role: asker.assignments[0]?.role ?? "" },
  ...(await placeOfPaper(ctx.db, paper.areaCode)),
});

const fileName = (paper: StoredPaper, head: PaperHead): string => {
  const ending = tableKinds.includes(paper.kind) ? "xlsx" : "pdf";
  const day = head.madeAt.toISOString().slice(0, 10);
  const place = head.placeName.replace(/[^\p{L}\p{N} .-]+/gu, "");
  return `${names[paper.kind]} ${place} ${day} ${paper.number}.${ending}`;
};

const keep = async (
  ctx: FileContext,
  paper: StoredPaper,
  { bytes, rows, facts }: Made,
  name: string,
): Promise<void> => {
  const place = `${paperKey(paper.id)}/original`;
  await ctx.files.store.put(place, sealFile(ctx.keys, paperSeal(paper.id), bytes));
  const isKept = await inTransaction(ctx, async (tx) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const sealedWith = ctx.keys.encryption.current;
    const end = { name, size: bytes.length, sha256, sealedWith, facts, rowsDone: rows };
    if (!(await finishPaper(tx, paper.id, end, ctx.now()))) return false;
    const event = paperEvent("paper.made", paper, { kind: paper.kind, rows });
    await recordEvents(tx, ctx, [event], null, {});
    return true;
  });
  // Cancelled in the last moment: nothing stays of it.
  if (!isKept) await ctx.files.store.remove(place);
};

/**
 * Makes what somebody asked for, with the rights that they hold now: who lost them gets nothing.
 * Cut off at any point it is made again over the same place.
 * @returns whether there was something to make
 */
export const renderPaper = async (
  ctx: FileContext,
  paperId: string,
  draw: DrawPapers,
): Promise<boolean> => {
  const paper = await takePaper(ctx.db, paperId);
  if (!paper) {
    // Its tries are used up by processes that died over it: whoever waits is told.
    await failPaper(ctx.db, paperId, { failure: "UNEXPECTED", now: ctx.now(), isFinal: false });
    return false;
  }
  try {
    const asker = await loadAsker(ctx, paper.requestedById);
    if (!asker) throw new DomainError("forbidden", "FORBIDDEN");
    const head = await headOf(ctx, paper, asker);
    const made = await make({ ...ctx, actor: asker }, paper, head, draw);
    if (made) await keep(ctx, paper, made, fileName(paper, head));
    return made !== null;
  } catch (error) {
    const isFinal = isDomainError(error) && error.kind !== "unavailable";
    const failure = isDomainError(error) ? error.code : "UNEXPECTED";
    const ended = await failPaper(ctx.db, paperId, { failure, now: ctx.now(), isFinal });
    if (ended && isFinal) return false;
    throw error;
  }
};
