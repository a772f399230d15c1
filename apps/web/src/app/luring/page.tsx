import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoBanner } from "@/components/app-shell/demo-banner";
import { isDemo } from "@/env";
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
    <>
      {isDemo() ? <DemoBanner /> : null}
      <main>
        <OfflineScreen />
      </main>
    </>
  );
}
