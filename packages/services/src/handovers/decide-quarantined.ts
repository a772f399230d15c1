import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { staffEvent } from "@rembuk/domain/staff/events";
import {
  type DecideQuarantinedCommand,
  type QuarantineDecision,
  requireDecidable,
} from "@rembuk/domain/staff/quarantine";
import { openCase } from "../cases/open-case";
import { noteSealedAct } from "../cases/replay-sealed-act";
import { awaitPhotosOf } from "../cases/replay-sealed-case";
import type { ServiceContext } from "../context";
import { keepCasePhoto } from "../files/keep-case-photo";
import type { FileContext } from "../integrations/file-parts";
import { findEarlierAnswer, inTransaction, once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { requireOnTrip } from "../trips/change-trip";
import type { OpenedHandover } from "./handover-store";
import { keepEvidence } from "./put-evidence";
import { readQuarantinedContent } from "./quarantine-queries";
import {
  findQuarantinedPhotos,
  lockQuarantined,
  type OpenedRecord,
  openQuarantined,
  type QuarantinedRow,
  readQuarantine,
  saveQuarantineDecision,
  settleQuarantinedPhoto,
} from "./quarantine-store";
import { type HandoverReceipt, receiveWithin } from "./receive-on-trip";

export interface DecidedQuarantine {
  readonly recordId: string;
  readonly decision: QuarantineDecision;
  /** Of an accepted handover: whether it counts, or waits for the trip lead as any other. */
  readonly answer: HandoverReceipt["answer"] | null;
  /** Of an accepted problem: the number of its case; of an accepted act: null. */
  readonly number: string | null;
}

/** Locks the record. The same act sent twice at once finds what the quicker one answered; null: it is new. */
const lockAndRecall = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: DecideQuarantinedCommand,
): Promise<DecidedQuarantine | null> => {
  await lockQuarantined(tx, command.recordId);
  return findEarlierAnswer<DecidedQuarantine>(tx, ctx, command);
};

/** @throws not-found QUARANTINE_NOT_FOUND; forbidden QUARANTINE_OWN; conflict */
const loadForDecision = async (
  tx: Transaction,
  ctx: ServiceContext,
  { recordId, decision }: DecideQuarantinedCommand,
): Promise<QuarantinedRow> => {
  const [row] = await readQuarantine(tx, { id: recordId });
  if (!row || !canInArea(ctx.actor, "quarantine.decide", row))
    throw new DomainError("not-found", "QUARANTINE_NOT_FOUND");
  requireDecidable(row, ctx.actor.userId, decision);
  if ((await readQuarantinedContent(tx, ctx, row)).kind === "not-yours")
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "quarantine.decide" });
  return row;
};

const eventOf = (row: QuarantinedRow, decision: QuarantineDecision) =>
  staffEvent(
    decision === "accepted" ? "staff.record-accepted" : "staff.record-set-aside",
    { userId: row.ownerId, areaCode: row.areaCode },
    { deviceId: row.deviceId, recordId: row.id },
  );

/** A handover arrives as any other does, after all: the same judgement, and its photos with it. */
const receiveAccepted = async (
  tx: Transaction,
  ctx: ServiceContext,
  row: QuarantinedRow,
  opened: OpenedHandover,
): Promise<HandoverReceipt["answer"]> => {
  const { tripId, evidence } = opened.body;
  const sending = { sentAt: row.sentAt ?? row.receivedAt, opened: [opened] };
  const [receipt] = await receiveWithin(tx, ctx, tripId, sending, (trip) =>
    requireOnTrip(ctx, "handover.decide", trip),
  );
  if (!receipt || receipt.answer === "refused")
    throw new DomainError("conflict", receipt?.code ?? "QUARANTINE_DECIDED");
  const ids = evidence.map(({ id }) => id);
  for (const photo of await findQuarantinedPhotos(tx, row.deviceId, ids)) {
    const about = { evidenceId: photo.clientActionId, handoverId: opened.id };
    await keepEvidence(tx, ctx, { ...about, sealedFor: row.deviceId }, photo.sealed);
    await settleQuarantinedPhoto(tx, ctx, photo.id);
  }
  return receipt.answer;
};

