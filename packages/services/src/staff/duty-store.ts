import type { Transaction } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { type DutySpan, mayBeOnDuty } from "@rembuk/domain/staff/duty";
import type { RosterDutyCommand } from "@rembuk/domain/staff/duty-commands";
import type { ServiceContext } from "../context";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** True when the person serves throughout at an office that this roster is made of. */
export const isFitForDuty = async (
  tx: Transaction,
  command: RosterDutyCommand,
): Promise<boolean> => {
  const posts = await tx.assignment.findMany({
    where: {
      userId: command.userId,
      user: { disabledAt: null },
      startsOn: { lte: day(command.from) },
      OR: [{ endsOn: null }, { endsOn: { gte: day(command.to) } }],
    },
    select: { role: true, areaCode: true, sectorCode: true },
  });
  const roster = { areaCode: command.areaCode, sectorCode: command.sectorCode ?? null };
  return posts.some((post) => mayBeOnDuty({ ...post, role: post.role as Role }, roster));
};

/** True when the person is on duty already in part of that time, on whichever roster. */
export const hasShiftWithin = async (
  tx: Transaction,
  userId: string,
  span: DutySpan,
): Promise<boolean> => {
  const count = await tx.dutyShift.count({
    where: {
      ...{ userId, withdrawnAt: null },
      startsAt: { lt: span.endsAt },
      endsAt: { gt: span.startsAt },
    },
  });
  return count > 0;
};

export const insertShifts = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: RosterDutyCommand,
  spans: readonly DutySpan[],
): Promise<void> => {
  await tx.dutyShift.createMany({
    data: spans.map((span) => ({
      ...span,
      id: ctx.newId(),
      areaCode: command.areaCode,
      sectorCode: command.sectorCode ?? null,
      userId: command.userId,
      createdById: ctx.actor.userId,
      createdAt: ctx.now(),
    })),
  });
};

/** A shift that was not withdrawn. @throws not-found SHIFT_NOT_FOUND */
export const getShift = async (tx: Transaction, id: string) => {
  const found = await tx.dutyShift.findFirst({
    where: { id, withdrawnAt: null },
    select: { id: true, areaCode: true, userId: true },
  });
  if (!found) throw new DomainError("not-found", "SHIFT_NOT_FOUND");
  return found;
};

export const markShiftWithdrawn = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<void> => {
  const data = { withdrawnAt: ctx.now(), withdrawnById: ctx.actor.userId };
  await tx.dutyShift.update({ where: { id }, data, select: { id: true } });
};
