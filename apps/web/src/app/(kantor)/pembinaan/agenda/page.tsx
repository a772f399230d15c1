import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgendaScreen } from "@/features/coaching/agenda-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coaching"))("agenda.title") };
}

/** Sessions of coaching. */
export default async function AgendaPage() {
  await requireSession("coaching.read");
  return (
    <ClientWords of={["coaching"]}>
      <AgendaScreen />
    </ClientWords>
  );
}
