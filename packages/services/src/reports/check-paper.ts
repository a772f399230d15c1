import type { PaperKind } from "@rembuk/domain/reports/papers";
import { parsePaperNumber } from "@rembuk/domain/reports/papers";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { checkingTransaction } from "./check-queries";

/** What is told to whoever holds a paper: that it is Rembuk's, of where and when, and its two counts. */
export interface CheckedPaper {
  readonly kind: PaperKind;
  readonly number: string;
  readonly placeName: string;
  readonly zone: string;
  readonly madeAt: Date;
  readonly facts: { readonly open: number; readonly late: number } | null;
}

const factsSchema = z.object({ open: z.int(), late: z.int() }).nullable();

/** The paper of a number as it was typed; null where there is none. No name of anybody is told. */
export const checkPaper = async (
  ctx: Pick<ServiceContext, "db">,
  typed: string,
): Promise<CheckedPaper | null> => {
  const number = parsePaperNumber(typed);
  const found = number === null ? null : await checkingTransaction(ctx.db, number);
  if (!found?.finishedAt) return null;
  return {
    kind: found.kind as PaperKind,
    number: found.number,
    placeName: found.placeName,
    zone: found.zone,
    madeAt: found.finishedAt,
    facts: factsSchema.catch(null).parse(found.facts),
  };
};
