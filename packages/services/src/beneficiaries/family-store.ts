import type { Transaction } from "@rembuk/db/client";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import { cardIndex, meetingRows, memberColumns, type WrittenMember } from "./registry-store";

/** A household whose numbers were read and found to fit. */
export interface WrittenFamily {
  readonly householdId: string;
  /** The list that brings it; absent when it is entered by hand. */
  readonly importId?: string;
  readonly villageCode: string;
  /** 16 digits. */
  readonly familyCardNumber: string | null;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly address: string;
  readonly members: readonly WrittenMember[];
}

const householdRow = (ctx: ServiceContext, family: WrittenFamily) => {
  const { householdId: id, villageCode, familyCardNumber, hamlet, rt, rw, address } = family;
  return {
    ...{ id, villageCode, hamlet, rt, rw, importId: family.importId ?? null },
    ...{ subdistrictCode: villageCode.slice(0, 8), regencyCode: villageCode.slice(0, 5) },
    cardSealed: familyCardNumber && seal(ctx.keys, `household:card:${id}`, familyCardNumber),
    cardIndex: familyCardNumber && cardIndex(ctx, familyCardNumber),
    addressSealed: address === "" ? null : seal(ctx.keys, `household:address:${id}`, address),
    ...{ createdById: ctx.actor.userId, createdAt: ctx.now(), updatedAt: ctx.now() },
  };
};

/** Writes what is not there yet, in three statements. @returns the new ones */
export const insertFamilies = async (
  tx: Transaction,
  ctx: ServiceContext,
  families: readonly WrittenFamily[],
): Promise<readonly WrittenFamily[]> => {
  const ids = families.map((one) => one.householdId);
  const known = await tx.household.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const there = new Set(known.map((one) => one.id));
  const added = families.filter((one) => !there.has(one.householdId));
  await tx.household.createMany({
    data: added.map((one) => {
      const { cardSealed, cardIndex: index, ...row } = householdRow(ctx, one);
      return { ...row, cardSealed: cardSealed || null, cardIndex: index || null };
    }),
  });
  const members = added.flatMap((family) => family.members.map((member) => ({ family, member })));
  await tx.resident.createMany({
    data: members.map(({ family: { householdId }, member }) => ({
      ...memberColumns(ctx, member),
      ...{ id: member.id, householdId, villageCode: member.villageCode },
      subdistrictCode: member.villageCode.slice(0, 8),
      regencyCode: member.villageCode.slice(0, 5),
      ...{ createdById: member.createdById, createdAt: ctx.now() },
    })),
  });
  await tx.residentMeeting.createMany({
    data: members.flatMap(({ member }) => meetingRows(ctx, member)),
  });
  return added;
};
