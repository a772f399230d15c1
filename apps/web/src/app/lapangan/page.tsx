import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoBanner } from "@/components/app-shell/demo-banner";
import { CallProvider } from "@/components/call-provider";
import { isDemo } from "@/env";
import { ClientWords } from "@/i18n/client-words";
import { FieldScreen } from "@/offline/field/field-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("field");
  return { title: t("title"), manifest: "/lapangan.webmanifest" };
}

/**
 * For whoever goes along on a trip. The document holds nothing of anybody: it is the same for all, so that the
 * service worker may keep it. What the phone holds of a trip lies under a PIN.
 */
export default function FieldPage() {
  return (
    <ClientWords of={["errors", "field", "handovers", "intake", "offline", "pin"]}>
      <CallProvider>
        {isDemo() ? <DemoBanner /> : null}
        <main>
          <FieldScreen />
        </main>
      </CallProvider>
    </ClientWords>
  );
}
