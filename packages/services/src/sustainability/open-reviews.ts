import { reviewEvent } from "@rembuk/domain/sustainability/events";
import { pulseStepOf, signsOf, standingOf } from "@rembuk/domain/sustainability/health";
import { decideOverdue } from "@rembuk/domain/sustainability/lifecycle";
import type { CriteriaVersion } from "@rembuk/domain/sustainability/model";
import { openedReview, triggersToday } from "@rembuk/domain/sustainability/opening";
import { decayTriggers } from "@rembuk/domain/sustainability/triggers";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { officeToday } from "../staff/running-queries";
import {
  decayFactsOf,
  type LiveInnovation,
  listLateReviews,
  listLiveInnovations,
} from "./decay-queries";
import { forgetEnded, keepStanding, lockHealth, reviewsRead, writeHealth } from "./health-store";
import { currentCriteria, findReviews, insertReview, toReview, updateReview } from "./store";

const pageSize = 200;

const openOne = (
  ctx: ServiceContext,
  innovation: LiveInnovation,
  criteria: CriteriaVersion,
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const today = officeToday(ctx.now());
    await lockHealth(tx, innovation.id);
    const reviews = await findReviews(tx, innovation.id, reviewsRead);
    const [last = null] = reviews;
    const registered = officeToday(innovation.createdAt);
    const since = last?.opensOn ?? registered;
    const facts = await decayFactsOf(tx, innovation, since, { today, now: ctx.now() });
    const decay = decayTriggers(facts);
    const triggers = triggersToday({ last, since: registered }, decay, today);
    const review = openedReview(innovation, ctx.newId(), triggers, criteria, today);
    const isOpened = triggers.length > 0 && (await insertReview(tx, review));
    if (isOpened) {
      const opened = reviewEvent("review.opened", review, { reviewId: review.id, triggers });
      await recordEvents(tx, ctx, [opened], null, {});
    }
    const known = isOpened ? [review, ...reviews] : reviews;
    await writeHealth(tx, innovation, {
      ...{ ...standingOf(known, registered), signs: signsOf(decay, known[0]), today },
      pulse: (facts.weeks ?? []).map(pulseStepOf),
    });
    return isOpened;
  });

const markLate = async (ctx: ServiceContext): Promise<number> => {
  const today = officeToday(ctx.now());
  const late = await listLateReviews(ctx.db, today, pageSize);
  for (const row of late)
    await inTransaction(ctx, async (tx) => {
      const review = toReview(row);
      const after = decideOverdue(review, today);
      if (!after) return;
      await updateReview(tx, review, after);
      await keepStanding(tx, review.innovationId);
      const payload = { reviewId: review.id, from: review.status, to: after.status };
      await recordEvents(tx, ctx, [reviewEvent("review.moved", review, payload)], null, {});
    });
  return late.length;
};

/**
 * Worker: opens the reviews whose half year is over or whose innovation shows a sign of decay, each once, however many
 * workers look; marks those that nobody answered in time; and keeps what the board shows of each innovation. Gives how
 * many it opened or marked.
 */
export const openReviews = async (ctx: ServiceContext): Promise<number> => {
  const criteria = await currentCriteria(ctx.db);
  let done = 0;
  let after: string | null = null;
  for (;;) {
    const page: readonly LiveInnovation[] = await listLiveInnovations(ctx.db, after, pageSize);
    for (const innovation of page) if (await openOne(ctx, innovation, criteria)) done += 1;
    after = page.at(-1)?.id ?? null;
    if (page.length < pageSize) break;
  }
  await forgetEnded(ctx.db);
  return done + (await markLate(ctx));
};
