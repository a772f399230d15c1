import type { Transaction } from "@rembuk/db/client";
import { type DispositionRule, noDisposition } from "@rembuk/domain/cases/dispositions";
import type { ServiceContext } from "../context";

/** How an office lets cases go out. */
export interface OfficeSetting {
  readonly subdistrictCode: string;
  /** 0: never saved. */
  readonly version: number;
  readonly dispositionFirst: boolean;
  readonly dispositionDays: number;
}

/** What the office saved, else what ships: nothing waits. */
export const findOfficeSetting = async (
  tx: Pick<Transaction, "officeSetting">,
  subdistrictCode: string,
): Promise<OfficeSetting> => {
  const row = await tx.officeSetting.findUnique({
    where: { subdistrictCode },
    select: { subdistrictCode: true, version: true, dispositionFirst: true, dispositionDays: true },
  });
  const { isFirst, limitDays } = noDisposition;
  return (
    row ?? { subdistrictCode, version: 0, dispositionFirst: isFirst, dispositionDays: limitDays }
  );
};

export const dispositionRuleOf = (setting: OfficeSetting): DispositionRule => ({
  isFirst: setting.dispositionFirst,
  limitDays: setting.dispositionDays,
});

/** Writes over the version that was read. @returns whether nobody else was first */
export const writeOfficeSetting = async (
  tx: Transaction,
  ctx: ServiceContext,
  setting: OfficeSetting,
): Promise<boolean> => {
  const { subdistrictCode, dispositionFirst, dispositionDays, version } = setting;
  const changed = await tx.$executeRaw`
    INSERT INTO office_setting AS s
      (subdistrict_code, version, disposition_first, disposition_days, updated_by_id, updated_at)
    VALUES (${subdistrictCode}, 1, ${dispositionFirst}, ${dispositionDays}::int,
      ${ctx.actor.userId}::uuid, ${ctx.now()})
    ON CONFLICT (subdistrict_code) DO UPDATE SET version = s.version + 1,
      disposition_first = excluded.disposition_first, disposition_days = excluded.disposition_days,
      updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at
    WHERE s.version = ${version}::int`;
  return changed === 1;
};
