import type { Database, Transaction } from "@rembuk/db/client";
import {
  decideServe,
  type Entitlement,
  type EntitlementStatus,
  type HandoverOutcome,
  isEntitlementActOf,
  statusesBefore,
} from "@rembuk/domain/aid/entitling";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import { toDay } from "./program-store";

export const entitlementFields = {
  ...{ id: true, subdistrictCode: true, villageCode: true, programCode: true, cycleId: true },
  ...{ enrollmentId: true, residentId: true, householdId: true, fundingLevel: true },
  ...{ nominatedById: true, goodsName: true, unit: true, quantity: true, status: true },
  ...{ outcome: true, deliveredQuantity: true, createdById: true, createdAt: true },
  ...{ approvedById: true, approvedAt: true, letterNumber: true, servedAt: true, version: true },
  caseId: true,
} as const;

/** An entitlement inside the fence; null: there is none. */
export const findEntitlement = (tx: Transaction, id: string) =>
  tx.entitlement.findUnique({ where: { id }, select: entitlementFields });
export type EntitlementRow = NonNullable<Awaited<ReturnType<typeof findEntitlement>>>;

/** What of a row a decision about it asks for. */
export type ServedEntitlement = Pick<
  EntitlementRow,
  "id" | "status" | "quantity" | "createdById" | "nominatedById" | "version"
>;

/** A row as decisions know it. */
export const toEntitlement = (row: ServedEntitlement): Entitlement => ({
  ...{ id: row.id, status: row.status as EntitlementStatus, quantity: row.quantity },
  ...{ createdById: row.createdById, nominatedById: row.nominatedById, version: row.version },
});

/** Somebody whose enrolment was decided, for whom an entitlement is made. */
export interface EntitledPlace {
  readonly enrollmentId: string;
  readonly residentId: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly fundingLevel: string;
  readonly nominatedById: string;
  /** The request for welfare that it came from. */
  readonly caseId: string | null;
}

/** Drafts of a cycle; who has one in it already keeps that one. Gives how many were made. */
export const insertDrafts = async (
  tx: Transaction,
  ctx: ServiceContext,
  of: {
    readonly cycleId: string;
    readonly programCode: string;
    readonly goodsName: string;
    readonly unit: string;
    readonly quantity: number;
  },
  places: readonly EntitledPlace[],
): Promise<number> => {
  const made = { createdById: ctx.actor.userId, createdAt: ctx.now() };
  const data = places.map((place) => ({
    ...{ ...of, ...place, ...made, id: ctx.newId(), status: "draft" },
    subdistrictCode: place.villageCode.slice(0, 8),
    regencyCode: place.villageCode.slice(0, 5),
  }));
  const { count } = await tx.entitlement.createMany({ data, skipDuplicates: true });
  return count;
};

/** The drafts of a cycle inside the fence, as far as approving asks. */
export const listDrafts = (tx: Transaction, cycleId: string) =>
  tx.entitlement.findMany({
    where: { cycleId, status: "draft" },
    select: {
      ...{ id: true, villageCode: true, fundingLevel: true },
      ...{ createdById: true, nominatedById: true },
    },
  });
export type DraftRow = Awaited<ReturnType<typeof listDrafts>>[number];

/** These drafts, approved. */
export const approveDrafts = async (
  tx: Transaction,
  ctx: ServiceContext,
  ids: readonly string[],
  letterNumber: string | null,
): Promise<number> => {
  const { count } = await tx.entitlement.updateMany({
    where: { id: { in: [...ids] }, status: { in: statusesBefore("approve") } },
    data: {
      ...{ status: "approved", letterNumber, version: { increment: 1 } },
      ...{ approvedById: ctx.actor.userId, approvedAt: ctx.now() },
    },
  });
  return count;
};

/** On the version that was read. @throws conflict ENTITLEMENT_CHANGED_MEANWHILE */
export const markCancelled = async (
  tx: Transaction,
  ctx: ServiceContext,
  row: EntitlementRow,
  reason: string,
): Promise<void> => {
  const { count } = await tx.entitlement.updateMany({
    where: { id: row.id, version: row.version, status: { in: statusesBefore("cancel") } },
    data: {
      ...{ status: "cancelled", version: row.version + 1, cancelledById: ctx.actor.userId },
      cancelSealed: seal(ctx.keys, `entitlement:cancel:${row.id}`, reason),
    },
  });
  if (count !== 1) throw new DomainError("conflict", "ENTITLEMENT_CHANGED_MEANWHILE");
};

