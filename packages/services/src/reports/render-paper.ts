import { createHash } from "node:crypto";
import type { Actor } from "@rembuk/domain/access/actor";
import { holds } from "@rembuk/domain/access/policy";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { paperEvent } from "@rembuk/domain/reports/events";
import type { PaperKind } from "@rembuk/domain/reports/papers";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { sealFile } from "../kernel/file-sealing";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { readTripOrder, type TripOrder } from "../trips/order-queries";
import { loadAsker } from "./asker-queries";
import { type CaseTable, exportCases } from "./export-cases";
import { type MeetingFacts, readMeetingFacts } from "./meeting-queries";
import {
  failPaper,
  finishPaper,
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
  readonly caseTable: (head: PaperHead, table: CaseTable) => Promise<Uint8Array>;
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
  "trip-order": "Surat tugas",
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
  if (paper.kind === "trip-order") {
    const order = await readTripOrder(ctx, paper.tripId ?? "");
    return { bytes: await draw.tripOrder(head, order), rows: order.trip.stops.length, facts: null };
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
  const ending = paper.kind === "case-table" ? "xlsx" : "pdf";
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
