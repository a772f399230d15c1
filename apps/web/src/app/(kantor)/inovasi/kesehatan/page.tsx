import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HealthScreen } from "@/features/sustainability/health-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("health.title") };
}

/** The coach's board: which innovations live, and which weaken. */
export default async function HealthPage() {
  await requireSession("review.read");
  return (
    <ClientWords of={["reviews"]}>
      <HealthScreen />
    </ClientWords>
  );
}
