import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OperationsScreen } from "@/features/operations/operations-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("title") };
}

/** The background work, for whoever runs the installation. */
export default async function OperationsPage() {
  await requireSession("operations.read");
  return (
    <ClientWords of={["operations"]}>
      <OperationsScreen />
    </ClientWords>
  );
}
