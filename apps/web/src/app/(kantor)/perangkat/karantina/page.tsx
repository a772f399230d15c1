import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuarantineScreen } from "@/features/handovers/quarantine-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.quarantine"))("title") };
}

/** What revoked phones still sent. */
export default async function QuarantinePage() {
  await requireSession("quarantine.decide");
  return (
    <ClientWords of={["field", "handovers", "trips"]}>
      <QuarantineScreen />
    </ClientWords>
  );
}
