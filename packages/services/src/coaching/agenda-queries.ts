import type { CoachingSession } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { coachingScope, placeNames } from "./scope-queries";
import { findEngagements, findSessions } from "./store";

export interface AgendaEntry {
  readonly sessionId: string;
  readonly engagementId: string;
  readonly placeName: string;
  readonly status: CoachingSession["status"];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly version: number;
}

/** Sessions that the reader has a part in, earliest first. @throws forbidden */
export const listAgenda = async (ctx: ServiceContext): Promise<readonly AgendaEntry[]> => {
  requireHeld(ctx, "coaching.read");
  const { engagements, sessions } = await inTransaction(ctx, async (tx) => {
    const all = await findEngagements(tx, { OR: coachingScope(ctx.actor) });
    const found = await findSessions(
      tx,
      all.map(({ id }) => id),
    );
    return { engagements: all, sessions: found };
  });
  const name = await placeNames(
    ctx,
    engagements.map(({ subdistrictCode }) => subdistrictCode),
  );
  return [...sessions]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, engagementId, subdistrictCode, status, startsAt, endsAt, place, version }) => ({
      ...{ sessionId: id, engagementId, placeName: name(subdistrictCode) },
      ...{ status, startsAt, endsAt, place, version },
    }));
};
