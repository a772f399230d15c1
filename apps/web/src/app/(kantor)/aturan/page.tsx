import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackToOnboarding } from "@/features/onboarding/back-link";
import { RulesScreen } from "@/features/rules/rules-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

interface RulesPageProps {
  searchParams: Promise<{ dari?: string }>;
}

/** Where each category goes and how fast, as the kecamatan's administrator sets it. */
export default async function RulesPage({ searchParams }: RulesPageProps) {
  await requireSession("rules.edit");
  const { dari } = await searchParams;
  return (
    <ClientWords of={["onboarding", "rules"]}>
      {dari && /^[\d.]{8}$/.test(dari) ? <BackToOnboarding areaCode={dari} /> : null}
      <RulesScreen />
    </ClientWords>
  );
}
