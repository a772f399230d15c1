import type { ServiceContext } from "../context";
import { requireHeld } from "../kernel/require-permission";

export interface DeadLetterRow {
  readonly id: string;
  readonly job: string;
  readonly jobId: string;
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly retryWantedAt: Date | null;
  readonly retriedAt: Date | null;
}

/** Jobs that failed for good, newest first. @throws forbidden */
export const listDeadLetters = async (ctx: ServiceContext): Promise<readonly DeadLetterRow[]> => {
  requireHeld(ctx, "operations.read");
  return ctx.db.deadLetter.findMany({
    select: {
      id: true,
      job: true,
      jobId: true,
      error: true,
      attempts: true,
      failedAt: true,
      retryWantedAt: true,
      retriedAt: true,
    },
    orderBy: { failedAt: "desc" },
    take: 200,
  });
};

export interface MailboxRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** Demonstration only: the mail that would have gone out. */
export const listMailbox = async (ctx: ServiceContext): Promise<readonly MailboxRow[]> => {
  if (!ctx.demo) return [];
  return ctx.db.mailboxMessage.findMany({
    select: { id: true, recipient: true, subject: true, body: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
};
