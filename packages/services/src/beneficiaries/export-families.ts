import { maskNik, maskPhone } from "@rembuk/domain/beneficiaries/masking";
import {
  ageOn,
  isStanding,
  type NikMissing,
  provisionalCode,
  type Relation,
} from "@rembuk/domain/beneficiaries/model";
import type { Sex } from "@rembuk/domain/beneficiaries/nik";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { villageNames } from "./registry-queries";
import { householdFields, openHousehold, openMembers, registryToday } from "./registry-store";

/** A member as a list names them: numbers masked, the birth date as an age. */
export interface FamilyRow {
  readonly householdId: string;
  readonly villageName: string;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly maskedCard: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly relation: Relation;
  readonly sex: Sex;
  /** Whole years. */
  readonly age: number;
  readonly maskedNik: string | null;
  readonly nikMissing: NikMissing | null;
  readonly provisionalCode: string | null;
  readonly maskedPhone: string | null;
}

export interface FamilyTable {
  readonly rows: readonly FamilyRow[];
  /** There were more members than a table may hold. */
  readonly isCut: boolean;
}

const pageHouseholds = 200;

type Household = Awaited<ReturnType<typeof readPage>>["households"][number];

const readPage = (ctx: ServiceContext, areaCode: string, after: string | null) =>
  inTransaction(ctx, async (tx) => {
    const place = areaCode.length > 8 ? { villageCode: areaCode } : { subdistrictCode: areaCode };
    const households = await tx.household.findMany({
      where: { ...place, ...(after ? { id: { lt: after } } : {}) },
      orderBy: { id: "desc" },
      take: pageHouseholds,
      select: householdFields,
    });
    const ids = households.map((one) => one.id);
    const villages = households.map((one) => one.villageCode);
    const [members, names] = await Promise.all([
      openMembers(tx, ctx, ids),
      villageNames(tx, villages),
    ]);
    return { households, members: members.filter(isStanding), names };
  });

const rowsOf = (
  ctx: ServiceContext,
  { households, members, names }: Awaited<ReturnType<typeof readPage>>,
): readonly FamilyRow[] => {
  const today = registryToday(ctx);
  const shared = (household: Household) => {
    const card = openHousehold(ctx, household).familyCardNumber;
    const { id: householdId, hamlet, rt, rw, villageCode } = household;
    const villageName = names.get(villageCode) ?? villageCode;
    return { householdId, villageName, hamlet, rt, rw, maskedCard: card && maskNik(card) };
  };
  return households.flatMap((household) =>
    members
      .filter((one) => one.householdId === household.id)
      .map((one) => ({
        ...shared(household),
        ...{ name: one.name, aliases: one.aliases, relation: one.relation, sex: one.sex },
        age: ageOn(one.birthDate, today),
        maskedNik: one.nik && maskNik(one.nik),
        nikMissing: one.nikMissing,
        provisionalCode: one.nik === null ? provisionalCode(one.id) : null,
        maskedPhone: one.phone && maskPhone(one.phone),
      })),
  );
};

/**
 * The families of a kecamatan or a village, household by household, as their reader may see them.
 * @param most rows
 * @param tell is told after each page how many there are; false: it was cancelled meanwhile
 * @returns null when it was cancelled
 */
export const exportFamilies = async (
  ctx: ServiceContext,
  areaCode: string,
  most: number,
  tell: (rows: number) => Promise<boolean>,
): Promise<FamilyTable | null> => {
  const rows: FamilyRow[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(ctx, areaCode, after);
    rows.push(...rowsOf(ctx, page));
    after = page.households.length === pageHouseholds ? (page.households.at(-1)?.id ?? null) : null;
    if (!(await tell(rows.length))) return null;
  } while (after && rows.length < most);
  return { rows: rows.slice(0, most), isCut: after !== null || rows.length > most };
};
