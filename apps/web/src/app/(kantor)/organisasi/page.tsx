import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganizationsScreen } from "@/features/organizations/organizations-screen";
import { scopesOf } from "@/features/people/scopes-of";
import { tabRightsOf } from "@/features/people/tab-rights";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations"))("title") };
}

/** Partner organisations of the reader's area. */
export default async function OrganizationsPage() {
  const { actor, places } = await requireSession("organization.read");
  return (
    <ClientWords of={["areas", "organizations", "people"]}>
      <OrganizationsScreen
        scopes={scopesOf(places, "organization.read")}
        rights={tabRightsOf(actor)}
      />
    </ClientWords>
  );
}
