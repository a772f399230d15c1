import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecreesScreen } from "@/features/trips/decrees-screen";
import { officeOfTrips } from "@/features/trips/office-of-trips";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("decrees.title") };
}

/** The SKs of the office. */
export default async function DecreesPage() {
  const { actor } = await requireSession("trip.read");
  const subdistrictCode = officeOfTrips(actor, "trip.read") ?? notFound();
  return (
    <ClientWords of={["trips"]}>
      <DecreesScreen subdistrictCode={subdistrictCode} mayIssue={holds(actor, "decree.issue")} />
    </ClientWords>
  );
}
