import pg from "pg";

/** What a table's copy consists of. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: string;
}

/** Made anew by the migrations themselves. */
const ledger = "_prisma_migrations";

/** Every ordinary table of the schema, partitions too, with the columns that are stored. */
export const listTables = async (client: pg.Client): Promise<readonly CopiedTable[]> => {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `SELECT c.relname::text AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.position) FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, position)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
     FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> $1
     ORDER BY c.relname COLLATE "C"`,
    [ledger],
  );
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    order: key ? key.map((c) => pg.escapeIdentifier(c)).join(", ") : "t::text",
  }));
};

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly isCalled: boolean;
}

/** Where the sequences stand; those of the case numbers are made as years begin. */
export const listSequences = async (client: pg.Client): Promise<readonly SequenceState[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE "C"`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM public.${pg.escapeIdentifier(name)}`,
    );
    const [state] = found.rows;
    if (state) states.push({ name, value: state.value, isCalled: state.called });
  }
  return states;
};

const columnsOf = (table: CopiedTable): string =>
  table.columns.map((c) => pg.escapeIdentifier(c)).join(", ");

/** Rows in one order and one spelling, whatever the session is set to. */
export const copyOut = (table: CopiedTable): string =>
  `COPY (SELECT ${columnsOf(table)} FROM public.${pg.escapeIdentifier(table.name)} t ORDER BY ${table.order}) TO STDOUT`;

export const copyIn = (table: CopiedTable): string =>
  `COPY public.${pg.escapeIdentifier(table.name)} (${columnsOf(table)}) FROM STDIN`;

/** A connection whose text form of every value is the same everywhere. */
export const connectForCopy = async (url: string, name: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: `rembuk-${name}`,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 0,
    options:
      "-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=iso_8601 -c extra_float_digits=1 -c bytea_output=hex",
  });
  // A server that dies between two statements ends the next one; it must not end this process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
};
