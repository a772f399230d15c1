import "server-only";
import { areasRouter } from "./routers/areas";
import { casesRouter } from "./routers/cases";
import { devicesRouter } from "./routers/devices";
import { liveRouter } from "./routers/live";
import { notificationsRouter } from "./routers/notifications";
import { reportsRouter } from "./routers/reports";
import { sessionRouter } from "./routers/session";
import { router } from "./trpc/procedures";

/** Every procedure of the product; one router a slice, named by the slice. */
export const appRouter = router({
  areas: areasRouter,
  cases: casesRouter,
  devices: devicesRouter,
  live: liveRouter,
  notifications: notificationsRouter,
  reports: reportsRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
