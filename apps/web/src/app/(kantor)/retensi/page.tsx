import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RetentionScreen } from "@/features/operations/retention-screen";
import { scopesOf } from "@/features/people/scopes-of";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("title") };
}

/** What is kept for how long, and what the camat agreed to let go. */
export default async function RetentionPage() {
  const { places } = await requireSession("retention.read");
  const scopes = scopesOf(places, "retention.read");
  if (scopes.length === 0) notFound();
  return <RetentionScreen scopes={scopes} />;
}
