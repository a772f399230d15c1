import { holds } from "@rembuk/domain/access/policy";
import { isRunning, mayRevoke, oversees } from "@rembuk/domain/cases/breaking-glass";
import type { Overseer } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";

/** An opening as the page of its case shows it to those who read it. */
export interface GlassDto {
  readonly id: string;
  readonly openerName: string;
  readonly until: Date;
  readonly isMine: boolean;
  readonly mayRevoke: boolean;
}

/** A running opening as the statement of the case's page gives it; its time is text. */
export interface GlassRow {
  readonly id: string;
  readonly userId: string;
  readonly overseer: Overseer;
  readonly subdistrictCode: string;
  readonly until: string;
}

/** The openings of a case that run now. */
export const showGlass = (
  ctx: ServiceContext,
  running: readonly GlassRow[],
  names: ReadonlyMap<string, string>,
): readonly GlassDto[] =>
  running.map((opening) => ({
    id: opening.id,
    openerName: names.get(opening.userId) ?? "",
    until: new Date(opening.until),
    isMine: opening.userId === ctx.actor.userId,
    mayRevoke: mayRevoke(ctx.actor, opening),
  }));

/** An opening as its overseer and who made it see it: the number, never the content. */
export interface GlassEntry {
  readonly id: string;
  readonly number: string;
  /** Null where the reader may not open the case now. */
  readonly caseId: string | null;
  readonly openerName: string;
  readonly isMine: boolean;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly state: "running" | "lapsed" | "revoked";
  readonly revokedByName: string | null;
  readonly mayRevoke: boolean;
}

interface Row {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly userId: string;
  readonly openerName: string;
  readonly overseer: Overseer;
  readonly subdistrictCode: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly revokedAt: Date | null;
  readonly revokedByName: string | null;
}

const mostShown = 100;

const toEntry = (ctx: ServiceContext, row: Row): GlassEntry => {
  const runs = isRunning(row, ctx.now());
  const isMine = row.userId === ctx.actor.userId;
  return {
    id: row.id,
    number: row.number,
    caseId: runs && isMine ? row.caseId : null,
    openerName: row.openerName,
    isMine,
    reason: row.reason,
    openedAt: row.openedAt,
    until: row.until,
    state: row.revokedAt !== null ? "revoked" : runs ? "running" : "lapsed",
    revokedByName: row.revokedByName,
    mayRevoke: runs && mayRevoke(ctx.actor, row),
  };
};

/** Openings of the reader, and those that the reader oversees, newest first. @throws forbidden */
export const listGlass = async (ctx: ServiceContext): Promise<readonly GlassEntry[]> => {
  if (!holds(ctx.actor, "glass.break") && !holds(ctx.actor, "glass.oversee"))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "glass.oversee" });
  const places = ctx.actor.assignments
    .filter((a) => a.role === "subdistrict-head" || a.role === "subdistrict-secretary")
    .map((a) => `${a.role} ${a.areaCode}`);
  const rows = await inTransaction(
    ctx,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT g.id, g.case_id AS "caseId", c.number, g.user_id AS "userId", g.overseer,
        g.subdistrict_code AS "subdistrictCode", g.reason, g.opened_at AS "openedAt", g.until,
        g.revoked_at AS "revokedAt", opener.display_name AS "openerName",
        ender.display_name AS "revokedByName"
      FROM glass_opening g JOIN "case" c ON c.id = g.case_id
      JOIN "user" opener ON opener.id = g.user_id
      LEFT JOIN "user" ender ON ender.id = g.revoked_by_id
      WHERE NOT c.is_supervisory AND (g.user_id = ${ctx.actor.userId}::uuid
        OR g.overseer || ' ' || g.subdistrict_code = ANY(${places}::text[]))
      ORDER BY g.opened_at DESC, g.id DESC LIMIT ${mostShown}`,
  );
  return rows
    .filter((row) => row.userId === ctx.actor.userId || oversees(ctx.actor, row))
    .map((row) => toEntry(ctx, row));
};
