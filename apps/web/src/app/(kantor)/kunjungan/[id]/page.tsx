import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandoverRecords } from "@/features/handovers/handover-records";
import { TripHandovers } from "@/features/handovers/trip-handovers";
import { TripScreen } from "@/features/trips/trip-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("one") };
}

/** One trip. */
export default async function TripPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession("trip.read");
  const tripId = (await params).id;
  return (
    <ClientWords of={["field", "handovers", "manifest", "outreach", "papers", "trips"]}>
      <TripScreen
        tripId={tripId}
        handovers={
          <>
            <TripHandovers tripId={tripId} />
            <HandoverRecords tripId={tripId} />
          </>
        }
      />
    </ClientWords>
  );
}
