import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";

export interface TransferTarget {
  readonly subdistrictCode: string;
  readonly name: string;
}

/** Kecamatan of the same kabupaten that work here, besides the case's own. */
export const listTransferTargets = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<readonly TransferTarget[]> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "transfer.propose", kase);
    return tx.office.findMany({
      where: {
        subdistrictCode: { startsWith: `${kase.regencyCode}.`, not: kase.subdistrictCode },
      },
      select: { subdistrictCode: true, name: true },
      orderBy: { name: "asc" },
    });
  });
