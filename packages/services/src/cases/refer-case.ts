import type { Transaction } from "@rembuk/db/client";
import { organizationOfParty } from "@rembuk/domain/access/party-key";
import type { Case } from "@rembuk/domain/cases/model";
import type { ReferCaseCommand } from "@rembuk/domain/cases/referral-commands";
import { decideRefer, decideReplace, referralPartyOf } from "@rembuk/domain/cases/referrals";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { servesCase } from "@rembuk/domain/staff/organizations";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { findServingPartner } from "../staff/organization-queries";
import { loadSectors } from "./category-queries";
import { actingOn, type Changed, clockOf, loadCase, requireVersion } from "./change-case";
import { getReferral, insertReferrals, saveReferral } from "./referral-store";
import { isReferrable, listVolunteers, volunteerCode } from "./referral-target-queries";
import { saveCase } from "./store";

const unknown = (target: string) =>
  new DomainError("invalid", "REFERRAL_TARGET_UNKNOWN", { target, field: "referrals" });

/** A partner that works for the case's place now. */
const partnerParty = async (ctx: ServiceContext, kase: Case, id: string) => {
  const partner = await findServingPartner(ctx.db, id, ctx.now());
  if (partner === null || !servesCase(partner, kase)) return null;
  const party = referralPartyOf(kase, { organizationId: id });
  return { party, targetCode: party };
};

/** The party behind a chosen target: an office, the village's government, a partner, or a volunteer. */
const targetParty = async (ctx: ServiceContext, kase: Case, target: string) => {
  if (target.startsWith("user:")) {
    const userId = target.slice("user:".length);
    const volunteers = await listVolunteers(ctx, kase.subdistrictCode);
    if (!volunteers.some((v) => v.userId === userId)) throw unknown(target);
    return { party: referralPartyOf(kase, { userId }), targetCode: volunteerCode };
  }
  const organizationId = organizationOfParty(target);
  if (organizationId !== null) {
    const found = await partnerParty(ctx, kase, organizationId);
    if (found === null) throw unknown(target);
    return found;
  }
  const sector = (await loadSectors(ctx.db, "")).get(target);
  if (!sector || !isReferrable(sector)) throw unknown(target);
  return { party: referralPartyOf(kase, sector), targetCode: sector.code };
};

const replaceOld = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  id: string,
): Promise<void> => {
  const before = await getReferral(tx, kase, id);
  const after = decideReplace(kase, before);
  await saveReferral(tx, ctx, { kase, before, after, events: [], command: null });
};

/**
 * Asks several parties for help at once; holder and responsible stay. It raises the case's version:
 * whoever was about to resolve it looks again.
 */
export const referCase = (ctx: ServiceContext, command: ReferCaseCommand): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "referral.send", kase);
    requireVersion(kase, command.version);
    const own = actingOn(ctx, "referral.send", kase);
    const clock = await clockOf(ctx, kase);
    const wanted = [];
    for (const r of command.referrals) {
      const to = await targetParty(ctx, kase, r.target);
      const { asked, mandatory: isMandatory, limitDays } = r;
      wanted.push({ ...to, id: ctx.newId(), asked, isMandatory, limitDays });
    }
    const { referrals, events } = decideRefer(kase, wanted, ctx.actor.userId, clock);
    const changed = await saveCase(tx, own, { before: kase, after: kase, events, command });
    await insertReferrals(tx, kase, referrals);
    if (command.replaces) await replaceOld(tx, ctx, kase, command.replaces);
    return changed;
  });
