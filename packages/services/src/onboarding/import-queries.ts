import type { OnboardingInput } from "@rembuk/domain/onboarding/commands";
import type { ImportFindings } from "@rembuk/domain/onboarding/findings";
import { type ImportStatus, mayBeUndone } from "@rembuk/domain/onboarding/model";
import { missingColumns, type RegisterField } from "@rembuk/domain/onboarding/register-columns";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { findImports, openFindings, openPlan, type StoredImport } from "./import-store";

/** An import as the administrators of the place see it: counts, rows that need a hand, no case. */
export interface ImportItem {
  readonly id: string;
  readonly status: ImportStatus;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly casesMade: number;
  readonly rowsLeftOut: number;
  readonly failure: string | null;
  /** Where in the workbook what was refused stands: "C9", "sheet2!C9". */
  readonly failureCell: string | null;
  readonly findings: ImportFindings | null;
  readonly chosen: {
    readonly villages: Readonly<Record<string, string>>;
    readonly categories: Readonly<Record<string, string>>;
  };
  readonly missing: readonly RegisterField[];
  readonly mayStart: boolean;
  readonly mayUndo: boolean;
}

const toItem = (ctx: ServiceContext, row: StoredImport): ImportItem => {
  const findings = openFindings(ctx, row);
  const plan = openPlan(ctx, row);
  const missing = findings ? missingColumns(findings.columns) : [];
  const isReadable = findings !== null && missing.length === 0 && row.fileWipedAt === null;
  const waits = ["checked", "cancelled", "failed"].includes(row.status);
  const { id, status, requestedAt, finishedAt, rowsTotal, rowsDone, casesMade, rowsLeftOut } = row;
  return {
    ...{ id, status, requestedAt, finishedAt, rowsTotal, rowsDone, casesMade, rowsLeftOut },
    ...{ failure: row.failure, failureCell: row.failureCell, findings, missing },
    chosen: { villages: plan?.villages ?? {}, categories: plan?.categories ?? {} },
    mayStart: isReadable && waits && rowsDone < rowsTotal,
    mayUndo: mayBeUndone(status) && casesMade > 0,
  };
};

/** Registers that were sent for this kecamatan, newest first. @throws forbidden outside the area */
export const listImports = (
  ctx: ServiceContext,
  { areaCode }: OnboardingInput,
): Promise<readonly ImportItem[]> => {
  requireInArea(ctx, "office.prepare", areaCode);
  return inTransaction(ctx, async (tx) =>
    (await findImports(tx, areaCode)).map((row) => toItem(ctx, row)),
  );
};
