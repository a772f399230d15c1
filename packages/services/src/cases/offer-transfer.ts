import type { OfferTransferCommand } from "@rembuk/domain/cases/referral-commands";
import { decideTransferOffer } from "@rembuk/domain/cases/transfers";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { findOffice } from "../areas/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { actingOn, type Changed, clockOf, loadCase, requireVersion } from "./change-case";
import { insertReferrals } from "./referral-store";
import { saveCase } from "./store";

/** Offers a case to another kecamatan of the kabupaten. Nothing moves until it accepts. */
export const offerTransfer = (
  ctx: ServiceContext,
  command: OfferTransferCommand,
): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "transfer.propose", kase);
    requireVersion(kase, command.version);
    const own = actingOn(ctx, "transfer.propose", kase);
    const { subdistrictCode, reason } = command;
    if ((await findOffice(ctx.db, subdistrictCode)) === null)
      throw new DomainError("invalid", "TRANSFER_TARGET_UNKNOWN", { field: "subdistrictCode" });
    const clock = await clockOf(ctx, kase);
    const offer = { id: ctx.newId(), subdistrictCode, reason };
    const { after, events } = decideTransferOffer(kase, offer, ctx.actor.userId, clock);
    const changed = await saveCase(tx, own, { before: kase, after: kase, events, command });
    await insertReferrals(tx, kase, [after]);
    return changed;
  });
