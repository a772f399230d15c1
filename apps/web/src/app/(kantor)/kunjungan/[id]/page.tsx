import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TripScreen } from "@/features/trips/trip-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("one") };
}

/** One trip. */
export default async function TripPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession("trip.read");
  return (
    <ClientWords of={["papers", "trips"]}>
      <TripScreen tripId={(await params).id} />
    </ClientWords>
  );
}
