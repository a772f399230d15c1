import { letterDistance, plainName } from "./near-names";
import { type Cell, cellText } from "./sheet-cells";

/** What the columns of one kind of workbook can say. */
export interface SheetKind<Field extends string> {
  readonly fields: readonly Field[];
  readonly required: readonly Field[];
  /** Headings of the template, and what people write over their own columns. The template's stands first. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
}

/** The column that a field is read from (0 is A); null: the workbook has none. */
export type Columns<Field extends string> = Readonly<Record<Field, number | null>>;

const wrongness = (heading: string, known: string): number => {
  const [a, b] = [plainName(heading), plainName(known)];
  return a === b ? 0 : 1 + letterDistance(a, b, Math.floor(b.length / 5));
};

/** How well a heading names a field: lower is better; null when it does not. */
const rankOf = (heading: string, known: readonly string[]): number | null => {
  const ranks = known.map((one, place) => {
    const wrong = wrongness(heading, one);
    const isNear = wrong <= 1 + Math.floor(plainName(one).length / 5);
    return isNear ? wrong * 100 + place : null;
  });
  const found = ranks.filter((rank) => rank !== null);
  return found.length === 0 ? null : Math.min(...found);
};

/** No column for any field. */
export const noColumns = <Field extends string>({
  fields,
}: SheetKind<Field>): Record<Field, number | null> =>
  Object.fromEntries(fields.map((field) => [field, null])) as Record<Field, null>;

/** Which column means what, by its heading; each column once, the surest first. */
export const proposeColumns = <Field extends string>(
  kind: SheetKind<Field>,
  headings: readonly string[],
): Columns<Field> => {
  const pairs = headings.flatMap((heading, column) =>
    kind.fields.flatMap((field) => {
      const rank = heading === "" ? null : rankOf(heading, kind.headings[field]);
      return rank === null ? [] : [{ field, column, rank }];
    }),
  );
  const mapping = noColumns(kind);
  const taken = new Set<number>();
  for (const { field, column } of pairs.sort((a, b) => a.rank - b.rank)) {
    if (mapping[field] !== null || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
};

/** The columns that a person chose; what is no field of this kind is left out. */
export const chosenColumns = <Field extends string>(
  kind: SheetKind<Field>,
  chosen: Readonly<Record<string, number | null>>,
): Columns<Field> => {
  const mapping = noColumns(kind);
  for (const field of kind.fields) mapping[field] = chosen[field] ?? null;
  return mapping;
};

/** Registers begin with a title; the headings stand in the row that names the most fields. */
export const findHeadingRow = <Field extends string>(
  kind: SheetKind<Field>,
  rows: readonly (readonly Cell[])[],
): number => {
  const named = rows
    .slice(0, 15)
    .map(
      (row) =>
        Object.values(proposeColumns(kind, row.map(cellText))).filter((c) => c !== null).length,
    );
  return named.indexOf(Math.max(0, ...named));
};

export const missingColumns = <Field extends string>(
  { required }: Pick<SheetKind<Field>, "required">,
  columns: Columns<Field>,
): readonly Field[] => required.filter((field) => columns[field] === null);
