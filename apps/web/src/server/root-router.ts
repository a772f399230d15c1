import "server-only";
import { aidRouter } from "./routers/aid";
import { areasRouter } from "./routers/areas";
import { auditRouter } from "./routers/audit";
import { beneficiariesRouter } from "./routers/beneficiaries";
import { calendarsRouter } from "./routers/calendars";
import { casesRouter } from "./routers/cases";
import { coachingRouter } from "./routers/coaching";
import { devicesRouter } from "./routers/devices";
import { documentsRouter } from "./routers/documents";
import { filesRouter } from "./routers/files";
import { glassRouter } from "./routers/glass";
import { handoversRouter } from "./routers/handovers";
import { innovationsRouter } from "./routers/innovations";
import { lettersRouter } from "./routers/letters";
import { liveRouter } from "./routers/live";
import { meetingsRouter } from "./routers/meetings";
import { notificationsRouter } from "./routers/notifications";
import { onboardingRouter } from "./routers/onboarding";
import { operationsRouter } from "./routers/operations";
import { organizationsRouter } from "./routers/organizations";
import { referralsRouter } from "./routers/referrals";
import { reportsRouter } from "./routers/reports";
import { retentionRouter } from "./routers/retention";
import { rulesRouter } from "./routers/rules";
import { sessionRouter } from "./routers/session";
import { staffRouter } from "./routers/staff";
import { sustainabilityRouter } from "./routers/sustainability";
import { tripsRouter } from "./routers/trips";
import { viewsRouter } from "./routers/views";
import { router } from "./trpc/procedures";

/** Every procedure of the product; one router a slice, named by the slice. */
export const appRouter = router({
  aid: aidRouter,
  areas: areasRouter,
  audit: auditRouter,
  beneficiaries: beneficiariesRouter,
  calendars: calendarsRouter,
  cases: casesRouter,
  devices: devicesRouter,
  documents: documentsRouter,
  files: filesRouter,
  glass: glassRouter,
  handovers: handoversRouter,
  coaching: coachingRouter,
  innovations: innovationsRouter,
  letters: lettersRouter,
  live: liveRouter,
  meetings: meetingsRouter,
  notifications: notificationsRouter,
  onboarding: onboardingRouter,
  operations: operationsRouter,
  organizations: organizationsRouter,
  referrals: referralsRouter,
  reports: reportsRouter,
  retention: retentionRouter,
  rules: rulesRouter,
  session: sessionRouter,
  staff: staffRouter,
  sustainability: sustainabilityRouter,
  trips: tripsRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;
