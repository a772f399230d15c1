import { handsOver } from "@rembuk/domain/handovers/model";
import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import { unlock } from "../vault";
import type { FieldRecord, SentHandover } from "./field-database";
import type { RecordLabel } from "./field-outbox";

/** One record of this phone as its list shows it. */
export interface OwnRecord {
  readonly clientActionId: string;
  readonly label: RecordLabel;
  readonly isHeld: boolean;
  readonly isSent: boolean;
}

/** Labels are opened with the trip's key; what another trip's key locked is not shown. */
export const openLabels = async (
  key: CryptoKey,
  records: readonly FieldRecord[],
  sent: readonly SentHandover[],
): Promise<readonly OwnRecord[]> => {
  const all = [
    ...sent.map((one) => ({ ...one, isHeld: one.because !== null, isSent: true })),
    ...records.map((one) => ({ ...one, isHeld: false, isSent: false })),
  ];
  const opened = await Promise.all(
    all.map(async ({ clientActionId, label, isHeld, isSent }) => {
      const read = label && (await unlock<RecordLabel>(key, label).catch(() => null));
      return read && { clientActionId, label: read, isHeld, isSent };
    }),
  );
  return opened.filter((one) => one !== null).sort((a, b) => a.label.at.localeCompare(b.label.at));
};

/** The record that stands for each line on this phone, without those that were corrected. */
export const byLine = (own: readonly OwnRecord[]): ReadonlyMap<string, OwnRecord> => {
  const corrected = new Set(own.map(({ label }) => label.correctsId));
  const standing = own.filter(
    ({ clientActionId, label }) => !corrected.has(clientActionId) && label.outcome !== "void",
  );
  return new Map(standing.flatMap((one) => (one.label.lineId ? [[one.label.lineId, one]] : [])));
};

export interface GoodsCount {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly loaded: number;
  /** By this phone. */
  readonly handed: number;
}

/** What this phone handed over of what was loaded. */
export const countGoods = (trip: TripPackage, own: readonly OwnRecord[]): readonly GoodsCount[] => {
  const corrected = new Set(own.map(({ label }) => label.correctsId));
  const standing = own.filter(
    ({ clientActionId, label }) => !corrected.has(clientActionId) && handsOver(label.outcome),
  );
  return trip.goods.map((goods) => ({
    ...goods,
    handed: standing
      .filter(({ label }) => label.goodsId === goods.id)
      .reduce((all, { label }) => all + label.quantity, 0),
  }));
};
