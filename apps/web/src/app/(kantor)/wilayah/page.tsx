import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AreasScreen } from "@/features/areas/areas-screen";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas"))("title") };
}

/** The areas of the country: master data that everybody may look up. */
export default async function AreasPage() {
  await requireSession();
  return <AreasScreen />;
}
