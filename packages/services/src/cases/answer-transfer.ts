import type { Transaction } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { can } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import type {
  AnswerTransferCommand,
  WordsOnReferralCommand,
} from "@rembuk/domain/cases/referral-commands";
import type { Referral } from "@rembuk/domain/cases/referral-model";
import { decideTransferAccept, decideTransferEnd } from "@rembuk/domain/cases/transfers";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { actingBy, actingOn, type Changed, clockOf, loadCase } from "./change-case";
import { newEntry, requireReferralVersion } from "./change-referral";
import { getReferral, saveReferral } from "./referral-store";
import { findResponsible } from "./responsible-queries";
import { saveCase } from "./store";

const mayAnswer = (actor: Actor, kase: Case, transfer: Referral): boolean =>
  can(actor, "transfer.answer", { ...kase, referrals: [transfer] });

const requireAnswer = (ctx: ServiceContext, kase: Case, transfer: Referral): void => {
  if (mayAnswer(ctx.actor, kase, transfer)) return;
  if (can(ctx.actor, "case.read", kase)) throw new DomainError("forbidden", "FORBIDDEN");
  throw new DomainError("not-found", "REFERRAL_NOT_FOUND");
};

const loadTransfer = async (
  tx: Transaction,
  { caseId, referralId, version }: AnswerTransferCommand,
) => {
  const kase = await loadCase(tx, caseId);
  const transfer = await getReferral(tx, kase, referralId);
  requireReferralVersion(transfer, version);
  return { kase, transfer };
};

/** The other kecamatan takes the case over: its desk holds it, its Kasi is responsible. */
export const acceptTransfer = (
  ctx: ServiceContext,
  command: AnswerTransferCommand,
): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const { kase, transfer } = await loadTransfer(tx, command);
    requireAnswer(ctx, kase, transfer);
    // From here on the working calendar of the office that takes it over counts.
    const clock = await clockOf(ctx, { ...kase, subdistrictCode: transfer.targetCode });
    const office = `${transfer.targetCode}:${clock.category.focalSectionCode}`;
    const responsibleId = await findResponsible(ctx.reads, office, ctx.now());
    const decision = decideTransferAccept(kase, transfer, responsibleId, clock);
    const { after, events, transfer: ended } = decision;
    const own = actingBy(ctx, (actor) => mayAnswer(actor, kase, transfer));
    const saved = await saveCase(tx, own, { before: kase, after, events, command });
    await saveReferral(tx, ctx, {
      kase: after,
      before: transfer,
      after: ended,
      events: [],
      command: null,
    });
    return saved;
  });

const endTransfer = (
  ctx: ServiceContext,
  command: WordsOnReferralCommand,
  as: "rejected" | "revoked",
): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const { kase, transfer } = await loadTransfer(tx, command);
    if (as === "rejected") requireAnswer(ctx, kase, transfer);
    else requirePermission(ctx, "transfer.propose", kase);
    const reason = newEntry(ctx, "reason", command.words);
    const decision = decideTransferEnd(kase, transfer, { as, noteId: reason.id }, ctx.now());
    const own =
      as === "rejected"
        ? actingBy(ctx, (actor) => mayAnswer(actor, kase, transfer))
        : actingOn(ctx, "transfer.propose", kase);
    return saveReferral(tx, own, {
      ...{ kase, before: transfer, entries: [reason], command },
      ...decision,
    });
  });

/** The other kecamatan will not take it, and why: the case stays where it is. */
export const rejectTransfer = (ctx: ServiceContext, command: WordsOnReferralCommand) =>
  endTransfer(ctx, command, "rejected");

/** The offering kecamatan withdraws before there is an answer. */
export const revokeTransfer = (ctx: ServiceContext, command: WordsOnReferralCommand) =>
  endTransfer(ctx, command, "revoked");