const changeMany = async (
  tx: Transaction,
  ids: readonly string[],
  act: "allocate" | "release" | "reconcile",
  to: EntitlementStatus,
) => {
  if (ids.length === 0) return [];
  return tx.entitlement.updateManyAndReturn({
    where: { id: { in: [...ids] }, status: { in: statusesBefore(act) } },
    data: { status: to, version: { increment: 1 } },
    select: entitlementFields,
  });
};

/** Onto a trip's manifest, all or none. @throws conflict ENTITLEMENT_CHANGED_MEANWHILE */
export const allocateEntitlements = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly EntitlementRow[]> => {
  const rows = await changeMany(tx, ids, "allocate", "allocated");
  if (rows.length !== new Set(ids).size)
    throw new DomainError("conflict", "ENTITLEMENT_CHANGED_MEANWHILE");
  return rows;
};

/** Off a manifest: those of them that nobody received anything of wait again. Gives their ids. */
export const releaseEntitlements = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly string[]> =>
  (await changeMany(tx, ids, "release", "approved")).map((row) => row.id);

/** Their trip is closed. */
export const reconcileEntitlements = (tx: Transaction, ids: readonly string[]) =>
  changeMany(tx, ids, "reconcile", "reconciled");

/** What became of an entitlement whose handovers were decided; null: nothing was handed over after all. */
export interface DecidedOutcome {
  readonly row: ServedEntitlement;
  readonly served: {
    readonly outcome: HandoverOutcome;
    readonly quantity: number;
    readonly servedAt: Date;
  } | null;
}

const decidedColumns = ({ row, served }: DecidedOutcome) => {
  const { id, version } = row;
  if (served === null) {
    if (!isEntitlementActOf("serve", toEntitlement(row)))
      throw new DomainError("conflict", "ENTITLEMENT_CHANGED_MEANWHILE");
    const none = { outcome: null, delivered: null, served_at: null };
    return { id, version, status: "allocated", ...none };
  }
  const { outcome, quantity, servedAt } = served;
  const { status, deliveredQuantity } = decideServe(toEntitlement(row), outcome, quantity);
  return { id, version, status, outcome, delivered: deliveredQuantity, served_at: servedAt };
};

/**
 * Outcomes of many entitlements in one statement, each on the version that was read: all of them, or none.
 * @throws conflict ENTITLEMENT_ACT_NOT_NOW, ENTITLEMENT_CHANGED_MEANWHILE; invalid ENTITLEMENT_QUANTITY
 */
export const writeOutcomes = async (
  tx: Transaction,
  decided: readonly DecidedOutcome[],
): Promise<void> => {
  if (decided.length === 0) return;
  const rows = decided.map(decidedColumns);
  const count = await tx.$executeRaw`
    UPDATE entitlement e SET status = d.status, outcome = d.outcome, delivered_quantity = d.delivered,
      served_at = d.served_at, version = d.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(id uuid, version int, status text, outcome text,
      delivered int, served_at timestamptz)
    WHERE e.id = d.id AND e.version = d.version`;
  if (count !== rows.length) throw new DomainError("conflict", "ENTITLEMENT_CHANGED_MEANWHILE");
};

const cyclesAtOnce = 50;

/** Cycles that ended before this day and have entitlements that still wait. */
export const listEndedCycles = (db: Database, today: string) =>
  db.aidCycle.findMany({
    where: {
      endsOn: { lt: toDay(today) },
      entitlements: { some: { status: { in: statusesBefore("expire") } } },
    },
    orderBy: { id: "asc" },
    take: cyclesAtOnce,
    select: { id: true, programCode: true, subdistrictCode: true },
  });

/** What of a cycle still waits, expires. Gives how many. */
export const expireOfCycle = async (tx: Transaction, cycleId: string): Promise<number> => {
  const { count } = await tx.entitlement.updateMany({
    where: { cycleId, status: { in: statusesBefore("expire") } },
    data: { status: "expired", version: { increment: 1 } },
  });
  return count;
};
