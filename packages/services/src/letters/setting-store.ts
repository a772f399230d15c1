import type { Transaction } from "@rembuk/db/client";
import type { LetterSetting } from "@rembuk/domain/letters/model";
import { defaultNumberFormat } from "@rembuk/domain/letters/numbering";
import type { ServiceContext } from "../context";

/** How an office numbers its letters and what stands on each; what ships until it saves its own. */
export const findSetting = async (
  tx: Pick<Transaction, "letterSetting">,
  subdistrictCode: string,
): Promise<LetterSetting> => {
  const row = await tx.letterSetting.findUnique({
    where: { subdistrictCode },
    select: {
      subdistrictCode: true,
      version: true,
      numberFormat: true,
      letterhead: true,
      copies: true,
    },
  });
  if (row) return row;
  return {
    subdistrictCode,
    version: 0,
    numberFormat: defaultNumberFormat,
    letterhead: [],
    copies: [],
  };
};

/** Writes over the version that was read. @returns whether nobody else was first */
export const writeSetting = async (
  tx: Transaction,
  ctx: ServiceContext,
  setting: LetterSetting,
): Promise<boolean> => {
  const { subdistrictCode, numberFormat, letterhead, copies, version } = setting;
  const changed = await tx.$executeRaw`
    INSERT INTO letter_setting AS s
      (subdistrict_code, version, number_format, letterhead, copies, updated_by_id, updated_at)
    VALUES (${subdistrictCode}, 1, ${numberFormat}, ${[...letterhead]}::text[], ${[...copies]}::text[],
      ${ctx.actor.userId}::uuid, ${ctx.now()})
    ON CONFLICT (subdistrict_code) DO UPDATE SET version = s.version + 1, number_format = excluded.number_format,
      letterhead = excluded.letterhead, copies = excluded.copies,
      updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at
    WHERE s.version = ${version}::int`;
  return changed === 1;
};
