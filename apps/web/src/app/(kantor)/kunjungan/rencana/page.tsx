import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanningScreen } from "@/features/trips/planning-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trips"))("board.title") };
}

/** Where people wait for a trip. */
export default async function PlanningPage() {
  const { actor } = await requireSession("trip.fill-manifest");
  return (
    <ClientWords of={["trips"]}>
      <PlanningScreen mayPlan={holds(actor, "trip.plan")} />
    </ClientWords>
  );
}
