import { areasOf } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PairsScreen } from "@/features/beneficiaries/pairs-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry.pairs"))("title") };
}

/** Records of the kecamatan that may be one person. */
export default async function PairsPage() {
  const { actor } = await requireSession("resident.merge");
  if (areasOf(actor, "resident.merge").length === 0) notFound();
  return (
    <ClientWords of={["registry"]}>
      <PairsScreen />
    </ClientWords>
  );
}
