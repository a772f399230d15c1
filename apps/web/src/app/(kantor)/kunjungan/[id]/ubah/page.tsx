import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { officeOfTrips } from "@/features/trips/office-of-trips";
import { PlanScreen } from "@/features/trips/plan-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("plan.changeTitle") };
}

/** A plan that is changed. */
export default async function ChangeTripPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await requireSession("trip.plan");
  const subdistrictCode = officeOfTrips(actor, "trip.plan") ?? notFound();
  return (
    <ClientWords of={["trips"]}>
      <PlanScreen subdistrictCode={subdistrictCode} tripId={(await params).id} />
    </ClientWords>
  );
}
