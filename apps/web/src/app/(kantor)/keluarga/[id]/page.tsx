import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { HouseholdWithAid } from "@/features/aid/household-with-aid";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("title") };
}

/** One family. One out of reach reads as not found. */
export default async function HouseholdPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireSession("resident.read");
  if (!z.uuid().safeParse(id).success) notFound();
  return (
    <ClientWords of={["aid", "registry"]}>
      <HouseholdWithAid householdId={id} />
    </ClientWords>
  );
}
