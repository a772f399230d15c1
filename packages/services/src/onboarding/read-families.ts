import {
  type FamilyRowProblem,
  familiesOf,
  type ReadFamily,
  readFamilyRow,
} from "@rembuk/domain/onboarding/family-rows";
import { type FamilyField, familySheet } from "@rembuk/domain/onboarding/family-sheet";
import type { NamedChoice } from "@rembuk/domain/onboarding/near-names";
import { missingColumns } from "@rembuk/domain/onboarding/sheet-columns";
import { listVillages } from "../areas/queries";
import { registryToday } from "../beneficiaries/registry-store";
import type { FileContext } from "../integrations/file-parts";
import { openPlan, type StoredImport } from "./import-store";
import { knownBy, type ReadSheet, readSheet } from "./read-sheet";

/** A list of families as it is understood now. */
export interface FamilyList {
  readonly sheet: ReadSheet<FamilyField>;
  /** Those whose rows are all in order, by their first rows. */
  readonly families: readonly ReadFamily[];
  readonly problems: readonly FamilyRowProblem[];
  /** What a village's name may mean. */
  readonly villages: readonly NamedChoice[];
}

/**
 * Opens the list that was sent and reads it by the plan, or by what its headings say. A list of one village is of
 * that village alone: rows that name another are refused, rows that name none are its own.
 * @throws invalid WORKBOOK_*; not-found IMPORT_NOT_FOUND when the file is gone
 */
export const readFamilies = async (ctx: FileContext, row: StoredImport): Promise<FamilyList> => {
  const kind = familySheet(row.villageCode !== null);
  const plan = openPlan(ctx, row);
  const sheet = await readSheet(ctx, row, kind, plan);
  const all = await listVillages(ctx.db, row.subdistrictCode);
  const villages = row.villageCode ? all.filter(({ code }) => code === row.villageCode) : all;
  if (missingColumns(kind, sheet.columns).length > 0)
    return { sheet, families: [], problems: [], villages };
  const known = knownBy(plan?.villages ?? {}, villages);
  const own = row.villageCode;
  const reading = {
    columns: sheet.columns,
    villageOf: (plain: string) => (own && plain === "" ? own : known(plain)),
    ...{ today: registryToday(ctx), demo: ctx.demo },
  };
  const told = sheet.data.map(({ cells, row: at }) => readFamilyRow(cells, at, reading));
  return { sheet, villages, ...familiesOf(told) };
};
