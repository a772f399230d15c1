import { decideMove, type MoveEffect, moveEffects } from "@rembuk/domain/cases/category-moves";
import type { previewMoveInput } from "@rembuk/domain/cases/rule-commands";
import type { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { latestOf, readMoveGround } from "./rule-base-queries";
import { countOpenCases } from "./rule-trial-queries";

export interface MovePreview {
  /** The category itself first, then those below it. */
  readonly effects: readonly MoveEffect[];
  /** Of those that may be counted: they keep their rule. */
  readonly openCases: number;
}

/** What a move would change for new cases, before it is saved. @throws as moving does */
export const previewMove = async (
  ctx: ServiceContext,
  { areaCode, categoryCode, parentCode }: z.infer<typeof previewMoveInput>,
): Promise<MovePreview> => {
  requireInArea(ctx, "rules.edit", areaCode);
  const ground = await readMoveGround(ctx, ctx.db, areaCode);
  const latest = latestOf(ground.versions, areaCode, categoryCode);
  const move = { id: ctx.newId(), areaCode, categoryCode, parentCode };
  const effects = moveEffects(ground, decideMove(ground, latest, move));
  const codes = effects.map(({ code }) => code);
  const openCases = await inTransaction(ctx, (tx) => countOpenCases(tx, areaCode, codes));
  return { effects, openCases };
};
