import { randomBytes } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import { formatCaseNumber } from "@rembuk/domain/cases/case-number";
import { responsibleKeyOf } from "@rembuk/domain/cases/reported-unit";
import { groupedBy } from "@rembuk/domain/onboarding/grouping";
import { decideImport } from "@rembuk/domain/onboarding/importing";
import type { RegisterRow } from "@rembuk/domain/onboarding/register-rows";
import { findOffice } from "../areas/queries";
import { personRow } from "../beneficiaries/store";
import { loadSectors } from "../cases/category-queries";
import { findResponsible } from "../cases/responsible-queries";
import { categoryOf } from "../cases/rule-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { stageClock } from "../kernel/stage-clock";
import { systemActorId } from "../kernel/system-actor";
import { RECEIPT_BYTES, receiptSecrets } from "../kernel/tracking-secrets";
import { findSimilar, hexOf } from "./check-import";
import { lockImport, noteProgress, type StoredImport } from "./import-store";
import {
  type CaseOfRow,
  findKnownRows,
  insertImportedCases,
  nextSerials,
} from "./imported-case-store";
import type { ReadRow, Register } from "./read-register";

export interface Batch {
  readonly rows: readonly ReadRow[];
  /** The last row of the sheet before it, and how many were looked at until there. */
  readonly after: number;
  readonly done: number;
}

/** What the rows have in common, asked once for each category of a turn. */
export const loadGround = async (
  ctx: ServiceContext,
  row: StoredImport,
  rows: readonly ReadRow[],
) => {
  const { subdistrictCode } = row;
  const office = await findOffice(ctx.db, subdistrictCode);
  const inspectorate = (await loadSectors(ctx.db, "")).get("INSPEKTORAT");
  if (!office || !inspectorate) throw new Error("office or inspectorate is missing");
  const categories = new Map<string, Awaited<ReturnType<typeof categoryOf>>>();
  const responsible = new Map<string, string | null>();
  for (const code of new Set(rows.map((r) => r.row.categoryCode))) {
    const category = await categoryOf(ctx, subdistrictCode, code);
    const key = responsibleKeyOf(
      { subdistrictCode, reportedParty: null },
      category.focalSectionCode,
    );
    categories.set(code, category);
    responsible.set(code, await findResponsible(ctx.reads, key, ctx.now()));
  }
  return { office, inspectorate, categories, responsible };
};

type Ground = Awaited<ReturnType<typeof loadGround>> & Pick<Register, "calendar">;

/** Numbers of the year in which each row was received, in the order of the rows. */
const numbersOf = async (
  tx: Transaction,
  row: StoredImport,
  rows: readonly ReadRow[],
  letters: string,
): Promise<ReadonlyMap<RegisterRow, string>> => {
  const numbers = new Map<RegisterRow, string>();
  for (const [year, ofYear] of groupedBy(rows, (r) => Number(r.row.receivedOn.slice(0, 4)))) {
    const serials = await nextSerials(tx, row.subdistrictCode, year, ofYear.length);
    ofYear.forEach(({ row: register }, at) => {
      const serial = serials[at] ?? 0;
      numbers.set(register, formatCaseNumber({ prefix: letters, year, serial }));
    });
  }
  return numbers;
};

const caseOf = (
  ctx: ServiceContext,
  row: StoredImport,
  { row: register, fingerprint }: ReadRow,
  ground: Ground & { readonly number: string },
): CaseOfRow => {
  const { calendar, number } = ground;
  const { subdistrictCode } = row;
  const category = ground.categories.get(register.categoryCode);
  if (!category) throw new Error("the category of a row was not loaded");
  const place = { subdistrictCode, villageCode: register.villageCode };
  const person = register.reporter ? personRow(ctx, register.reporter, place) : null;
  const imported = decideImport(
    register,
    {
      ...{ id: ctx.newId(), importId: row.id, number, subdistrictCode },
      // Nobody entered it: what is told to who entered a case would reach whoever pressed the button.
      createdById: systemActorId,
      reporterPersonId: person?.id ?? null,
      responsibleId: ground.responsible.get(register.categoryCode) ?? null,
    },
    category,
    ground.inspectorate,
    { calendar, clock: stageClock(ctx.now(), category, calendar) },
  );
  const secrets = receiptSecrets(ctx.keys, number, randomBytes(RECEIPT_BYTES));
  return { imported, row: register.row, fingerprint, person, secrets };
};

/**
 * Takes one batch of rows over: cases, events, rows and the mark how far it is, in one transaction. What
 * was taken over before is passed by.
 * @returns false when somebody stopped it, or another worker went ahead
 */
export const takeBatch = async (
  ctx: ServiceContext,
  row: StoredImport,
  ground: Ground,
  { rows, after, done }: Batch,
): Promise<boolean> => {
  const similar = await findSimilar(ctx, row, ground, rows);
  return inTransaction(ctx, async (tx) => {
    const held = await lockImport(tx, row.id, after);
    if (!held) return false;
    const fingerprints = rows.map(({ fingerprint }) => fingerprint);
    const known = await findKnownRows(tx, row.subdistrictCode, fingerprints);
    const wanted = rows.filter(
      (one) =>
        !known.has(hexOf(one.fingerprint)) && (held.takesSimilar || !similar.has(one.row.row)),
    );
    const numbers = await numbersOf(tx, row, wanted, ground.office.letters);
    const cases = wanted.map((one) =>
      caseOf(ctx, row, one, { ...ground, number: numbers.get(one.row) ?? "" }),
    );
    await insertImportedCases(tx, ctx, row.id, cases);
    await noteProgress(tx, row.id, {
      done: done + rows.length,
      lastRow: rows.at(-1)?.row.row ?? after,
      made: cases.length,
      leftOut: rows.length - cases.length,
    });
    return true;
  });
};
