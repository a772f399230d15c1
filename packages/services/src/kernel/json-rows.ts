type Cell = string | number | boolean | bigint | Date | Uint8Array | null | undefined | object;

const hexOf = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;

const cellOf = (value: Cell): unknown => {
  if (value instanceof Uint8Array) return hexOf(value);
  if (typeof value === "bigint") return value.toString();
  return Array.isArray(value) ? value.map(cellOf) : value;
};

/**
 * Rows as the one parameter of a statement that reads them by `jsonb_to_recordset`: it has one shape however many
 * rows there are, where a parameter for each value costs memory that is not given back. Bytes become `\x` and hex,
 * bigints text, dates ISO 8601 in UTC; a value that is undefined is left out and read as NULL.
 */
export const jsonRows = (rows: readonly Readonly<Record<string, Cell>>[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)])),
    ),
  );
