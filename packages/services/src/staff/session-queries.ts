import type { ReadPool } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { type RunningAssignmentRow, toGlass, toRunning } from "./running-queries";
import { type AccountContext, hashOfSecret } from "./session-store";

/** One assignment in words, for the shell: where, for whom, in which zone. */
export interface Place {
  readonly assignmentId: string;
  readonly role: Role;
  readonly areaCode: string;
  /** Null for the whole country. */
  readonly areaName: string | null;
  readonly parentName: string | null;
  readonly zone: "WIB" | "WITA" | "WIT";
  readonly sectorName: string | null;
  readonly organizationName: string | null;
  /** Held for somebody else: "Plh. Camat". Null for one's own office. */
  readonly acting: "plh" | "plt" | null;
}

export interface SignedIn {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly username: string;
  /** A temporary password must go first; who has none came in by the office's provider. */
  readonly mustChangePassword: boolean;
  readonly idleMinutes: number;
  readonly places: readonly Place[];
}

interface AssignmentRow extends RunningAssignmentRow {
  readonly area_name: string | null;
  readonly parent_name: string | null;
  readonly zone: "WIB" | "WITA" | "WIT" | null;
  readonly sector_name: string | null;
  readonly organization_name: string | null;
}

interface SessionRow {
  readonly id: string;
  readonly idle_minutes: number;
  readonly last_seen_at: Date;
  readonly user_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly must_change_password: boolean;
  readonly glass_cases: readonly string[];
  readonly assignments: readonly AssignmentRow[];
}

/** Session, person and running assignments in one round trip: this runs on every request. */
const sessionSql = `
    SELECT s.id, s.idle_minutes, s.last_seen_at, u.id AS user_id, u.username, u.display_name,
      u.must_change_password AND has_password(u.id) AS must_change_password,
      array_to_json(glass_cases_of(u.id, $2::timestamptz)) AS glass_cases,
      coalesce((
        SELECT json_agg(json_build_object(
          'id', a.id, 'role', a.role, 'area_code', a.area_code, 'sector_code', a.sector_code,
          'organization_id', a.organization_id, 'clearance', a.clearance, 'behalf_of', a.behalf_of,
          'acting', a.acting, 'behalf_until', a.behalf_until, 'area_name', area.name,
          'parent_name', parent.name, 'zone', area.zone, 'sector_name', sector.name,
          'organization_name', o.name) ORDER BY a.behalf_of IS NOT NULL, a.id)
        FROM running_assignments(today.here) a
        LEFT JOIN area ON area.code = a.area_code
        LEFT JOIN area parent ON parent.code = area.parent_code
        LEFT JOIN sector ON sector.code = a.sector_code
        LEFT JOIN organization o ON o.id = a.organization_id
        WHERE a.user_id = u.id
      ), '[]') AS assignments
    FROM "session" s
    JOIN "user" u ON u.id = s.user_id,
    LATERAL (SELECT ($2::timestamptz AT TIME ZONE 'Asia/Makassar')::date AS here) today
    WHERE s.id = (SELECT session_of($1)) AND s.ended_at IS NULL AND s.expires_at > $2::timestamptz
      AND s.last_seen_at + s.idle_minutes * interval '1 minute' > $2::timestamptz
      AND u.disabled_at IS NULL`;

/** What looking a session up takes. */
export interface SessionContext extends AccountContext {
  readonly reads: ReadPool;
}

const toPlace = (row: AssignmentRow): Place => ({
  assignmentId: row.id,
  role: row.role,
  areaCode: row.area_code,
  areaName: row.area_name,
  parentName: row.parent_name,
  zone: row.zone ?? "WIB",
  sectorName: row.sector_name,
  organizationName: row.organization_name,
  acting: row.acting,
});

const toSignedIn = (row: SessionRow): SignedIn => ({
  sessionId: row.id,
  username: row.username,
  mustChangePassword: row.must_change_password,
  idleMinutes: row.idle_minutes,
  places: row.assignments.map(toPlace),
  actor: {
    userId: row.user_id,
    name: row.display_name,
    assignments: row.assignments.map(toRunning),
    ...toGlass(row.glass_cases),
  },
});

/** Session and the moment it was last used; null when ended, idle too long, expired or disabled. */
export async function findRunningSession(
  ctx: SessionContext,
  secret: string,
  now: Date,
): Promise<{ readonly signedIn: SignedIn; readonly lastSeenAt: Date } | null> {
  const values = [hashOfSecret(secret), now];
  const [row] = await ctx.reads.ask<SessionRow>({ name: "session", text: sessionSql, values });
  return row ? { signedIn: toSignedIn(row), lastSeenAt: row.last_seen_at } : null;
}
