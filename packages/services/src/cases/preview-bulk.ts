import type { PreviewBulkInput } from "@rembuk/domain/cases/bulk-commands";
import type { ServiceContext } from "../context";
import { type PlannedCase, planBulk } from "./plan-bulk";

export type PreviewedCase = Omit<PlannedCase, "kind" | "command">;

/** What will happen to each case, and which cannot and why. Changes nothing. */
export const previewBulk = async (
  ctx: ServiceContext,
  input: PreviewBulkInput,
): Promise<readonly PreviewedCase[]> => {
  const planned = await planBulk(ctx, input.act, input.cases);
  return planned.map(({ kind: _, command: __, ...shown }) => shown);
};
