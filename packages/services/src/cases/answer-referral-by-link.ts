import { can } from "@rembuk/domain/access/policy";
import type { Referral } from "@rembuk/domain/cases/referral-model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { acceptReferral } from "./accept-referral";
import { addMilestone } from "./add-milestone";
import { type Changed, loadCase } from "./change-case";
import { declineReferral, failReferral, finishReferral } from "./end-referral";
import type { AnswerByLinkCommand } from "./link-commands";
import { linkInvalid, type Redeemed } from "./redeem-link";
import { getReferral } from "./referral-store";

/**
 * What the party of one referral needs to answer it: what is asked, which case, where and until when.
 * Neither the story of the case nor its reporter; the reading is logged.
 */
export const readReferralByLink = (ctx: ServiceContext, caseId: string, referralId: string) =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, caseId);
    const referral = await getReferral(tx, kase, referralId);
    if (!can(ctx.actor, "referral.answer", kase)) throw linkInvalid();
    await logAccess(tx, ctx, { kase, act: "link-read" });
    const steps = await tx.referralEntry.findMany({
      where: { referralId, kind: "milestone" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, body: true, happenedOn: true },
    });
    const { number, title, villageCode, subdistrictCode } = kase;
    const { version, status, asked, dueAt, isMandatory } = referral;
    return {
      ...{ opens: "referral" as const, number, title, villageCode, subdistrictCode },
      ...{ version, status, asked, dueAt, isMandatory },
      milestones: steps.map(({ id, body, happenedOn }) => ({ id, body, happenedOn })),
    };
  });

/** Was this very act done before, by whoever holds a link? */
const wasDone = (ctx: ServiceContext, id: string): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const actorId_id = { actorId: ctx.actor.userId, id };
    const known = await tx.clientAction.findUnique({ where: { actorId_id }, select: { id: true } });
    return known !== null;
  });

/**
 * Accept, decline, a milestone, done, failed: as the party of that one referral. An ended referral
 * takes no more answers; one whose reply was lost is told once more.
 * @throws not-found LINK_INVALID when the referral has ended, or for an answer to an assignment
 */
export const answerReferralByLink = async (
  { kase, ctx, referral, isOpen }: Redeemed & { readonly referral: Referral },
  command: AnswerByLinkCommand,
): Promise<Changed> => {
  const { clientActionId, version } = command;
  if (!isOpen && !(await wasDone(ctx, clientActionId))) throw linkInvalid();
  const common = { clientActionId, version, caseId: kase.id, referralId: referral.id };
  if (command.answer === "accept") return acceptReferral(ctx, common);
  if (command.answer === "decline")
    return declineReferral(ctx, { ...common, words: command.reason });
  if (command.answer === "resolve") throw linkInvalid();
  const { words } = command;
  if (command.answer === "milestone")
    return addMilestone(ctx, { ...common, words, happenedOn: command.happenedOn });
  const end = command.answer === "finish" ? finishReferral : failReferral;
  return end(ctx, { ...common, words });
};
