import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { findOfficeSetting, type OfficeSetting } from "./office-setting-store";

/** How an office lets cases go out. @throws forbidden outside the administrator's area */
export const showOfficeSetting = (
  ctx: ServiceContext,
  input: { readonly subdistrictCode: string },
): Promise<OfficeSetting> => {
  requireInArea(ctx, "rules.edit", input.subdistrictCode);
  return inTransaction(ctx, (tx) => findOfficeSetting(tx, input.subdistrictCode));
};
