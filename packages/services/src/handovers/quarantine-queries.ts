import type { Transaction } from "@rembuk/db/client";
import { areasOf, can, canInArea } from "@rembuk/domain/access/policy";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import type { OpenedAct } from "@rembuk/domain/cases/phone-acts";
import type { RecordedOutcome } from "@rembuk/domain/handovers/model";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import type { QuarantineDecision } from "@rembuk/domain/staff/quarantine";
import type { PhoneAct } from "@rembuk/domain/staff/sealing";
import { canOnTrip } from "@rembuk/domain/trips/access";
import { villageNames } from "../beneficiaries/registry-queries";
import { loadCase } from "../cases/change-case";
import { findRule } from "../cases/rule-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { readManifest } from "../trips/manifest-queries";
import { getTrip } from "../trips/store";
import type { OpenedHandover } from "./handover-store";
import {
  openQuarantined,
  openQuarantineReason,
  type QuarantinedRow,
  readQuarantine,
} from "./quarantine-store";

/** What the reader may see of a record before deciding about it. */
export type QuarantinedContent =
  | {
      readonly kind: "handover";
      readonly tripId: string;
      readonly purpose: string;
      readonly villageName: string;
      /** Masked to readers who do not know the person. */
      readonly person: string;
      readonly outcome: RecordedOutcome;
      readonly quantity: number;
      readonly unit: string;
      readonly photos: number;
    }
  | {
      readonly kind: "case";
      readonly villageName: string;
      /** Null: secret, and not told here. */
      readonly categoryName: string | null;
      readonly photos: number;
    }
  | {
      readonly kind: "act";
      readonly act: PhoneAct;
      readonly number: string;
      readonly villageName: string;
    }
  /** It does not open any more, or is not the reader's to see. */
  | { readonly kind: "unreadable" | "not-yours" };

export interface QuarantinedItem {
  readonly id: string;
  readonly deviceLabel: string;
  readonly ownerName: string;
  readonly receivedAt: Date;
  /** By the phone's clock. */
  readonly capturedAt: Date | null;
  readonly content: QuarantinedContent;
  readonly isOwn: boolean;
  readonly mayAccept: boolean;
  readonly maySetAside: boolean;
  readonly decision: QuarantineDecision | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const handoverContent = async (
  tx: Transaction,
  ctx: ServiceContext,
  { body }: OpenedHandover,
): Promise<QuarantinedContent> => {
  const trip = await getTrip(tx, body.tripId);
  if (!canOnTrip(ctx.actor, "handover.decide", trip)) return { kind: "not-yours" };
  const { lines, stops } = await readManifest(tx, ctx, trip);
  const line = lines.find(({ id }) => id === body.lineId);
  return {
    ...{ kind: "handover", tripId: trip.id, purpose: trip.purpose, outcome: body.outcome },
    villageName: stops.find(({ id }) => id === body.stopId)?.villageName ?? "",
    ...{ person: line?.name ?? body.person?.name ?? "", quantity: body.quantity },
    unit: trip.goods.find(({ id }) => id === (line?.goodsId ?? body.goodsId))?.unit ?? "",
    photos: body.evidence.length,
  };
};

const caseContent = async (
  tx: Transaction,
  ctx: ServiceContext,
  { villageCode, categoryCode, privacy }: OpenCaseCommand,
  photos: number,
): Promise<QuarantinedContent> => {
  if (!canInArea(ctx.actor, "case.open", { areaCode: villageCode })) return { kind: "not-yours" };
  const category = (await findRule(ctx, villageCode.slice(0, 8), categoryCode))?.category;
  const isSecret =
    privacy === "SECRET" || category?.privacy === "SECRET" || category?.isSupervisory;
  return {
    kind: "case",
    villageName: (await villageNames(tx, [villageCode])).get(villageCode) ?? villageCode,
    categoryName: isSecret ? null : (category?.name ?? categoryCode),
    photos,
  };
};

/** Of a case that the reader may write to; what was said about it is read there, once it is let in. */
const actContent = async (
  tx: Transaction,
  ctx: ServiceContext,
  { act, body }: OpenedAct,
): Promise<QuarantinedContent> => {
  const kase = await loadCase(tx, body.caseId);
  if (!can(ctx.actor, "case.read", kase) || !can(ctx.actor, "note.write-partner", kase))
    return { kind: "not-yours" };
  const { number, villageCode } = kase;
  const villageName = (await villageNames(tx, [villageCode])).get(villageCode) ?? villageCode;
  return { kind: "act", act, number, villageName };
};

const hidden: readonly string[] = ["TRIP_NOT_FOUND", "CASE_NOT_FOUND"];

/** @throws what the database throws; a record that does not open is told as such */
export const readQuarantinedContent = async (
  tx: Transaction,
  ctx: ServiceContext,
  row: QuarantinedRow,
): Promise<QuarantinedContent> => {
  try {
    const record = openQuarantined(ctx, row);
    if (record.kind === "handover") return await handoverContent(tx, ctx, record.opened);
    if (record.kind === "act") return await actContent(tx, ctx, record.opened);
    return await caseContent(tx, ctx, record.body, record.photos.length);
  } catch (error) {
    if (!isDomainError(error) || error.kind === "unavailable") throw error;
    return { kind: hidden.includes(error.code) ? "not-yours" : "unreadable" };
  }
};

const toItem = async (
  tx: Transaction,
  ctx: ServiceContext,
  row: QuarantinedRow,
): Promise<QuarantinedItem> => {
  const isOwn = row.ownerId === ctx.actor.userId;
  const content: QuarantinedContent = isOwn
    ? { kind: "not-yours" }
    : await readQuarantinedContent(tx, ctx, row);
  const isTheirs = !isOwn && content.kind !== "not-yours";
  const isTaken = row.decision === null && row.decidedById !== null;
  return {
    ...{ id: row.id, deviceLabel: row.deviceLabel, ownerName: row.ownerName },
    ...{ receivedAt: row.receivedAt, capturedAt: row.capturedAt, content, isOwn },
    mayAccept: isTheirs && content.kind !== "unreadable" && row.decision !== "accepted",
    maySetAside: isTheirs && row.decision === null && !isTaken,
    ...{ decision: row.decision, reason: openQuarantineReason(ctx, row) },
    ...{ decidedBy: row.deciderName, decidedAt: row.decidedAt },
  };
};

/** What revoked phones of the reader's kecamatan still sent, what waits first. @throws forbidden */
export const listQuarantined = (ctx: ServiceContext): Promise<readonly QuarantinedItem[]> => {
  requireHeld(ctx, "quarantine.decide");
  return inTransaction(ctx, async (tx) => {
    const areas = areasOf(ctx.actor, "quarantine.decide");
    const rows = (await readQuarantine(tx, { areas })).filter(({ areaCode }) =>
      canInArea(ctx.actor, "quarantine.decide", { areaCode }),
    );
    const items: QuarantinedItem[] = [];
    for (const row of rows) items.push(await toItem(tx, ctx, row));
    return items;
  });
};
