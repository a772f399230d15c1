import "server-only";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { liveEvents } from "@/server/live/live-events";
import { serviceContext } from "@/server/service-context";
import { shutdown } from "@/server/shutdown";
import { router, staffProcedure } from "@/server/trpc/procedures";

const input = z
  .object({
    lastEventId: z
      .string()
      .regex(/^\d{1,18}$/)
      .nullish(),
  })
  .optional();

/** One stream per browser (see lib/live.ts); each reader hears of its own reach only. */
export const liveRouter = router({
  events: staffProcedure
    .meta({ permission: "signed-in" })
    .input(input)
    .subscription(async function* ({ ctx, input: given, signal }) {
      const ends = signal ? AbortSignal.any([signal, shutdown.signal]) : shutdown.signal;
      const stream = liveEvents({
        after: given?.lastEventId ? Number(given.lastEventId) : null,
        signal: ends,
        current: async () => {
          const session = await ctx.refreshSession();
          return session ? serviceContext(session.actor) : null;
        },
      });
      for await (const { id, event } of stream) yield tracked(id, { event });
    }),
});
