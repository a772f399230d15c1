import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticesScreen } from "@/features/notices/notices-screen";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** One's own notices. */
export default async function NoticesPage() {
  await requireSession();
  return <NoticesScreen />;
}
