import "server-only";
import {
  arriveTripCommand,
  cancelTripCommand,
  countTripCommand,
  decreesInput,
  fillManifestCommand,
  issueDecreeCommand,
  listTripsInput,
  loadTripCommand,
  moveTripCommand,
  orderTripCommand,
  planTripCommand,
  postponeTripCommand,
  removeLinesCommand,
  revokeDecreeCommand,
  setStopCommand,
  showTripInput,
} from "@rembuk/domain/trips/commands";
import {
  listOutreachInput,
  recordOutreachCommand,
  relayOutreachCommand,
} from "@rembuk/domain/trips/outreach";
import { saveVillageFactsCommand } from "@rembuk/domain/trips/village-facts";
import { allocateToTrip } from "@rembuk/services/trips/allocate-entitlements";
import { arriveTrip } from "@rembuk/services/trips/arrive-trip";
import { cancelTrip } from "@rembuk/services/trips/cancel-trip";
import { countTrip } from "@rembuk/services/trips/count-trip";
import { issueDecree } from "@rembuk/services/trips/issue-decree";
import { loadTrip } from "@rembuk/services/trips/load-trip";
import { manifestOf, offerForTrip } from "@rembuk/services/trips/manifest-queries";
import { moveTrip } from "@rembuk/services/trips/move-trip";
import { orderTrip } from "@rembuk/services/trips/order-trip";
import { listOutreach } from "@rembuk/services/trips/outreach-queries";
import { planTrip } from "@rembuk/services/trips/plan-trip";
import { listWaitingVillages } from "@rembuk/services/trips/planning-queries";
import { postponeTrip } from "@rembuk/services/trips/postpone-trip";
import { listDecrees, listTrips, showTrip } from "@rembuk/services/trips/queries";
import { recordOutreach } from "@rembuk/services/trips/record-outreach";
import { relayOutreach } from "@rembuk/services/trips/relay-outreach";
import { removeFromTrip } from "@rembuk/services/trips/remove-lines";
import { revokeDecree } from "@rembuk/services/trips/revoke-decree";
import { saveVillageFacts } from "@rembuk/services/trips/save-village-facts";
import { setStop } from "@rembuk/services/trips/set-stop";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "trip.read" });
const planner = staffProcedure.meta({ permission: "trip.plan" });
const runner = staffProcedure.meta({ permission: "trip.run" });
const filler = staffProcedure.meta({ permission: "trip.fill-manifest" });
const leader = staffProcedure.meta({ permission: "decree.issue" });

/** Trips to the villages, and the SKs under which they go. */
export const tripsRouter = router({
  list: reader.input(listTripsInput).query(({ ctx, input }) => listTrips(ctx.service, input)),
  show: reader.input(showTripInput).query(({ ctx, input }) => showTrip(ctx.service, input)),
  plan: planner.input(planTripCommand).mutation(({ ctx, input }) => planTrip(ctx.service, input)),
  setStop: staffProcedure
    .meta({ permission: "trip.set-stop" })
    .input(setStopCommand)
    .mutation(({ ctx, input }) => setStop(ctx.service, input)),
  /** Each step asks for its own permission; whoever reads trips may knock. */
  move: reader.input(moveTripCommand).mutation(({ ctx, input }) => moveTrip(ctx.service, input)),
  order: planner
    .input(orderTripCommand)
    .mutation(({ ctx, input }) => orderTrip(ctx.service, input)),
  load: runner.input(loadTripCommand).mutation(({ ctx, input }) => loadTrip(ctx.service, input)),
  arrive: runner
    .input(arriveTripCommand)
    .mutation(({ ctx, input }) => arriveTrip(ctx.service, input)),
  count: runner.input(countTripCommand).mutation(({ ctx, input }) => countTrip(ctx.service, input)),
  postpone: runner
    .input(postponeTripCommand)
    .mutation(({ ctx, input }) => postponeTrip(ctx.service, input)),
  cancel: planner
    .input(cancelTripCommand)
    .mutation(({ ctx, input }) => cancelTrip(ctx.service, input)),
  manifest: reader
    .input(showTripInput)
    .query(({ ctx, input }) => manifestOf(ctx.service, input.tripId)),
  offer: filler
    .input(showTripInput)
    .query(({ ctx, input }) => offerForTrip(ctx.service, input.tripId)),
  fillManifest: filler
    .input(fillManifestCommand)
    .mutation(({ ctx, input }) => allocateToTrip(ctx.service, input)),
  removeLines: filler
    .input(removeLinesCommand)
    .mutation(({ ctx, input }) => removeFromTrip(ctx.service, input)),
  waiting: filler.query(({ ctx }) => listWaitingVillages(ctx.service)),
  outreach: staffProcedure
    .meta({ permission: "outreach.read" })
    .input(listOutreachInput)
    .query(({ ctx, input }) => listOutreach(ctx.service, input)),
  recordOutreach: staffProcedure
    .meta({ permission: "outreach.record" })
    .input(recordOutreachCommand)
    .mutation(({ ctx, input }) => recordOutreach(ctx.service, input)),
  relayOutreach: staffProcedure
    .meta({ permission: "outreach.relay" })
    .input(relayOutreachCommand)
    .mutation(({ ctx, input }) => relayOutreach(ctx.service, input)),
  decrees: reader.input(decreesInput).query(({ ctx, input }) => listDecrees(ctx.service, input)),
  issueDecree: leader
    .input(issueDecreeCommand)
    .mutation(({ ctx, input }) => issueDecree(ctx.service, input)),
  revokeDecree: leader
    .input(revokeDecreeCommand)
    .mutation(({ ctx, input }) => revokeDecree(ctx.service, input)),
  saveVillageFacts: staffProcedure
    .meta({ permission: "village-facts.save" })
    .input(saveVillageFactsCommand)
    .mutation(({ ctx, input }) => saveVillageFacts(ctx.service, input)),
});
