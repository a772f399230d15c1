import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoachingScreen } from "@/features/coaching/coaching-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coaching"))("title") };
}

/** Coaching: what waits, the batches and the sessions to come. */
export default async function CoachingPage() {
  const { actor } = await requireSession("coaching.read");
  return (
    <ClientWords of={["coaching"]}>
      <CoachingScreen mayOpen={holds(actor, "coaching.open")} />
    </ClientWords>
  );
}
