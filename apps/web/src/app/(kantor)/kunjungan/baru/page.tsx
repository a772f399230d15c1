import { isWithin } from "@rembuk/domain/areas/area-code";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { officeOfTrips } from "@/features/trips/office-of-trips";
import { PlanScreen } from "@/features/trips/plan-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("plan.title") };
}

interface Chosen {
  searchParams: Promise<{ desa?: string | string[] }>;
}

/** A new trip, with the villages that were chosen on the planning board. */
export default async function NewTripPage({ searchParams }: Chosen) {
  const { actor } = await requireSession("trip.plan");
  const subdistrictCode = officeOfTrips(actor, "trip.plan") ?? notFound();
  const asked = [(await searchParams).desa ?? []].flat();
  const villages = [...new Set(asked)].filter(
    (code) => /^[\d.]{13}$/.test(code) && isWithin(code, subdistrictCode),
  );
  return (
    <ClientWords of={["trips"]}>
      <PlanScreen subdistrictCode={subdistrictCode} tripId={null} villages={villages} />
    </ClientWords>
  );
}
