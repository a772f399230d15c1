/** Persons who reported the newest cases: names of few words, as real ones are, sealed and keyed. */

const { liveFieldKeys } = await import("../packages/services/src/kernel/field-keys.ts");
const { personRow } = await import("../packages/services/src/beneficiaries/store.ts");
const { randomUUID } = await import("node:crypto");

const firstNames = "Siti Muhammad Ahmad Nur Abdul Sri Dewi Rahmat Fitri Hasan Aminah Yusuf".split(
  " ",
);
const secondNames =
  "Rahmah Noor Hidayat Salasiah Kartini Wahyudi Maulana Syarif Fauzi Lestari".split(" ");

/** Of the very newest case; of a province that does not exist. */
export const knownNik = "9999014101900077";

const nameOf = (n) =>
  n % 5_000 === 0
    ? "Rusmiati"
    : `${firstNames[n % firstNames.length]} ${secondNames[(n * 7) % secondNames.length]}`;

const batch = 2_000;

/** @param {import("pg").Client} client the cluster's superuser, outside row-level security */
export const nameReporters = async (client, { keyText, persons }) => {
  const keys = liveFieldKeys(() => keyText);
  const actor = { userId: "00000000-0000-7000-8000-0000000000aa", name: "Bench", assignments: [] };
  const ctx = { keys, actor, demo: true, now: () => new Date(), newId: randomUUID };
  const { rows } = await client.query(
    'SELECT id, subdistrict_code AS "subdistrictCode", village_code AS "villageCode" FROM "case" ORDER BY received_at DESC LIMIT $1',
    [persons],
  );
  for (let from = 0; from < rows.length; from += batch) {
    const made = rows.slice(from, from + batch).map((row, i) => {
      const nik = from + i === 0 ? knownNik : null;
      return { ...personRow(ctx, { name: nameOf(from + i), nik }, row), case_id: row.id };
    });
    await client.query(
      `WITH r AS (SELECT e FROM jsonb_array_elements($1::jsonb) e),
       p AS (INSERT INTO person SELECT p.* FROM jsonb_populate_recordset(NULL::person, $1::jsonb) p),
       k AS (INSERT INTO person_name_key SELECT k.* FROM jsonb_populate_recordset(NULL::person_name_key, $1::jsonb) k)
       UPDATE "case" c SET reporter_person_id = (e->>'id')::uuid FROM r WHERE c.id = (e->>'case_id')::uuid`,
      [JSON.stringify(made)],
    );
  }
};
