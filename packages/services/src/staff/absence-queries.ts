import type { Role } from "@rembuk/domain/access/roles";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import {
  type AbsenceReason,
  type ActingKind,
  type Post,
  requireAbsenceReach,
  standInPost,
} from "@rembuk/domain/staff/absence";
import type {
  ListAbsencesInput,
  ListSubstitutesInput,
} from "@rembuk/domain/staff/absence-commands";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { getPost, listPostsOver } from "./absence-store";
import { officeToday } from "./running-queries";

export interface AbsenceSummary {
  readonly id: string;
  readonly assignmentId: string;
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly sectorCode: string | null;
  readonly sectorName: string | null;
  readonly substituteId: string;
  readonly substituteName: string;
  readonly acting: ActingKind;
  readonly reason: AbsenceReason;
  readonly letterNumber: string;
  /** "2026-11-23" */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: "running" | "coming";
  readonly mayWithdraw: boolean;
}

type Row = Omit<AbsenceSummary, "state" | "mayWithdraw">;

const may = (ctx: ServiceContext, post: Post): boolean => {
  try {
    requireAbsenceReach(ctx.actor, post);
    return true;
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
};

/** Substitutions of an area that run or will run, those that begin first on top. @throws forbidden */
export const listAbsences = async (
  ctx: ServiceContext,
  { areaCode }: ListAbsencesInput,
): Promise<readonly AbsenceSummary[]> => {
  requireInArea(ctx, "user.read", areaCode);
  const today = officeToday(ctx.now());
  const within = areaCode === "" ? "%" : `${areaCode}.%`;
  const rows = await inTransaction(
    ctx,
    (tx) => tx.$queryRaw<Row[]>`
    SELECT b.id, b.assignment_id AS "assignmentId", a.user_id AS "userId",
      absent.display_name AS "userName", a.role, a.area_code AS "areaCode", area.name AS "areaName",
      a.sector_code AS "sectorCode", sector.name AS "sectorName", b.substitute_id AS "substituteId",
      substitute.display_name AS "substituteName", b.acting, b.reason,
      b.letter_number AS "letterNumber", b.starts_on::text AS "startsOn", b.ends_on::text AS "endsOn"
    FROM absence b
    JOIN assignment a ON a.id = b.assignment_id
    JOIN "user" absent ON absent.id = a.user_id
    JOIN "user" substitute ON substitute.id = b.substitute_id
    LEFT JOIN area ON area.code = a.area_code
    LEFT JOIN sector ON sector.code = a.sector_code
    WHERE b.withdrawn_at IS NULL AND b.ends_on >= ${today}::date
      AND (a.area_code = ${areaCode} OR a.area_code LIKE ${within})
    ORDER BY b.starts_on, b.id LIMIT 500`,
  );
  return rows.map((row) => ({
    ...row,
    state: row.startsOn > today ? "coming" : "running",
    mayWithdraw: may(ctx, row),
  }));
};

export interface SubstituteOption {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Who may stand in for an office throughout a period, by name.
 * @throws forbidden ASSIGNMENT_OUT_OF_REACH; not-found ASSIGNMENT_NOT_FOUND
 */
export const listSubstitutes = (
  ctx: ServiceContext,
  input: ListSubstitutesInput,
): Promise<readonly SubstituteOption[]> => {
  requireHeld(ctx, "absence.record");
  return inTransaction(ctx, async (tx) => {
    const post = await getPost(tx, input.assignmentId);
    requireAbsenceReach(ctx.actor, post);
    const near = [post.areaCode, post.areaCode.slice(0, 8)];
    const people = await tx.user.findMany({
      where: {
        disabledAt: null,
        id: { not: post.userId },
        assignments: { some: { areaCode: { in: near } } },
      },
      orderBy: { displayName: "asc" },
      select: { id: true, displayName: true },
      take: 300,
    });
    const options: SubstituteOption[] = [];
    for (const person of people) {
      const posts = await listPostsOver(tx, person.id, input);
      const own = fittingPost(posts, post);
      if (own) options.push({ userId: person.id, name: person.displayName, role: own.role });
    }
    return options;
  });
};

const fittingPost = (posts: readonly Post[], post: Post): Post | null => {
  try {
    return standInPost(posts, post);
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
};
