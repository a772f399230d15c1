import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { officeWords } from "@/components/app-shell/office-box";
import { HomeScreen } from "@/features/home/home-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** The home of whoever is signed in: what needs them now. */
export default async function HomePage() {
  const session = await requireSession();
  const t = await getTranslations("shell");
  return (
    <ClientWords
      of={["aidWaiting", "board", "homes", "papers", "trips", "village", "villageSheet"]}
    >
      <HomeScreen
        assignments={session.actor.assignments}
        office={officeWords(session.places, t("allAreas")).title}
      />
    </ClientWords>
  );
}
