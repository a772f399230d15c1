import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InnovationsScreen } from "@/features/innovations/innovations-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("innovations"))("title") };
}

/** Innovations. */
export default async function InnovationsPage() {
  const { actor } = await requireSession("innovation.read");
  return (
    <ClientWords of={["innovations"]}>
      <InnovationsScreen
        mayRegister={holds(actor, "innovation.edit")}
        seesHealth={holds(actor, "review.read")}
      />
    </ClientWords>
  );
}
