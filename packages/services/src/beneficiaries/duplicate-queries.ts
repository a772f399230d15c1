import type { Transaction } from "@rembuk/db/client";
import { areasOf } from "@rembuk/domain/access/policy";
import { type Likeness, likenessOf } from "@rembuk/domain/beneficiaries/likeness";
import { maskNik } from "@rembuk/domain/beneficiaries/masking";
import { isStanding, provisionalCode, type Resident } from "@rembuk/domain/beneficiaries/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { villageNames } from "./registry-queries";
import { openResident, residentFields } from "./registry-store";

/** One of two records that may be one person. */
export interface PairedRecord {
  readonly residentId: string;
  readonly householdId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** "1980-02-29": who decides has to compare it. */
  readonly birthDate: string;
  readonly sex: Resident["sex"];
  readonly maskedNik: string | null;
  readonly provisionalCode: string | null;
  readonly villageName: string;
  /** Entered by the reader: somebody else decides. */
  readonly isOwn: boolean;
}

export interface LikelyPair {
  readonly likeness: Likeness;
  readonly first: PairedRecord;
  readonly second: PairedRecord;
  /** Both have a NIK and they differ. */
  readonly differByNik: boolean;
}

const mostPairs = 50;

const metPairs = (tx: Transaction, subdistricts: readonly string[]) =>
  tx.$queryRaw<{ first: string; second: string }[]>`
    SELECT DISTINCT a.resident_id AS first, b.resident_id AS second
    FROM resident_meeting a JOIN resident_meeting b ON b.key = a.key AND b.resident_id > a.resident_id
    WHERE a.subdistrict_code = ANY (${subdistricts as string[]}::text[])
      AND NOT EXISTS (SELECT 1 FROM resident_pair p WHERE p.first_id = a.resident_id
        AND p.second_id = b.resident_id AND p.undone_at IS NULL)
    ORDER BY 1 DESC, 2 DESC LIMIT ${mostPairs * 2}`;

/**
 * Records of the reader's kecamatan that may be one person, newest first: the same NIK in any two villages,
 * or in one village the same birth date and names that sound alike. Nothing is merged by itself.
 * @throws forbidden to who may not decide
 */
export const listLikelyPairs = async (ctx: ServiceContext): Promise<readonly LikelyPair[]> => {
  requireHeld(ctx, "resident.merge");
  return inTransaction(ctx, async (tx) => {
    const met = await metPairs(tx, areasOf(ctx.actor, "resident.merge"));
    const ids = [...new Set(met.flatMap(({ first, second }) => [first, second]))];
    const rows = await tx.resident.findMany({ where: { id: { in: ids } }, select: residentFields });
    const records = new Map(rows.map((row) => [row.id, openResident(ctx, row)]));
    const names = await villageNames(
      tx,
      rows.map((row) => row.villageCode),
    );
    const told = (one: Resident): PairedRecord => ({
      ...{ residentId: one.id, householdId: one.householdId, name: one.name },
      ...{ aliases: one.aliases, birthDate: one.birthDate, sex: one.sex },
      maskedNik: one.nik && maskNik(one.nik),
      provisionalCode: one.nik === null ? provisionalCode(one.id) : null,
      villageName: names.get(one.villageCode) ?? one.villageCode,
      isOwn: one.createdById === ctx.actor.userId,
    });
    return met
      .flatMap(({ first, second }): LikelyPair[] => {
        const [a, b] = [records.get(first), records.get(second)];
        if (!a || !b || !isStanding(a) || !isStanding(b)) return [];
        const likeness = likenessOf(a, b);
        const differByNik = a.nik !== null && b.nik !== null && a.nik !== b.nik;
        return likeness ? [{ likeness, first: told(a), second: told(b), differByNik }] : [];
      })
      .slice(0, mostPairs);
  });
};
