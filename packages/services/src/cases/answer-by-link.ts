import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { acceptAssignment } from "./accept-assignment";
import { answerReferralByLink, readReferralByLink } from "./answer-referral-by-link";
import { type Changed, loadCase } from "./change-case";
import { declineAssignment } from "./decline-assignment";
import type { AnswerByLinkCommand, LinkProof } from "./link-commands";
import { linkInvalid, type Redeemed, redeemLink, type VisitorContext } from "./redeem-link";
import { resolveCase } from "./resolve-case";

const readAssignment = (ctx: ServiceContext, caseId: string) =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, caseId);
    await logAccess(tx, ctx, { kase, act: "link-read" });
    const instruction = await tx.caseNote.findFirst({
      where: { caseId: kase.id, purpose: "instruction" },
      orderBy: { createdAt: "desc" },
      select: { body: true },
    });
    const { number, version, title, description, status } = kase;
    const { villageCode, subdistrictCode, totalDueAt, stageDueAt } = kase;
    return {
      ...{ opens: "assignment" as const, number, version, title, description, status },
      ...{ villageCode, subdistrictCode, totalDueAt, stageDueAt },
      instruction: instruction?.body ?? null,
    };
  });

/** What the party needs to answer: no reporter, no NIK; the reading is logged. */
export const openByLink = async (visitor: VisitorContext, input: LinkProof) => {
  const { kase, ctx, referral, isOpen } = await redeemLink(visitor, input);
  if (referral === null) return readAssignment(ctx, kase.id);
  if (!isOpen) throw linkInvalid();
  return readReferralByLink(ctx, kase.id, referral.id);
};

const answerAssignment = (
  { kase, ctx }: Redeemed,
  command: AnswerByLinkCommand,
): Promise<Changed> => {
  const { clientActionId, version } = command;
  const common = { clientActionId, version, caseId: kase.id };
  if (command.answer === "accept") return acceptAssignment(ctx, common);
  if (command.answer === "decline")
    return declineAssignment(ctx, { ...common, reason: command.reason });
  // A form of the other kind of link, which this one never showed.
  if (command.answer !== "resolve") throw linkInvalid();
  const { outcome, response, solution, followUp } = command;
  return resolveCase(ctx, { ...common, outcome, response, solution, followUp });
};

/** Answers as the party: the assignment, or the one referral. Only a POST comes here. */
export const answerByLink = async (
  visitor: VisitorContext,
  command: AnswerByLinkCommand,
): Promise<Changed> => {
  const redeemed = await redeemLink(visitor, command);
  const { referral } = redeemed;
  return referral === null
    ? answerAssignment(redeemed, command)
    : answerReferralByLink({ ...redeemed, referral }, command);
};
