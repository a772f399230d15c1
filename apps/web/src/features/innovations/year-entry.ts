import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Years = inferOutput<ReturnType<typeof useTRPC>["innovations"]["years"]>;
export type YearRow = Years[number];

/** A year of assessment as it is typed. */
export interface YearEntry {
  readonly id: string;
  readonly implementedFrom: string;
  readonly implementedTo: string;
  readonly designWords: string;
  readonly source: string;
  readonly isActive: boolean;
}
export type YearField = "id" | "implementedFrom" | "implementedTo" | "designWords" | "source";

export const yearEntryOf = (row: YearRow | null): YearEntry => ({
  id: row?.id ?? "",
  ...{ implementedFrom: row?.implementedFrom ?? "", implementedTo: row?.implementedTo ?? "" },
  ...{ designWords: String(row?.designWords ?? ""), source: row?.source ?? "" },
  isActive: row?.isActive ?? false,
});

/** Fields that do not hold yet, as the server checks them. */
export const yearProblems = (entry: YearEntry): readonly YearField[] => {
  const { id, implementedFrom: from, implementedTo: to, designWords, source } = entry;
  const checks: readonly (readonly [YearField, boolean])[] = [
    ["id", /^[A-Z]{2,8}-\d{4}$/.test(id.trim())],
    ["implementedFrom", from !== ""],
    ["implementedTo", to !== "" && (from === "" || from <= to)],
    ["designWords", /^\d{1,4}$/.test(designWords.trim())],
    ["source", source.trim().length >= 5],
  ];
  return checks.flatMap(([field, isSound]) => (isSound ? [] : [field]));
};

export const yearContent = (entry: YearEntry) => ({
  ...{ id: entry.id.trim(), source: entry.source.trim(), isActive: entry.isActive },
  ...{ implementedFrom: entry.implementedFrom, implementedTo: entry.implementedTo },
  designWords: Number(entry.designWords),
});
