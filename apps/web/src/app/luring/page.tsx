import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoBanner } from "@/components/app-shell/demo-banner";
import { CallProvider } from "@/components/call-provider";
import { isDemo } from "@/env";
import { ClientWords } from "@/i18n/client-words";
import { OfflineScreen } from "@/offline/offline-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offline"))("title") };
}

/**
 * For work without network. The document holds nothing of anybody: it is the same for all, so that
 * the service worker may keep it. Who may do what is decided when something is sent.
 */
export default function OfflinePage() {
  return (
    <ClientWords of={["errors", "intake", "offline", "pin"]}>
      <CallProvider>
        {isDemo() ? <DemoBanner /> : null}
        <main>
          <OfflineScreen />
        </main>
      </CallProvider>
    </ClientWords>
  );
}
