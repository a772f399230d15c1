import { partsSchema } from "@rembuk/domain/innovations/commands";
import type { InnovationParts } from "./innovation-data";

/** Columns of each list, in order; `year` and `amount` are numbers, `…On` days. */
export const partColumns = {
  decrees: ["number", "subject", "startsOn", "endsOn"],
  budget: ["year", "source", "amount"],
  team: ["name", "position"],
  awards: ["name", "giver", "year"],
  meetings: ["minutes", "heldOn"],
} as const;
export type PartKey = keyof typeof partColumns;
export const partKeys = Object.keys(partColumns) as readonly PartKey[];
export type PartLine = Readonly<Record<string, string>> & { readonly key: string };

export const kindOfColumn = (column: string): "number" | "date" | "text" => {
  if (column === "year" || column === "amount") return "number";
  return column.endsWith("On") ? "date" : "text";
};

export const emptyLine = (part: PartKey): PartLine => ({
  ...Object.fromEntries(partColumns[part].map((column) => [column, ""])),
  key: crypto.randomUUID(),
});

/** The list as it is typed. */
export const linesOf = (parts: InnovationParts, part: PartKey): readonly PartLine[] =>
  parts[part].map((line) => ({
    ...Object.fromEntries(
      Object.entries(line).map(([column, value]) => [column, value === null ? "" : String(value)]),
    ),
    key: crypto.randomUUID(),
  }));

/** What was typed, as it is kept; null: a line is not whole. */
export const partOf = (
  part: PartKey,
  lines: readonly PartLine[],
): Partial<InnovationParts> | null => {
  const typed = lines.map(({ key: _, ...line }) =>
    Object.fromEntries(
      Object.entries(line).map(([column, text]) => {
        if (kindOfColumn(column) === "number")
          return [column, text.trim() === "" ? Number.NaN : Number(text)];
        return [column, (column === "endsOn" || column === "userId") && text === "" ? null : text];
      }),
    ),
  );
  const whole = part === "team" ? typed.map((line) => ({ userId: null, ...line })) : typed;
  const read = partsSchema.partial().safeParse({ [part]: whole });
  return read.success ? (read.data as Partial<InnovationParts>) : null;
};
