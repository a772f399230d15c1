import { clientAction } from "@rembuk/domain/cases/commands";
import { caseEvent } from "@rembuk/domain/cases/events";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { newReceiptSecrets } from "../kernel/tracking-secrets";
import { loadCase } from "./change-case";
import { replaceReceiptSecrets } from "./link-store";
import type { Receipt } from "./open-case";

export const renewReceiptCommand = z.object({ ...clientAction, caseId: z.uuid() });

/** A new code and PIN for a reprinted receipt; the old ones stop working. */
export const renewReceipt = (
  ctx: ServiceContext,
  command: z.infer<typeof renewReceiptCommand>,
): Promise<Receipt> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "case.reprint-receipt", kase);
    const secrets = newReceiptSecrets(ctx.keys, kase.number);
    await replaceReceiptSecrets(tx, kase.id, secrets);
    const event = caseEvent("case.receipt-renewed", kase, {});
    await recordEvents(tx, ctx, [event], null, {});
    return { id: kase.id, number: kase.number, code: secrets.code, pin: secrets.pin };
  });
