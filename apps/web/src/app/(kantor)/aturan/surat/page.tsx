import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeSettingsScreen } from "@/features/letters/office-settings-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("officeSettings"))("title") };
}

/** The camat's disposisi before a case leaves, and the office's letters. */
export default async function OfficeSettingsPage() {
  await requireSession("rules.edit");
  return (
    <ClientWords of={["officeSettings", "rules"]}>
      <OfficeSettingsScreen />
    </ClientWords>
  );
}
