import "server-only";
import { listNotices } from "@rembuk/services/notifications/inbox-queries";
import { markRead, markReadCommand } from "@rembuk/services/notifications/mark-read";
import { listDeadLetters, listMailbox } from "@rembuk/services/notifications/operation-queries";
import {
  retryDeadLetter,
  retryDeadLetterCommand,
} from "@rembuk/services/notifications/retry-dead-letter";
import { router, staffProcedure } from "@/server/trpc/procedures";

const own = staffProcedure.meta({ permission: "signed-in" });

export const notificationsRouter = router({
  mine: own.query(({ ctx }) => listNotices(ctx.service)),
  markRead: own.input(markReadCommand).mutation(({ ctx, input }) => markRead(ctx.service, input)),
  /** Demonstration: empty outside it. */
  mailbox: own.query(({ ctx }) => listMailbox(ctx.service)),
  deadLetters: staffProcedure
    .meta({ permission: "operations.read" })
    .query(({ ctx }) => listDeadLetters(ctx.service)),
  retryDeadLetter: staffProcedure
    .meta({ permission: "operations.retry" })
    .input(retryDeadLetterCommand)
    .mutation(({ ctx, input }) => retryDeadLetter(ctx.service, input)),
});
