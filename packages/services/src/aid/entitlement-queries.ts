import type { Transaction } from "@rembuk/db/client";
import { areasOf, canInArea } from "@rembuk/domain/access/policy";
import type { ListEntitlementsInput } from "@rembuk/domain/aid/commands";
import {
  type EntitlementStatus,
  type HandoverOutcome,
  isEntitlementActOf,
  waitingStatuses,
} from "@rembuk/domain/aid/entitling";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import { villageNames } from "../beneficiaries/registry-queries";
import { openResident, residentFields } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { unseal } from "../kernel/field-keys";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { entitlementFields } from "./entitlement-store";
import { programNames } from "./program-store";

export interface EntitlementDto {
  readonly id: string;
  readonly version: number;
  readonly status: EntitlementStatus;
  readonly programCode: string;
  /** Short: "BPNT". */
  readonly programName: string;
  readonly cycleId: string;
  readonly cycleName: string;
  readonly householdId: string;
  readonly residentName: string;
  readonly villageName: string;
  readonly goodsName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly outcome: HandoverOutcome | null;
  readonly deliveredQuantity: number | null;
  readonly approvedAt: Date | null;
  readonly letterNumber: string | null;
  readonly servedAt: Date | null;
  readonly cancelReason: string | null;
  readonly mayCancel: boolean;
}

export interface EntitlementPage {
  readonly items: readonly EntitlementDto[];
  readonly nextCursor: string | null;
}

/** Rows of the reader's places, as an explicit predicate beside the fence. */
export const entitlementScope = (ctx: ServiceContext) => {
  const areas = areasOf(ctx.actor, "entitlement.read");
  const at = (level: string) => areas.filter((code) => areaLevelOf(code) === level);
  return {
    OR: [
      { villageCode: { in: at("village") } },
      { subdistrictCode: { in: at("subdistrict") } },
      { regencyCode: { in: at("regency") } },
    ],
  };
};

const entitlementRows = (tx: Transaction, ctx: ServiceContext, input: ListEntitlementsInput) =>
  tx.entitlement.findMany({
    where: {
      ...entitlementScope(ctx),
      ...(input.cycleId ? { cycleId: input.cycleId } : {}),
      ...(input.householdId ? { householdId: input.householdId } : {}),
      ...(input.isWaiting ? { status: { in: [...waitingStatuses] } } : {}),
      ...(input.cursor ? { id: { lt: input.cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: (input.limit ?? 50) + 1,
    select: {
      ...entitlementFields,
      cancelSealed: true,
      resident: { select: residentFields },
      cycle: { select: { name: true } },
    },
  });
type Row = Awaited<ReturnType<typeof entitlementRows>>[number];

interface Names {
  readonly villages: ReadonlyMap<string, string>;
  readonly programs: ReadonlyMap<string, string>;
}

const toDto = (ctx: ServiceContext, row: Row, { villages, programs }: Names): EntitlementDto => {
  const status = row.status as EntitlementStatus;
  const { villageCode: areaCode, programCode, cancelSealed } = row;
  return {
    ...{ id: row.id, version: row.version, status, programCode, cycleId: row.cycleId },
    ...{ householdId: row.householdId, goodsName: row.goodsName, unit: row.unit },
    ...{ quantity: row.quantity, deliveredQuantity: row.deliveredQuantity },
    ...{ approvedAt: row.approvedAt, letterNumber: row.letterNumber, servedAt: row.servedAt },
    programName: programs.get(programCode) ?? programCode,
    cycleName: row.cycle.name,
    residentName: openResident(ctx, row.resident).name,
    villageName: villages.get(areaCode) ?? areaCode,
    outcome: row.outcome as HandoverOutcome | null,
    cancelReason: cancelSealed && unseal(ctx.keys, `entitlement:cancel:${row.id}`, cancelSealed),
    mayCancel:
      isEntitlementActOf("cancel", { status }) &&
      canInArea(ctx.actor, "entitlement.cancel", { areaCode }),
  };
};

/**
 * Entitlements that the reader's places hold, newest first: of a cycle or of a household.
 * @throws forbidden to who reads none
 */
export const listEntitlements = async (
  ctx: ServiceContext,
  input: ListEntitlementsInput,
): Promise<EntitlementPage> => {
  requireHeld(ctx, "entitlement.read");
  const limit = input.limit ?? 50;
  return inTransaction(ctx, async (tx) => {
    const rows = await entitlementRows(tx, ctx, input);
    const page = rows.slice(0, limit);
    const names = {
      villages: await villageNames(
        tx,
        page.map((row) => row.villageCode),
      ),
      programs: await programNames(
        tx,
        page.map((row) => row.programCode),
      ),
    };
    return {
      items: page.map((row) => toDto(ctx, row, names)),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
};
