import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import { mayApproveEntitlement } from "@rembuk/domain/aid/entitlement-rights";
import { type EntitlementStatus, isOwnEntitlement } from "@rembuk/domain/aid/entitling";
import {
  approverOf,
  type Cycle,
  type CycleState,
  cycleState,
  type FundingLevel,
} from "@rembuk/domain/aid/model";
import { isWithin } from "@rembuk/domain/areas/area-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { registryToday } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { allotCycle, getCycle } from "./cycle-store";
import { entitlementScope } from "./entitlement-queries";
import { listDrafts } from "./entitlement-store";
import { getProgram } from "./program-store";

/** What making the entitlements of a cycle would come to now. Counts of people. */
export interface CyclePreview {
  readonly toMake: number;
  readonly already: number;
  readonly gone: number;
  readonly twice: number;
  readonly overQuota: number;
}

export interface CycleDetail {
  readonly cycle: Cycle;
  readonly state: CycleState;
  readonly programName: string;
  readonly fundingLevel: FundingLevel;
  /** Entitlements within the reader's places, by status. */
  readonly counts: Readonly<Partial<Record<EntitlementStatus, number>>>;
  /** Null to who does not prepare them, and when the cycle has ended. */
  readonly preview: CyclePreview | null;
  /** What each receives, as it was said the last time; null the first time. */
  readonly goods: {
    readonly goodsName: string;
    readonly unit: string;
    readonly quantity: number;
  } | null;
  /** Drafts that the reader may approve, and those of them that another must. */
  readonly approving: {
    readonly open: number;
    readonly own: number;
    /** Somebody else decides: the letter is recorded. */
    readonly asksLetter: boolean;
  } | null;
}

const readsCycle = (ctx: ServiceContext, { subdistrictCode }: Cycle): boolean =>
  ctx.actor.assignments.some(
    ({ areaCode }) =>
      (isWithin(areaCode, subdistrictCode) || isWithin(subdistrictCode, areaCode)) &&
      canInArea(ctx.actor, "entitlement.read", { areaCode }),
  );

const countsOf = async (tx: Transaction, ctx: ServiceContext, cycleId: string) => {
  const rows = await tx.entitlement.groupBy({
    by: ["status"],
    where: { ...entitlementScope(ctx), cycleId },
    _count: true,
  });
  return Object.fromEntries(rows.map((row) => [row.status, row._count]));
};

const previewOf = async (tx: Transaction, cycle: Cycle): Promise<CyclePreview> => {
  const { chosen, ...others } = await allotCycle(tx, cycle);
  return { toMake: chosen.length, ...others };
};

const approvingOf = async (tx: Transaction, ctx: ServiceContext, cycleId: string) => {
  const drafts = await listDrafts(tx, cycleId);
  const mine = drafts.filter(({ villageCode: areaCode, fundingLevel }) =>
    mayApproveEntitlement(ctx.actor, { areaCode, fundingLevel: fundingLevel as FundingLevel }),
  );
  if (mine.length === 0) return null;
  const own = mine.filter((one) => isOwnEntitlement(one, ctx.actor.userId)).length;
  const asksLetter = mine.some((one) => approverOf(one.fundingLevel as FundingLevel) === null);
  return { open: mine.length - own, own, asksLetter };
};

/**
 * One cycle with its entitlements as counts, and what the reader can do about them.
 * @throws not-found CYCLE_NOT_FOUND, also outside the reader's places
 */
export const showCycle = (
  ctx: ServiceContext,
  { cycleId }: { readonly cycleId: string },
): Promise<CycleDetail> =>
  inTransaction(ctx, async (tx) => {
    const cycle = await getCycle(tx, cycleId);
    if (!readsCycle(ctx, cycle)) throw new DomainError("not-found", "CYCLE_NOT_FOUND");
    const program = await getProgram(tx, cycle.subdistrictCode, cycle.programCode);
    const state = cycleState(cycle, registryToday(ctx));
    const mayPrepare =
      state !== "ended" &&
      canInArea(ctx.actor, "entitlement.prepare", { areaCode: cycle.subdistrictCode });
    const last = await tx.entitlement.findFirst({
      where: { cycleId },
      orderBy: { id: "desc" },
      select: { goodsName: true, unit: true, quantity: true },
    });
    return {
      ...{ cycle, state, programName: program.name, fundingLevel: program.fundingLevel },
      counts: await countsOf(tx, ctx, cycleId),
      preview: mayPrepare ? await previewOf(tx, cycle) : null,
      goods: last,
      approving: state === "ended" ? null : await approvingOf(tx, ctx, cycleId),
    };
  });
