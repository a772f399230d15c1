import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RepliesScreen } from "@/features/rules/replies-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("tabs.replies") };
}

/** Prepared words and macros for the dialogs of a case. */
export default async function RepliesPage() {
  await requireSession("rules.edit");
  return (
    <ClientWords of={["replies", "rules"]}>
      <RepliesScreen />
    </ClientWords>
  );
}
