import type { OnboardingInput } from "@rembuk/domain/onboarding/commands";
import type { FamilyFindings, RegisterFindings } from "@rembuk/domain/onboarding/findings";
import { type ImportKind, type ImportStatus, mayBeUndone } from "@rembuk/domain/onboarding/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { importPermission, importPlace } from "./import-rights";
import {
  familyFindings,
  findImports,
  missingOf,
  openPlan,
  registerFindings,
  type StoredImport,
} from "./import-store";

/** An import as those who sent it see it: counts, rows that need a hand, no case and no person. */
export interface ImportItem<Findings = RegisterFindings | FamilyFindings> {
  readonly id: string;
  readonly status: ImportStatus;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  /** Cases, or households. */
  readonly made: number;
  readonly rowsLeftOut: number;
  readonly failure: string | null;
  /** Where in the workbook what was refused stands: "C9", "sheet2!C9". */
  readonly failureCell: string | null;
  readonly findings: Findings | null;
  readonly chosen: {
    readonly villages: Readonly<Record<string, string>>;
    readonly categories: Readonly<Record<string, string>>;
  };
  /** Fields that no column is read for yet. */
  readonly missing: readonly string[];
  readonly mayStart: boolean;
  readonly mayUndo: boolean;
}

const toItem = <Findings>(
  ctx: ServiceContext,
  row: StoredImport,
  findings: Findings | null,
): ImportItem<Findings> => {
  const plan = openPlan(ctx, row);
  const missing = missingOf(ctx, row) ?? [];
  const isReadable = findings !== null && missing.length === 0 && row.fileWipedAt === null;
  const waits = ["checked", "cancelled", "failed"].includes(row.status);
  const { id, status, requestedAt, finishedAt, rowsTotal, rowsDone, made, rowsLeftOut } = row;
  return {
    ...{ id, status, requestedAt, finishedAt, rowsTotal, rowsDone, made, rowsLeftOut },
    ...{ failure: row.failure, failureCell: row.failureCell, findings, missing },
    chosen: { villages: plan?.villages ?? {}, categories: plan?.categories ?? {} },
    mayStart: isReadable && waits && rowsDone < rowsTotal,
    mayUndo: mayBeUndone(status) && made > 0,
  };
};

const list = async <Findings>(
  ctx: ServiceContext,
  kind: ImportKind,
  { areaCode }: OnboardingInput,
  findingsOf: (ctx: ServiceContext, row: StoredImport) => Findings | null,
): Promise<readonly ImportItem<Findings>[]> => {
  requireInArea(ctx, importPermission[kind], areaCode);
  return inTransaction(ctx, async (tx) =>
    (await findImports(tx, importPlace(kind, areaCode))).map((row) =>
      toItem(ctx, row, findingsOf(ctx, row)),
    ),
  );
};

/** Registers that were sent for this kecamatan, newest first. @throws forbidden outside the area */
export const listImports = (ctx: ServiceContext, input: OnboardingInput) =>
  list(ctx, "register", input, registerFindings);

/** Lists of families of this kecamatan or village, likewise. */
export const listFamilyImports = (ctx: ServiceContext, input: OnboardingInput) =>
  list(ctx, "families", input, familyFindings);
