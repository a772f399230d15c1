import { acceptReferral } from "@rembuk/services/cases/accept-referral";
import { addMilestone } from "@rembuk/services/cases/add-milestone";
import { addTasks } from "@rembuk/services/cases/add-tasks";
import { declineReferral, finishReferral } from "@rembuk/services/cases/end-referral";
import { noteReferral } from "@rembuk/services/cases/note-referral";
import { referCase } from "@rembuk/services/cases/refer-case";
import type { ServiceContext } from "@rembuk/services/context";
import type { ReferralAct } from "./case-act";

interface On {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly version: number;
}

type Answer = Extract<ReferralAct, { type: "referral" }>;

const answer = async (ctx: ServiceContext, on: On, act: Answer): Promise<void> => {
  const where = { caseId: on.caseId, targetCode: act.target };
  const { id, version } = await ctx.db.referral.findFirstOrThrow({ where });
  const { clientActionId, caseId } = on;
  const base = { clientActionId, caseId, referralId: id, version, onBehalf: act.onBehalf };
  const { words, as } = act;
  // Done in a load before this one: the answer is remembered under its id, not under this version.
  const known = await ctx.db.clientAction.findFirst({
    where: { id: clientActionId, actorId: ctx.actor.userId },
    select: { id: true },
  });
  if (known) return;
  if (as === "accept") await acceptReferral(ctx, base);
  else if (as === "decline") await declineReferral(ctx, { ...base, words });
  else if (as === "finish") await finishReferral(ctx, { ...base, words });
  else if (as === "note") await noteReferral(ctx, { ...base, words });
  else await addMilestone(ctx, { ...base, words, happenedOn: act.day });
};

/** An act beside the holder's work: referrals, their answers, the checklist. */
export const performReferral = async (
  ctx: ServiceContext,
  on: On,
  act: ReferralAct,
): Promise<{ id: string; version: number }> => {
  const { clientActionId, caseId, version } = on;
  if (act.type === "tasks") return addTasks(ctx, { clientActionId, caseId, version, tasks: null });
  if (act.type === "refer") {
    const referrals = act.referrals.map((r) => ({ ...r }));
    return referCase(ctx, { clientActionId, caseId, version, referrals });
  }
  await answer(ctx, on, act);
  return { id: caseId, version };
};
