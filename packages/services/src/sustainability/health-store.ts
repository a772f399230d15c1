import type { Database, Transaction } from "@rembuk/db/client";
import {
  type DecaySign,
  type PulseStep,
  type ReviewStanding,
  standingOf,
} from "@rembuk/domain/sustainability/health";
import { isLive } from "./decay-queries";
import { findReviews } from "./store";

/** Reviews that are read to know where an innovation stands: five years of half years. */
export const reviewsRead = 10;

const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);

export interface KnownHealth extends ReviewStanding {
  readonly pulse: readonly PulseStep[];
  readonly signs: readonly DecaySign[];
  readonly today: string;
}

/** Held before the reviews are read: a step that somebody takes meanwhile is then not written over. */
export const lockHealth = async (tx: Transaction, innovationId: string): Promise<void> => {
  await tx.$queryRaw`
    SELECT 1 FROM innovation_health WHERE innovation_id = ${innovationId}::uuid FOR UPDATE`;
};

/** Worker: what the board shows of an innovation; nothing is written where nothing changed. */
export const writeHealth = async (
  tx: Transaction,
  { id, subdistrictCode }: { readonly id: string; readonly subdistrictCode: string },
  { pulse, signs, rating, ratedOn, reviewStatus, nextOn, today }: KnownHealth,
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO innovation_health AS h (innovation_id, subdistrict_code, regency_code, province_code,
      pulse, signs, rating, rated_on, review_status, next_on, looked_on)
    VALUES (${id}::uuid, ${subdistrictCode}, left(${subdistrictCode}, 5), left(${subdistrictCode}, 2),
      ${[...pulse]}::int[], ${[...signs]}::text[], ${rating}, ${ratedOn}::date, ${reviewStatus}, ${nextOn}::date,
      ${today}::date)
    ON CONFLICT (innovation_id) DO UPDATE SET pulse = EXCLUDED.pulse, signs = EXCLUDED.signs,
      rating = EXCLUDED.rating, rated_on = EXCLUDED.rated_on, review_status = EXCLUDED.review_status,
      next_on = EXCLUDED.next_on, looked_on = EXCLUDED.looked_on
    WHERE (h.pulse, h.signs, h.rating, h.rated_on, h.review_status, h.next_on, h.looked_on)
      IS DISTINCT FROM (EXCLUDED.pulse, EXCLUDED.signs, EXCLUDED.rating, EXCLUDED.rated_on,
        EXCLUDED.review_status, EXCLUDED.next_on, EXCLUDED.looked_on)`;
};

/** After a step of a review: its standing at once, while pulse and signs wait for the worker's next look. */
export const keepStanding = async (tx: Transaction, innovationId: string): Promise<void> => {
  const reviews = await findReviews(tx, innovationId, reviewsRead);
  const [last] = reviews;
  if (!last) return;
  const { rating, ratedOn, reviewStatus, nextOn } = standingOf(reviews, last.opensOn);
  await tx.innovationHealth.updateMany({
    where: { innovationId },
    data: {
      ...{ rating, reviewStatus, nextOn: toDay(nextOn) },
      ratedOn: ratedOn === null ? null : toDay(ratedOn),
    },
  });
};

/** Worker: what was withdrawn, or went back to its idea, leaves the board. */
export const forgetEnded = async (db: Database): Promise<void> => {
  await db.innovationHealth.deleteMany({ where: { innovation: { NOT: isLive } } });
};
