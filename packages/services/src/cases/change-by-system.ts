import type { Case } from "@rembuk/domain/cases/model";
import type { Decision } from "@rembuk/domain/cases/routing";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findCase, saveCase } from "./store";

/** At most so many in one run; the rest follow a minute later. */
export const systemBatch = 1_000;

/**
 * Changes one case without a person: loaded, decided and saved on the version that was read.
 * @returns false when a person was faster, so that nothing is left to do
 */
export const changeBySystem = async (
  ctx: ServiceContext,
  caseId: string,
  decide: (kase: Case) => Decision | Promise<Decision>,
): Promise<boolean> => {
  try {
    return await inTransaction(ctx, async (tx) => {
      const kase = await findCase(tx, caseId);
      if (!kase) return false;
      await saveCase(tx, ctx, { before: kase, ...(await decide(kase)), command: null });
      return true;
    });
  } catch (error) {
    if (isDomainError(error) && error.kind === "conflict") return false;
    throw error;
  }
};

/** Runs over what was due when asked; answers how many were changed. */
export const changeAllBySystem = async (
  ctx: ServiceContext,
  caseIds: readonly string[],
  decide: (kase: Case) => Decision | Promise<Decision>,
): Promise<number> => {
  let changed = 0;
  for (const id of caseIds) if (await changeBySystem(ctx, id, decide)) changed += 1;
  return changed;
};
