import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplatesScreen } from "@/features/rules/templates-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("tabs.templates") };
}

/** The wording of what goes out to citizens and staff. */
export default async function TemplatesPage() {
  await requireSession("rules.edit");
  return (
    <ClientWords of={["rules", "templates"]}>
      <TemplatesScreen />
    </ClientWords>
  );
}
