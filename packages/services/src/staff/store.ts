import type { Transaction } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Account, Appointment } from "@rembuk/domain/staff/appointment";
import { RESET_CODE_HOURS } from "@rembuk/domain/staff/reset-code";
import type { ServiceContext } from "../context";
import { officeToday } from "./running-queries";

/** A day of `Assignment` as PostgreSQL's date reads it. */
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

export interface NewUser {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Which of the names by which people sign in somebody else has already; null when all are free. */
export const findTakenName = async (
  tx: Transaction,
  user: Pick<NewUser, "username" | "phone" | "email">,
): Promise<"username" | "phone" | "email" | null> => {
  const { username, phone, email } = user;
  const ways = [{ username }, ...(phone ? [{ phone }] : []), ...(email ? [{ email }] : [])];
  const found = await tx.user.findFirst({
    where: { OR: ways },
    select: { username: true, phone: true },
  });
  if (!found) return null;
  if (found.username === username) return "username";
  return phone !== null && found.phone === phone ? "phone" : "email";
};

/** A person without a password: the one-time code is the only way in. */
export const insertUser = async (
  tx: Transaction,
  ctx: ServiceContext,
  user: NewUser,
): Promise<void> => {
  await tx.user.create({
    data: {
      ...user,
      mustChangePassword: true,
      createdById: ctx.actor.userId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
};

/** A new one-time code of a person; the codes before it work no more. */
export const replaceResetCode = async (
  tx: Transaction,
  ctx: ServiceContext,
  userId: string,
  codeHash: string,
): Promise<void> => {
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + RESET_CODE_HOURS * 3_600_000);
  await tx.resetCode.updateMany({ where: { userId, usedAt: null }, data: { usedAt: createdAt } });
  const createdById = ctx.actor.userId;
  await tx.resetCode.create({
    data: { id: ctx.newId(), userId, codeHash, createdById, createdAt, expiresAt },
    select: { id: true },
  });
};

/**
 * Takes the password away, and the link to the office's provider: only a one-time code sets a new
 * password, and only a verified e-mail links again.
 */
export const removePassword = async (tx: Transaction, userId: string): Promise<void> => {
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash: null, mustChangePassword: true, oidcSubject: null },
    select: { id: true },
  });
};

export const disableAccount = async (
  tx: Transaction,
  userId: string,
  disabledAt: Date,
): Promise<void> => {
  await tx.user.update({ where: { id: userId }, data: { disabledAt }, select: { id: true } });
};

/**
 * An account with what it may do today or later, locked until the transaction ends, so that no role
 * is added while somebody decides whether the whole account is within reach.
 * @throws not-found USER_NOT_FOUND, also when disabled
 */
export const getAccount = async (
  tx: Transaction,
  ctx: ServiceContext,
  userId: string,
): Promise<Account> => {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE id = ${userId}::uuid AND disabled_at IS NULL FOR UPDATE`;
  if (locked.length === 0) throw new DomainError("not-found", "USER_NOT_FOUND");
  const today = day(officeToday(ctx.now()));
  const rows = await tx.assignment.findMany({
    where: { userId, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { role: true, areaCode: true },
  });
  const invited = await tx.domainEvent.findFirst({
    where: { subject: `user/${userId}`, type: "staff.user-invited" },
    select: { payload: true },
  });
  const invitedTo = (invited?.payload as { areaCode?: string } | undefined)?.areaCode ?? null;
  const assignments = rows.map((r) => ({ role: r.role as Role, areaCode: r.areaCode }));
  return { userId, assignments, invitedTo };
};

export interface NewAssignment extends Appointment {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly decreeNumber: string | null;
}

/** True when the person has the same role at the same place in days that overlap. */
export const hasSameAssignment = async (tx: Transaction, a: NewAssignment): Promise<boolean> => {
  const { userId, role, areaCode, sectorCode, organizationId } = a;
  const count = await tx.assignment.count({
    where: {
      ...{ userId, role, areaCode, sectorCode },
      ...(role === "partner-organisation" ? { organizationId } : {}),
      ...(a.endsOn ? { startsOn: { lte: day(a.endsOn) } } : {}),
      OR: [{ endsOn: null }, { endsOn: { gte: day(a.startsOn) } }],
    },
  });
  return count > 0;
};

export const insertAssignment = async (
  tx: Transaction,
  ctx: ServiceContext,
  a: NewAssignment,
): Promise<void> => {
  await tx.assignment.create({
    data: {
      ...a,
      startsOn: day(a.startsOn),
      endsOn: a.endsOn === null ? null : day(a.endsOn),
      createdById: ctx.actor.userId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
};

export interface RunningAssignment {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly areaCode: string;
}

/** An assignment that has not ended. @throws not-found ASSIGNMENT_NOT_FOUND */
export const getRunningAssignment = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<RunningAssignment> => {
  const today = day(officeToday(ctx.now()));
  const found = await tx.assignment.findFirst({
    where: { id, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { id: true, userId: true, role: true, areaCode: true },
  });
  if (!found) throw new DomainError("not-found", "ASSIGNMENT_NOT_FOUND");
  return { ...found, role: found.role as Role };
};

/** Its last day was yesterday: every query that asks for running ones drops it from the next request on. */
export const endAssignmentNow = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<void> => {
  const endsOn = new Date(day(officeToday(ctx.now())).getTime() - 86_400_000);
  await tx.assignment.update({
    where: { id },
    data: { endsOn, endedById: ctx.actor.userId },
    select: { id: true },
  });
};

export interface RunningDevice {
  readonly id: string;
  readonly userId: string;
  readonly areaCode: string;
}

/** A device that is not revoked. @throws not-found DEVICE_NOT_FOUND */
export const getRunningDevice = async (tx: Transaction, id: string): Promise<RunningDevice> => {
  const found = await tx.device.findFirst({
    where: { id, revokedAt: null },
    select: { id: true, userId: true, areaCode: true },
  });
  if (!found) throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  return found;
};

/** Revokes devices; what they still send goes to quarantine for review. Answers how many. */
export const revokeDevices = async (
  tx: Transaction,
  ctx: ServiceContext,
  which: { readonly id: string } | { readonly userId: string },
  reasonSealed?: Uint8Array<ArrayBuffer>,
): Promise<number> => {
  const { count } = await tx.device.updateMany({
    where: { ...which, revokedAt: null },
    data: { revokedAt: ctx.now(), revokedById: ctx.actor.userId, reasonSealed },
  });
  return count;
};
