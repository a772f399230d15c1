import type { Database } from "@rembuk/db/client";
import { nameSpellingRule } from "@rembuk/domain/beneficiaries/name-spelling";
import type { ServiceContext } from "../context";
import { unseal } from "../kernel/field-keys";
import { nameKeyColumns, saveNameKeys } from "./name-key-store";

interface Unkeyed {
  readonly id: string;
  readonly subdistrictCode: string;
  readonly villageCode: string;
  readonly nameSealed: Uint8Array;
}

/** Persons behind `after` whose name has no keys of the present rule. Names are sealed: SQL cannot make them. */
const listUnkeyed = (db: Pick<Database, "$queryRaw">, after: string, limit: number) =>
  db.$queryRaw<Unkeyed[]>`
    SELECT p.id, p.subdistrict_code AS "subdistrictCode", p.village_code AS "villageCode",
      p.name_sealed AS "nameSealed"
    FROM person p LEFT JOIN person_name_key k ON k.person_id = p.id AND k.rule = ${nameSpellingRule}::smallint
    WHERE k.person_id IS NULL AND p.id > ${after}::uuid ORDER BY p.id LIMIT ${limit}`;

const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * Makes the keys of names that have none, or those of an older rule, a bounded number in each
 * transaction. The rows say what is left: ended at any moment and begun again it goes on there.
 * @returns persons done
 */
export const completeNameKeys = async (
  ctx: Pick<ServiceContext, "db" | "keys">,
  batchRows = 500,
): Promise<number> => {
  let done = 0;
  let after = firstId;
  for (;;) {
    const last = await ctx.db.$transaction(async (tx) => {
      const persons = await listUnkeyed(tx, after, batchRows);
      const rows = persons.map(({ id, subdistrictCode, villageCode, nameSealed }) => ({
        ...nameKeyColumns(ctx.keys, {
          ...{ id, subdistrictCode },
          name: unseal(ctx.keys, `person:name:${id}`, nameSealed),
        }),
        subdistrict_code: subdistrictCode,
        village_code: villageCode,
      }));
      if (rows.length > 0) await saveNameKeys(tx, rows);
      done += rows.length;
      return persons.at(-1)?.id ?? null;
    });
    if (last === null) return done;
    after = last;
  }
};