/** All in one transaction; null: the record is about a case, which takes two steps. */
const decideAtOnce = (
  ctx: ServiceContext,
  command: DecideQuarantinedCommand,
): Promise<DecidedQuarantine | null> =>
  once(ctx, command, async (tx) => {
    const known = await lockAndRecall(tx, ctx, command);
    if (known) return known;
    const row = await loadForDecision(tx, ctx, command);
    const { decision, recordId, reason } = command;
    const record = decision === "accepted" ? openQuarantined(ctx, row) : null;
    if (record && record.kind !== "handover") return null;
    const answer = record ? await receiveAccepted(tx, ctx, row, record.opened) : null;
    await saveQuarantineDecision(tx, ctx, recordId, decision, reason);
    const result = { recordId, decision, answer, number: null };
    await recordEvents(tx, ctx, [eventOf(row, decision)], command, result);
    return result;
  });

/** Photos that came beside the record of a problem; what is no photo stays where it is. */
const letPhotosIn = async (
  ctx: FileContext,
  { row, record }: Claimed<Extract<AboutCase, { kind: "case" }>>,
): Promise<void> => {
  const ids = record.photos.map(({ id }) => id);
  const there = await inTransaction(ctx, (tx) => findQuarantinedPhotos(tx, row.deviceId, ids));
  for (const { id, clientActionId, sealed } of there) {
    const isKept = await keepCasePhoto(ctx, row.deviceId, clientActionId, sealed).then(
      () => true,
      (error: unknown) => {
        if (isDomainError(error) && error.kind === "invalid") return false;
        throw error;
      },
    );
    if (isKept) await inTransaction(ctx, (tx) => settleQuarantinedPhoto(tx, ctx, id));
  }
};

type AboutCase = Exclude<OpenedRecord, { kind: "handover" }>;
interface Claimed<Opened extends AboutCase = AboutCase> {
  readonly row: QuarantinedRow;
  readonly record: Opened;
}

/** @returns the number of a new case */
const letIn = async (ctx: FileContext, { row, record }: Claimed): Promise<string | null> => {
  if (record.kind === "act") {
    await noteSealedAct(ctx, record.opened, record.record);
    return null;
  }
  const { id, number } = await openCase(ctx, record.body);
  await awaitPhotosOf(ctx, record.record, id, row.ownerId);
  await letPhotosIn(ctx, { row, record });
  return number;
};

/**
 * A problem becomes a case of the ordinary way, under the id it was captured with, and what was recorded about a case
 * a note on it: first it is claimed, so that no second officer lets it in too; then it is let in, at most once however often this is sent; then the claim is
 * settled. Whoever was cut off in between sends it again.
 */
const acceptInSteps = async (
  ctx: FileContext,
  command: DecideQuarantinedCommand,
): Promise<DecidedQuarantine> => {
  const { recordId, reason } = command;
  const claimed = await inTransaction(ctx, async (tx) => {
    const known = await lockAndRecall(tx, ctx, command);
    if (known) return { known };
    const row = await loadForDecision(tx, ctx, command);
    await saveQuarantineDecision(tx, ctx, recordId, null, reason);
    const record = openQuarantined(ctx, row);
    if (record.kind === "handover") throw new DomainError("not-found", "QUARANTINE_NOT_FOUND");
    return { row, record };
  });
  if (claimed.known) return claimed.known;
  const number = await letIn(ctx, claimed);
  return once(ctx, command, async (tx) => {
    const known = await lockAndRecall(tx, ctx, command);
    if (known) return known;
    const row = await loadForDecision(tx, ctx, command);
    await saveQuarantineDecision(tx, ctx, recordId, "accepted", reason);
    const result = { recordId, decision: "accepted" as const, answer: null, number };
    await recordEvents(tx, ctx, [eventOf(row, "accepted")], command, result);
    return result;
  });
};

/**
 * Lets a record of a revoked phone in, or sets it aside, with the reason; never by whose phone it was. What is let
 * in goes the way of every record: a handover is judged against what stands, a problem becomes a case in triage, an act on a case a note there.
 * What is set aside is kept and may be accepted later.
 * @throws not-found QUARANTINE_NOT_FOUND; forbidden QUARANTINE_OWN; conflict QUARANTINE_DECIDED, QUARANTINE_TAKEN;
 * invalid SEAL_BROKEN
 */
export const decideQuarantined = async (
  ctx: FileContext,
  command: DecideQuarantinedCommand,
): Promise<DecidedQuarantine> => {
  requireHeld(ctx, "quarantine.decide");
  return (await decideAtOnce(ctx, command)) ?? acceptInSteps(ctx, command);
};
