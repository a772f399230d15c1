import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchScreen } from "@/features/coaching/batch-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coaching"))("batch.one") };
}

/** One batch of coaching. */
export default async function BatchPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession("coaching.read");
  return (
    <ClientWords of={["coaching", "papers"]}>
      <BatchScreen batchId={(await params).id} />
    </ClientWords>
  );
}
