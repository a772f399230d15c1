import { localDate } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ImportPlan } from "@rembuk/domain/onboarding/commands";
import { mostRegisterRows } from "@rembuk/domain/onboarding/model";
import { type NamedChoice, proposeName } from "@rembuk/domain/onboarding/near-names";
import {
  type ColumnMapping,
  findHeadingRow,
  missingColumns,
  proposeColumns,
  registerFields,
} from "@rembuk/domain/onboarding/register-columns";
import {
  type RegisterReading,
  type RegisterRow,
  type RowProblem,
  readRegisterRow,
  rowIdentity,
} from "@rembuk/domain/onboarding/register-rows";
import { cellText } from "@rembuk/domain/onboarding/sheet-cells";
import { listVillages } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import { rulesIn } from "../cases/rule-queries";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { readWorkbook, type SheetRow } from "../integrations/workbook";
import { blindIndex } from "../kernel/field-keys";
import { openSealedFile } from "../kernel/file-sealing";
import { importKey, importSeal, openPlan, type StoredImport } from "./import-store";

/** Title and headings above the rows. */
const rowsAbove = 20;

export interface ReadRow {
  readonly row: RegisterRow;
  readonly fingerprint: Uint8Array<ArrayBuffer>;
}

/** A register as it is understood now, in the order of its rows. */
export interface Register {
  readonly headings: readonly string[];
  readonly columns: ColumnMapping;
  readonly data: readonly SheetRow[];
  readonly ready: readonly ReadRow[];
  readonly problems: readonly RowProblem[];
  readonly villages: readonly NamedChoice[];
  readonly categories: readonly NamedChoice[];
  readonly calendar: WorkingCalendar;
}

const openFile = async (ctx: FileContext, row: StoredImport): Promise<readonly SheetRow[]> => {
  const sealed = row.fileWipedAt === null ? await ctx.files.store.get(importKey(row.id)) : null;
  if (!sealed) throw new DomainError("not-found", "IMPORT_NOT_FOUND");
  const bytes = openSealedFile(ctx.keys, importSeal(row.id), sealed);
  return readWorkbook(bytes, mostRegisterRows + rowsAbove);
};

const noColumns = Object.fromEntries(registerFields.map((f) => [f, null])) as ColumnMapping;

const choicesOf = async (ctx: ServiceContext, subdistrictCode: string) => {
  const villages = await listVillages(ctx.db, subdistrictCode);
  const rules = [...(await rulesIn(ctx, subdistrictCode)).values()].filter((rule) => rule.isActive);
  return { villages, categories: rules.map((rule) => rule.category) };
};

/** A word by the plan, else by the very name. A name that is merely near is asked about. */
const knownBy = (chosen: Readonly<Record<string, string>>, choices: readonly NamedChoice[]) => {
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

const readingOf = async (
  ctx: ServiceContext,
  row: StoredImport,
  plan: ImportPlan | null,
  columns: ColumnMapping,
) => {
  const { villages, categories } = await choicesOf(ctx, row.subdistrictCode);
  const calendar = await officeCalendar(ctx.db, row.subdistrictCode);
  const supervisory = new Set(categories.filter((c) => c.isSupervisory).map((c) => c.code));
  const categoryOf = knownBy(plan?.categories ?? {}, categories);
  const reading: RegisterReading = {
    mapping: columns,
    villageOf: knownBy(plan?.villages ?? {}, villages),
    categoryOf: (plain) => {
      const code = categoryOf(plain);
      return code === undefined ? undefined : { code, isSupervisory: supervisory.has(code) };
    },
    today: localDate(toLocalDate(ctx.now(), calendar.zone)),
    demo: ctx.demo,
  };
  return { reading, villages, categories, calendar };
};

const readRows = (
  ctx: ServiceContext,
  row: StoredImport,
  data: readonly SheetRow[],
  reading: RegisterReading,
) => {
  const ready: ReadRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  for (const { cells, row: at } of data) {
    const read = readRegisterRow(cells, at, reading);
    if ("problems" in read) {
      problems.push(...read.problems);
      continue;
    }
    const identity = `${row.subdistrictCode}:${rowIdentity(read.row)}`;
    if (seen.has(identity)) problems.push({ row: at, field: "title", code: "REPEATED" });
    else ready.push({ row: read.row, fingerprint: blindIndex(ctx.keys, "import-row", identity) });
    seen.add(identity);
  }
  return { ready, problems };
};

/**
 * Opens the file that was sent and reads it by the plan, or by what its headings say.
 * @throws invalid WORKBOOK_*; not-found IMPORT_NOT_FOUND when the file is gone
 */
export const readRegister = async (ctx: FileContext, row: StoredImport): Promise<Register> => {
  const sheet = await openFile(ctx, row);
  const plan = openPlan(ctx, row);
  const at = findHeadingRow(sheet.map(({ cells }) => cells));
  const headings = (sheet[at]?.cells ?? []).map(cellText);
  const columns = plan ? { ...noColumns, ...plan.columns } : proposeColumns(headings);
  const data = sheet.slice(at + 1);
  const { reading, ...ground } = await readingOf(ctx, row, plan, columns);
  const read =
    missingColumns(columns).length > 0
      ? { ready: [], problems: [] }
      : readRows(ctx, row, data, reading);
  return { headings, columns, data, ...read, ...ground };
};

/** What a cell of the column says; empty where the register has no such column. */
export const wordIn = (cells: SheetRow["cells"], at: number | null): string =>
  at === null ? "" : cellText(cells[at]);
