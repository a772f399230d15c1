import type { Transaction } from "@rembuk/db/client";
import { areasOf } from "@rembuk/domain/access/policy";
import { waitingStatuses } from "@rembuk/domain/aid/entitling";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { programNames } from "./program-store";

/** Approved entitlements of one village and program that are counted in one unit, the longest waiting first. */
export interface WaitingGroup {
  readonly villageCode: string;
  readonly programCode: string;
  /** Short: "BPNT". */
  readonly programName: string;
  readonly goodsName: string;
  readonly unit: string;
  readonly entitlements: readonly { readonly id: string; readonly quantity: number }[];
  readonly waitsSince: Date;
}

const mostWaiting = 500;

/** Who waits in these villages, by village, program and goods; at most 500 people, the longest waiting. */
export const waitingIn = async (
  tx: Transaction,
  villageCodes: readonly string[],
): Promise<readonly WaitingGroup[]> => {
  const rows = await tx.entitlement.findMany({
    where: { villageCode: { in: [...villageCodes] }, status: "approved" },
    orderBy: [{ approvedAt: "asc" }, { id: "asc" }],
    take: mostWaiting,
    select: {
      ...{ id: true, villageCode: true, programCode: true, goodsName: true, unit: true },
      ...{ quantity: true, approvedAt: true },
    },
  });
  const names = await programNames(
    tx,
    rows.map((row) => row.programCode),
  );
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = [row.villageCode, row.programCode, row.goodsName, row.unit].join("|");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.approvedAt) return [];
    const { villageCode, programCode, goodsName, unit } = first;
    return {
      ...{ villageCode, programCode, goodsName, unit, waitsSince: first.approvedAt },
      programName: names.get(programCode) ?? programCode,
      entitlements: group.map(({ id, quantity }) => ({ id, quantity })),
    };
  });
};

/** What people of a village wait for in one cycle. */
export interface VillageWaiting {
  readonly programCode: string;
  readonly programName: string;
  readonly cycleId: string;
  readonly cycleName: string;
  /** People who wait for a trip, and those who stand on the list of one. */
  readonly waiting: number;
  readonly onTrip: number;
  readonly waitsSince: Date | null;
}

/**
 * What waits in the reader's own villages, by cycle, the longest first; empty to whoever speaks for none.
 * @throws forbidden to who reads no entitlements
 */
export const listVillageWaiting = async (
  ctx: ServiceContext,
): Promise<readonly VillageWaiting[]> => {
  requireHeld(ctx, "entitlement.read");
  const own = areasOf(ctx.actor, "entitlement.read").filter(
    (code) => areaLevelOf(code) === "village",
  );
  if (own.length === 0) return [];
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.entitlement.groupBy({
      by: ["programCode", "cycleId", "status"],
      where: { villageCode: { in: own }, status: { in: [...waitingStatuses] } },
      _count: true,
      _min: { approvedAt: true },
    });
    const names = await programNames(
      tx,
      rows.map((row) => row.programCode),
    );
    const cycles = await tx.aidCycle.findMany({
      where: { id: { in: rows.map((row) => row.cycleId) } },
      select: { id: true, name: true },
    });
    const count = (cycleId: string, status: string) =>
      rows.find((row) => row.cycleId === cycleId && row.status === status)?._count ?? 0;
    return cycles
      .map(({ id, name }) => {
        const own = rows.filter((row) => row.cycleId === id);
        const programCode = own[0]?.programCode ?? "";
        const waiting = own.find((row) => row.status === "approved");
        return {
          ...{ programCode, programName: names.get(programCode) ?? programCode },
          ...{ cycleId: id, cycleName: name },
          ...{ waiting: count(id, "approved"), onTrip: count(id, "allocated") },
          waitsSince: waiting?._min.approvedAt ?? null,
        };
      })
      .sort((a, b) => (a.waitsSince?.getTime() ?? 0) - (b.waitsSince?.getTime() ?? 0));
  });
};
