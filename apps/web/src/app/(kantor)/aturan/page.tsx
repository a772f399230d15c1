import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulesScreen } from "@/features/rules/rules-screen";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

/** Where each category goes and how fast, as the kecamatan's administrator sets it. */
export default async function RulesPage() {
  await requireSession("rules.edit");
  return <RulesScreen />;
}
