import type { Transaction } from "@rembuk/db/client";
import type { Permission } from "@rembuk/domain/access/permissions";
import { canInArea } from "@rembuk/domain/access/policy";
import { maskNik, maskPhone } from "@rembuk/domain/beneficiaries/masking";
import {
  ageOn,
  isStanding,
  type LeavingStatus,
  type NikMissing,
  provisionalCode,
  type Relation,
  type Resident,
  type ResidentStatus,
} from "@rembuk/domain/beneficiaries/model";
import type { NikWarning, Sex } from "@rembuk/domain/beneficiaries/nik";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logRegistryReading } from "../kernel/log-access";
import { villageNames } from "./registry-queries";
import {
  householdFields,
  openHousehold,
  openMembers,
  openResident,
  registryToday,
  residentFields,
} from "./registry-store";

/** A record that went into another one, or the one that another went into. */
export interface MergedRecord {
  readonly residentId: string;
  readonly householdId: string;
  readonly name: string;
  readonly villageName: string;
}

export interface MemberDto {
  readonly id: string;
  readonly name: string;
  /** Own ones, and the names of records that went into this one. */
  readonly aliases: readonly string[];
  /** Of these the ones that the record itself carries: what an editor changes. */
  readonly ownAliases: readonly string[];
  readonly maskedNik: string | null;
  readonly nikMissing: NikMissing | null;
  /** What a person without a NIK is served under. */
  readonly provisionalCode: string | null;
  readonly nikWarnings: readonly NikWarning[];
  /** Whole years. */
  readonly age: number;
  readonly sex: Sex;
  readonly maskedPhone: string | null;
  readonly relation: Relation;
  readonly status: ResidentStatus;
  /** The kept record; "elsewhere": in a village that the reader does not read. */
  readonly mergedInto: MergedRecord | "elsewhere" | null;
  readonly carries: readonly MergedRecord[];
}

export interface HouseholdDto {
  readonly id: string;
  readonly version: number;
  readonly villageCode: string;
  readonly villageName: string;
  readonly subdistrictName: string;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly address: string;
  readonly maskedCard: string | null;
  readonly updatedAt: Date;
  readonly members: readonly MemberDto[];
  readonly left: readonly { readonly name: string; readonly status: LeavingStatus }[];
  readonly mayEdit: boolean;
  readonly mayReveal: boolean;
  /** May the reader write down what its people ask about their own data? */
  readonly mayRequest: boolean;
  readonly mayDecide: boolean;
  /** Whether the reader sees the programs that the household is put forward for, and may put it forward. */
  readonly readsAid: boolean;
  readonly mayNominate: boolean;
}

interface Linked {
  readonly carried: readonly Resident[];
  readonly kept: readonly Resident[];
  readonly names: ReadonlyMap<string, string>;
}

const recordOf = (one: Resident, names: ReadonlyMap<string, string>): MergedRecord => ({
  residentId: one.id,
  householdId: one.householdId,
  name: one.name,
  villageName: names.get(one.villageCode) ?? one.villageCode,
});

const memberDto = (ctx: ServiceContext, one: Resident, linked: Linked): MemberDto => {
  const carried = linked.carried.filter((other) => other.mergedIntoId === one.id);
  const names = [...one.aliases, ...carried.flatMap((other) => [other.name, ...other.aliases])];
  const kept = linked.kept.find((other) => other.id === one.mergedIntoId);
  const { id, name, nikMissing, nikWarnings, sex, relation, status } = one;
  return {
    ...{ id, name, nikMissing, nikWarnings, sex, relation, status },
    aliases: [...new Set(names)].filter((alias) => alias !== name),
    ownAliases: one.aliases,
    maskedNik: one.nik && maskNik(one.nik),
    provisionalCode: one.nik === null ? provisionalCode(id) : null,
    age: ageOn(one.birthDate, registryToday(ctx)),
    maskedPhone: one.phone && maskPhone(one.phone),
    mergedInto:
      one.mergedIntoId === null ? null : kept ? recordOf(kept, linked.names) : "elsewhere",
    carries: carried.map((other) => recordOf(other, linked.names)),
  };
};

