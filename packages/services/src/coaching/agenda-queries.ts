import type { CoachingSession } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { requireHeld } from "../kernel/require-permission";
import { bound, engagementReach } from "./scope-queries";

/** A calendar holds no more: beyond it the oldest sessions are left out, which their engagements still show. */
export const mostEntries = 500;

export interface AgendaEntry
  extends Pick<CoachingSession, "status" | "startsAt" | "endsAt" | "place" | "version"> {
  readonly sessionId: string;
  readonly engagementId: string;
  /** "Kawedanan, Kabupaten Magetan" */
  readonly placeName: string;
}
interface Row {
  readonly id: string;
  readonly engagement_id: string;
  readonly status: CoachingSession["status"];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly place: string;
  readonly version: number;
  readonly place_name: string;
}

/** The latest sessions that the reader has a part in, earliest first. @throws forbidden */
export const listAgenda = async (ctx: ServiceContext): Promise<readonly AgendaEntry[]> => {
  requireHeld(ctx, "coaching.read");
  const into = bound();
  const reach = engagementReach(ctx.actor, "coaching.read", "s", into);
  if (!reach) return [];
  const text = `
    SELECT w.id, w.engagement_id, w.status, w.starts_at, w.ends_at, w.place, w.version,
      concat_ws(', ', coalesce(a.name, w.subdistrict_code), r.name) AS place_name
    FROM (SELECT s.* FROM coaching_session s JOIN coaching_engagement e ON e.id = s.engagement_id
      WHERE ${reach} ORDER BY s.starts_at DESC, s.id DESC LIMIT ${mostEntries}) w
    LEFT JOIN area a ON a.code = w.subdistrict_code
    LEFT JOIN area r ON r.code = left(w.subdistrict_code, 5)
    ORDER BY w.starts_at, w.id`;
  const statement = { name: into.nameOf("coaching_agenda", text), text, values: into.values };
  const rows = await ctx.reads.read<Row>(contextStatement(ctx.actor), statement);
  return rows.map(({ id, status, place, version, ...row }) => ({
    ...{ sessionId: id, engagementId: row.engagement_id, placeName: row.place_name },
    ...{ status, startsAt: row.starts_at, endsAt: row.ends_at, place, version },
  }));
};
