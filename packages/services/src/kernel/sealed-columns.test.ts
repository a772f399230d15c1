import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "../testing/world";
import { sealedColumns } from "./sealed-columns";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.drop());

const names = (rows: readonly { table: string; column: string }[]) =>
  rows.map((r) => `${r.table}.${r.column}`).sort();

describe("the list of sealed columns", () => {
  it("names every column of the database that is called sealed", async () => {
    const rows = await world.everything.$queryRaw<{ table: string; column: string }[]>`
      SELECT c.relname AS "table", a.attname AS "column" FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
        AND NOT a.attisdropped AND a.attname LIKE '%\\_sealed' AND a.atttypid = 'bytea'::regtype`;
    expect(names(rows)).toEqual(names(sealedColumns));
  });

  it("holds only columns that the worker may rewrite, so that rotation never stops half way", async () => {
    for (const { table, column } of sealedColumns) {
      const [row] = await world.everything.$queryRaw<{ may: boolean }[]>`
        SELECT has_column_privilege('rembuk_worker', ${`public.${table}`}, ${column}, 'UPDATE') AS may`;
      expect([table, column, row?.may]).toEqual([table, column, true]);
    }
  });
});