/** Records that went into these, and those that these went into, as far as the reader's fence reaches. */
const linkedTo = async (
  tx: Transaction,
  ctx: ServiceContext,
  members: readonly Resident[],
): Promise<Linked> => {
  const ids = members.map((one) => one.id);
  const into = members.flatMap((one) => one.mergedIntoId ?? []);
  const rows = await tx.resident.findMany({
    where: { OR: [{ mergedIntoId: { in: ids } }, { id: { in: into } }] },
    select: residentFields,
  });
  const all = rows.map((row) => openResident(ctx, row));
  const names = await villageNames(
    tx,
    all.map((one) => one.villageCode),
  );
  return {
    carried: all.filter((one) => one.mergedIntoId !== null && ids.includes(one.mergedIntoId)),
    kept: all.filter((one) => into.includes(one.id)),
    names,
  };
};

/** A household inside the reader's reach. @throws not-found HOUSEHOLD_NOT_FOUND */
export const getHouseholdRow = async (tx: Transaction, ctx: ServiceContext, id: string) => {
  const row = await tx.household.findUnique({ where: { id }, select: householdFields });
  if (!row || !canInArea(ctx.actor, "resident.read", { areaCode: row.villageCode }))
    throw new DomainError("not-found", "HOUSEHOLD_NOT_FOUND");
  return row;
};

/** Auditors read with a trace, and nothing opens the registry to them without one. */
const logAuditor = async (
  tx: Transaction,
  ctx: ServiceContext,
  { id, villageCode }: { readonly id: string; readonly villageCode: string },
): Promise<void> => {
  const others = ctx.actor.assignments.filter((a) => a.role !== "auditor");
  const reads = { ...ctx.actor, assignments: others };
  if (canInArea(reads, "resident.read", { areaCode: villageCode })) return;
  await logRegistryReading(tx, ctx, {
    ...{ subject: `household/${id}`, villageCode, act: "audited-read" },
  });
};

/**
 * One household with its members. NIK, No. KK and phone are masked and the birth date is told as an age; what
 * they are is revealed one by one, for a purpose.
 * @throws not-found HOUSEHOLD_NOT_FOUND outside the reader's places
 */
export const showHousehold = (
  ctx: ServiceContext,
  { householdId }: { readonly householdId: string },
): Promise<HouseholdDto> =>
  inTransaction(ctx, async (tx) => {
    const row = await getHouseholdRow(tx, ctx, householdId);
    await logAuditor(tx, ctx, row);
    const all = await openMembers(tx, ctx, [householdId]);
    const linked = await linkedTo(tx, ctx, all);
    const names = await villageNames(tx, [row.villageCode, row.subdistrictCode]);
    const { familyCardNumber, address } = openHousehold(ctx, row);
    const may = (permission: Permission) =>
      canInArea(ctx.actor, permission, { areaCode: row.villageCode });
    const { id, version, villageCode, hamlet, rt, rw, updatedAt } = row;
    return {
      ...{ id, version, villageCode, hamlet, rt, rw, updatedAt, address },
      villageName: names.get(villageCode) ?? villageCode,
      subdistrictName: names.get(row.subdistrictCode) ?? row.subdistrictCode,
      maskedCard: familyCardNumber && maskNik(familyCardNumber),
      members: all
        .filter((one) => one.status === "living")
        .map((one) => memberDto(ctx, one, linked)),
      left: all
        .filter((one) => !isStanding(one) && one.status !== "living")
        .map(({ name, status }) => ({ name, status: status as LeavingStatus })),
      mayEdit: may("household.save"),
      mayReveal: may("resident.reveal"),
      mayRequest: may("subject-request.record"),
      mayDecide: may("resident.merge"),
      readsAid: may("enrollment.read"),
      mayNominate: may("enrollment.nominate"),
    };
  });
