import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenBatchScreen } from "@/features/coaching/open-batch-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coaching"))("open.title") };
}

/** A new batch of coaching. */
export default async function OpenBatchPage() {
  await requireSession("coaching.open");
  return (
    <ClientWords of={["coaching"]}>
      <OpenBatchScreen />
    </ClientWords>
  );
}
