import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import type { ReferralLinkCommand } from "@rembuk/domain/cases/referral-commands";
import { decideLinkRevoke, decideReferralLink } from "@rembuk/domain/cases/referral-links";
import type { Referral } from "@rembuk/domain/cases/referral-model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { actingBy, loadCase } from "./change-case";
import { insertAnswerLink, revokeAnswerLinks } from "./link-store";
import { getReferral } from "./referral-store";
import { findUnlinked } from "./referral-target-queries";
import { type LinkMade, linkExpiry, type SentLink, secretsOf } from "./send-link";

const grantedReferral = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: ReferralLinkCommand,
) => {
  const kase = await loadCase(tx, command.caseId);
  requirePermission(ctx, "referral.send-link", kase);
  const referral = await getReferral(tx, kase, command.referralId);
  const own = actingBy(ctx, (actor) => can(actor, "referral.send-link", kase));
  return { kase, referral, own };
};

const saveLink = async (
  tx: Transaction,
  ctx: ServiceContext,
  about: { readonly kase: Case; readonly referral: Referral },
  command: ReferralLinkCommand,
): Promise<LinkMade> => {
  const { kase, referral } = about;
  const expiresAt = linkExpiry(ctx.now());
  const made = { expiresAt: expiresAt.toISOString() };
  const event = decideReferralLink(kase, referral, made.expiresAt);
  const unlinked = await findUnlinked(ctx, [referral.party]);
  // Whoever has an account reads and answers under their own name.
  if (unlinked.has(referral.party)) throw new DomainError("invalid", "LINK_NOT_ALLOWED");
  // Before the link: of two at once the second must wait on the act's key, not on the token's.
  await recordEvents(tx, ctx, [event], command, made);
  const { tokenHash, codeHash } = secretsOf(ctx, command);
  await insertAnswerLink(tx, ctx, {
    ...{ caseId: kase.id, subdistrictCode: kase.subdistrictCode, referralId: referral.id },
    ...{ sectorCode: referral.targetCode, tokenHash, codeHash, expiresAt },
  });
  return made;
};

/**
 * A link that lets a party without account answer one referral, for 14 days at most: it ends with the
 * referral, and with a newer one. The same act again is told the same link.
 * @throws invalid LINK_NOT_ALLOWED for secret and supervisory cases, the unit complained of, and a
 *   party that has an account; conflict REFERRAL_NOT_NOW when the referral has ended
 */
export const sendReferralLink = async (
  ctx: ServiceContext,
  command: ReferralLinkCommand,
): Promise<SentLink> => {
  const granted = (tx: Transaction) => grantedReferral(tx, ctx, command);
  const work = async (tx: Transaction) => {
    const { own, ...about } = await granted(tx);
    return saveLink(tx, own, about, command);
  };
  const { expiresAt } = await once(ctx, command, work, { authorise: granted });
  const { token, code } = secretsOf(ctx, command);
  return { token, code, expiresAt: new Date(expiresAt) };
};

/** Ends the link of a referral; without one, nothing is done. @returns the referral's id */
export const revokeReferralLink = (
  ctx: ServiceContext,
  command: ReferralLinkCommand,
): Promise<{ readonly id: string }> =>
  once(ctx, command, async (tx) => {
    const { kase, referral, own } = await grantedReferral(tx, ctx, command);
    const result = { id: referral.id };
    const ended = await revokeAnswerLinks(tx, ctx, { caseId: kase.id, referralId: referral.id });
    const events = ended > 0 ? [decideLinkRevoke(kase, referral)] : [];
    await recordEvents(tx, own, events, command, result);
    return result;
  });
