import type { Transaction } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Post } from "@rembuk/domain/staff/absence";
import type { RecordAbsenceCommand } from "@rembuk/domain/staff/absence-commands";
import type { ServiceContext } from "../context";

/** A day of the office as PostgreSQL's date reads it. */
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

export interface AbsentPost extends Post {
  readonly id: string;
}

/** An office by its assignment, ended ones too: a vacant office has a Plt. @throws not-found ASSIGNMENT_NOT_FOUND */
export const getPost = async (tx: Transaction, id: string): Promise<AbsentPost> => {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM assignment WHERE id = ${id}::uuid FOR UPDATE`;
  if (locked.length === 0) throw new DomainError("not-found", "ASSIGNMENT_NOT_FOUND");
  const found = await tx.assignment.findUniqueOrThrow({
    where: { id },
    select: { id: true, userId: true, role: true, areaCode: true, sectorCode: true },
  });
  return { ...found, role: found.role as Role };
};

/** The offices that a person holds of their own right on every day of the period; none when disabled. */
export const listPostsOver = async (
  tx: Transaction,
  userId: string,
  period: { readonly startsOn: string; readonly endsOn: string },
): Promise<readonly AbsentPost[]> => {
  const rows = await tx.assignment.findMany({
    where: {
      userId,
      user: { disabledAt: null },
      startsOn: { lte: day(period.startsOn) },
      OR: [{ endsOn: null }, { endsOn: { gte: day(period.endsOn) } }],
    },
    orderBy: { id: "asc" },
    select: { id: true, userId: true, role: true, areaCode: true, sectorCode: true },
  });
  return rows.map((row) => ({ ...row, role: row.role as Role }));
};

/** True when the office has a substitute in those days, or the substitute is away then. */
export const hasOverlap = async (
  tx: Transaction,
  command: RecordAbsenceCommand,
): Promise<boolean> => {
  const count = await tx.absence.count({
    where: {
      withdrawnAt: null,
      startsOn: { lte: day(command.endsOn) },
      endsOn: { gte: day(command.startsOn) },
      OR: [
        { assignmentId: command.assignmentId },
        { assignment: { userId: command.substituteId } },
      ],
    },
  });
  return count > 0;
};

export const insertAbsence = async (
  tx: Transaction,
  ctx: ServiceContext,
  { clientActionId: _, ...command }: RecordAbsenceCommand,
  substituteAssignmentId: string,
): Promise<string> => {
  const id = ctx.newId();
  await tx.absence.create({
    data: {
      ...command,
      id,
      substituteAssignmentId,
      startsOn: day(command.startsOn),
      endsOn: day(command.endsOn),
      createdById: ctx.actor.userId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
  return id;
};

/** An absence that was not withdrawn, with its office. @throws not-found ABSENCE_NOT_FOUND */
export const getAbsence = async (tx: Transaction, id: string) => {
  const found = await tx.absence.findFirst({
    where: { id, withdrawnAt: null },
    select: { id: true, assignmentId: true, substituteId: true },
  });
  if (!found) throw new DomainError("not-found", "ABSENCE_NOT_FOUND");
  return { ...found, post: await getPost(tx, found.assignmentId) };
};

/** It ends now: the next query of running roles leaves it out. */
export const markWithdrawn = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<void> => {
  await tx.absence.update({
    where: { id },
    data: { withdrawnAt: ctx.now(), withdrawnById: ctx.actor.userId },
    select: { id: true },
  });
};
