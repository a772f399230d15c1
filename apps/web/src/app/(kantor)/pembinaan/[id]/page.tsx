import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { EngagementWithFiles } from "./engagement-with-files";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coaching"))("one") };
}

/** Coaching of one kecamatan. */
export default async function EngagementPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession("coaching.read");
  return (
    <ClientWords of={["coaching", "documents", "files", "papers", "roles"]}>
      <EngagementWithFiles engagementId={(await params).id} />
    </ClientWords>
  );
}
