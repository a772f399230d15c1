import "server-only";
import { setPreferencesCommand } from "@rembuk/domain/notifications/preferences";
import { listNotices } from "@rembuk/services/notifications/inbox-queries";
import { markRead, markReadCommand } from "@rembuk/services/notifications/mark-read";
import { listDeadLetters, listMailbox } from "@rembuk/services/notifications/operation-queries";
import {
  retryDeadLetter,
  retryDeadLetterCommand,
} from "@rembuk/services/notifications/retry-dead-letter";
import { readPreferences, setPreferences } from "@rembuk/services/notifications/set-preferences";
import { router, staffProcedure } from "@/server/trpc/procedures";

const own = staffProcedure.meta({ permission: "signed-in" });

export const notificationsRouter = router({
  mine: own.query(({ ctx }) => listNotices(ctx.service)),
  markRead: own.input(markReadCommand).mutation(({ ctx, input }) => markRead(ctx.service, input)),
  preferences: own.query(({ ctx }) => readPreferences(ctx.service)),
  setPreferences: own
    .input(setPreferencesCommand)
    .mutation(({ ctx, input }) => setPreferences(ctx.service, input)),
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
