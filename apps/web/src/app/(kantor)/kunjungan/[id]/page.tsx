import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TripScreen } from "@/features/trips/trip-screen";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("one") };
}

/** One trip. */
export default async function TripPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession("trip.read");
  return <TripScreen tripId={(await params).id} />;
}
