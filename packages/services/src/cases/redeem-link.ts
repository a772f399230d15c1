import type { Transaction } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { organizationOfParty } from "@rembuk/domain/access/party-key";
import type { Role } from "@rembuk/domain/access/roles";
import type { Case } from "@rembuk/domain/cases/model";
import { isLinkOpen, mayLinkReferral } from "@rembuk/domain/cases/referral-links";
import type { Referral } from "@rembuk/domain/cases/referral-model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { linkActorId } from "../kernel/system-actor";
import { hashLink, hashLinkCode, isSameSecret } from "../kernel/tracking-secrets";
import { findServingPartner } from "../staff/organization-queries";
import { loadCase } from "./change-case";
import type { LinkProof } from "./link-commands";
import {
  type AnswerLinkRow,
  countFailedAttempt,
  findAnswerLink,
  lockFailedAttempts,
} from "./link-store";
import { getReferral } from "./referral-store";

const maximumAttempts = 5;

/** A visitor without account: everything but the actor. */
export type VisitorContext = Omit<ServiceContext, "actor">;

/** What a link opens: the assignment of a case, or one of its referrals. */
export interface Redeemed {
  readonly kase: Case;
  readonly ctx: ServiceContext;
  /** Null: the assignment. */
  readonly referral: Referral | null;
  /** False for a referral that has ended: it opens nothing, but an answer that was lost may be told. */
  readonly isOpen: boolean;
}

export const linkInvalid = () => new DomainError("not-found", "LINK_INVALID");

/** Who holds the link acts as the party, on that one case or on that one referral. */
const linkContext = (
  visitor: VisitorContext,
  party: string,
  role: Role,
  linkedReferralId?: string,
): ServiceContext => {
  const organizationId = organizationOfParty(party);
  const [areaCode = "", sectorCode = ""] = party.split(":");
  const place =
    organizationId === null ? { areaCode, sectorCode } : { areaCode: "", sectorCode: null };
  const assignment = { id: linkActorId, role, ...place, organizationId, clearance: false };
  const actor: Actor = { userId: linkActorId, name: "Tautan", assignments: [assignment] };
  return {
    ...visitor,
    actor: linkedReferralId === undefined ? actor : { ...actor, linkedReferralId },
  };
};

/** The row, if token and code are right and it is alive; the case is open in this transaction then. */
const provenLink = async (
  tx: Transaction,
  visitor: VisitorContext,
  { token, code }: LinkProof,
): Promise<AnswerLinkRow | null> => {
  const link = await findAnswerLink(tx, hashLink(visitor.keys, token));
  if (!link || link.revokedAt || link.expiresAt <= visitor.now()) return null;
  await tx.$queryRaw`SELECT set_config('rembuk.case', ${link.caseId}, true)`;
  if ((await lockFailedAttempts(tx, link.id)) >= maximumAttempts) return null;
  if (isSameSecret(link.codeHash, hashLinkCode(visitor.keys, token, code))) return link;
  await countFailedAttempt(tx, link.id);
  return null;
};

const opened = async (
  tx: Transaction,
  visitor: VisitorContext,
  link: AnswerLinkRow,
): Promise<Redeemed | null> => {
  const kase = await loadCase(tx, link.caseId);
  if (kase.isSecret) return null;
  if (link.referralId === null) {
    if (kase.leadParty === null || kase.leadSectorCode !== link.sectorCode) return null;
    const ctx = linkContext(visitor, kase.leadParty, "sector-partner");
    return { kase, ctx, referral: null, isOpen: true };
  }
  const referral = await getReferral(tx, kase, link.referralId);
  const isOpen = isLinkOpen(kase, referral);
  if (isOpen && !mayLinkReferral(kase, referral)) return null;
  const organizationId = organizationOfParty(referral.party);
  if (organizationId !== null && !(await findServingPartner(tx, organizationId, visitor.now())))
    return null;
  // The narrowest role there is: it knows what was referred to its party, and nothing else.
  const ctx = linkContext(visitor, referral.party, "partner-organisation", referral.id);
  return { kase, ctx, referral, isOpen };
};

/** @throws not-found LINK_INVALID unless token and code are right and the link is alive */
export const redeemLink = async (visitor: VisitorContext, proof: LinkProof): Promise<Redeemed> => {
  const found = await visitor.db.$transaction(async (tx) => {
    const link = await provenLink(tx, visitor, proof);
    return link && opened(tx, visitor, link);
  });
  if (found === null) throw linkInvalid();
  return found;
};
