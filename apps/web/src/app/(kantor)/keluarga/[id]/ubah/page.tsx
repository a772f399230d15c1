import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EditHouseholdScreen } from "@/features/beneficiaries/household-entry-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("editTitle") };
}

/** A family to be corrected by its village. */
export default async function EditHouseholdPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await requireSession("household.save");
  if (!z.uuid().safeParse(id).success) notFound();
  return (
    <ClientWords of={["registry"]}>
      <EditHouseholdScreen householdId={id} userId={actor.userId} />
    </ClientWords>
  );
}
