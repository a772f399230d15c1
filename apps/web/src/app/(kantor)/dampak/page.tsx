import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { officeWords } from "@/components/app-shell/office-box";
import { ImpactScreen } from "@/features/impact/impact-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("impact"))("title") };
}

/** Reach and impact of aid, by year. */
export default async function ImpactPage() {
  const { places } = await requireSession("impact.read");
  const t = await getTranslations("shell");
  return (
    <ClientWords of={["impact"]}>
      <ImpactScreen office={officeWords(places, t("allAreas")).title} />
    </ClientWords>
  );
}
