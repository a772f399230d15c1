import type { Transaction } from "@rembuk/db/client";
import { clientAction } from "@rembuk/domain/cases/commands";
import { caseEvent } from "@rembuk/domain/cases/events";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { receiptSecrets, secretBytesOf } from "../kernel/tracking-secrets";
import { loadCase } from "./change-case";
import { replaceReceiptSecrets } from "./link-store";
import type { Receipt } from "./open-case";

export const renewReceiptCommand = z.object({ ...clientAction, caseId: z.uuid() });
type RenewReceiptCommand = z.infer<typeof renewReceiptCommand>;

const secretsOf = (
  ctx: ServiceContext,
  number: string,
  { clientActionId, caseId }: RenewReceiptCommand,
) => {
  const act = { kind: "receipt", actorId: ctx.actor.userId, clientActionId, caseId } as const;
  return receiptSecrets(ctx.keys, number, secretBytesOf(ctx.keys, act));
};

/**
 * A new code and PIN for a reprinted receipt; the old ones stop working. The same act again is told
 * the same code and PIN.
 * @throws conflict CLIENT_ACTION_REUSED for another case under the same id
 */
export const renewReceipt = async (
  ctx: ServiceContext,
  command: RenewReceiptCommand,
): Promise<Receipt> => {
  const permittedCase = async (tx: Transaction) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "case.reprint-receipt", kase);
    return kase;
  };
  const work = async (tx: Transaction) => {
    const kase = await permittedCase(tx);
    await replaceReceiptSecrets(tx, kase.id, secretsOf(ctx, kase.number, command));
    const answer = { id: kase.id, number: kase.number };
    await recordEvents(tx, ctx, [caseEvent("case.receipt-renewed", kase, {})], command, answer);
    return answer;
  };
  const answer = await once(ctx, command, work, { authorise: permittedCase });
  const { code, pin } = secretsOf(ctx, answer.number, command);
  return { ...answer, code, pin };
};
