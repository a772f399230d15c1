import type { Transaction } from "@rembuk/db/client";
import type { AskedSpellings } from "@rembuk/domain/beneficiaries/name-spelling";
import { keptSpellings, nameSpellingRule } from "@rembuk/domain/beneficiaries/name-spelling";
import { blindIndex, type FieldKeys } from "../kernel/field-keys";

/**
 * The blind key of one spelling within a kecamatan: the same name elsewhere has another one, so that what
 * a reader may not search looks to the database like what does not exist. 64 bits of an HMAC, as
 * PostgreSQL's bigint in decimal.
 */
const nameKey = (keys: FieldKeys, subdistrictCode: string, spelling: string): string =>
  Buffer.from(blindIndex(keys, "name-spelling", `${subdistrictCode}:${spelling}`))
    .readBigInt64BE(0)
    .toString();

/** A row of `person_name_key`: the same names in the record of the person give the rest. */
export const nameKeyColumns = (
  keys: FieldKeys,
  person: { readonly id: string; readonly subdistrictCode: string; readonly name: string },
) => ({
  person_id: person.id,
  keys: keptSpellings(person.name).map((one) => nameKey(keys, person.subdistrictCode, one)),
  rule: nameSpellingRule,
});

/** The keys under which these names of one person are found within the kecamatan. */
export const nameKeysOf = (
  keys: FieldKeys,
  subdistrictCode: string,
  names: readonly string[],
): bigint[] =>
  [...new Set(names.flatMap(keptSpellings))].map((one) =>
    BigInt(nameKey(keys, subdistrictCode, one)),
  );

/** For one word of a name: its keys in each of the kecamatan. */
export const askedKeys = (
  keys: FieldKeys,
  offices: readonly string[],
  word: AskedSpellings,
  how: keyof AskedSpellings,
): readonly string[] =>
  offices.flatMap((office) => word[how].map((one) => nameKey(keys, office, one)));

/** Writes keys of names anew; a row that is there is replaced. */
export const saveNameKeys = async (
  tx: Transaction,
  rows: readonly (ReturnType<typeof nameKeyColumns> & {
    readonly subdistrict_code: string;
    readonly village_code: string;
  })[],
): Promise<void> => {
  await tx.$executeRawUnsafe(
    `INSERT INTO person_name_key AS k SELECT * FROM jsonb_populate_recordset(NULL::person_name_key, $1::jsonb)
     ON CONFLICT (person_id) DO UPDATE SET keys = excluded.keys, rule = excluded.rule`,
    JSON.stringify(rows),
  );
};
