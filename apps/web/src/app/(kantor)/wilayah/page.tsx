import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AreasScreen } from "@/features/areas/areas-screen";
import { PeopleTabs } from "@/features/people/people-tabs";
import { tabRightsOf } from "@/features/people/tab-rights";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas"))("title") };
}

/** The areas of the country: master data that everybody may look up. */
export default async function AreasPage() {
  const { actor } = await requireSession();
  const rights = tabRightsOf(actor);
  // Who manages people came here by the tabs, and goes back by them.
  const tabs = rights.maySeePeople ? <PeopleTabs current="areas" rights={rights} /> : null;
  return (
    <ClientWords of={["areas", "people"]}>
      <AreasScreen tabs={tabs} />
    </ClientWords>
  );
}
