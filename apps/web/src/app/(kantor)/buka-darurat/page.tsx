import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GlassScreen } from "@/features/cases/glass/glass-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("glass"))("title") };
}

/** Break-glass: to open a secret case in an emergency, and to oversee what was opened. */
export default async function GlassPage() {
  const { actor } = await requireSession("glass.break");
  return (
    <ClientWords of={["glass"]}>
      <GlassScreen oversees={holds(actor, "glass.oversee")} />
    </ClientWords>
  );
}
