import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReceiptsScreen } from "@/features/impact/receipts-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("impact"))("receipts.heading") };
}

/** The receipts behind one figure of reach. */
export default async function ReceiptsPage() {
  await requireSession("impact.read");
  return (
    <ClientWords of={["impact"]}>
      <ReceiptsScreen year={new Date().getFullYear()} />
    </ClientWords>
  );
}
