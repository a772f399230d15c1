import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { findYears, type StoredYear } from "./year-store";

/** Years of assessment, the latest first. @throws forbidden */
export const listYears = async (ctx: ServiceContext): Promise<readonly StoredYear[]> => {
  requireHeld(ctx, "innovation.rubric");
  return inTransaction(ctx, findYears);
};
