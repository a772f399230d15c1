import { areasOf } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FamilyImportScreen } from "@/features/onboarding/families/family-import-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry.import"))("title") };
}

/** Families from Excel, for the kecamatan or the village of the reader's first assignment that may. */
export default async function FamilyImportPage() {
  const { actor } = await requireSession("household.import");
  const [areaCode] = areasOf(actor, "household.import");
  if (!areaCode) notFound();
  return (
    <ClientWords of={["imports", "registry"]}>
      <FamilyImportScreen areaCode={areaCode} />
    </ClientWords>
  );
}
