import { randomBytes } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { Permission } from "@rembuk/domain/access/permissions";
import { permissions } from "@rembuk/domain/access/permissions";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { paperEvent } from "@rembuk/domain/reports/events";
import {
  PAPER_NUMBER_BYTES,
  paperNumberFrom,
  type RequestCaseTableCommand,
  type RequestCoachingInvitationCommand,
  type RequestCoachingReportCommand,
  type RequestFamilyTableCommand,
  type RequestHandoverRecordCommand,
  type RequestInnovationPaperCommand,
  type RequestMeetingSheetCommand,
  type RequestMinutesCommand,
  type RequestTripOrderCommand,
  type RequestVillageSheetCommand,
} from "@rembuk/domain/reports/papers";

import { readBatchReport, readInvitation } from "../coaching/paper-queries";
import type { ServiceContext } from "../context";
import { issueRecord } from "../handovers/issue-record";
import { requireSettled } from "../handovers/record-queries";
import { readRecipientList, readTripReport } from "../handovers/report-queries";
import { readHandoverSheet } from "../handovers/sheet-queries";
import { showInnovation } from "../innovations/queries";
import { once } from "../kernel/in-transaction";
import { logExport } from "../kernel/log-access";
import { recordEvents } from "../kernel/record-events";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { readMinutes } from "../meetings/minutes-queries";
import { readLoadingList } from "../trips/loading-queries";
import { readTripOrder } from "../trips/order-queries";
import { countRunning, insertPaper, type NewPaper } from "./paper-store";

export interface RequestedPaper {
  readonly paperId: string;
}

/** One person waits for so many at a time: the worker serves others too. */
const mostAtOnce = 3;

/** Kecamatan or kabupaten of the assignment that permits it. */
const areaOf = (ctx: ServiceContext, permission: Permission): string =>
  ctx.actor.assignments.find((a) => a.role in permissions[permission])?.areaCode ?? "";

const request = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: { readonly clientActionId: string },
  asked: Omit<NewPaper, "id" | "number">,
): Promise<RequestedPaper> => {
  if ((await countRunning(tx, ctx.actor.userId)) >= mostAtOnce)
    throw new DomainError("conflict", "PAPER_LIMIT_REACHED", { limit: mostAtOnce });
  const paper = {
    ...asked,
    id: ctx.newId(),
    number: paperNumberFrom(randomBytes(PAPER_NUMBER_BYTES)),
  };
  await insertPaper(tx, ctx, paper);
  const event = paperEvent("paper.requested", paper, { kind: paper.kind });
  const result = { paperId: paper.id };
  await recordEvents(tx, ctx, [event], command, result);
  return result;
};

/** Bahan rapat: the board's state on one sheet. @throws forbidden; conflict PAPER_LIMIT_REACHED */
export const requestMeetingSheet = async (
  ctx: ServiceContext,
  command: RequestMeetingSheetCommand,
): Promise<RequestedPaper> => {
  requireHeld(ctx, "board.read");
  const areaCode = areaOf(ctx, "board.read");
  const { periodDays } = command;
  return once(ctx, command, (tx) =>
    request(tx, ctx, command, { kind: "meeting-sheet", areaCode, periodDays }),
  );
};

/** Lembar desa. @throws forbidden outside the area; conflict PAPER_LIMIT_REACHED */
export const requestVillageSheet = async (
  ctx: ServiceContext,
  command: RequestVillageSheetCommand,
): Promise<RequestedPaper> => {
  requireInArea(ctx, "village-sheet.read", command.villageCode);
  return once(ctx, command, (tx) =>
    request(tx, ctx, command, { kind: "village-sheet", areaCode: command.villageCode }),
  );
};

/** Surat tugas of a trip that the camat has ordered. @throws not-found, conflict TRIP_STEP_NOT_NOW */
export const requestTripOrder = async (
  ctx: ServiceContext,
  command: RequestTripOrderCommand,
): Promise<RequestedPaper> => {
  const { tripId } = command;
  const { trip } = await readTripOrder(ctx, tripId);
  const areaCode = trip.subdistrictCode;
  return once(ctx, command, (tx) =>
    request(tx, ctx, command, { kind: "trip-order", areaCode, tripId }),
  );
};

/** Daftar muat of a trip whose manifest names somebody. @throws not-found, conflict TRIP_STEP_NOT_NOW */
export const requestLoadingList = async (
  ctx: ServiceContext,
  command: RequestTripOrderCommand,
): Promise<RequestedPaper> => {
  const { tripId } = command;
  const { trip } = await readLoadingList(ctx, tripId);
  const areaCode = trip.subdistrictCode;
  return once(ctx, command, (tx) =>
    request(tx, ctx, command, { kind: "loading-list", areaCode, tripId }),
  );
};

/** Lembar serah terima of a trip, for when phones fail. @throws not-found; forbidden; conflict TRIP_STEP_NOT_NOW */
export const requestHandoverSheet = async (
  ctx: ServiceContext,
  command: RequestTripOrderCommand,
): Promise<RequestedPaper> => {
  const { tripId } = command;
  const { trip } = await readHandoverSheet(ctx, tripId);
  const areaCode = trip.subdistrictCode;
  return once(ctx, command, (tx) =>
    request(tx, ctx, command, { kind: "handover-sheet", areaCode, tripId }),
  );
};

