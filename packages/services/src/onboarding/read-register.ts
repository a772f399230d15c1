import { localDate } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { ImportPlan } from "@rembuk/domain/onboarding/commands";
import type { NamedChoice } from "@rembuk/domain/onboarding/near-names";
import { type ColumnMapping, registerSheet } from "@rembuk/domain/onboarding/register-columns";
import {
  type RegisterReading,
  type RegisterRow,
  type RowProblem,
  readRegisterRow,
  rowIdentity,
} from "@rembuk/domain/onboarding/register-rows";
import { missingColumns } from "@rembuk/domain/onboarding/sheet-columns";
import { listVillages } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import { rulesIn } from "../cases/rule-queries";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import type { SheetRow } from "../integrations/workbook";
import { blindIndex } from "../kernel/field-keys";
import { openPlan, type StoredImport } from "./import-store";
import { knownBy, readSheet } from "./read-sheet";

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

const choicesOf = async (ctx: ServiceContext, subdistrictCode: string) => {
  const villages = await listVillages(ctx.db, subdistrictCode);
  const rules = [...(await rulesIn(ctx, subdistrictCode)).values()].filter((rule) => rule.isActive);
  return { villages, categories: rules.map((rule) => rule.category) };
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
  const plan = openPlan(ctx, row);
  const { headings, columns, data } = await readSheet(ctx, row, registerSheet, plan);
  const { reading, ...ground } = await readingOf(ctx, row, plan, columns);
  const read =
    missingColumns(registerSheet, columns).length > 0
      ? { ready: [], problems: [] }
      : readRows(ctx, row, data, reading);
  return { headings, columns, data, ...read, ...ground };
};
