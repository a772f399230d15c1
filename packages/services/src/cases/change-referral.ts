import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import type { Referral } from "@rembuk/domain/cases/referral-model";
import {
  isPartyTo,
  type ReferralAction,
  type ReferralDecision,
  referralGrant,
  requireReferralAction,
} from "@rembuk/domain/cases/referrals";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { actingBy, behalfNote, type Changed, loadCase, type OnBehalf } from "./change-case";
import { getReferral, type NewEntry, saveReferral } from "./referral-store";

interface ReferralCommand {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly referralId: string;
  readonly version: number;
  readonly onBehalf?: OnBehalf | null | undefined;
}

export interface ReferralInput {
  readonly kase: Case;
  readonly referral: Referral;
  readonly onBehalf: boolean;
  readonly tx: Transaction;
}

type Decided = ReferralDecision & { readonly entries: readonly NewEntry[] };

/** In whose name the actor may do it. Who knows neither the case nor the referral hears "not found". */
const requireReferralGrant = (
  ctx: ServiceContext,
  kase: Case,
  referral: Referral,
  action: ReferralAction,
): "own" | "on-behalf" => {
  const grant = referralGrant(ctx.actor, kase, referral, action);
  if (grant !== null) return grant;
  if (can(ctx.actor, "case.read", kase))
    throw new DomainError("forbidden", "FORBIDDEN", { action });
  // Revoked or expired meanwhile: its party may know that, and nothing more.
  if (isPartyTo(ctx.actor, referral)) requireReferralAction(kase, referral, action);
  throw new DomainError("not-found", "REFERRAL_NOT_FOUND");
};

/** @throws conflict when the referral is not as the person saw it */
export const requireReferralVersion = (referral: Referral, version: number): void => {
  if (referral.version !== version)
    throw new DomainError("conflict", "REFERRAL_CHANGED_MEANWHILE", { version: referral.version });
};

/** Words on a referral, with an id for its event. */
export const newEntry = (
  ctx: ServiceContext,
  kind: NewEntry["kind"],
  body: string,
  happenedOn: string | null = null,
): NewEntry => ({ id: ctx.newId(), kind, body, happenedOn });

/**
 * The five beats of every act on a referral: load, authorise, decide (pure), save on the version that
 * was seen, record; at most once per client action. An answer in the party's name needs who told it.
 */
export const changeReferral = (
  ctx: ServiceContext,
  action: ReferralAction,
  command: ReferralCommand,
  decide: (input: ReferralInput) => Decided | Promise<Decided>,
): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    const referral = await getReferral(tx, kase, command.referralId);
    const onBehalf = requireReferralGrant(ctx, kase, referral, action) === "on-behalf";
    requireReferralVersion(referral, command.version);
    const told = behalfNote(ctx, onBehalf, command.onBehalf);
    const { after, events, entries } = await decide({ kase, referral, onBehalf, tx });
    const own = actingBy(ctx, (actor) => referralGrant(actor, kase, referral, action) !== null);
    return saveReferral(tx, own, {
      kase,
      before: referral,
      after,
      events,
      entries: told ? [...entries, newEntry(ctx, "on-behalf", told.body)] : entries,
      command,
    });
  });
