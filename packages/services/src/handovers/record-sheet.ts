import { createHash } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { HandoverBody, KeyedRow, KeySheetCommand } from "@rembuk/domain/handovers/commands";
import { handoverEvent } from "@rembuk/domain/handovers/events";
import { lineResult } from "@rembuk/domain/handovers/standing";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireOnTrip } from "../trips/change-trip";
import { findEvidencePlace, insertEvidence } from "./evidence-store";
import type { OpenedHandover } from "./handover-store";
import { mediaTypeOf } from "./put-evidence";
import { type HandoverReceipt, receiveWithin } from "./receive-on-trip";
import { type LockedStanding, lockStanding } from "./standing-store";

export interface KeyedAnswer {
  readonly lineId: string;
  /** already: it was keyed before, or a phone recorded the same. */
  readonly answer: HandoverReceipt["answer"];
}

const idOf = (...parts: readonly string[]): string => {
  const hex = createHash("sha256").update(parts.join("|")).digest("hex");
  // Version 8, variant 1: an id of our own making (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A line of the sheet is one handover, whoever keys it and however often. */
export const sheetHandoverId = (tripId: string, lineId: string): string =>
  idOf("handover sheet", tripId, lineId);

/** Keyed before, or a phone recorded the very same of this line: nothing new is told. */
const isKnown = ({ known, standing }: LockedStanding, tripId: string, row: KeyedRow): boolean => {
  if (known.has(sheetHandoverId(tripId, row.lineId))) return true;
  const line = standing.lines.find(({ id }) => id === row.lineId);
  const stands = line && lineResult(line, standing.handovers);
  return stands?.outcome === row.outcome && stands.quantity === row.quantity;
};

interface Photo {
  readonly bytes: Buffer;
  readonly told: HandoverBody["evidence"][number];
}

/** @throws invalid EVIDENCE_DAMAGED when it is no JPEG */
const readPhoto = ({ tripId, photo }: KeySheetCommand): Photo => {
  const bytes = Buffer.from(photo, "base64");
  if (mediaTypeOf(bytes) !== "image/jpeg") throw new DomainError("invalid", "EVIDENCE_DAMAGED");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const id = idOf("handover sheet photo", tripId, sha256);
  return { bytes, told: { id, kind: "photo", size: bytes.length, sha256 } };
};

const toOpened = (
  ctx: ServiceContext,
  command: KeySheetCommand,
  { told }: Photo,
  row: KeyedRow,
): OpenedHandover => ({
  id: sheetHandoverId(command.tripId, row.lineId),
  ...{ deviceId: null, recordedById: ctx.actor.userId, capturedAt: command.happenedAt },
  body: {
    ...{ tripId: command.tripId, stopId: command.stopId, lineId: row.lineId, goodsId: null },
    ...{ person: null, outcome: row.outcome, quantity: row.quantity, receiver: row.receiver },
    ...{ nikMatches: null, place: null, witness: command.witness, note: "" },
    ...{ evidence: [told], correctsId: null },
  },
});

/** Once, with the first record that tells of it; the others tell of the same. */
const keepPhoto = async (
  tx: Transaction,
  ctx: ServiceContext,
  handoverId: string,
  { told, bytes }: Photo,
): Promise<void> => {
  const place = await findEvidencePlace(tx, handoverId);
  if (!place) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
  const file = { id: told.id, kind: told.kind, mediaType: "image/jpeg" };
  await insertEvidence(tx, ctx, place, file, bytes);
};

/**
 * The filled sheet of a stop, keyed at the office with its photograph: each row is a handover like those of phones and
 * judged like them. A row that was keyed before is known by its id, and one that a phone recorded alike stays one.
 * @throws not-found TRIP_NOT_FOUND; forbidden; invalid EVIDENCE_DAMAGED, INPUT_INVALID (in the future, or a line
 * that is not of this stop)
 */
export const recordSheet = (
  ctx: ServiceContext,
  command: KeySheetCommand,
): Promise<{ readonly rows: readonly KeyedAnswer[] }> =>
  once(ctx, command, async (tx) => {
    const { tripId, stopId, rows, happenedAt } = command;
    const locked = await lockStanding(tx, tripId);
    const allow = () => requireOnTrip(ctx, "handover.decide", locked.trip);
    allow();
    const own = await tx.tripManifestLine.count({
      where: { tripId, stopId, id: { in: rows.map(({ lineId }) => lineId) } },
    });
    if (happenedAt > ctx.now() || own !== new Set(rows.map(({ lineId }) => lineId)).size)
      throw new DomainError("invalid", "INPUT_INVALID", { field: "rows" });
    const photo = readPhoto(command);
    const fresh = rows.filter((row) => !isKnown(locked, tripId, row));
    const opened = fresh.map((row) => toOpened(ctx, command, photo, row));
    const sending = { sentAt: ctx.now(), opened };
    const receipts = await receiveWithin(tx, ctx, tripId, sending, allow);
    const answers = new Map(receipts.map((one) => [one.clientActionId, one.answer]));
    if (opened[0]) await keepPhoto(tx, ctx, opened[0].id, photo);
    const result = {
      rows: rows.map(({ lineId }) => ({
        lineId,
        answer: answers.get(sheetHandoverId(tripId, lineId)) ?? ("already" as const),
      })),
    };
    const event = handoverEvent("handover.sheet-keyed", locked.trip, {
      ...{ stopId, records: opened.length },
    });
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
