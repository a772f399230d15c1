import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchScreen } from "@/features/cases/search/search-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("caseSearch"))("title") };
}

/** Cases of whatever age and state, by whatever somebody knows of them. */
export default async function SearchPage() {
  await requireSession("case.read");
  return (
    <ClientWords of={["queue"]}>
      <SearchScreen />
    </ClientWords>
  );
}