/**
 * Berita acara serah terima of one village and program; its number stays with it, whoever asks again.
 * @throws not-found; forbidden; conflict TRIP_STEP_NOT_NOW while a handover of it waits for a decision
 */
export const requestHandoverRecord = async (
  ctx: ServiceContext,
  command: RequestHandoverRecordCommand,
): Promise<RequestedPaper> => {
  const { tripId, villageCode, programCode } = command;
  const place = { tripId, villageCode, programCode };
  requireHeld(ctx, "handover.number");
  await requireSettled(ctx, place);
  return once(ctx, command, async (tx) => {
    const asked = { kind: "handover-record", areaCode: villageCode, tripId, programCode } as const;
    const paper = await request(tx, ctx, command, asked);
    await issueRecord(tx, ctx, place);
    return paper;
  });
};

/** Report, proposal or table of an innovation that the reader may read. @throws not-found INNOVATION_NOT_FOUND */
export const requestInnovationPaper = async (
  ctx: ServiceContext,
  command: RequestInnovationPaperCommand,
): Promise<RequestedPaper> => {
  const { innovationId, kind } = command;
  const { subdistrictCode: areaCode } = await showInnovation(ctx, { innovationId });
  return once(ctx, command, (tx) => request(tx, ctx, command, { kind, areaCode, innovationId }));
};

/** Undangan to a session that is to come. @throws not-found COACHING_NOT_FOUND; conflict COACHING_STEP_NOT_NOW */
export const requestCoachingInvitation = async (
  ctx: ServiceContext,
  command: RequestCoachingInvitationCommand,
): Promise<RequestedPaper> => {
  const { sessionId: coachingId } = command;
  const { subdistrictCode: areaCode } = await readInvitation(ctx, coachingId);
  const kind = "coaching-invitation";
  return once(ctx, command, (tx) => request(tx, ctx, command, { kind, areaCode, coachingId }));
};

/** Notula of a meeting of a field. @throws not-found MEETING_NOT_FOUND */
export const requestMinutes = async (
  ctx: ServiceContext,
  command: RequestMinutesCommand,
): Promise<RequestedPaper> => {
  const { meetingId } = command;
  const { subdistrictCode: areaCode } = (await readMinutes(ctx, meetingId)).office;
  const kind = "meeting-minutes";
  return once(ctx, command, (tx) => request(tx, ctx, command, { kind, areaCode, meetingId }));
};

/** Laporan angkatan. @throws not-found COACHING_NOT_FOUND */
export const requestCoachingReport = async (
  ctx: ServiceContext,
  command: RequestCoachingReportCommand,
): Promise<RequestedPaper> => {
  const { batchId: coachingId } = command;
  const { batch } = await readBatchReport(ctx, coachingId);
  const asked = { kind: "coaching-report", areaCode: batch.provinceCode, coachingId } as const;
  return once(ctx, command, (tx) => request(tx, ctx, command, asked));
};

/**
 * Daftar penerima of one village and program, as a paper of its own.
 * @throws not-found; forbidden; conflict TRIP_STEP_NOT_NOW while a handover of it waits for a decision
 */
export const requestRecipientList = async (
  ctx: ServiceContext,
  command: RequestHandoverRecordCommand,
): Promise<RequestedPaper> => {
  const { tripId, villageCode, programCode } = command;
  await readRecipientList(ctx, { tripId, villageCode, programCode });
  const asked = { kind: "recipient-list", areaCode: villageCode, tripId, programCode } as const;
  return once(ctx, command, (tx) => request(tx, ctx, command, asked));
};

/** Laporan kunjungan of a trip that has returned. @throws not-found, conflict TRIP_STEP_NOT_NOW */
export const requestTripReport = async (
  ctx: ServiceContext,
  command: RequestTripOrderCommand,
): Promise<RequestedPaper> => {
  const { tripId } = command;
  const { trip } = await readTripReport(ctx, tripId);
  const areaCode = trip.subdistrictCode;
  return once(ctx, command, (tx) =>
    request(tx, ctx, command, { kind: "trip-report", areaCode, tripId }),
  );
};

/**
 * A view of the queue as a table. It is a reading of many: the reason stands in the trail before the
 * first row is read. @throws forbidden; conflict PAPER_LIMIT_REACHED
 */
export const requestCaseTable = async (
  ctx: ServiceContext,
  command: RequestCaseTableCommand,
): Promise<RequestedPaper> => {
  requireHeld(ctx, "case.export");
  const areaCode = areaOf(ctx, "case.export");
  const { filter, reason } = command;
  return once(ctx, command, async (tx) => {
    const asked = await request(tx, ctx, command, { kind: "case-table", areaCode, filter });
    await logExport(tx, ctx, { id: asked.paperId, areaCode, reason, act: "export-cases" });
    return asked;
  });
};

/** Families of a kecamatan or a village as a table, likewise. @throws forbidden; conflict PAPER_LIMIT_REACHED */
export const requestFamilyTable = async (
  ctx: ServiceContext,
  command: RequestFamilyTableCommand,
): Promise<RequestedPaper> => {
  const { areaCode, reason } = command;
  requireInArea(ctx, "household.export", areaCode);
  return once(ctx, command, async (tx) => {
    const asked = await request(tx, ctx, command, { kind: "family-table", areaCode });
    await logExport(tx, ctx, { id: asked.paperId, areaCode, reason, act: "export-families" });
    return asked;
  });
};
