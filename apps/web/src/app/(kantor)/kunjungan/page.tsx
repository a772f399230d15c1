import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { officeOfTrips } from "@/features/trips/office-of-trips";
import { TripsScreen } from "@/features/trips/trips-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("title") };
}

/** Trips to the villages. */
export default async function TripsPage() {
  const { actor } = await requireSession("trip.read");
  return (
    <ClientWords of={["trips"]}>
      <TripsScreen
        mayPlan={holds(actor, "trip.plan")}
        seesWaiting={officeOfTrips(actor, "trip.fill-manifest") !== null}
        seesQuarantine={holds(actor, "quarantine.decide")}
        seesDecrees={officeOfTrips(actor, "trip.read") !== null}
        seesMeetings={officeOfTrips(actor, "meeting.read") !== null}
      />
    </ClientWords>
  );
}
