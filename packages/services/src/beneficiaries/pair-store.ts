import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import type { Resident } from "@rembuk/domain/beneficiaries/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { openResident, residentFields } from "./registry-store";

/** A record whose like the actor may decide about. @throws not-found RESIDENT_NOT_FOUND */
export const getDecidable = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<Resident & { readonly carries: number }> => {
  const row = await tx.resident.findUnique({
    where: { id },
    select: { ...residentFields, _count: { select: { merged: true } } },
  });
  if (!row || !canInArea(ctx.actor, "resident.merge", { areaCode: row.villageCode }))
    throw new DomainError("not-found", "RESIDENT_NOT_FOUND");
  return { ...openResident(ctx, row), carries: row._count.merged };
};

interface Decided {
  readonly firstId: string;
  readonly secondId: string;
  readonly villageCode: string;
  readonly decision: "merged" | "apart";
  readonly keptId: string | null;
  readonly reason: string;
}

/** Keeps what was decided about two records; there is one standing decision. @throws conflict RESIDENT_MERGE_NOT_NOW */
export const insertDecision = async (
  tx: Transaction,
  ctx: ServiceContext,
  { villageCode, ...decided }: Decided,
): Promise<void> => {
  const [firstId = "", secondId = ""] = [decided.firstId, decided.secondId].sort();
  const standing = await tx.residentPair.findFirst({
    where: { firstId, secondId, undoneAt: null },
    select: { id: true },
  });
  if (standing) throw new DomainError("conflict", "RESIDENT_MERGE_NOT_NOW");
  const by = { decidedById: ctx.actor.userId, decidedAt: ctx.now(), id: ctx.newId() };
  const data = { ...decided, ...by, firstId, secondId, subdistrictCode: villageCode.slice(0, 8) };
  await tx.residentPair.create({ data, select: { id: true } });
};

/** The records and their standing decision are locked together by the version that was read. */
export const setMergedInto = async (
  tx: Transaction,
  record: Pick<Resident, "id" | "version">,
  keptId: string | null,
): Promise<void> => {
  const { id, version } = record;
  const { count } = await tx.resident.updateMany({
    where: { id, version },
    data: { mergedIntoId: keptId, version: version + 1 },
  });
  if (count !== 1) throw new DomainError("conflict", "RESIDENT_MERGE_NOT_NOW");
};

/** Ends the decision by which a record went into another. @throws conflict RESIDENT_MERGE_NOT_NOW */
export const endDecision = async (
  tx: Transaction,
  ctx: ServiceContext,
  mergedId: string,
  keptId: string,
): Promise<void> => {
  const [firstId = "", secondId = ""] = [mergedId, keptId].sort();
  const { count } = await tx.residentPair.updateMany({
    where: { firstId, secondId, decision: "merged", undoneAt: null },
    data: { undoneAt: ctx.now(), undoneById: ctx.actor.userId },
  });
  if (count !== 1) throw new DomainError("conflict", "RESIDENT_MERGE_NOT_NOW");
};
