import "server-only";
import { router } from "./trpc/procedures";
import { liveRouter } from "./routers/live";
import { sessionRouter } from "./routers/session";

/** Every procedure of the product; one router a slice, named by the slice. */
export const appRouter = router({
  live: liveRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
