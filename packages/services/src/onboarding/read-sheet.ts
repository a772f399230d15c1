import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ImportPlan } from "@rembuk/domain/onboarding/commands";
import { mostUnknownWords, type UnknownWord } from "@rembuk/domain/onboarding/findings";
import { mostImportRows } from "@rembuk/domain/onboarding/model";
import { type NamedChoice, plainName, proposeName } from "@rembuk/domain/onboarding/near-names";
import { cellText } from "@rembuk/domain/onboarding/sheet-cells";
import {
  type Columns,
  chosenColumns,
  findHeadingRow,
  proposeColumns,
  type SheetKind,
} from "@rembuk/domain/onboarding/sheet-columns";
import type { FileContext } from "../integrations/file-parts";
import { readWorkbook, type SheetRow } from "../integrations/workbook";
import { openSealedFile } from "../kernel/file-sealing";
import { importKey, importSeal, type StoredImport } from "./import-store";

/** Title and headings above the rows. */
const rowsAbove = 20;

const openFile = async (ctx: FileContext, row: StoredImport): Promise<readonly SheetRow[]> => {
  const sealed = row.fileWipedAt === null ? await ctx.files.store.get(importKey(row.id)) : null;
  if (!sealed) throw new DomainError("not-found", "IMPORT_NOT_FOUND");
  const bytes = openSealedFile(ctx.keys, importSeal(row.id), sealed);
  return readWorkbook(bytes, mostImportRows + rowsAbove);
};

export interface ReadSheet<Field extends string> {
  readonly headings: readonly string[];
  readonly columns: Columns<Field>;
  /** The rows below the headings. */
  readonly data: readonly SheetRow[];
}

/**
 * Opens the file that was sent; its columns by the plan, or by what its headings say.
 * @throws invalid WORKBOOK_*; not-found IMPORT_NOT_FOUND when the file is gone
 */
export const readSheet = async <Field extends string>(
  ctx: FileContext,
  row: StoredImport,
  kind: SheetKind<Field>,
  plan: ImportPlan | null,
): Promise<ReadSheet<Field>> => {
  const sheet = await openFile(ctx, row);
  const at = findHeadingRow(
    kind,
    sheet.map(({ cells }) => cells),
  );
  const headings = (sheet[at]?.cells ?? []).map(cellText);
  const columns = plan ? chosenColumns(kind, plan.columns) : proposeColumns(kind, headings);
  return { headings, columns, data: sheet.slice(at + 1) };
};

/** A word by the plan, else by the very name. A name that is merely near is asked about. */
export const knownBy = (
  chosen: Readonly<Record<string, string>>,
  choices: readonly NamedChoice[],
) => {
  const codes = new Set(choices.map(({ code }) => code));
  const found = new Map<string, string | undefined>();
  return (plain: string): string | undefined => {
    if (!found.has(plain)) {
      const named = proposeName(plain, choices);
      const own = chosen[plain];
      found.set(plain, own && codes.has(own) ? own : named?.isSame ? named.code : undefined);
    }
    return found.get(plain);
  };
};

/** What a cell of the column says; empty where the workbook has no such column. */
const wordIn = (cells: SheetRow["cells"], at: number | null): string =>
  at === null ? "" : cellText(cells[at]);

/** The words of a column in these rows, the most frequent first, each with what it may mean. */
export const unknownWords = <Field extends string>(
  { data, columns }: ReadSheet<Field>,
  field: Field,
  rows: ReadonlySet<number>,
  choices: readonly NamedChoice[],
): readonly UnknownWord[] => {
  const found = new Map<string, { word: string; rows: number }>();
  for (const { cells, row } of data) {
    const word = wordIn(cells, columns[field]).slice(0, 120);
    const plain = plainName(word);
    if (plain === "" || !rows.has(row)) continue;
    found.set(plain, { word, rows: (found.get(plain)?.rows ?? 0) + 1 });
  }
  return [...found]
    .sort((a, b) => b[1].rows - a[1].rows)
    .slice(0, mostUnknownWords)
    .map(([plain, told]) => ({
      ...{ plain, ...told },
      proposal: proposeName(plain, choices)?.code ?? null,
    }));
};
