import { areasOf } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewHouseholdScreen } from "@/features/beneficiaries/household-entry-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("newTitle") };
}

/** A family that is not in the registry yet. */
export default async function NewHouseholdPage() {
  const { actor } = await requireSession("household.save");
  return (
    <ClientWords of={["registry"]}>
      <NewHouseholdScreen savesIn={areasOf(actor, "household.save")} userId={actor.userId} />
    </ClientWords>
  );
}
